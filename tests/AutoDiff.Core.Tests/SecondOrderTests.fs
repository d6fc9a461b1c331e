/// Every primitive of the table: second derivatives, in every combination of the modes.
module AutoDiff.Tests.SecondOrderTests

open System
open Xunit
open AutoDiff

let private double = Precision.Double

/// The cotangents of the operands, as a function of the operands.
let private gradient primitive (ybar: Node) (xs: Node[]) = Numbers.pullback [||] (Trial.apply primitive) xs [| ybar |]

let private cotangent primitive (shapes: Shape[]) (trial: Trial) = Numbers.node double (Trial.resultShape primitive shapes) trial.Cotangent

/// A mask has no derivative: no direction either.
let private directions primitive (shapes: Shape[]) (arrays: float[][]) =
    arrays
    |> Array.mapi (fun i d -> if Generators.domain primitive i = Mask then Array.map (fun _ -> 0.0) d else d)
    |> Trial.nodes double shapes

let private join (nodes: Node[]) = nodes |> Array.map Numbers.floats |> Array.concat

[<Theory; MemberData(nameof FamilyNames.All, MemberType = typeof<FamilyNames>)>]
let ``Forward over reverse agrees with finite differences of the gradient`` (name: string) =
    let family = Families.find name

    Generators.check 40 (Trial.inside family) (fun trial ->
        let primitive, shapes = Trial.sample family trial
        let ybar = cotangent primitive shapes trial
        let gradientAt t = join (gradient primitive ybar (Trial.nodes double shapes (Trial.moved primitive trial t)))

        let found =
            Numbers.pushforward
                [||]
                (gradient primitive ybar)
                (Trial.nodes double shapes trial.Operands)
                (directions primitive shapes trial.Directions)
            |> join

        let at = gradientAt 0.0
        let magnitude = max (Trial.magnitude primitive shapes trial) (Trial.largest [ at ])
        // where the gradient jumps (a kink of the primitive), its slope is that of the sides: the convention's slope counts as constant
        let expected = FiniteDifferences.slopeOrCentre magnitude (Trial.reach primitive trial) gradientAt
        let largest = Trial.largest [ expected.Slopes ]

        for i in 0 .. found.Length - 1 do
            let slope, error = expected.Slopes[i], expected.Errors[i]
            Assert.True(error <= 1e-5 * (1.0 + largest + magnitude), $"no finite difference at element {i}: {slope} ± {error}")
            let tolerance = 2.0 * error + 256.0 * Numbers.unit double * abs slope
            Assert.True(abs (found[i] - slope) <= tolerance, $"element {i}: {found[i]} where finite differences give {slope} ± {error}"))

[<Theory; MemberData(nameof FamilyNames.All, MemberType = typeof<FamilyNames>)>]
let ``The modes combine in any order`` (name: string) =
    let family = Families.find name

    Generators.check 40 (Trial.inside family) (fun trial ->
        let primitive, shapes = Trial.sample family trial
        let xs = Trial.nodes double shapes trial.Operands
        let v, w = directions primitive shapes trial.Directions, directions primitive shapes trial.Seconds
        let ybar = cotangent primitive shapes trial
        let gradient = gradient primitive ybar
        let tangent xs = Numbers.pushforward [||] (Trial.apply primitive) xs v
        let forwardReverse = join (Numbers.pushforward [||] gradient xs v)
        let reverseReverse = join (Numbers.pullback [||] gradient xs v)
        let reverseForward = join (Numbers.pullback [||] tangent xs [| ybar |])
        // each is a few roundings of the same terms, which may be larger than their sum: they show along parts of the direction
        let along keep = trial.Directions |> Array.mapi (fun i d -> Array.mapi (fun k x -> if keep i k then x else 0.0) d)
        let parts = [ (fun i _ -> i = 0); (fun i _ -> i > 0); (fun _ k -> k = 0); (fun _ k -> k % 2 = 1); (fun _ _ -> true) ]

        let terms =
            parts |> List.map (fun keep -> join (Numbers.pushforward [||] gradient xs (directions primitive shapes (along keep))))

        let scale = Trial.largest terms
        // what is 0 because a rule's own terms cancel is as small as the roundings of the first derivatives
        let smallest = 1e-12 * (1.0 + Trial.largest [ join (gradient xs) ])

        let agree what (a: float[]) (b: float[]) =
            Array.iteri2 (fun i x z -> Assert.True(abs (x - z) <= 1e-10 * scale + smallest, $"{what}, element {i}: {x} and {z}")) a b

        agree "forward over reverse and reverse over reverse" forwardReverse reverseReverse
        agree "forward over reverse and reverse over forward" forwardReverse reverseForward
        let forwardForward = Numbers.inner trial.Cotangent (join (Numbers.pushforward [||] tangent xs w))
        let product = Numbers.inner forwardReverse (join w)
        let terms = scale * (1.0 + float forwardReverse.Length)

        Assert.True(
            abs (forwardForward - product) <= 1e-10 * terms + smallest * (1.0 + float forwardReverse.Length),
            $"forward over forward {forwardForward}, by the gradient {product}"
        ))
