/// Loops and branches of the graph: the same as unrolled ones, in both modes, at several orders, nested, with captured values.
[<Xunit.Collection "measures">]
module AutoDiff.Tests.ControlTests

open System
open Xunit
open AutoDiff

let private near tolerance (expected: float) (found: float) =
    Assert.True(abs (found - expected) <= tolerance * (1.0 + abs expected), $"{found} where {expected} is right")

let private nearAll tolerance (expected: float[]) (found: float[]) =
    Assert.Equal(expected.Length, found.Length)
    Array.iter2 (near tolerance) expected found

let private numbers (m: Matrix) = Seq.cast<float>(m.ToArray()) |> Seq.toArray

/// All first, second and third derivatives of two functions of a vector agree.
let private agree (expected: Vector -> Scalar) (found: Vector -> Scalar) (x: float[]) =
    let x = Vector x
    near 1e-13 (expected x).Value (found x).Value
    nearAll 1e-12 ((Diff.grad expected x).ToArray()) ((Diff.grad found x).ToArray())
    let ones = Vector(Array.create x.Count 1.0)
    near 1e-12 (snd (Diff.jvp expected x ones)).Value (snd (Diff.jvp found x ones)).Value
    nearAll 1e-11 (numbers (Diff.hessian expected x)) (numbers (Diff.hessian found x))
    let reverseTwice f = Diff.grad (fun x -> (Diff.grad f x: Vector) * ones) x
    nearAll 1e-11 ((reverseTwice expected).ToArray()) ((reverseTwice found).ToArray())
    let third f = Diff.grad (fun x -> (Diff.hessianVectorProduct f x ones: Vector) * ones) x
    nearAll 1e-10 ((third expected).ToArray()) ((third found).ToArray())

let private step (a: Scalar) (i: Scalar) (struct (x: Scalar, v: Vector)) : struct (Scalar * Vector) =
    struct (sin (x * a) + v[0] * 0.3, v * cos x + a / (i + 1.0))

let private unrolled n (p: Vector) : Scalar =
    let mutable state = struct (p[0], p[1..])

    for i in 0 .. n - 1 do
        state <- step p[1] (Scalar(float i)) state

    let struct (x, v) = state
    x + v * v

let private looped memory n (p: Vector) : Scalar =
    let struct (x, v) = Diff.forLoopWith memory n (struct (p[0], p[1..])) (step p[1])
    x + v * v

[<Theory; InlineData(0); InlineData(1); InlineData(5)>]
let ``A loop is the unrolled loop`` n = agree (unrolled n) (looped Int32.MaxValue n) [| 0.4; 0.7; -0.2 |]

[<Theory; InlineData(1); InlineData(2); InlineData(3); InlineData(7)>]
let ``A loop in little memory is the same`` memory = agree (unrolled 9) (looped memory 9) [| 0.4; 0.7; -0.2 |]

/// Without any plan, node by node.
let private interpreted (f: unit -> float[]) =
    Reuse.Interpreting.IsOn <- true

    try
        f ()
    finally
        Reuse.Interpreting.IsOn <- false

[<Theory; InlineData(3); InlineData(30); InlineData(500)>]
let ``A body that runs as a plan, played back and then emitted, gives the bits of one built node by node`` n =
    let decay (x: Scalar) : Scalar = Diff.whileLoop x (fun x -> Maths.greater x (Scalar 0.01)) (fun x -> 0.97 * x - 0.001 * x * sin x)

    let nested (p: Vector) : Scalar =
        let inner (x: Scalar) = Diff.forLoop 3 x (fun i x -> x * p[1] + 0.01 * i)

        let struct (x, v) =
            Diff.forLoop n (struct (p[0], p[1..])) (fun i (struct (x, v)) -> struct (inner (0.5 * x), 0.9 * v * cos x + p[1..] / (i + 1.0)))

        x + v * v

    let x = Vector [| 0.4; 0.7; -0.2 |]
    let direction = Vector [| 1.0; -0.5; 0.25 |]

    let all () =
        [|
            for f in [ looped Int32.MaxValue n; looped 4 n; nested; (fun p -> decay (p[0] + 1.0) * p[1]) ] do
                let value, gradient = Diff.valueAndGrad f x
                value.Value
                yield! gradient.ToArray()
                yield! (Diff.hessianVectorProduct f x direction: Vector).ToArray()

                yield! numbers (Diff.hessian f x)
        |]

    let expected, found = interpreted all, all ()
    Assert.Equal(expected.Length, found.Length)
    Assert.All(Array.zip expected found, (fun (e, f) -> Assert.True(Numbers.sameBits e f, $"{e:R} node by node, {f:R} by a plan")))

