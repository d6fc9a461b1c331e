/// Every primitive of the table: values and first derivatives.
module AutoDiff.Tests.FirstOrderTests

open System
open Xunit
open AutoDiff

let private tangent precision primitive shapes (trial: Trial) =
    (Numbers.pushforward
        [||]
        (Trial.apply primitive)
        (Trial.nodes precision shapes trial.Operands)
        (Trial.nodes precision shapes trial.Directions))[0]

[<Theory; MemberData(nameof FamilyNames.All, MemberType = typeof<FamilyNames>)>]
let ``Forward agrees with finite differences`` (name: string) =
    let family = Families.find name

    Generators.check 60 (Trial.inside family) (fun trial ->
        let primitive, shapes = Trial.sample family trial
        let found = Numbers.floats (tangent Precision.Double primitive shapes trial)
        let value t = Node.apply primitive (Trial.nodes Precision.Double shapes (Trial.moved primitive trial t)) |> Numbers.floats
        let magnitude = Trial.magnitude primitive shapes trial
        let expected = FiniteDifferences.slopeOrCentre magnitude (Trial.reach primitive trial) value
        let values = value 0.0
        let sums = Trial.tangentMagnitude primitive shapes trial
        let largest = Trial.largest [ expected.Slopes ]

        for i in 0 .. found.Length - 1 do
            let error = expected.Errors[i]
            let slope = if Families.isCut name then 0.0 else expected.Slopes[i]
            // the differences are to have at least 6 digits, or they would prove nothing; the rule may round 64 times
            Assert.True(
                Families.isCut name || error <= 1e-6 * (1.0 + largest + abs values[i] + sums[i] + magnitude),
                $"no finite difference at element {i}: {slope} ± {error}"
            )

            let tolerance = 2.0 * error + 64.0 * Numbers.unit Precision.Double * sums[i]
            Assert.True(abs (found[i] - slope) <= tolerance, $"element {i}: {found[i]} where finite differences give {slope} ± {error}"))

/// Whether numbers computed in float32 are those computed in float64, up to so many roundings of what was added up.
let private agreesInSingle what (scale: float[]) (single: float[]) (double: float[]) =
    for i in 0 .. double.Length - 1 do
        let tolerance = 32.0 * Numbers.unit Precision.Single * max scale[i] (abs double[i]) + Trial.underflow Precision.Single
        let isSame = Numbers.same single[i] double[i] || abs (single[i] - double[i]) <= tolerance
        Assert.True(isSame, $"{what} {i}: {single[i]} in float32 where float64 has {double[i]}")

[<Theory; MemberData(nameof FamilyNames.All, MemberType = typeof<FamilyNames>)>]
let ``Values and derivatives in float32 are those in float64, rounded`` (name: string) =
    let family = Families.find name

    Generators.check 40 (Trial.inside family) (fun trial ->
        let primitive, shapes = Trial.sample family trial
        let value precision = Node.apply primitive (Trial.nodes precision shapes trial.Operands)

        let magnitudes =
            let m = Trial.magnitude primitive shapes trial in Array.map (fun _ -> m) (Numbers.floats (value Precision.Double))

        Assert.Equal(Trial.resultPrecision primitive Precision.Single, (value Precision.Single).Precision)

        if Trial.isInRange Precision.Single primitive shapes trial then
            agreesInSingle "value" magnitudes (Numbers.floats (value Precision.Single)) (Numbers.floats (value Precision.Double))
            let tangent precision = Numbers.floats (tangent precision primitive shapes trial)
            agreesInSingle "tangent" (Trial.tangentMagnitude primitive shapes trial) (tangent Precision.Single) (tangent Precision.Double))

