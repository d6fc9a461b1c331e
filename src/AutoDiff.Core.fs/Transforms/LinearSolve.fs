/// Linear equations whose matrix is given as a function, differentiated by the equations, not by the iteration that solves them.
[<RequireQualifiedAccess>]
module internal AutoDiff.LinearSolve

/// A linear function of a vector, and of what it captured: forwards and transposed, as graphs.
[<ReferenceEquality>]
type Operator =
    {
        Name: string
        Apply: Node -> Node[] -> Node
        Transposed: Node -> Node[] -> Node
    }

    member a.Turned = { a with Apply = a.Transposed; Transposed = a.Apply }

/// The tangent of A x where what A captured moves.
let private moved (a: Operator) (x: Node) (captures: Node[]) (dcs: Node[]) : Node =
    Differentiation.under a.Name captures (a.Apply x) (fun token aliases y ->
        let sweep (c: Node) (dc: Node) = dc.Shape.Batch[.. dc.Shape.Rank - c.Shape.Rank - 1]
        let batch = Array.map2 sweep captures dcs |> Array.maxBy _.Length
        (Differentiation.pushforward token aliases batch dcs [| y |])[0])

/// The cotangents of what A captured, given that of A x.
let private cotangents (a: Operator) (x: Node) (captures: Node[]) (ybar: Node) : Node[] =
    Differentiation.under a.Name captures (a.Apply x) (fun token aliases y ->
        let outer = ybar.Shape.Rank - y.Shape.Rank
        Differentiation.pullback token aliases ybar.Shape.Batch[.. outer - 1] [| y |] [| ybar |])

/// Numbers of a vector as a constant of a precision.
let private constant precision (elements: float[]) : Node =
    if precision = Precision.Single then
        Node.ofSingles (Extent.vector elements.Length) (Array.map float32 elements)
    else
        Node.ofFloats (Extent.vector elements.Length) elements

let private solution (a: Operator) (xs: Node[]) : Node =
    let precision = Precision.settled xs[0].Precision
    let product v = Read.floats (Interpreter.force (a.Apply (constant precision v) xs[1..]))
    let unit = if precision = Precision.Single then 5.9604644775390625e-08 else 1.1102230246251565e-16
    constant precision (Krylov.solve a.Name product unit (Read.floats (Interpreter.force xs[0])))

/// The x with A x = b.
let rec solve (a: Operator) (b: Node) (captures: Node[]) : Node =
    let primitive: Primitive =
        {
            Name = a.Name
            Parameters = box a
            Doc = "the solution of linear equations, by products with the matrix"
            Notation = Notation.byName
            Domain = [ Reals ]
            Special = []
            Kernel = Whole { Infer = (fun extents -> Ok extents[0]); CanFail = true; Evaluate = Body.kernel (solution a) }
            Derivative =
                Both(
                    (fun xs x dxs ->
                        let captures = xs[1..]
                        let db = if captures.Length = 0 then dxs[0] else Arithmetic.subtract dxs[0] (moved a x captures dxs[1..])
                        solve a db captures),
                    fun xs x xbar ->
                        let captures = xs[1..]
                        let bbar = lazy solve a.Turned xbar captures
                        let others = lazy cotangents a x captures (Arithmetic.negate bbar.Value)
                        (fun () -> bbar.Value) :: [ for i in 0 .. captures.Length - 1 -> fun () -> others.Value[i] ]
                )
        }

    Node.apply primitive (Array.append [| b |] captures)

let private zeroOf (c: Node) = Node.zeros (Shape.batched c.Shape.Batch Extent.scalar) c.Precision

/// A function that must be linear, recorded for vectors of such a size, and its transpose.
let record name (extent: Extent) precision (f: Node -> Node) : Operator * Node[] =
    let body, _ = Body.record name [| Shape.one extent, precision |] (fun xs -> [| f xs[0] |]) id

    if not (body.Outputs[0].Shape.Extent.Equals extent) then
        raise (
            ShapeException(
                name
                + ": the function must return a vector as long as its argument; it takes "
                + Extent.describe extent
                + " and returns "
                + Extent.describe body.Outputs[0].Shape.Extent
                + "."
            )
        )

    let apply (x: Node) captures = (Body.apply body [| x |] captures)[0]

    let transposed (ybar: Node) (captures: Node[]) =
        // a zero for each example of what was captured
        let zero = Seq.fold Arithmetic.add (Node.zeros (Shape.one extent) ybar.Precision) (captures |> Seq.map zeroOf)
        let ybar = if ybar.Shape.Rank < zero.Shape.Rank then Arithmetic.add zero ybar else ybar

        Differentiation.under name [| zero |] (fun xs -> apply xs[0] captures) (fun token xs y ->
            let outer = ybar.Shape.Rank - y.Shape.Rank
            (Differentiation.pullback token xs ybar.Shape.Batch[.. outer - 1] [| y |] [| ybar |])[0])

    { Name = name; Apply = apply; Transposed = transposed }, body.Captures

/// The x with f(x) = b, f linear.
let ofFunction name (f: Vector -> Vector) (b: Vector) : Vector =
    let operator, captures = record name b.Node.Shape.Extent b.Node.Precision (fun x -> (f (Vector x)).Node)
    Vector(solve operator b.Node captures)
