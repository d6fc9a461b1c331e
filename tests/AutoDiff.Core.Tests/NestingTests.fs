/// Derivatives inside derivatives, in every combination of the ways to differentiate, closed over outer variables; values that escape; and
/// the same bits from many threads.
module AutoDiff.Tests.NestingTests

open System.Linq
open System.Threading
open System.Threading.Tasks
open Xunit
open AutoDiff

let private one = Scalar 1.0
let private derivativeOf f (x: Scalar) : Scalar = Diff.grad f x

/// Ways to the derivative of a function of a scalar.
let private ways: (string * ((Scalar -> Scalar) -> Scalar -> Scalar)) list =
    [
        "reverse", derivativeOf
        "forward", (fun f x -> snd (Diff.jvp f x one))
        "pullback", (fun f x -> snd (Diff.vjp f x) one)
        "pushforward", (fun f x -> snd (Diff.linearize f x) one)
        "series", (fun f x -> (Diff.taylor f x 1)[1])
        "batch", (fun f x -> (Diff.vectorize (derivativeOf f) (Vector [| x; x |]))[1])
        "forward in a batch", (fun f x -> (Diff.vectorize (fun z -> snd (Diff.jvp f z one)) (Vector [| x |]))[0])
        "a batch inside", (fun f x -> (Diff.grad (fun (v: Vector) -> (Diff.vectorize f v).Sum()) (Vector [| x; x |]))[0])
        "loop", (fun f x -> Diff.forLoop 2 (Scalar 0.0) (fun i sum -> sum + i * derivativeOf f x))
        "a loop inside", (fun f x -> derivativeOf (fun z -> Diff.forLoop 1 z (fun _ y -> f y)) x)
        "while", (fun f x -> derivativeOf (fun z -> snd (Diff.whileLoop (one, z) (fun (go, _) -> go) (fun (_, y) -> Scalar 0.0, f y))) x)
        "checkpoint", (fun f x -> derivativeOf (Diff.checkpoint f) x)
        "inside a checkpoint", (fun f x -> Diff.checkpoint (derivativeOf f) x)
    ]

let private names = ways |> List.map fst

let pairs =
    [|
        for outer in names do
            for inner in names -> [| box outer; box inner |]
    |]

let private find name = ways |> List.find (fun (other, _) -> other = name) |> snd
let private near (expected: float) (found: Scalar) = Assert.Equal(expected, found.Value, 1e-12)

[<Theory; MemberData(nameof pairs)>]
let ``An inner derivative does not see an outer variable`` (outer: string) (inner: string) =
    let d, d' = find outer, find inner
    // d/dx [x d/dy (x + y)] = 1, d/dx [x d/dy (x y²)] at y = x is that of 2 x³
    near 1.0 (d (fun x -> x * d' (fun y -> x + y) one) (Scalar 3.0))
    near (6.0 * 0.7 * 0.7) (d (fun x -> x * d' (fun y -> x * y * y) x) (Scalar 0.7))
    near (cos 1.4 * 2.0 - sin 1.4 * 1.4 * 2.0) (d (fun x -> x * 2.0 * d' (fun y -> sin (x + y)) x) (Scalar 0.7))

[<Fact>]
let ``Three deep in all combinations`` () =
    for a in [ "reverse"; "forward"; "series"; "batch"; "loop"; "a loop inside" ] do
        for b in [ "reverse"; "forward"; "series"; "batch"; "loop"; "checkpoint" ] do
            for c in [ "reverse"; "forward"; "series"; "batch"; "while" ] do
                // d/dz (x y z) = x y, d/dy (x² y) = x², d/dx (x³) = 3 x²
                let f x = x * find b (fun y -> x * find c (fun z -> x * y * z) y) x
                let found = find a f (Scalar 0.5)
                Assert.True(abs (found.Value - 0.75) <= 1e-12, $"{a}, {b}, {c}: {found.Value}")

[<Fact>]
let ``What escapes from a finished differentiation is a constant`` () =
    for name, d in ways |> List.filter (fun (name, _) -> List.contains name [ "reverse"; "forward"; "pullback"; "series" ]) do
        let mutable escaped = one

        let f (x: Scalar) : Scalar =
            escaped <- x * x
            x * x * x

        near 12.0 (d f (Scalar 2.0))
        Assert.Equal(4.0, escaped.Value)
        // and to a later differentiation it is one too
        Assert.True((derivativeOf (fun x -> x * escaped) (Scalar 5.0)).Value = 4.0, name)

[<Fact>]
let ``What escapes from a body without numbers has none`` () =
    let mutable escaped = one

    let keep (x: Scalar) : Scalar =
        escaped <- x * x
        x

    Diff.vectorize keep (Vector [| 1.0; 2.0 |]) |> ignore
    Assert.Throws<TracedValueException>(fun () -> escaped.Value |> ignore) |> ignore
    Diff.forLoop 2 one (fun _ x -> keep x) |> ignore
    Assert.Throws<TracedValueException>(fun () -> escaped.Value |> ignore) |> ignore

/// One of everything, at a point.
let private everything (x: float) : float[] =
    let x = Scalar x
    let looped (x: Scalar) : Scalar = Diff.forLoop 5 x (fun i y -> sin (y * x) + i)
    let v = Vector [| x; x * 0.5; x + 1.0 |]

    [|
        yield (Diff.grad looped x).Value
        yield! Diff.taylor (fun x -> tanh (sin x * exp x)) x 6 |> Array.map _.Value
        yield! (Diff.vectorize (Diff.grad looped) v).ToArray()
        yield (Diff.grad (fun p -> Diff.root (fun y p -> y * y * y + y - p) one p) x).Value
        yield! (Diff.sparseHessian (fun v -> (v[1..] .* v[1..] .* v[..1]).Sum()) v).ToArray() |> Seq.cast<float>
        yield (Diff.grad (fun x -> Ode.solve (fun _ y -> x * y) one (Scalar 0.0) one) x).Value
    |]

[<Fact>]
let ``The bits of the sequential run from 64 threads, parallel loops and asynchronous code`` () =
    let points = [| for k in 1..16 -> 0.2 + float k / 20.0 |]
    let expected = points |> Array.map everything
    let check (found: float[][]) = Array.iter2 (fun (e: float[]) f -> Assert.Equal<float[]>(e, f)) expected found

    let together = Array.zeroCreate<float[]> points.Length
    Parallel.For(0, points.Length, (fun i -> together[i] <- everything points[i])) |> ignore
    check together
    check (points.AsParallel().AsOrdered().Select(everything).ToArray())
    check (points |> Array.map (fun x -> async { return everything x }) |> Async.Parallel |> Async.RunSynchronously)

    let threaded = Array.zeroCreate<float[]> 64
    let threads = Array.init 64 (fun i -> Thread((fun () -> threaded[i] <- everything points[i % 16])))
    threads |> Array.iter _.Start()
    threads |> Array.iter _.Join()

    for block in 0..3 do
        check threaded[16 * block .. 16 * block + 15]