/// Newton's square root, to a tolerance: the number of steps depends on the number.
let private newton (a: Scalar) : Scalar =
    Diff.whileLoop a (fun x -> Maths.greater (abs (x * x - a)) (Scalar 1e-13 * a)) (fun x -> (x + a / x) / 2.0)

[<Fact>]
let ``A loop whose length depends on the data is differentiated backwards`` () =
    for a in [ 0.5; 2.0; 1000.0 ] do
        let rec unrolled (a: Scalar) (x: Scalar) : Scalar =
            if (abs (x * x - a) > Scalar 1e-13 * a) then unrolled a ((x + a / x) / 2.0) else x

        agree (fun v -> unrolled v[0] v[0]) (fun v -> newton v[0]) [| a |]

let private table = Matrix(Array2D.init 6 2 (fun i j -> sin (float (2 * i + j))))

[<Fact>]
let ``A scan is the loop that collects`` () =
    let body (w: Vector) (carry: Vector) (row: Vector) =
        let next = tanh (carry * 0.5 + row .* w)
        struct (next, next * row[0])

    let looped (p: Vector) : Scalar =
        let struct (carry, given) = Diff.scanRows p (p[0] * table) (fun c r -> let struct (c, g) = body p c r in struct (c, g))
        carry.Sum() + (given * Vector [| 1.0; -2.0 |]) * Vector [| 1.0; 2.0; 3.0; 4.0; 5.0; 6.0 |]

    let unrolled (p: Vector) : Scalar =
        let mutable carry = p
        let mutable sum = Scalar 0.0

        for i in 0..5 do
            let struct (next, given) = body p carry (p[0] * table.Row i)
            carry <- next
            sum <- sum + float (i + 1) * (given * Vector [| 1.0; -2.0 |])

        carry.Sum() + sum

    agree unrolled looped [| 0.3; -0.6 |]
    let struct (total, sums) = Diff.scanElements (Scalar 0.0) (Vector [| 1.0; 2.0; 3.0 |]) (fun c x -> struct (c + x, c + x))
    Assert.Equal(6.0, total.Value)
    Assert.Equal<float[]>([| 1.0; 3.0; 6.0 |], sums.ToArray())

[<Fact>]
let ``Loops nest, and read at their index`` () =
    let looped (v: Vector) : Scalar = Diff.forLoop 3 (Scalar 1.0) (fun i x -> Diff.forLoop 2 x (fun j y -> sin (y * v.At i) + v.At j * i))

    let unrolled (v: Vector) : Scalar =
        let mutable x = Scalar 1.0

        for i in 0..2 do
            for j in 0..1 do
                x <- sin (x * v[i]) + v[j] * float i

        x

    agree unrolled looped [| 0.5; 1.5; -0.7 |]
    let rows (v: Vector) : Scalar = Diff.forLoop 2 (Scalar 0.0) (fun i x -> x + exp (table.RowAt i * v) * v.At i)
    agree (fun v -> exp (table.Row 0 * v) * v[0] + exp (table.Row 1 * v) * v[1]) rows [| 0.5; 1.5 |]

[<Fact>]
let ``A branch in a loop computes one side`` () =
    let looped (v: Vector) : Scalar =
        Diff.forLoop 4 v[0] (fun _ x -> Diff.ifElse (Maths.greater x (Scalar 0.5)) (fun () -> x * v[1]) (fun () -> log (v[1] - x)))

    let unrolled (v: Vector) : Scalar =
        let mutable x = v[0]

        for _ in 1..4 do
            x <- if x > Scalar 0.5 then x * v[1] else log (v[1] - x)

        x

    agree unrolled looped [| 0.4; 1.9 |]
    Assert.Equal(2.0, (Diff.ifElse (Scalar 1.0) (fun () -> Scalar 2.0) (fun () -> failwith "not run")).Value)

[<Fact>]
let ``A checkpoint changes nothing but memory`` () =
    let f (v: Vector) : Vector = sin (v * v[0]) .* exp v
    agree (fun v -> (f (f v)).Sum()) (fun v -> (Diff.checkpoint f (Diff.checkpoint f v)).Sum()) [| 0.3; -0.4 |]
    agree (fun v -> (f (v[1] * v)).Sum()) (fun v -> (Diff.checkpoint (fun w -> f (v[1] * w)) v).Sum()) [| 0.3; -0.4 |]
    // a plain number takes the precision of the argument
    let x = Vector [| 1.0f; 2.0f |]
    let y, dy = Diff.jvp (Diff.checkpoint (fun (_: Vector) -> Scalar 3.0)) x x
    Assert.Equal((3.0, 0.0), (y.Value, dy.Value))

