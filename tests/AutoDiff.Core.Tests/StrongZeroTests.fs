/// Where what comes in is exactly 0, what goes out of an elementwise primitive is exactly 0, whatever its slope is there.
module AutoDiff.Tests.StrongZeroTests

open FsCheck.FSharp
open Xunit
open AutoDiff

/// Zero and one in turns: what is zero must stay it, beside what is not.
let private turns count = Array.init count (fun i -> float (i % 2))

let private holds name (primitive: Primitive) precision (points: float[] list) =
    let count = 2 * points.Length
    let shape = Shape.one (Extent.vector count)
    // each point twice: once with 0 coming in, once with 1
    let xs =
        primitive.Domain
        |> List.mapi (fun i _ -> Numbers.node precision shape (Array.init count (fun k -> points[k / 2][i])))
        |> Array.ofList

    let seed precision = Numbers.node precision shape (turns count)
    let tangents = xs |> Array.map (fun _ -> seed precision)
    let forward = (Numbers.pushforward [||] (Trial.apply primitive) xs tangents)[0]
    let reverse = Numbers.pullback [||] (Trial.apply primitive) xs [| seed (Trial.resultPrecision primitive precision) |]

    for found in Array.append [| forward |] reverse do
        let found = Numbers.floats found

        for k in 0..2 .. count - 1 do
            Assert.True((found[k] = 0.0), $"{name}: {found[k]} from 0 at {Numbers.text points[k / 2]}")

let private both = [ Precision.Double; Precision.Single ]

[<Theory; MemberData(nameof FamilyNames.Elementwise, MemberType = typeof<FamilyNames>)>]
let ``Zero stays zero at special points`` (name: string) =
    let primitive = Families.primitive name
    let points = primitive.Special |> List.map Array.ofList

    if not points.IsEmpty then
        for precision in both do
            holds name primitive precision points

[<Theory; MemberData(nameof FamilyNames.Elementwise, MemberType = typeof<FamilyNames>)>]
let ``Zero stays zero outside the domain`` (name: string) =
    let primitive = Families.primitive name
    // the pole of what has only a pole outside, NaN where there is nothing outside
    let outside domain =
        match Generators.outside domain, domain with
        | Some gen, _ -> gen
        | None, NonZero -> Gen.constant 0.0
        | None, _ -> Gen.elements [ nan; 0.0; 1.0 ]

    let point = primitive.Domain |> List.map outside |> Gen.collectToList id |> Gen.map Array.ofList

    Generators.check 20 (Gen.listOfLength 5 point) (fun points ->
        for precision in both do
            holds name primitive precision points)
