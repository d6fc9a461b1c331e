/// Batches against loops: of operands, of cotangents and tangents in one sweep, and of sweeps over what is batched inside.
module AutoDiff.Tests.BatchingTests

open Xunit
open FsCheck
open FsCheck.FSharp
open AutoDiff

let private double = Precision.Double

/// Batch extents of operands that fit each other: each has those of the result, or fewer, or 1 in some places.
let private batches: Gen<int[] * int[]> =
    Gen.elements
        [
            [| 3 |], [||]
            [| 3 |], [| 3 |]
            [||], [| 2 |]
            [| 2; 3 |], [| 2; 3 |]
            [| 2; 3 |], [| 3 |]
            [| 2; 1 |], [| 1; 3 |]
            [| 1 |], [| 3 |]
            [| 2; 3 |], [||]
            [||], [| 2; 1 |]
            [||], [||]
            [| 0 |], [||]
            [| 1 |], [||]
        ]

let private combined (left: int[]) (right: int[]) =
    match Shape.broadcastBatch left right with
    | ValueSome batch -> batch
    | ValueNone -> invalidOp "these batches do not fit"

/// Batches for all operands of a primitive, in turns, and theirs together.
let private ofOperands count (left, right) =
    let each = Array.init count (fun i -> if i % 2 = 0 then left else right)
    each, Array.reduce combined each

let private repeat (count: int) (xs: float[]) = Array.init (count * xs.Length) (fun i -> xs[i % xs.Length] + float (i / xs.Length) / 16.0)

let private isProduct (primitive: Primitive) =
    match primitive.Derivative with
    | Multilinear _ -> not (Families.isElementwise primitive)
    | _ -> false

/// Equal to the bit; up to roundings of what is summed where a batch may be summed in another order.
let private agree exactly terms (expected: float[]) (found: float[]) =
    Assert.Equal(expected.Length, found.Length)

    for i in 0 .. expected.Length - 1 do
        let isSame =
            if exactly then
                Numbers.sameBits expected[i] found[i]
            else
                Numbers.same expected[i] found[i] || abs (expected[i] - found[i]) <= 64.0 * terms * Numbers.unit double

        Assert.True(isSame, $"element {i}: {found[i]} in a batch, {expected[i]} by itself")

let private count (batch: int[]) = Array.fold (*) 1 batch

/// Only positive shifts: a batch of operands of a domain without an upper end, in steps; where it has one, the same example again.
let private operands (primitive: Primitive) (outer: int[][]) (trial: Trial) =
    let canShift domain =
        match domain with
        | Reals
        | Above _
        | AtLeast _ -> true
        | _ -> false

    trial.Operands
    |> Array.mapi (fun i xs ->
        if canShift (Generators.domain primitive i) then
            repeat (count outer[i]) xs
        else
            Array.concat (Array.replicate (count outer[i]) xs))

let private batchedNodes (outer: int[][]) (shapes: Shape[]) (arrays: float[][]) =
    Array.map3
        (fun o (shape: Shape) xs -> Numbers.node double (Shape.batched (Array.append o shape.Batch) shape.Extent) xs)
        outer
        shapes
        arrays

[<Theory; MemberData(nameof FamilyNames.All, MemberType = typeof<FamilyNames>)>]
let ``A batch of operands gives what its examples give`` (name: string) =
    let family = Families.find name

    Generators.check 40 (Gen.zip (Trial.inside family) batches) (fun (trial, batches) ->
        let primitive, shapes = Trial.sample family trial
        let outer, batch = ofOperands shapes.Length batches
        let arrays = operands primitive outer trial
        let found = Node.apply primitive (batchedNodes outer shapes arrays)
        let expected = Reference.eachExample double batch shapes outer arrays (Node.apply primitive)
        Assert.Equal<int[]>(batch, found.Shape.Batch[.. batch.Length - 1])
        let magnitude = Trial.largest arrays
        agree (not (isProduct primitive)) (8.0 * magnitude * magnitude) expected (Numbers.floats found))

/// A sweep's directions: so many copies of a shape, each different.
let private many (batch: int[]) (shape: Shape) (xs: float[]) =
    Numbers.node double (Shape.batched (Array.append batch shape.Batch) shape.Extent) (repeat (count batch) xs)

let private single i total (node: Node) (shape: Shape) = Numbers.node double shape (Reference.part total i (Numbers.floats node))

