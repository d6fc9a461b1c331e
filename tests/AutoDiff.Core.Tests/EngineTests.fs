/// What the engine promises whatever the primitives: depth, memory, time, sharing, errors.
/// Set AUTODIFF_LONG=1 to run at full length: ten times the operations.
[<Xunit.Collection "measures">]
module AutoDiff.Tests.EngineTests

open System
open Xunit
open AutoDiff
open AutoDiff.Kernels

let private isLong = Generators.isLong
let private length count = if isLong then 10 * count else count

/// A primitive that counts how often it is evaluated. Users may make their own; so do tests.
let private counting (count: int ref) : Primitive =
    {
        Name = "counting"
        Parameters = null
        Doc = "the sine, counted"
        Notation = Notation.byName
        Domain = [ Reals ]
        Special = []
        Kernel =
            Unary(
                UnaryMap(fun x ->
                    Threading.Interlocked.Increment &count.contents |> ignore
                    Math.Sin x)
            )
        Derivative = Partials(fun xs _ -> [ Trigonometric.cos xs[0] ])
    }

let private allocated (action: unit -> unit) =
    let before = GC.GetAllocatedBytesForCurrentThread()
    action ()
    GC.GetAllocatedBytesForCurrentThread() - before

/// What stays in memory after an action, beyond what was there before.
let private kept (action: unit -> unit) =
    let before = GC.GetTotalMemory true
    action ()
    GC.GetTotalMemory true - before

/// The largest heap seen while an action ran that calls back now and then.
let private peak (action: (unit -> unit) -> unit) =
    let before = GC.GetTotalMemory true
    let mutable most = 0L
    action (fun () -> most <- max most (GC.GetTotalMemory true - before))
    most

[<Fact>]
let ``A chain of a million operations is differentiated`` () =
    let chain (x: Scalar) : Scalar =
        let mutable y = x

        for _ in 1..1_000_000 do
            y <- y * 1.0000001

        y

    let slope = (Diff.grad chain (Scalar 2.0)).Value
    let expected = Math.Pow(1.0000001, 1e6)
    // a million roundings of half an ulp each, at most
    Assert.True(abs (slope - expected) <= 1e6 * Math.ScaleB(1.0, -53) * expected + 1e-9, $"{slope} where {expected} is right")

[<Fact>]
let ``A long chain of vectors is differentiated forward`` () =
    let chain (v: Vector) : Vector =
        let mutable y = v

        for _ in 1..20_000 do
            y <- y + v

        y

    let _, dy = Diff.jvp chain (Vector [| 1.0; 2.0 |]) (Vector [| 1.0; 0.0 |])
    Assert.Equal<float[]>([| 20001.0; 0.0 |], dy.ToArray())

[<Fact>]
let ``Sums of plain scalars leave nothing behind`` () =
    let steps = length 10_000_000

    let most =
        peak (fun look ->
            let mutable sum = Scalar 0.0

            for i in 1..steps do
                sum <- sum + 1.0

                if i % (steps / 4) = 0 then
                    look ()

            Assert.Equal(float steps, sum.Value))

    Assert.True(most < 1_000_000L, $"{most} bytes")

[<Fact>]
let ``Descent with a variable leaves nothing behind`` () =
    let steps = length 100_000

    let most =
        peak (fun look ->
            let mutable x = Diff.variable (Scalar 3.0)

            for i in 1..steps do
                let y = (x - 1.0) * (x - 1.0)
                x <- Diff.variable (x - 0.01 * Diff.gradient y x)

                if i % (steps / 4) = 0 then
                    look ()

            Assert.Equal(1.0, x.Value, 6))

    Assert.True(most < 1_000_000L, $"{most} bytes")

[<Fact>]
let ``Results of a derivative hold no history`` () =
    let step (x: Vector) : Vector = x - 0.1 * Diff.grad (fun (v: Vector) -> v.DotProduct v) x
    let mutable x = Vector(Array.create 1000 1.0)
    x <- step x

    let kept =
        kept (fun () ->
            for _ in 1..2000 do
                x <- step x)

    Assert.True(kept < 1_000_000L, $"{kept} bytes")

/// How much more ten times the length costs.
let private growth (cost: int -> float) =
    cost 1000 |> ignore
    cost 10_000 / cost 1000

let private sumOfScalars size () =
    let xs = Array.init size (fun i -> Scalar(float i))
    Diff.grad (fun (xs: Scalar[]) -> Seq.sum (Seq.map (fun (x: Scalar) -> x * x) xs)) xs |> ignore

