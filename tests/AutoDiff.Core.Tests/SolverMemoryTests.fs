/// What a minimisation allocates, and what its arrays, which it uses again, may be kept for.
module AutoDiff.Tests.SolverMemoryTests

open System
open Xunit
open AutoDiff
open AutoDiff.Kernels

/// Curvatures from 1 to 1000 and a bend: far to its minimum.
let private valley (n: int) : Vector -> Scalar =
    let weights = Vector(Array.init n (fun i -> 10.0 ** (3.0 * float i / float n)))
    fun x -> (weights .* x) * x + (x * x / float n) ** 2.0

let private start n = Vector(Array.init n (fun i -> 1.0 + sin (float i)))

let private bytesOfSteps (f: Vector -> Scalar) (optimizer: Optimizer) n =
    let bytes steps =
        let options = MinimizeOptions(MaxSteps = steps, GradientTolerance = 0.0)
        let start = start n
        let before = GC.GetAllocatedBytesForCurrentThread()
        let found = Diff.minimizeWith optimizer options f start
        Assert.Equal(steps, found.Steps)
        GC.GetAllocatedBytesForCurrentThread() - before

    bytes 60 |> ignore
    // plans that other tests crowd out are made again: the least of three is the solver's own
    Seq.min [ for _ in 1..3 -> (bytes 60 - bytes 40) / 20L ]

let optimizers () =
    [|
        Optimizer.Lbfgs()
        Optimizer.ConjugateGradient()
        Optimizer.GradientDescent()
        Optimizer.Sgd(1e-4, momentum = 0.9)
        Optimizer.Adam(1e-3)
        Optimizer.Adam(1e-3).ClipNorm(1.0)
        Optimizer.Lion(1e-4).WithRate(RateSchedule.Exponential(1e-4, 0.99))
    |]
    |> Array.map (fun optimizer -> [| box optimizer |])

[<Theory; MemberData(nameof optimizers)>]
let ``once warm, a step allocates no more for many numbers than for few`` (optimizer: Optimizer) =
    let allocated n = bytesOfSteps (valley n) optimizer n
    Assert.InRange(allocated 8_000, 0L, allocated 1_000 + 3_000L)

[<Fact>]
let ``so with a structure, bounds, a scale and a compiled function`` () =
    let allocated n =
        let f = valley n
        let loss (x: Vector, y: Vector) = f x + f (y - 1.0)
        let half = start n

        let options steps =
            MinimizeOptions(
                MaxSteps = steps,
                GradientTolerance = 0.0,
                Scale = PerLeaf.Of((Vector(Array.create n 2.0), Vector(Array.create n 0.5))),
                Bounds = Bounds.Between((half - 10.0, half - 10.0), (half + 10.0, half + 10.0))
            )

        let bytes (f: Vector * Vector -> Scalar) steps =
            let before = GC.GetAllocatedBytesForCurrentThread()
            Diff.minimizeWith (Optimizer.Lbfgs()) (options steps) f (half, half) |> ignore
            GC.GetAllocatedBytesForCurrentThread() - before

        let perStep f =
            bytes f 60 |> ignore
            Seq.min [ for _ in 1..3 -> (bytes f 60 - bytes f 40) / 20L ]

        max (perStep loss) (perStep (Diff.compile loss))

    Assert.InRange(allocated 4_000, 0L, allocated 1_000 + 3_000L)

[<Fact>]
let ``a point or value that the function kept is right, or says that it is gone`` () =
    let n = 1_000
    let f = valley n
    let points = ResizeArray<Vector>()
    let copies = ResizeArray<Vector>()
    let values = ResizeArray<Scalar>()

    let keeping (x: Vector) =
        let y = f x
        points.Add x
        copies.Add(Diff.stopGradient x)
        values.Add y
        y

    let found =
        Diff.minimizeWith (Optimizer.Lbfgs()) (MinimizeOptions(MaxSteps = 30, GradientTolerance = 0.0)) keeping (start n)

    Assert.Equal(found.Evaluations.Values, copies.Count)

    // copies are there to stay, and belong to their values
    Seq.iter2 (fun (x: Vector) (y: Scalar) -> Assert.Equal((f x).Value, y.Value)) copies values

    let read (x: Vector) =
        try
            Some(x.ToArray())
        with :? TracedValueException as e ->
            Assert.Contains("StopGradient", e.Message)
            None

    let readable =
        Seq.map2 (fun point (copy: Vector) -> read point |> Option.map (fun x -> x = copy.ToArray())) points copies
        |> Seq.choose id

    Assert.All(readable, (fun same -> Assert.True same))
    Assert.Equal<float[]>(copies[copies.Count - 1].ToArray(), found.Point.ToArray())