[<Fact>]
let ``Loops in batches, in Jacobians, and in each other's derivatives`` () =
    let xs = Vector [| 0.5; 2.0; 9.0 |]
    nearAll 1e-13 [| sqrt 0.5; sqrt 2.0; 3.0 |] ((Diff.vectorize newton xs).ToArray())
    nearAll 1e-12 [| for x in xs.ToArray() -> 0.5 / sqrt x |] ((Diff.vectorize (Diff.grad newton) xs).ToArray())
    let f (v: Vector) : Vector = Diff.forLoop 3 v (fun i v -> sin v * v[0] + i)
    let expected (v: Vector) : Vector = Seq.fold (fun (v: Vector) i -> sin v * v[0] + float i) v [ 0; 1; 2 ]
    nearAll 1e-12 (numbers (Diff.jacobian expected xs)) (numbers (Diff.jacobianForward f xs))
    nearAll 1e-12 (numbers (Diff.jacobian expected xs)) (numbers (Diff.jacobianReverse f xs))
    // a gradient step inside a loop: an unrolled optimiser, differentiated by its rate
    let descend (rate: Scalar) : Scalar = Diff.forLoop 5 (Scalar 1.0) (fun _ x -> x - rate * Diff.grad (fun z -> z * z * z * z) x)
    let unrolled (rate: Scalar) : Scalar = Seq.fold (fun (x: Scalar) _ -> x - rate * 4.0 * x ** 3.0) (Scalar 1.0) [ 1..5 ]
    agree (fun v -> unrolled v[0]) (fun v -> descend v[0]) [| 0.1 |]

[<Fact>]
let ``float32 loops`` () =
    let y = Diff.grad (fun (x: Scalar) -> Diff.forLoop 3 x (fun i y -> y * x + i)) (Scalar.Float32 2.0f)
    Assert.Equal(Precision.Single, y.Node.Precision)
    // ((x² + 0) x + 1) x + 2 = x⁴ + x + 2
    Assert.Equal(33.0, y.Value)

/// The largest number of bytes alive while something is computed.
let private peak (compute: unit -> 'R) : struct ('R * int64) =
    let before = GC.GetTotalMemory true
    let peak = ref 0L

    let look _ =
        GC.Collect()
        peak.Value <- max peak.Value (GC.GetTotalMemory false - before)

    use timer = new System.Threading.Timer(look, null, 20, 100)
    let result = compute ()
    struct (result, peak.Value)

let private paths: (string * ((Scalar -> Scalar) -> Scalar -> Scalar)) list =
    [
        "interpreted", Diff.grad
        "reused",
        (fun f ->
            for x in 1..3 do
                Diff.grad f (Scalar(float x)) |> ignore

            Diff.grad f)
        "compiled", (fun f -> Diff.compile (Diff.grad f))
    ]

/// Loops that keep so many states of 400 numbers each, and take so many steps.
let private long: (string * (int -> int -> Scalar -> Scalar)) list =
    let step n (x: Vector) : Vector = x + (1.0 / float n) * sin x
    let start (x: Scalar) : Vector = x * Vector(Array.create 400 0.0025)

    [
        "for", (fun memory n x -> (Diff.forLoopWith memory n (start x) (fun _ v -> step n v)).Sum())
        "while",
        (fun memory n x ->
            let count, v =
                Diff.whileLoopIn memory n (Scalar 0.0, start x) (fun (i, _) -> Maths.less i (Scalar(float n))) (fun (i, v) ->
                    i + 1.0, step n v)

            v.Sum() + 0.0 * count)
        "scan",
        (fun memory n x ->
            let struct (v, _) =
                Diff.scanElementsWith memory (start x) (Vector(Array.create n 1.0)) (fun v w -> struct (step n (v * w), w))

            v.Sum())
    ]

let loopsAndPaths =
    [|
        for loop, _ in long do
            for path, _ in paths -> [| box loop; box path |]
    |]

[<Theory; MemberData(nameof loopsAndPaths)>]
let ``Many steps are reversed in bounded memory`` (loop: string) (path: string) =
    let f = long |> List.find (fun (name, _) -> name = loop) |> snd
    let through = paths |> List.find (fun (name, _) -> name = path) |> snd
    // all states are 16 million bytes; plans that are made meanwhile take some, too
    let n = 5_000
    let warm = through (f 60 n)
    let struct (slope, bytes) = peak (fun () -> (warm (Scalar 1.0)).Value)
    Assert.True(bytes < 9_000_000L, $"{bytes} bytes")
    Assert.Equal((Diff.grad (f Int32.MaxValue n) (Scalar 1.0)).Value, slope)

