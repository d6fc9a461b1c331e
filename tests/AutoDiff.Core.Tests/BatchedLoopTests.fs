/// Loops and branches over many examples at once: the same as for each by itself, with derivatives inside and outside, where examples take
/// different numbers of steps and different branches, and where what is not taken has no value at all.
module AutoDiff.Tests.BatchedLoopTests

open System
open Xunit
open AutoDiff

let private numbers (m: Matrix) = Seq.cast<float>(m.ToArray()) |> Seq.toArray

let private rows =
    Matrix(array2D [ [ 0.3; 1.2; 0.7 ]; [ 1.1; 0.4; 5.5 ]; [ 0.2; 0.9; 40.0 ]; [ 2.0; 1.5; 1.0 ]; [ 0.6; 0.8; 5.0 ] ])

let private close what (expected: float[]) (found: float[]) =
    Assert.Equal(expected.Length, found.Length)
    Array.iter2 (fun e f -> Assert.True(abs (e - f) <= 1e-12 * (1.0 + abs e), $"{what}: {f} where {e} is right")) expected found

/// A function of what all examples share, and an example.
let private functions: (string * (Vector -> Vector -> Scalar)) list =
    [
        "for", (fun w v -> (Diff.forLoop 4 v (fun i u -> sin (u .* w) + u[0] * 0.5 + i)).Sum())
        "for, in little memory", (fun w v -> (Diff.forLoopWith 2 7 v (fun i u -> sin (u .* w) + v / (i + 1.0))).Sum())
        "for, from what all share", (fun w v -> (Diff.forLoop 3 w (fun i u -> tanh (u + v.At i))).Sum())
        "while", (fun w v -> Diff.whileLoop v[2] (fun x -> Maths.greater x (Scalar 0.9)) (fun x -> x * 0.4 * w[0] + sin v[0] * 0.1))
        "while, in little memory",
        (fun w v -> Diff.whileLoopIn 2 100 v[2] (fun x -> Maths.greater x (Scalar 0.9)) (fun x -> x * 0.4 * w[0] + sin v[0] * 0.1))
        "while, reading where the finished have nothing left",
        (fun w v ->
            let struct (_, sum) =
                Diff.whileLoop
                    (struct (Scalar 0.0, w[1]))
                    (fun (struct (i, sum)) -> Maths.less (i + sum * 0.0) (v[0] * 1.5))
                    (fun (struct (i, sum)) -> struct (i + 1.0, sum * v.At i + log (v.At i)))

            sum)
        "while, finished where the body has no value",
        (fun w v -> Diff.whileLoop (v[1] * w[2]) (fun x -> Maths.greater x (Scalar 0.0)) (fun x -> log x * sqrt x))
        "if",
        (fun w v ->
            Diff.ifElse (Maths.greater v[0] (Scalar 0.5)) (fun () -> sqrt (v[0] - 0.5) * w[0]) (fun () -> sqrt (0.5 - v[0] + v[1] * w[1])))
        "if in a loop",
        (fun w v ->
            Diff.forLoop 4 v[0] (fun _ x ->
                Diff.ifElse (Maths.greater x (Scalar 0.5)) (fun () -> x * w[1] * log x) (fun () -> log (2.0 - x))))
        "a loop in a loop",
        (fun w v ->
            Diff.forLoop 2 v[1] (fun i x ->
                Diff.whileLoop (x + v[2]) (fun y -> Maths.greater y (Scalar 1.0)) (fun y -> y / (3.0 + w[0])) * w[2] + i))
        "scan",
        (fun w v ->
            let struct (last, all) = Diff.scanElements w[0] (v * w[1]) (fun c x -> struct (sin (c + x), c * x))
            last + all * w)
        "scan of what all share",
        (fun w v ->
            let struct (last, all) = Diff.scanElementsWith 2 v[0] w (fun c x -> struct (sin (c + x), c * v[1]))
            last + all * v)
        "checkpoint", (fun w v -> (Diff.checkpoint (fun (u: Vector) -> exp (u .* w) * 0.01) v).Sum())
    ]

let names = functions |> List.map (fun (name, _) -> [| box name |])
let private find name = functions |> List.find (fun (other, _) -> other = name) |> snd
let private shared = Vector [| 0.9; 0.5; 0.3 |]