[<Fact>]
let ``steps that were handed out keep their points`` () =
    let n = 1_000
    let f = valley n
    let seen = ResizeArray<Step<Vector>>()
    let read = ResizeArray<float[]>()
    let told = ResizeArray<Step<Vector>>()

    let options =
        MinimizeOptions(
            MaxSteps = 30,
            GradientTolerance = 0.0,
            Stop =
                fun step ->
                    let step = step :?> Step<Vector>
                    seen.Add step

                    if step.Number % 2 = 0 then
                        read.Add(step.Point.ToArray())

                    false
        )

    Diff.minimizeWith (Optimizer.Lbfgs()) options f (start n) |> ignore
    let path = Diff.steps (Optimizer.Lbfgs()) f (start n) |> Seq.truncate 30 |> Seq.toArray

    for k in 0..14 do
        Assert.Equal<float[]>(path[2 * k].Point.ToArray(), read[k])
        Assert.Equal<float[]>(read[k], seen[2 * k].Point.ToArray())

    Assert.Contains("KeepHistory", (Assert.Throws<InvalidOperationException>(fun () -> seen[1].Point |> ignore)).Message)

    let options =
        MinimizeOptions(
            MaxSteps = 30,
            GradientTolerance = 0.0,
            KeepHistory = true,
            Progress =
                { new IProgress<Step> with
                    member _.Report step = told.Add(step :?> Step<Vector>)
                }
        )

    let history = (Diff.minimizeWith (Optimizer.Lbfgs()) options f (start n)).History

    for k in 0..29 do
        Assert.Equal<float[]>(path[k].Point.ToArray(), told[k].Point.ToArray())
        Assert.Equal<float[]>(path[k].Gradient.ToArray(), (history[k] :?> Step<Vector>).Gradient.ToArray())
        Assert.Equal<byte[]>(path[k].State.ToBytes(), told[k].State.ToBytes())

[<Fact>]
let ``a function that reads a changing batch is run at each point`` () =
    let n = 500
    let calls = ref 0
    let last = ref (start n)

    let changing (x: Vector) =
        calls.Value <- calls.Value + 1
        let target = Vector(Array.create n (float calls.Value))
        last.Value <- Diff.stopGradient x
        (x - target) * (x - target)

    let found = Diff.minimizeWith (Optimizer.Sgd 0.5) (MinimizeOptions(MaxSteps = 20)) changing (Vector(Array.create n 0.0))
    Assert.Equal(21, calls.Value)
    // half a gradient is the whole way to the target of its evaluation
    Assert.Equal<float[]>(Array.create n 20.0, last.Value.ToArray())
    Assert.Equal(21, found.Evaluations.Values)

[<Fact>]
let ``a compiled function is not run at each point`` () =
    let calls = ref 0

    let counted (x: Vector) =
        calls.Value <- calls.Value + 1
        x * x + (x[0] - 1.0) ** 4.0

    for optimizer in [ Optimizer.Lbfgs(); Optimizer.Newton(); Optimizer.Adam(0.1) ] do
        calls.Value <- 0
        let plain = Diff.minimizeWith optimizer (MinimizeOptions()) counted (Vector [| 3.0; -4.0 |])
        calls.Value <- 0
        let compiled = Diff.minimizeWith optimizer (MinimizeOptions()) (Diff.compile counted) (Vector [| 3.0; -4.0 |])
        Assert.InRange(calls.Value, 1, 4)
        Assert.Equal(plain.Status, compiled.Status)
        Assert.Equal(plain.Value.Value, compiled.Value.Value, 12)

[<Fact>]
let ``adding and the inner product after it are what they are one after the other`` () =
    for n in [ 0; 1; 7; 8; 255; 256; 257; 1_000; 5_123 ] do
        let random = Random n
        let draw () = Array.init n (fun _ -> random.NextDouble() - 0.5)
        let x, y, z = draw (), draw (), draw ()
        let expected = Array.map2 (fun x y -> x + 0.3 * y) x y
        let product = Sums.AddScaledAndDot(Span x, 0.3, ReadOnlySpan y, ReadOnlySpan z)
        Assert.Equal<float[]>(expected, x)
        Assert.Equal(Sums.Dot<float>(ReadOnlySpan expected, ReadOnlySpan z), product)
