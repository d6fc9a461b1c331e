namespace AutoDiff.Tests

open System
open FsCheck
open FsCheck.FSharp
open AutoDiff

/// One step of a random program: a primitive applied to earlier results, made to fit.
type internal Step =
    {
        Family: string
        Sizes: int * int * int
        /// Which earlier results are the operands.
        Operands: int[]
        /// Whether the result is squashed, for it would grow out of hand.
        Squash: bool
    }

/// A random function of up to three inputs (a scalar, a vector, a matrix), made of the table's primitives, and a point to try it at.
type internal Composition = { Inputs: float[][]; Steps: Step list }

[<RequireQualifiedAccess>]
module internal Composition =
    let private extents = [| Extent.scalar; Extent.vector 3; Extent.matrix 2 3 |]

    /// The inputs' shapes, as many as there are.
    let shapes count = extents[.. count - 1] |> Array.map Shape.one

    /// A fixed array without symmetries, so that what is summed does not cancel.
    let private pattern (extent: Extent) precision =
        Numbers.node precision (Shape.one extent) (Array.init extent.Size (fun i -> 0.75 + 0.5 * Math.Sin(float (i + 1))))

    /// A vector of odd length as the sum of overlapping windows: of all elements of its double but one.
    let private folded (x: Node) : Node =
        let extent = x.Shape.Extent

        if extent.Rows % 2 = 0 || extent.Rows = 1 then
            x
        else
            let double = Arithmetic.add x x
            let window start = Indexing.read (Indexing.part extent start (extent.Rows - 1) 0 1) double
            Arithmetic.add (window 0) (window 1)

    /// All elements, batches too, as one number.
    let private total (x: Node) : Node =
        let x = folded (Batches.reshape x.Shape (Shape.one (Extent.vector x.Shape.Size)) x)
        Reduction.sum (Arithmetic.multiply (pattern x.Shape.Extent x.Precision) x)

    /// A value under another shape: scalars stretch by themselves; else its sum, weighed anew.
    let private fit stretches (shape: Shape) (x: Node) : Node =
        if x.Shape.Equals shape || (stretches && x.Shape.Extent.IsScalar && x.Shape.Rank = 0) then
            x
        else
            let extent = Extent.matrix shape.Extent.Rows (shape.Extent.Columns * shape.Count)
            let x = Arithmetic.multiply (pattern extent x.Precision) (Reduction.fill extent (total x))
            Batches.reshape (Shape.one extent) shape x

    /// A value inside a domain, smoothly.
    let private into (domain: Domain) (x: Node) : Node =
        let above bound = Arithmetic.add (Node.plain (bound + 0.25)) (Elementary.softplus x)

        match domain with
        | Reals -> x
        | NonZero -> above 0.0
        | Above bound
        | AtLeast bound -> above bound
        | Between(low, high)
        | Within(low, high) ->
            let half = Node.plain (0.45 * (high - low))
            Arithmetic.add (Node.plain ((low + high) / 2.0)) (Arithmetic.multiply half (Trigonometric.tanh x))
        | Mask -> Selection.greater x (Node.plain 0.1)
        | Derived _ -> x
        | Invertible
        | FullColumnRank
        | PositiveDefinite
        | Distinct ->
            let extent = x.Shape.Extent

            let diagonal =
                Array.init extent.Size (fun k -> if k % extent.Rows = k / extent.Rows then 2.0 * float (1 + k % extent.Rows) else 0.0)

            let around = Arithmetic.multiply (Node.plain 0.25) (Trigonometric.tanh x)
            Arithmetic.add around (Numbers.node Precision.Double (Shape.one extent) diagonal)

    let private squash x = Arithmetic.multiply (Node.plain 2.0) (Trigonometric.tanh (Arithmetic.multiply (Node.plain 0.5) x))

    let private apply (earlier: Node list) (step: Step) : Node =
        let primitive, shapes = Families.sample (Families.find step.Family) step.Sizes
        let isElementwise = Families.isElementwise primitive
        let chosen = step.Operands |> Array.map (fun i -> earlier[i % earlier.Length])

        let shapes =
            if not isElementwise then
                Array.ofList shapes
            else
                // the shape of the widest operand
                let widest = chosen |> Array.maxBy (fun x -> x.Shape.Extent.Size)
                Array.map (fun _ -> Shape.one widest.Shape.Extent) chosen

        let xs = Array.map2 (fit isElementwise) shapes chosen |> Array.mapi (fun i x -> into (Generators.domain primitive i) x)

        let xs =
            xs
            |> Array.mapi (fun i x ->
                match Generators.domain primitive i with
                | Derived by -> Dense.factor by xs[0]
                | _ -> x)

        let y = Node.apply primitive xs
        let y = if y.Shape.Rank > 0 then fit false (Shape.one y.Shape.Extent) y else y
        if step.Squash then squash y else y

    /// The value: the sum over all results that no later step has used, and all values on the way.
    let run (composition: Composition) (inputs: Node[]) : Node * Node list =
        let start = List.ofArray inputs
        let results = composition.Steps |> List.fold (fun earlier step -> earlier @ [ apply earlier step ]) start

        let used =
            composition.Steps
            |> List.mapi (fun k step -> step.Operands |> Array.map (fun i -> i % (inputs.Length + k)))
            |> Array.concat
            |> Set.ofArray

        let ends =
            results |> List.indexed |> List.filter (fun (i, _) -> i >= inputs.Length && not (used.Contains i)) |> List.map snd

        List.reduce Arithmetic.add (List.map total ends), results

    /// The point as values.
    let point (inputs: float[][]) : Scalar * Vector * Matrix =
        let at i (shape: Shape) = if i < inputs.Length then inputs[i] else Array.zeroCreate shape.Size
        let nodes = shapes 3 |> Array.mapi (fun i shape -> Numbers.node Precision.Double shape (at i shape))
        Scalar nodes[0], Vector nodes[1], Matrix nodes[2]

    /// The function on values.
    let value (composition: Composition) (s: Scalar, v: Vector, m: Matrix) : Scalar =
        Scalar(fst (run composition (Array.truncate composition.Inputs.Length [| s.Node; v.Node; m.Node |])))

    let private nodes (inputs: float[][]) = Array.map2 (Numbers.node Precision.Double) (shapes inputs.Length) inputs

    /// The last step squashed if its value at the point is too large to go on with.
    let private settle (composition: Composition) =
        let results = snd (run composition (nodes composition.Inputs))
        let largest = Trial.largest [ Numbers.floats (List.last results) ]

        if largest <= 8.0 then
            composition
        else
            let steps =
                composition.Steps
                |> List.mapi (fun i step -> if i = composition.Steps.Length - 1 then { step with Squash = true } else step)

            { composition with Steps = steps }

    let private step count : Gen<Step> =
        gen {
            let! family = Gen.elements (Families.all |> List.filter (Families.isCut >> not))
            let size = Gen.choose (1, 3)
            let! sizes = Gen.zip3 size size size
            let operands = (snd (Families.sample (Families.find family) sizes)).Length
            // recent results more often than old ones
            let recent = Gen.frequency [ 2, Gen.choose (max 0 (count - 3), count - 1); 1, Gen.choose (0, count - 1) ]
            let! chosen = Gen.arrayOfLength operands recent
            return { Family = family; Sizes = sizes; Operands = chosen; Squash = false }
        }

    /// A random composition of so many steps at a random point.
    let draw steps : Gen<Composition> =
        let rec extend count composition =
            if count = 0 then
                Gen.constant composition
            else
                gen {
                    let! step = step (composition.Inputs.Length + composition.Steps.Length)
                    return! extend (count - 1) (settle { composition with Steps = composition.Steps @ [ step ] })
                }

        gen {
            let! count = Gen.choose (1, 3)
            // numbers with all their digits: no accidental ties
            let number = Gen.choose (-2000000, 2000000) |> Gen.map (fun k -> float k / 1234567.0)
            let! inputs = shapes count |> Array.map (fun shape -> Gen.arrayOfLength shape.Size number) |> Generators.arrays
            return! extend steps { Inputs = inputs; Steps = [] }
        }