[<Theory; MemberData(nameof names)>]
let ``All examples together are each by itself`` (name: string) =
    let f = find name
    let together (w: Vector) : Scalar = (Diff.vectorizeRows (f w) rows).Sum()
    let alone (w: Vector) : Scalar = Seq.fold (fun sum i -> sum + f w (rows.Row i)) (Scalar 0.0) (seq { 0 .. rows.RowCount - 1 })
    let overRows g = numbers (Diff.vectorizeRowsToRows g rows)
    let eachRow (g: Vector -> Vector) = numbers (Matrix.OfRows [| for i in 0 .. rows.RowCount - 1 -> g (rows.Row i) |])
    close "values" [| for i in 0 .. rows.RowCount - 1 -> (f shared (rows.Row i)).Value |] ((Diff.vectorizeRows (f shared) rows).ToArray())
    // derivatives inside, with respect to the example and to what all share
    let inside (d: (Vector -> Scalar) -> Vector -> Vector) what =
        close what (eachRow (d (f shared))) (overRows (d (f shared)))
        close what (eachRow (fun v -> d (fun w -> f w v) shared)) (overRows (fun v -> d (fun w -> f w v) shared))

    inside Diff.grad "gradients"
    inside (fun g v -> Diff.grad (fun v -> snd (Diff.jvp g v (Vector [| 1.0; -0.5; 0.25 |]))) v) "gradients of tangents"
    inside (fun g v -> (Diff.hessian g v) * Vector [| 1.0; 2.0; 3.0 |]) "second derivatives"
    // and outside
    close "gradient" ((Diff.grad alone shared).ToArray()) ((Diff.grad together shared).ToArray())
    let tangent (g: Vector -> Scalar) = (snd (Diff.jvp g shared (Vector [| 1.0; 2.0; 3.0 |]))).Value
    close "tangent" [| tangent alone |] [| tangent together |]
    close "Hessian" (numbers (Diff.hessian alone shared)) (numbers (Diff.hessian together shared))
    // in the examples themselves
    let byRows (g: Matrix -> Scalar) = numbers (Diff.grad g rows)
    let separately (m: Matrix) : Scalar = Seq.fold (fun sum i -> sum + f shared (m.Row i)) (Scalar 0.0) (seq { 0 .. rows.RowCount - 1 })
    close "gradient of rows" (byRows separately) (byRows (fun m -> (Diff.vectorizeRows (f shared) m).Sum()))

[<Theory; MemberData(nameof names)>]
let ``Compiled too`` (name: string) =
    let f = find name
    let gradients = Diff.vectorizeRowsToRows (Diff.grad (f shared))
    Assert.Equal<float[]>(numbers (gradients rows), numbers (Diff.compile gradients rows))

/// A primitive that counts how often its kernel is called.
let private counted (calls: int ref) : Primitive =
    {
        Name = "counted"
        Parameters = null
        Doc = ""
        Notation = Notation.byName
        Domain = [ Reals ]
        Special = []
        Kernel =
            Whole
                {
                    Infer = fun xs -> Ok xs[0]
                    CanFail = false
                    Evaluate =
                        { new WholeKernel() with
                            override _.Example(example, xs, y) = (xs[0].At example).CopyTo y

                            override kernel.Examples(count, xs, extent, y) =
                                calls.Value <- calls.Value + 1

                                for example in 0 .. count - 1 do
                                    kernel.Example(example, xs, Span(y, example * extent.Size, extent.Size))
                        }
                }
        Derivative = Linear(fun _ ybar -> [ ybar ])
    }

[<Fact>]
let ``A body runs as often for a thousand examples as for one`` () =
    let xs = Vector(Array.init 1000 (fun i -> float i / 500.0))

    for loop, steps in
        [
            (fun (body: Scalar -> Scalar) (x: Scalar) -> Diff.forLoop 10 x (fun _ y -> body y)), 10
            // halved until it is below 1/1000: the largest takes 11 steps
            (fun body x -> Diff.whileLoop x (fun y -> Maths.greater y (Scalar 0.001)) body), 11
        ] do
        let calls = ref 0
        let primitive = counted calls
        let body (x: Scalar) : Scalar = Scalar(Node.apply1 primitive x.Node) * 0.5
        Diff.vectorize (loop body) xs |> ignore
        Assert.Equal(steps, calls.Value)

[<Fact>]
let ``A loop that does not end for one example says so`` () =
    let halved (x: Scalar) : Scalar = Diff.whileLoopWith 50 x (fun y -> Maths.greater y (Scalar 1.0)) (fun y -> y / 2.0)
    Assert.Equal(3, (Diff.vectorize halved (Vector [| 1.0; 2.0; 3.0 |])).Count)
    let e = Assert.Throws<StepLimitException>(fun () -> Diff.vectorize halved (Vector [| 1.0; infinity; 3.0 |]) |> ignore)
    Assert.Contains("50 steps", e.Message)

[<Fact>]
let ``No examples`` () =
    let halved (x: Scalar) : Scalar = Diff.whileLoop x (fun y -> Maths.greater y (Scalar 1.0)) (fun y -> y / 2.0)
    Assert.Equal(0, (Diff.vectorize halved (Vector Array.empty<float>)).Count)
    Assert.Equal(0, (Diff.vectorize (Diff.grad halved) (Vector Array.empty<float>)).Count)

[<Fact>]
let ``float32 examples`` () =
    let halved (x: Scalar) : Scalar = Diff.whileLoop x (fun y -> Maths.greater y (Scalar 1.0)) (fun y -> y / 2.0)
    let slopes = Diff.vectorize (Diff.grad halved) (Vector [| 0.5f; 3.0f; 9.0f |])
    Assert.Equal<float32[]>([| 1.0f; 0.25f; 0.0625f |], slopes.ToArraySingle())