/// What is summed in a sweep is at most this.
let private terms (xs: Node[]) (seeds: Node[]) (results: Node[]) =
    let largest nodes = Trial.largest (Array.map Numbers.floats nodes)
    1.0 + largest results + 64.0 * (1.0 + largest xs) * largest seeds

[<Theory; MemberData(nameof FamilyNames.All, MemberType = typeof<FamilyNames>)>]
let ``Many tangents and cotangents in one sweep give what they give one by one`` (name: string) =
    let family = Families.find name
    let sweep = Gen.elements [ [| 3 |]; [| 2; 2 |]; [| 1 |] ]

    Generators.check 30 (Gen.zip3 (Trial.inside family) batches sweep) (fun (trial, batches, sweep) ->
        let primitive, shapes = Trial.sample family trial
        let outer, _ = ofOperands shapes.Length batches
        let xs = batchedNodes outer shapes (operands primitive outer trial)
        let f = Trial.apply primitive
        let y = (f xs)[0]
        let total = count sweep

        let dxs =
            Array.map2 (fun (x: Node) d -> many sweep x.Shape (repeat (x.Shape.Size / max (Array.length d) 1) d)) xs trial.Directions

        let ybar = many sweep y.Shape (repeat (y.Shape.Size / max trial.Cotangent.Length 1) trial.Cotangent)
        let forward = (Numbers.pushforward sweep f xs dxs)[0]
        let reverse = Numbers.pullback sweep f xs [| ybar |]
        Assert.Equal(Shape.batched (Array.append sweep y.Shape.Batch) y.Shape.Extent, forward.Shape)

        for i in 0 .. total - 1 do
            let dx = Array.map2 (fun dx (x: Node) -> single i total dx x.Shape) dxs xs
            let bar = single i total ybar y.Shape
            let one = (Numbers.pushforward [||] f xs dx)[0]
            agree false (terms xs dxs [| forward |]) (Numbers.floats one) (Reference.part total i (Numbers.floats forward))
            let bars = Numbers.pullback [||] f xs [| bar |]

            for x, one, all in Array.zip3 xs bars reverse do
                Assert.Equal(Shape.batched (Array.append sweep x.Shape.Batch) x.Shape.Extent, all.Shape)
                agree false (terms xs [| ybar |] reverse) (Numbers.floats one) (Reference.part total i (Numbers.floats all)))

/// A function whose result is a sweep of its own: derivatives along two directions at once.
let private inner primitive (dxs: Node[]) (xs: Node[]) : Node[] = Numbers.pushforward [| 2 |] (Trial.apply primitive) xs dxs

[<Theory; MemberData(nameof FamilyNames.All, MemberType = typeof<FamilyNames>)>]
let ``A sweep over a sweep gives what single ones give`` (name: string) =
    let family = Families.find name

    Generators.check 20 (Trial.inside family) (fun trial ->
        let primitive, shapes = Trial.sample family trial
        let xs = Trial.nodes double shapes trial.Operands
        let inners = Array.map2 (many [| 2 |]) shapes trial.Directions
        let outers = Array.map2 (many [| 3 |]) shapes trial.Seconds
        let y = Trial.resultShape primitive shapes
        let ybars = Numbers.node double (Shape.batched (Array.append [| 3; 2 |] y.Batch) y.Extent) (repeat 6 trial.Cotangent)
        let forward = Numbers.pushforward [| 3 |] (inner primitive inners) xs outers
        let reverse = Numbers.pullback [| 3 |] (inner primitive inners) xs [| ybars |]
        let terms = terms xs (Array.concat [ inners; outers; [| ybars |] ]) (Array.append forward reverse)
        let part total i nodes = Array.map2 (fun (node: Node) shape -> single i total node shape) nodes shapes

        for i in 0..2 do
            let second j = Numbers.pushforward [||] (Trial.apply primitive) |> fun push xs -> push xs (part 2 j inners)
            let along = part 3 i outers

            for j in 0..1 do
                let one = Numbers.floats (Numbers.pushforward [||] (second j) xs along |> Array.head)
                agree false terms one (Reference.part 6 (2 * i + j) (Numbers.floats forward[0]))
            // the cotangents of both derivatives arrive at the same operands
            let bars j =
                Numbers.pullback [||] (second j) xs [| Numbers.node double y (Reference.part 6 (2 * i + j) (Numbers.floats ybars)) |]

            for a, b, all in Array.zip3 (bars 0) (bars 1) reverse do
                agree false terms (Array.map2 (+) (Numbers.floats a) (Numbers.floats b)) (Reference.part 3 i (Numbers.floats all)))
