namespace AutoDiff.Tests

open System
open FsCheck
open FsCheck.FSharp
open AutoDiff

/// A primitive at operands, with what its derivatives are tried along.
type internal Trial =
    {
        Sizes: int * int * int
        Shapes: Shape[]
        Operands: float[][]
        Directions: float[][]
        /// A second direction for each operand.
        Seconds: float[][]
        Cotangent: float[]
    }

[<RequireQualifiedAccess>]
module internal Trial =
    let sample (family: Family) (trial: Trial) : Primitive * Shape[] =
        let primitive, shapes = Families.sample family trial.Sizes
        primitive, Array.ofList shapes

    let apply (primitive: Primitive) (xs: Node[]) : Node[] = [| Node.apply primitive xs |]

    let nodes precision (shapes: Shape[]) (arrays: float[][]) = Array.map2 (Numbers.node precision) shapes arrays

    /// The precision of the result of operands of one.
    let resultPrecision (primitive: Primitive) precision =
        match primitive.Kernel with
        | Convert precision -> precision
        | _ -> precision

    /// The shape of the result.
    let resultShape (primitive: Primitive) (shapes: Shape[]) =
        match primitive.Kernel with
        | Whole whole when Families.isOfMatrices primitive ->
            match whole.Infer(shapes |> Array.map _.Extent) with
            | Ok extent -> Shape.one extent
            | Error reason -> invalidOp reason
        | _ ->
            let ones = shapes |> Array.map (fun shape -> Numbers.node Precision.Double shape (Array.create shape.Size 1.0))
            (Node.apply primitive ones).Shape

    /// Operands with those that are computed from the first one computed.
    let derive (primitive: Primitive) (shapes: Shape[]) (operands: float[][]) : float[][] =
        operands
        |> Array.mapi (fun i xs ->
            match Generators.domain primitive i with
            | Derived by -> Numbers.floats (Node.apply1 by (Numbers.node Precision.Double shapes[0] operands[0]))
            | _ -> xs)

    /// A random trial of a primitive with operands as given by domain.
    let draw (family: Family) (operand: Domain -> Gen<float>) : Gen<Trial> =
        gen {
            let! sizes = Generators.sizes
            let primitive, shapes = Families.sample family sizes
            let shapes = Array.ofList shapes
            let along () = Generators.arrays (shapes |> Array.map (fun shape -> Generators.direction shape.Size))

            let drawn i (shape: Shape) =
                match Generators.domain primitive i with
                | Derived _ -> Gen.constant [||]
                | domain ->
                    match Generators.matrix domain shape.Extent with
                    | Some matrices -> matrices
                    | None -> Gen.arrayOfLength shape.Size (operand domain)

            let! operands = Generators.arrays (Array.mapi drawn shapes)
            let operands = derive primitive shapes operands
            let! directions = along ()
            let! seconds = along ()
            let! cotangent = Generators.direction (resultShape primitive shapes).Size

            return
                {
                    Sizes = sizes
                    Shapes = shapes
                    Operands = operands
                    Directions = directions
                    Seconds = seconds
                    Cotangent = cotangent
                }
        }

    let inside family = draw family Generators.inside

    let private isVaried primitive i = Generators.domain primitive i <> Mask

    /// The operands moved along the directions; a mask stays, for it has no derivative.
    let moved primitive (trial: Trial) (t: float) : float[][] =
        Array.init trial.Operands.Length (fun i ->
            if isVaried primitive i then
                Array.map2 (fun x d -> x + t * d) trial.Operands[i] trial.Directions[i]
            else
                trial.Operands[i])
        |> derive primitive trial.Shapes

    /// A quarter of the smallest distance between different numbers of the first operand, where their order decides: each moves by at most
    /// the step, and none may change places.
    let private room (primitive: Primitive) (trial: Trial) =
        if List.contains primitive.Name [ "sort"; "sortLike"; "unsortLike"; "maximumShares" ] then
            let sorted = Array.sort trial.Operands[0]
            let gaps = Array.pairwise sorted |> Array.map (fun (a, b) -> b - a) |> Array.filter (fun gap -> gap > 0.0)
            if gaps.Length = 0 then infinity else Array.min gaps / 4.0
        else
            infinity

    /// How far the operands can be moved: an eighth of the way to the end of the domain.
    let reach primitive (trial: Trial) =
        let distances =
            trial.Operands |> Seq.mapi (fun i -> Seq.map (Generators.distance (Generators.domain primitive i))) |> Seq.concat

        min (Seq.fold min 4.0 distances / 8.0) (room primitive trial)

    let private absolute (arrays: float[][]) = arrays |> Array.map (Array.map abs)

    /// The largest number in some arrays that is one; 0 if there is none.
    let largest (arrays: float[] seq) = arrays |> Seq.concat |> Seq.filter Double.IsFinite |> Seq.fold (fun m x -> max m (abs x)) 0.0

    /// How large what is added up inside a primitive is: for one that is not elementwise, its value where nothing cancels.
    let magnitude primitive (shapes: Shape[]) (trial: Trial) =
        if Families.isElementwise primitive then
            0.0
        elif Families.isOfMatrices primitive then
            // what nothing cancels in may have no value
            let value = apply primitive (nodes Precision.Double shapes trial.Operands) |> Array.map Numbers.floats
            8.0 * (1.0 + largest trial.Operands + largest value)
        else
            let moved i x d = if isVaried primitive i then Array.map2 (+) x d else x
            let sum = Array.mapi2 moved (absolute trial.Operands) (absolute trial.Directions)
            max (largest sum) (apply primitive (nodes Precision.Double shapes sum) |> Array.map Numbers.floats |> largest)

    /// How large what is added up to a tangent is, element by element: the tangents of the operands one by one, or where nothing cancels.
    let tangentMagnitude primitive (shapes: Shape[]) (trial: Trial) : float[] =
        let along operands directions =
            (Numbers.pushforward [||] (apply primitive) (nodes Precision.Double shapes operands) (nodes Precision.Double shapes directions))[0]
            |> Numbers.floats
            |> Array.map abs

        if Families.isOfMatrices primitive then
            let tangent = along trial.Operands trial.Directions
            let size = 8.0 * (1.0 + largest [ tangent ] + magnitude primitive shapes trial)
            Array.map (fun _ -> size) tangent
        elif Families.isElementwise primitive then
            let only i = trial.Directions |> Array.mapi (fun j d -> if i = j then d else Array.map (fun _ -> 0.0) d)
            Array.init shapes.Length (only >> along trial.Operands) |> Array.reduce (Array.map2 (+))
        else
            // element by element of the directions, for slopes of both signs may cancel
            let alone i k = trial.Directions |> Array.mapi (fun j d -> Array.mapi (fun l x -> if i = j && k = l then x else 0.0) d)

            Array.fold
                (Array.map2 (+))
                (along (absolute trial.Operands) (absolute trial.Directions))
                [|
                    for i in 0 .. shapes.Length - 1 do
                        for k in 0 .. trial.Directions[i].Length - 1 -> along trial.Operands (alone i k)
                |]

    /// Whether values and slopes are far from overflow in a precision: powers may be too large for float32, where infinity is right.
    let isInRange precision primitive (shapes: Shape[]) (trial: Trial) =
        precision <> Precision.Single
        || (let everyWay = { trial with Directions = trial.Directions |> Array.map (Array.map (fun _ -> 1.0)) }
            let value = Numbers.floats (Node.apply primitive (nodes Precision.Double shapes trial.Operands))
            let all = Seq.append value (tangentMagnitude primitive shapes everyWay)
            all |> Seq.forall (fun x -> abs x < Math.ScaleB(1.0, 100)))

    /// What numbers near the smallest of a precision may be wrong by, multiplied by slopes.
    let underflow precision = if precision = Precision.Single then 1024.0 * float Single.Epsilon else 1024.0 * Double.Epsilon
