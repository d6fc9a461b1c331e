/// Functions over columns give the same bits for a column alone and for one among many, in a register of any width.
module AutoDiff.Tests.ColumnTests

open System
open System.Runtime.InteropServices
open Xunit
open FsCheck.FSharp
open FsCheck.Xunit
open AutoDiff.Kernels

let private kernels = typeof<Lane1>.Assembly

let private typeOf name = nonNull (kernels.GetType("AutoDiff.Kernels." + name))

/// A parameter of a function: an order, a number of directions, a choice.
let private argument (parameter: Reflection.ParameterInfo) : objnull =
    if parameter.ParameterType = typeof<float> then box 3.0
    elif parameter.ParameterType = typeof<int> then box 2
    else box true

/// The functions over columns, each with one choice of its parameters.
let private functions: (Type * obj) list =
    [
        for t in kernels.GetTypes() do
            if t.IsValueType && not t.IsGenericType && not (isNull (t.GetInterface "IColumnFunction")) then
                match t.GetConstructors() |> Array.tryHead with
                | Some make -> t, make.Invoke(make.GetParameters() |> Array.map argument)
                | None -> t, nonNull (Activator.CreateInstance t)
        let direction = (typeOf "Direction`1").MakeGenericType(typeOf "EuclideanNorm")
        direction, nonNull (Activator.CreateInstance direction)
    ]

/// How many operands there are at most: a column, weights and two directions.
let private operands = 4

let private memory (count: int) =
    let xs = GC.AllocateArray<float>(max count 1, pinned = true)
    xs, Marshal.UnsafeAddrOfPinnedArrayElement(xs, 0)

/// What a function says of itself; false where it says nothing.
let private says (t: Type) name =
    match t.GetProperty name with
    | null -> false
    | property -> property.GetValue null |> nonNull |> unbox<bool>

/// A function of columns that lie side by side, each with all its operands, in registers of a width.
let private apply (columns: Type) (lane: Type) (t: Type, f: obj) (rows: int) (xs: float[][]) : float[][] =
    let width = xs.Length
    let x, from = memory (operands * rows * width)
    let y, target = memory (rows * width + 8)
    let scratch = (nonNull (t.GetMethod "Scratch")).Invoke(f, [| box rows |]) |> nonNull |> unbox<int>
    let _, beside = memory ((scratch + 8) * width)
    xs |> Array.iteri (fun k column -> column |> Array.iteri (fun i element -> x[i * width + k] <- element))
    let columns = columns.MakeGenericType lane
    let run = (nonNull (t.GetMethod "Apply")).MakeGenericMethod(columns, lane)
    run.Invoke(f, [| box rows; box from; box target; box beside |]) |> ignore
    Array.init width (fun k -> Array.init (if says t "IsReduction" then 1 else rows) (fun i -> y[i * width + k]))

let private number =
    Gen.frequency
        [
            1, Gen.elements [ 0.0; -0.0; 1.0; nan; infinity; -infinity; 1e308; -1e308; 1e-308; 5e-324; 700.0; -745.0 ]
            2, Gen.elements [ 0.25; 0.5; 0.75 ]
            5, Gen.choose (-100000, 100000) |> Gen.map (fun k -> float k / 8192.0)
        ]

/// Eight columns of a length, each with all its operands: some with numbers of every kind, some with ordinary ones.
let private columns =
    Gen.choose (0, 11)
    |> Gen.bind (fun rows ->
        let ordinary = Gen.choose (-9999, 9999) |> Gen.map (fun k -> float k / 4096.0)
        let column = Gen.oneof [ Gen.arrayOfLength (operands * rows) number; Gen.arrayOfLength (operands * rows) ordinary ]
        Gen.zip (Gen.constant rows) (Gen.arrayOfLength 8 column))

[<Property(MaxTest = 100)>]
let ``Columns in lanes of every width have the bits of a column alone`` () =
    let inEachLane = typeOf "ColumnInEachLane`1"
    let one = typeOf "OneColumn`1"

    Prop.forAll (Arb.fromGen columns) (fun (rows, xs) ->
        for t, f in functions do
            let eight = apply inEachLane typeof<Lane8> (t, f) rows xs

            let others =
                [
                    "1", xs |> Array.collect (fun x -> apply inEachLane typeof<Lane1> (t, f) rows [| x |])
                    "2", xs |> Array.chunkBySize 2 |> Array.collect (apply inEachLane typeof<Lane2> (t, f) rows)
                    "4", xs |> Array.chunkBySize 4 |> Array.collect (apply inEachLane typeof<Lane4> (t, f) rows)
                    if not (says t "IsSequential") then
                        "8 along a column", xs |> Array.collect (fun x -> apply one typeof<Lane8> (t, f) rows [| x |])
                ]

            for width, found in others do
                for expected, found in Array.zip eight found do
                    for expected, found in Array.zip expected found do
                        Assert.True(Numbers.sameBits expected found, $"{t.Name}: {found:R} over {width}, {expected:R} over 8"))

type private Loop = delegate of ColumnBatch<float> * Span<float> -> unit

[<Property(MaxTest = 40)>]
let ``Many columns of any length have the bits of each alone`` () =
    let loops: (string * bool * Loop) list =
        [
            "logSumExp", false, Loop(fun x y -> Exponentials.LogSumExp(x, y))
            "softmax", true, Loop(fun x y -> Exponentials.Softmax(x, y))
            "logSoftmax", true, Loop(fun x y -> Exponentials.LogSoftmax(x, y))
            "shareOfOthers", true, Loop(fun x y -> Exponentials.ShareOfOthers(x, y))
            "norm", false, Loop(fun x y -> PowerNorms.Norm(2.0, x, y))
            "norm of order 3", false, Loop(fun x y -> PowerNorms.Norm(3.0, x, y))
            "direction", true, Loop(fun x y -> PowerNorms.Direction(2.0, x, y))
            "centre", true, Loop(fun x y -> Centring.Centre(x, y))
            "deviation", false, Loop(fun x y -> Centring.Deviation(x, y))
        ]

    let many = Gen.zip (Gen.elements [ 1; 3; 16; 17; 32; 33; 300; 2100 ]) (Gen.choose (1, 18))

    Prop.forAll (Arb.fromGen many) (fun (rows, count) ->
        let random = Random(rows + count)
        let xs = Array.init (rows * count) (fun _ -> float (random.Next(-999, 999)) / 256.0)

        for name, isColumn, loop in loops do
            let size = if isColumn then rows else 1

            let run first columns =
                let y = Array.zeroCreate<float>(columns * size)
                loop.Invoke(ColumnBatch(rows, columns, ColumnOperand(xs, first * rows, 0)), Span y)
                y

            let all = run 0 count

            for k in 0 .. count - 1 do
                for expected, found in Array.zip (run k 1) all[k * size .. (k + 1) * size - 1] do
                    Assert.True(Numbers.sameBits expected found, $"{name} of {rows} elements: {found:R} among {count}, {expected:R} alone"))
