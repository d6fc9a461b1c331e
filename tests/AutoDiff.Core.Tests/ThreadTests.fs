/// The number of threads changes no bit of a result.
[<Xunit.Collection "measures">]
module AutoDiff.Tests.ThreadTests

open System
open System.Threading
open Xunit
open FsCheck.FSharp
open FsCheck.Xunit
open AutoDiff
open AutoDiff.Kernels

let private withThreads count (action: unit -> 'R) : 'R =
    let before = AutoDiffControl.MaxThreads
    AutoDiffControl.MaxThreads <- count

    try
        action ()
    finally
        AutoDiffControl.MaxThreads <- before

/// The same product by one thread and by more, in a precision.
let private isTheSame (make: float -> 'T) (left, right) (m, n, k) seed =
    let random = Random(seed: int)
    let factor size = Array.init size (fun _ -> make (random.NextDouble() - 0.5))
    let a, b = factor (m * k), factor (k * n)

    let product threads : 'T[] =
        let c = Array.zeroCreate (m * n)
        withThreads threads (fun () -> Product.Multiply(left, right, m, n, k, ReadOnlySpan a, ReadOnlySpan b, Span c))
        c

    let one = product 1
    [ 2; 3 ] |> List.forall (fun threads -> (product threads).AsSpan().SequenceEqual(ReadOnlySpan one))

/// Sizes of 4 million multiplications or more.
let private sizes = Gen.choose (160, 320) |> Gen.three

[<Property(MaxTest = 30)>]
let ``A large product has the same bits for any number of threads`` () =
    let case = Gen.zip (Gen.two (Gen.elements [ false; true ])) sizes

    Prop.forAll (Arb.fromGen case) (fun (transposed, size) -> isTheSame id transposed size 1 && isTheSame float32 transposed size 2)

[<Theory>]
[<InlineData(900, 5, 900)>]
[<InlineData(700, 9, 700)>]
[<InlineData(40, 2300, 50)>]
[<InlineData(1, 2100, 2100)>]
[<InlineData(2100, 1, 2100)>]
[<InlineData(64, 2064, 300)>]
let ``Narrow and wide products have the same bits for any number of threads`` (m: int, n: int, k: int) =
    Assert.True(isTheSame id (false, false) (m, n, k) 3)
    Assert.True(isTheSame id (true, true) (m, n, k) 4)

[<Fact>]
let ``As many threads as asked run at a time, and kernels inside stay on theirs`` () =
    withThreads 2 (fun () ->
        Assert.Equal(2, Threads.Available)
        use barrier = new Barrier 2
        let met = Array.zeroCreate<bool> 2
        let available = Array.zeroCreate<int> 2

        Threads.Run(
            2,
            fun i ->
                met[i] <- barrier.SignalAndWait(TimeSpan.FromMinutes 1.0)
                available[i] <- Threads.Available
        )

        Assert.Equal<bool[]>([| true; true |], met)
        Assert.Equal<int[]>([| 1; 1 |], available)
        Assert.Equal(2, Threads.Available))

[<Fact>]
let ``A parallel loop throws what its body throws`` () =
    withThreads 2 (fun () ->
        let fail () = Threads.Run(2, (fun _ -> raise (ShapeException "no")))
        Assert.Throws<ShapeException> fail |> ignore
        Assert.Equal(2, Threads.Available))