[<Theory; MemberData(nameof FamilyNames.InBoth, MemberType = typeof<FamilyNames>)>]
let ``Reverse is the transpose of forward`` (name: string) (precision: string) =
    let family = Families.find name
    let precision = if precision = "float32" then Precision.Single else Precision.Double

    Generators.check 60 (Trial.inside family) (fun trial ->
        let primitive, shapes = Trial.sample family trial
        let y = tangent precision primitive shapes trial
        let ybar = Numbers.node (Trial.resultPrecision primitive precision) y.Shape trial.Cotangent
        let xbars = Numbers.pullback [||] (Trial.apply primitive) (Trial.nodes precision shapes trial.Operands) [| ybar |]

        for shape, xbar in Array.zip shapes xbars do
            Assert.Equal(shape, xbar.Shape)
            Assert.Equal(precision, xbar.Precision)

        let absolute = Array.map abs
        let xbars = Array.map Numbers.floats xbars
        let forward = Numbers.inner trial.Cotangent (Numbers.floats y)
        let reverse = Array.map2 Numbers.inner xbars trial.Directions |> Array.sum
        // both are sums of the same terms in another order: as many roundings as terms, of at most their magnitude
        let terms =
            Numbers.inner (absolute trial.Cotangent) (Trial.tangentMagnitude primitive shapes trial)
            + (Array.map2 (fun a b -> Numbers.inner (absolute a) (absolute b)) xbars trial.Directions |> Array.sum)

        let smallest = Trial.underflow precision * float (1 + trial.Cotangent.Length)
        let tolerance = 64.0 * Numbers.unit precision * terms + smallest
        let isRight = abs (forward - reverse) <= tolerance || not (Trial.isInRange precision primitive shapes trial)
        Assert.True(isRight, $"⟨ȳ, J dx⟩ = {forward}, ⟨Jᵀȳ, dx⟩ = {reverse}"))

[<Theory; MemberData(nameof FamilyNames.All, MemberType = typeof<FamilyNames>)>]
let ``Outside its domain a primitive is NaN with NaN slopes, or says what is wrong`` (name: string) =
    let family = Families.find name
    let primitive = Families.primitive name
    // values exist out there too; the domain keeps the draws where they are simple
    let hasValuesOutside =
        dict
            [
                yield "tan", "every number that is no pole"
                yield "tanPi", "every number that is no pole"
                yield "pow", "negative numbers have whole powers"
                for name in [ "logGamma"; "digamma"; "polygamma 1"; "polygamma 2"; "polygamma 3" ] do
                    yield name, "negative numbers that are no poles"
                for name in [ "modulo"; "moduloSlope"; "floorQuotient"; "remainder"; "truncatedQuotient" ] do
                    yield name, "every number and divisor, with jumps"
                for name in [ "inverseMillsCurvature"; "inverseMillsDerivative" ] do
                    yield name, "every number, with fewer digits"
                yield "reciprocalNormalPdf", "every number, but not in float32"
            ]

    let outside = primitive.Domain |> List.tryFindIndex (fun domain -> (Generators.outside domain).IsSome)

    match outside with
    | None -> ()
    | Some bad ->
        // operand by operand: one is out, the others are in
        let draw = Trial.draw family Generators.inside
        let out = Option.get (Generators.outside (Generators.domain primitive bad))
        let both = FsCheck.FSharp.Gen.zip draw (FsCheck.FSharp.Gen.arrayOfLength 64 out)

        Generators.check 40 both (fun (trial, out) ->
            let primitive, shapes = Trial.sample family trial
            let operands = trial.Operands |> Array.mapi (fun i xs -> if i = bad then out[.. xs.Length - 1] else xs)
            let xs = Trial.nodes Precision.Double shapes operands
            let value = Node.apply primitive xs
            let ones = Array.map (fun (shape: Shape) -> Numbers.node Precision.Double shape (Array.create shape.Size 1.0)) shapes

            let forward =
                Numbers.pushforward
                    [||]
                    (Trial.apply primitive)
                    xs
                    (ones |> Array.mapi (fun i one -> if i = bad then one else Node.zeros one.Shape Precision.Double))

            let reverse =
                Numbers.pullback
                    [||]
                    (Trial.apply primitive)
                    xs
                    [| Numbers.node Precision.Double value.Shape (Array.create value.Shape.Size 1.0) |]

            let values, forward, reverse = Numbers.floats value, Numbers.floats forward[0], Numbers.floats reverse[bad]

            for i in 0 .. values.Length - 1 do
                Assert.True(Double.IsNaN values[i] || hasValuesOutside.ContainsKey name, $"{values[i]} at {operands[bad][i]}")

                if Double.IsNaN values[i] then
                    Assert.True(Double.IsNaN forward[i], $"slope {forward[i]} forward at {operands[bad][i]}, where there is no value")
                    Assert.True(Double.IsNaN reverse[i], $"slope {reverse[i]} in reverse at {operands[bad][i]}, where there is no value"))
