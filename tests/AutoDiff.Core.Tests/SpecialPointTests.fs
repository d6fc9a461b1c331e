/// Every primitive of the table at its special points: zeros, ties, ends of the domain, infinities. What is expected is found by finite
/// differences from both sides; the conventions say what becomes of two sides.
module AutoDiff.Tests.SpecialPointTests

open System
open Xunit
open AutoDiff

/// Where an infinite operand is put to see what the slope with respect to it tends to; and, for the slope with respect to another
/// operand, where that still makes a difference.
let private farOut, private farEnough, private further = Math.ScaleB(1.0, 160), Math.ScaleB(1.0, 20), Math.ScaleB(1.0, 30)

let private finite limit (x: float) = if Double.IsInfinity x then float (sign x) * limit else x

/// The distance over which a function may be expected to stay what it is.
let private scale (x: float) = if x = 0.0 || Double.IsNaN x then 1.0 else abs x

/// The slope with respect to operand i by the conventions, infinite operands being so large instead.
let private slopeAt large (primitive: Primitive) (point: float[]) i =
    let point = point |> Array.mapi (fun j x -> if i = j then finite farOut x else finite large x)

    let value t =
        let at = point |> Array.mapi (fun j x -> Node.number Precision.Double (if i = j then x + t else x))
        (Numbers.floats (Node.apply primitive at))[0]

    match Generators.domain primitive i with
    | Mask -> 0.0 // it chooses, and has no derivative
    | _ when Double.IsNaN point[i] && not (Double.IsNaN(value 0.0)) -> 0.0 // not chosen: no influence
    | _ -> FiniteDifferences.conventional (scale point[i]) value

/// The slope with respect to operand i by the conventions: a limit where operands are infinite.
let private expected primitive point i =
    let near, far = slopeAt farEnough primitive point i, slopeAt further primitive point i
    if abs far > 100.0 * abs near && abs far > 1e6 then far * infinity else near

let private isClose (expected: float) (found: float) =
    Numbers.same expected found
    // a limit at infinity is taken far out, where 1e-20 counts as 0
    || abs (expected - found) <= 1e-6 * abs expected + 1e-20
    // two sides cancel to the digits that differences have
    || (abs found < 1.0 && abs (expected - found) <= 1e-9 && abs expected > 1e-15)

let private slopes (primitive: Primitive) (point: float[]) (shape: Shape) i : float[] * float[] =
    let xs = point |> Array.map (fun x -> Numbers.node Precision.Double shape (Array.create shape.Size x))
    let along j = Numbers.node Precision.Double shape (Array.create shape.Size (if i = j then 1.0 else 0.0))
    let ones = along i
    let forward = Numbers.pushforward [||] (Trial.apply primitive) xs (Array.init xs.Length along)
    let reverse = Numbers.pullback [||] (Trial.apply primitive) xs [| ones |]
    Numbers.floats forward[0], Numbers.floats reverse[i]

let private elementwise name (primitive: Primitive) =
    for point in primitive.Special do
        let point = Array.ofList point

        for i in 0 .. point.Length - 1 do
            let expected = if Families.isCut name then 0.0 else expected primitive point i

            for shape in [ Shape.Scalar; Shape.one (Extent.vector 2) ] do
                let forward, reverse = slopes primitive point shape i

                for found in Array.append forward reverse do
                    Assert.True(
                        isClose expected found,
                        $"at {Numbers.text point} slope {found} by operand {i}, where the conventions have {expected}"
                    )

/// Operands filled with one number each, moved along a direction.
let private whole (family: Family) (point: float[]) =
    Generators.check 20 (Trial.inside family) (fun trial ->
        let primitive, shapes = Trial.sample family trial
        let filled = { trial with Operands = shapes |> Array.mapi (fun i shape -> Array.create shape.Size point[i]) }
        let scale = point |> Array.map scale |> Array.min

        let value t =
            Numbers.floats (Node.apply primitive (Trial.nodes Precision.Double shapes (Trial.moved primitive filled (t * scale))))

        let along = Trial.nodes Precision.Double shapes trial.Directions

        let found =
            Numbers.pushforward [||] (Trial.apply primitive) (Trial.nodes Precision.Double shapes filled.Operands) along
            |> Array.head
            |> Numbers.floats

        let sums = Trial.largest trial.Directions * float (1 + (Seq.concat trial.Directions |> Seq.length))

        for i in 0 .. found.Length - 1 do
            // multiples of a large point: the rounding of its values would pass for a vertical slope
            let unit = max 1.0 scale
            let slope = FiniteDifferences.conventional 1.0 (fun t -> (value t)[i] / unit) * (unit / scale)
            Assert.True(abs (slope - found[i]) <= 1e-9 * sums, $"element {i}: slope {found[i]}, where the conventions have {slope}"))

[<Theory; MemberData(nameof FamilyNames.WithSpecial, MemberType = typeof<FamilyNames>)>]
let ``Slopes at special points are those of the conventions`` (name: string) =
    let primitive = Families.primitive name

    if Families.isElementwise primitive then
        elementwise name primitive
    else
        for point in primitive.Special do
            whole (Families.find name) (Array.ofList point)