let private sumOfElements size () =
    let v = Vector(Array.init size float)
    Diff.grad (fun (v: Vector) -> Seq.sum (seq { for i in 0 .. v.Count - 1 -> v[i] * v[i] })) v |> ignore

let private hessianVector size () =
    let xs = Array.init size (fun i -> Scalar(float i))
    Diff.hessianVectorProduct (fun (xs: Scalar[]) -> Seq.sum (Seq.map (fun (x: Scalar) -> x * x * x) xs)) xs xs |> ignore

[<Fact>]
let ``The gradient of a sum over scalars or elements costs its length in memory`` () =
    for program in [ sumOfScalars; sumOfElements; hessianVector ] do
        let growth = growth (fun size -> float (allocated (program size)))
        Assert.True(growth < 15.0, $"ten times the length, {growth} times the memory")

[<Fact>]
let ``The gradient of a sum over scalars or elements costs its length in time`` () =
    for program in [ sumOfScalars; sumOfElements; hessianVector ] do
        let seconds size =
            let watch = Diagnostics.Stopwatch.StartNew()
            program size ()
            watch.Elapsed.TotalSeconds
        // what is quadratic takes a hundred times as long whenever it is tried; what is linear does so once in a while, when the machine
        // has other things to do
        let attempts = Seq.initInfinite (fun _ -> growth seconds) |> Seq.truncate 10
        Assert.True(Seq.exists (fun growth -> growth < 30.0) attempts, "ten times the length, always more than 30 times the time")

[<Fact>]
let ``Nothing is computed twice`` () =
    let count = ref 0
    let primitive = counting count

    let f (x: Scalar) : Scalar =
        let y = Scalar(Node.apply1 primitive x.Node)
        if y > Scalar -2.0 then y * y + Scalar.Exp y * y else y

    Diff.valueAndGrad f (Scalar 0.5) |> ignore
    Assert.Equal(1, count.Value)
    count.Value <- 0
    Diff.hessian (fun (v: Vector) -> (Vector(Node.apply1 primitive v.Node)).Sum() * v[0]) (Vector [| 0.5; 1.0 |]) |> ignore
    // second derivatives do without the value, whose slope is another primitive
    Assert.InRange(count.Value, 0, 2)
    count.Value <- 0
    let _, pullback = Diff.vjp f (Scalar 0.5)

    for _ in 1..5 do
        pullback (Scalar 1.0) |> ignore

    Assert.Equal(1, count.Value)

[<Fact>]
let ``A primitive of one's own is differentiated`` () =
    let primitive = counting (ref 0)
    let sine (x: Scalar) = Scalar(Node.apply1 primitive x.Node)
    Assert.Equal(Math.Cos 0.5, (Diff.grad sine (Scalar 0.5)).Value)
    Assert.Equal(-Math.Sin 0.5, (Diff.grad (Diff.grad sine) (Scalar 0.5)).Value)
    Assert.Equal(Math.Cos 0.5, (snd (Diff.jvp sine (Scalar 0.5) (Scalar 1.0))).Value)

[<Fact>]
let ``A primitive of one's own that is neither elementwise nor linear is differentiated`` () =
    // the sum of squares, by its tangent alone
    let squares: Primitive =
        {
            Name = "squares"
            Parameters = null
            Doc = "the sum of squares"
            Notation = Notation.byName
            Domain = [ Reals ]
            Special = []
            Kernel =
                Whole
                    {
                        Infer = fun _ -> Ok Extent.scalar
                        CanFail = false
                        Evaluate =
                            { new WholeKernel() with
                                override _.Example(example, xs, y) =
                                    let x = xs[0].At example
                                    Product.Multiply(true, false, 1, 1, x.Length, x, x, y)
                            }
                    }
            Derivative = Tangent(fun xs _ dxs -> Arithmetic.multiply (Node.plain 2.0) (Products.dot xs[0] dxs[0]))
        }

    let f (v: Vector) = Scalar(Node.apply1 squares v.Node)
    Assert.Equal<float[]>([| 2.0; -6.0 |], (Diff.grad f (Vector [| 1.0; -3.0 |])).ToArray())
    Assert.Equal<float[,]>(array2D [ [ 2.0; 0.0 ]; [ 0.0; 2.0 ] ], (Diff.hessian f (Vector [| 1.0; -3.0 |])).ToArray())

