/// Values and pullbacks are shared by threads.
module AutoDiff.Tests.ConcurrencyTests

open System
open System.Threading
open Xunit
open AutoDiff

/// Runs an action on so many threads that start together; their results, or the first exception.
let private together (count: int) (action: int -> 'R) : 'R[] =
    use start = new Barrier(count)
    let results: 'R[] = Array.zeroCreate count
    let failures = Collections.Concurrent.ConcurrentQueue<exn>()

    let run i () =
        try
            start.SignalAndWait()
            results[i] <- action i
        with e ->
            failures.Enqueue e

    let threads = Array.init count (fun i -> Thread(run i))

    for thread in threads do
        thread.Start()

    for thread in threads do
        thread.Join()

    Assert.Empty failures
    results

let private bits (xs: float[]) = xs |> Array.map BitConverter.DoubleToInt64Bits

let private network (w: Matrix) (x: Vector) : Vector = Vector.Tanh(w * Vector.Sin(w * x)) + Vector.Exp(0.1 * x)

let private weights = Matrix(Array2D.init 8 8 (fun i j -> sin (float (3 * i + j))))
let private point = Vector(Array.init 8 (fun i -> cos (float i)))

[<Fact>]
let ``A pullback called from many threads gives the same bits`` () =
    for _ in 1..20 do
        let _, pullback = Diff.vjp (network weights) point
        let ybar = Vector(Array.init 8 (fun i -> float (i - 3)))
        let results = together 64 (fun _ -> bits ((pullback ybar).ToArray()))
        let _, alone = Diff.vjp (network weights) point
        let expected = bits ((alone ybar).ToArray())
        Assert.All(results, (fun found -> Assert.Equal<int64[]>(expected, found)))

[<Fact>]
let ``Constants are shared by differentiations on many threads`` () =
    // computed by nobody yet when the threads start
    let shared = weights * weights + weights.Transpose()
    let gradient (scale: float) = Diff.grad (fun (x: Vector) -> (network shared (scale * x)).Sum()) point
    let expected = Array.init 64 (fun i -> bits ((gradient (float (i % 4))).ToArray()))
    let results = together 64 (fun i -> bits ((gradient (float (i % 4))).ToArray()))
    Array.iter2 (fun (e: int64[]) (r: int64[]) -> Assert.Equal<int64[]>(e, r)) expected results

[<Fact>]
let ``A value of a running differentiation is used by many threads`` () =
    let f (x: Vector) : Scalar =
        let y = Vector.Sin x // its number is not known yet
        let parts = together 16 (fun i -> (y * (float i + 1.0)).Sum())
        Seq.sum parts

    let expected = Array.init 8 (fun i -> 136.0 * Math.Cos(Math.Cos(float i)))

    for _ in 1..10 do
        let found = (Diff.grad f point).ToArray()
        Array.iter2 (fun (e: float) (x: float) -> Assert.True(abs (e - x) <= 1e-12 * abs e + 1e-13)) expected found

[<Fact>]
let ``Variables are differentiated on many threads`` () =
    let x = Diff.variable point
    let y = (network weights x).Sum()
    let results = together 64 (fun _ -> bits ((Diff.gradient y x).ToArray()))
    Assert.All(results, (fun found -> Assert.Equal<int64[]>(results[0], found)))

[<Fact>]
let ``Nested differentiations run inside a parallel loop`` () =
    let inner (a: Scalar) (x: Scalar) : Scalar = Diff.grad (fun (z: Scalar) -> a * z * z * z) x
    let results = together 32 (fun i -> (Diff.grad (fun (a: Scalar) -> inner a (Scalar(float i))) (Scalar 1.0)).Value)
    Array.iteri (fun i (found: float) -> Assert.Equal(3.0 * float i * float i, found, 9)) results
