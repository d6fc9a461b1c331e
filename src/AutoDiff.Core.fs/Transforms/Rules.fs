/// Functions with a derivative rule of the user's own. The value is computed by the function; the rule is run on the graph, so that what
/// it returns can be differentiated again.
[<RequireQualifiedAccess>]
module internal AutoDiff.Rules

let private checkShapes name returned wanted (expected: Node[]) (found: Node[]) =
    let describe (nodes: Node[]) = System.String.Join(", ", nodes |> Array.map (fun x -> Extent.describe x.Shape.Extent))

    let fits =
        expected.Length = found.Length
        && Array.forall2 (fun (x: Node) (z: Node) -> x.Shape.Extent.Equals z.Shape.Extent) expected found

    if not fits then
        raise (
            ShapeException(
                name
                + ": the rule returned "
                + returned
                + " of another shape than "
                + wanted
                + ": "
                + describe found
                + " where "
                + describe expected
                + " is needed."
            )
        )

    found

/// A tangent or cotangent of x over all batch extents of a sweep: one that the sweep leaves out, or that a rule gives as a constant, has none.
let private overSweep (batch: int[]) (x: Node) (dx: Node) : Node =
    if dx.Shape.Rank >= batch.Length + x.Shape.Rank then
        dx
    else
        Arithmetic.add (Node.zeros (Shape.batched (Array.append batch x.Shape.Batch) x.Shape.Extent) dx.Precision) dx

/// The batch extents of a sweep that tangents or cotangents bring with them.
let private sweep (xs: Node[]) (dxs: Node[]) : int[] =
    Array.map2 (fun (x: Node) (dx: Node) -> dx.Shape.Batch[.. dx.Shape.Rank - x.Shape.Rank - 1]) xs dxs
    |> Array.maxBy _.Length

/// The transpose of a linear map from a cotangent of y to those of xs, at tangents of xs: a tangent of y.
let private transposed (pullback: Node -> Node[]) (xs: Node[]) (y: Node) (dxs: Node[]) : Node =
    let token = Token(TokenKind.Recording, "WithGradient")
    let hole = Node.input y.Shape y.Precision (Trace.ofToken token)

    let dependsOnHole (node: Node) =
        match node.Trace with
        | null -> false
        | trace -> trace.Contains token

    try
        let batch = sweep xs dxs
        let seeds = Array.map2 (overSweep batch) xs dxs

        let bars = Reverse.cotangents dependsOnHole batch.Length [| hole |] (pullback hole) seeds

        match (Reverse.withoutHoles token bars)[0] with
        | null -> Node.zeros (Shape.batched (Array.append batch y.Shape.Batch) y.Shape.Extent) y.Precision
        | dy -> dy
    finally
        token.End()

/// The node of a value whose derivative is a rule. Its first operand is the value; the others are what the rule differentiates.
let private node name rule derivative (y: Node) (xs: Node[]) : Node =
    let primitive: Primitive =
        {
            Name = name
            Parameters = box rule
            Doc = "a value with a derivative rule of its own"
            Notation = Notation.byName
            Domain = [ Reals ]
            Special = []
            Kernel = Same id
            Derivative = derivative
        }

    Node.apply primitive (Array.append [| y |] xs)

let private refuseCapture name =
    raise (
        TracedValueException(
            name
            + ": the function captured a value that depends on the argument of a running differentiation, to which the rule gives no derivative. "
            + "Make it a part of the argument, or capture StopGradient of it."
        )
    )

/// A value computed without derivative, and the node that has one by the rule.
let private apply name rule (derivative: 'U -> Extent[] -> Derivative) (f: 'T -> 'U) (x: 'T) : 'U =
    let xs = Structure.leaves x
    let fixedXs = Array.map Marks.stopGradient xs
    let y = f (Structure.rebuild x fixedXs)
    let ys = Structure.results y

    if fixedXs |> Array.forall (fun x -> isNull x.Trace) && ys |> Array.exists (fun y -> Trace.isVaried y.Trace) then
        refuseCapture name

    if ys.Length = 0 || xs |> Array.forall (fun x -> isNull (Trace.live x.Trace)) then
        y
    else
        let extents = ys |> Array.map _.Shape.Extent
        let joined = Flat.join (Array.map Marks.stopGradient ys)
        node name rule (derivative y extents) joined xs |> Flat.split extents |> Structure.rebuild y

/// Calls a rule with structures made of nodes, which may have batch extents, and gives the nodes of its result.
let private call name (rebuild: Node[] -> 'S) (rule: 'S -> Node[]) (nodes: Node[]) = Batch.lift name (rebuild >> rule) nodes

/// A function whose cotangents a rule gives, from the argument, the result and the cotangent of the result.
let withGradient (f: 'T -> 'U) (rule: 'T -> 'U -> 'U -> 'T) (x: 'T) : 'U =
    let name = "WithGradient"
    let leaves = Structure.leaves x

    let derivative (y: 'U) extents =
        let pullback (xs: Node[]) (y0: Node) (ybar: Node) : Node[] =
            call
                name
                (fun nodes ->
                    let xs, rest = Array.splitAt leaves.Length nodes
                    let structure node = Structure.rebuild y (Flat.split extents node)
                    struct (Structure.rebuild x xs, structure rest[0], structure rest[1]))
                (fun (struct (x, y, ybar)) -> rule x y ybar |> Structure.results |> checkShapes name "a gradient" "the argument" leaves)
                (Array.append xs [| y0; ybar |])

        Both(
            (fun operands y0 dxs ->
                let xs = operands[1..]
                transposed (pullback xs y0) xs y0 dxs[1..]),
            fun operands y0 ybar ->
                let xs = operands[1..]
                let bars = lazy Array.map2 (overSweep (sweep [| y0 |] [| ybar |])) xs (pullback xs y0 ybar)
                let none () = Arithmetic.strongMultiply (Node.zero ybar.Precision) ybar
                none :: [ for i in 0 .. leaves.Length - 1 -> fun () -> bars.Value[i] ]
        )

    apply name rule derivative f x

/// A function whose tangent a rule gives, from the argument, the result and the tangent of the argument.
let withTangent (f: 'T -> 'U) (rule: 'T -> 'U -> 'T -> 'U) (x: 'T) : 'U =
    let name = "WithTangent"
    let count = (Structure.leaves x).Length

    let derivative (y: 'U) extents =
        let expected = Structure.results y

        Tangent(fun operands y0 dxs ->
            call
                name
                (fun nodes ->
                    let y = Structure.rebuild y (Flat.split extents nodes[count])
                    struct (Structure.rebuild x nodes[.. count - 1], y, Structure.rebuild x nodes[count + 1 ..]))
                (fun (struct (x, y, dx)) ->
                    [| rule x y dx |> Structure.results |> checkShapes name "a tangent" "the result" expected |> Flat.join |])
                (Array.concat [ operands[1..]; [| y0 |]; dxs[1..] ])
            |> Array.head
            |> overSweep (sweep operands[1..] dxs[1..]) y0)

    apply name rule derivative f x

/// A function that is differentiated as if it were the identity.
let straightThrough (f: 'T -> 'T) (x: 'T) : 'T =
    let like x =
        let y = f x
        Structure.matching "StraightThrough: the result of the function" x y |> ignore
        y

    withTangent like (fun _ _ dx -> dx) x