[<Fact>]
let ``Buffers are used again along a chain`` () =
    let size, steps = 100_000, 100
    let v = Vector(Array.init size (fun i -> float i / float size))

    let chain (v: Vector) : Scalar =
        let mutable y = v

        for _ in 1..steps do
            y <- y + Vector.Sin y * 0.001

        y.Sum()

    Diff.grad chain v |> ignore
    let bytes = allocated (fun () -> Diff.grad chain v |> ignore)
    // the chain has 300 vectors forward and as many back; those forward are needed on the way back
    let vectors = float bytes / float (8 * size)
    Assert.True(vectors < 350.0, $"{vectors} vectors' worth of memory")
    // by itself the value needs a few
    let value =
        allocated (fun () -> Diff.valueAndGrad (fun (s: Scalar) -> s + chain (v * Diff.stopGradient s)) (Scalar 1.0) |> ignore)

    Assert.True(float value / float (8 * size) < 320.0, $"{value} bytes")

[<Fact>]
let ``A Jacobian runs the function once`` () =
    let mutable runs = 0

    let f (v: Vector) : Vector =
        runs <- runs + 1
        v .* v

    Diff.jacobian f (Vector(Array.init 20 float)) |> ignore
    Assert.Equal(1, runs)

let private messageOf<'E when 'E :> exn> (action: unit -> unit) = (Assert.Throws<'E> action).Message

[<Fact>]
let ``Errors name the operation and the shapes`` () =
    let a, b = Matrix(Array2D.create 2 3 1.0), Matrix(Array2D.create 2 3 2.0)
    let message = messageOf<ShapeException>(fun () -> a * b |> ignore)
    Assert.Contains("product", message)
    Assert.Contains("2x3", message)
    let message = messageOf<ShapeException>(fun () -> Vector [| 1.0; 2.0; 3.0 |] + Vector [| 1.0; 2.0 |] |> ignore)
    Assert.Contains("add", message)
    Assert.Contains("vector of 3", message)
    Assert.Contains("vector of 2", message)
    let message = messageOf<PrecisionException>(fun () -> Vector [| 1.0; 2.0 |] + Vector [| 1.0f; 2.0f |] |> ignore)
    Assert.Contains("add", message)
    Assert.Contains("float32", message)

    let message =
        messageOf<TracedValueException>(fun () -> Diff.grad (fun (x: Scalar) -> Scalar x.Value * x) (Scalar 1.0) |> ignore)

    Assert.Contains("grad", message)

    Assert.Throws<UnconnectedGradientException>(fun () -> Diff.gradient (Scalar 1.0) (Diff.variable (Scalar 2.0)) |> ignore)
    |> ignore

[<Fact>]
let ``A gradient that reads a vector element by element takes memory by its length`` () =
    // plain cotangents, and such as depend on the point
    let functions: (Scalar -> Scalar)[] = [| id; (fun x -> x * x) |]

    for f in functions do
        let memory count =
            let sum (v: Vector) = Seq.fold (fun (sum: Scalar) i -> sum + f v[i]) (Scalar 0.0) (seq { 0 .. v.Count - 1 })
            let at = Vector(Array.create count 0.5)
            allocated (fun () -> Diff.grad sum at |> ignore)

        memory 100 |> ignore
        let fewer, more = memory 500, memory 4_000
        Assert.True(more < 16L * fewer, $"{fewer} bytes for 500 elements, {more} for 4,000")

[<Fact>]
let ``A long array is the list that it stands for`` () =
    for count in [ 0; 1; 8; 9; 2_047; 2_048; 2_049; 10_000 ] do
        let grown, given = Long<int> 0, Long<int> count

        for k in 0 .. count - 1 do
            grown.Add(3 * k)
            given[k] <- 3 * k

        let expected = Array.init count (fun k -> 3 * k)
        Assert.Equal<int>(expected, grown.ToArray())
        Assert.Equal<int>(expected, given.ToArray())

        for k in count - 1 .. -1 .. 0 do
            Assert.Equal(3 * k, grown[k])
            Assert.Equal(3 * k, grown.Pop())

        Assert.Equal(0, grown.Length)

[<Fact>]
let ``A differentiation that fails is over`` () =
    let mutable leaked = Scalar 0.0

    Assert.Throws<InvalidOperationException>(fun () ->
        Diff.grad
            (fun (x: Scalar) ->
                leaked <- x * 2.0
                invalidOp "stop")
            (Scalar 3.0)
        |> ignore)
    |> ignore

    Assert.Equal(6.0, leaked.Value)