[<Theory; InlineData "interpreted"; InlineData "reused"; InlineData "compiled">]
let ``A million steps of a number are reversed in bounded memory`` (path: string) =
    // in the long set; all states are 8 million bytes
    if Generators.isLong then
        let f (x: Scalar) : Scalar = Diff.forLoopWith 60 1_000_000 x (fun _ y -> y + 1e-6 * sin y)
        let through = paths |> List.find (fun (name, _) -> name = path) |> snd
        let struct (slope, bytes) = peak (fun () -> (through f (Scalar 1.0)).Value)
        Assert.True(bytes < 4_000_000L, $"{bytes} bytes")
        // y' = sin y from 1 for a unit of time: tan(y/2) = e tan(1/2), and the slope is sin y / sin 1, to the error of steps of 1e-6
        let y = 2.0 * atan (Math.E * tan 0.5)
        Assert.Equal(sin y / sin 1.0, slope, 1e-5)

[<Fact>]
let ``The way back computes steps again as often as the literature says`` () =
    // Griewank and Walther: with s states and t repetitions, chains up to (s + t over t)
    for length, states, repeats in [ 10, 3, 2; 56, 3, 5; 1000, 10, 4 ] do
        let times = Array.zeroCreate<int> length
        let order = ResizeArray<int>()

        let advance (state: int) first last =
            Assert.Equal(first, state)

            for i in first .. last - 1 do
                times[i] <- times[i] + 1

            last

        Revolve.sweep
            states
            Revolve.asTheyAre
            advance
            (fun i state ->
                Assert.Equal(i, state)
                order.Add i)
            0
            length

        Assert.Equal<int[]>([| length - 1 .. -1 .. 0 |], order.ToArray())
        Assert.True(Array.max times <= repeats, $"{Array.max times} times")

[<Fact>]
let ``What a loop cannot do is refused by name`` () =
    let shape () = Diff.forLoop 3 (Vector [| 1.0; 2.0 |]) (fun _ v -> v[1..]) |> ignore
    Assert.Contains("forLoop", (Assert.Throws<ShapeException> shape).Message)
    let v = Vector [| 1.0f; 2.0f |]
    let loop () = Diff.forLoop 3 (Scalar.Float32 1.0f) (fun _ x -> x.ToFloat64()) |> ignore
    let scan () = Diff.scanElements v[0] v (fun c e -> struct (c, e.ToFloat64())) |> ignore
    let checkpoint () = Diff.jvp (Diff.checkpoint (fun (v: Vector) -> v.ToFloat64())) v v |> ignore

    for precision in [ loop; scan; checkpoint ] do
        Assert.Contains("turns float32 into float64", (Assert.Throws<PrecisionException> precision).Message)

    let endless () = Diff.whileLoopWith 100 (Scalar 1.0) (fun _ -> Scalar 1.0) (fun x -> x + 1.0) |> ignore
    Assert.Contains("100 steps", (Assert.Throws<StepLimitException> endless).Message)
    let read () = Diff.forLoop 3 (Scalar 1.0) (fun _ x -> if x > Scalar 0.0 then x else -x) |> ignore
    Assert.Contains("If", (Assert.Throws<TracedValueException> read).Message)
    let outside () = Diff.forLoop 3 (Scalar 1.0) (fun i x -> x + (Vector [| 1.0; 2.0 |]).At i) |> ignore
    Assert.Contains("index 2", (Assert.Throws<ArgumentOutOfRangeException> outside).Message)
    let noMemory () = Diff.forLoopWith 0 3 (Scalar 1.0) (fun _ x -> x) |> ignore
    Assert.Contains("memory", (Assert.Throws<ArgumentOutOfRangeException> noMemory).Message)
    let noSteps () = Diff.whileLoopWith -1 (Scalar 1.0) id id |> ignore
    Assert.Contains("maxSteps", (Assert.Throws<ArgumentOutOfRangeException> noSteps).Message)
    let counted () = Diff.forLoop 2 (1, Scalar 1.0) (fun _ (n, x) -> n + 1, x) |> ignore
    let text = (Assert.Throws<StructureException> counted).Message
    Assert.Contains("has 2 where 1 is given", text)
    Assert.Contains("Scalar", text)

    let branches (x: Scalar) : Scalar =
        let _, y = Diff.ifElse (Maths.greater x (Scalar 0.0)) (fun () -> "left", x) (fun () -> "right", -x)
        y

    Assert.Throws<StructureException>(fun () -> Diff.vectorize branches (vec [ 1.0; -1.0 ]) |> ignore) |> ignore

    let kept () : string * Scalar =
        Diff.whileLoop ("kept", Scalar 3.0) (fun (_, x) -> Maths.greater x (Scalar 0.5)) (fun (name, x) -> name, x / 2.0)

    Assert.Equal(("kept", 0.375), (let name, x = kept () in name, x.Value))
    Assert.Throws<ArgumentOutOfRangeException>(fun () -> Diff.forLoop -1 (Scalar 1.0) (fun _ x -> x) |> ignore) |> ignore
