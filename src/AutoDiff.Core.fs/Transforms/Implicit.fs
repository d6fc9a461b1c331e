/// Solutions of equations as functions of their parameters, differentiated by the implicit function theorem: from g(x(p), p) = 0 follows
/// g_x dx = -g_p dp. The rule is written with x(p) itself, so that it holds at every order.
[<RequireQualifiedAccess>]
module internal AutoDiff.Implicit

/// Up to this many unknowns the Jacobian is a matrix; beyond, equations are solved by products with it.
let private dense = 300

let private settled (x: Node) = Marks.convert (Precision.settled x.Precision) x

/// The tangents of the residual along tangents of some of its arguments.
let private along name (residual: Node[] -> Node) (xs: Node[]) (dxs: Node[]) : Node =
    Differentiation.under name xs residual (fun token aliases r ->
        let batch = dxs |> Array.mapi (fun i dx -> dx.Shape.Batch[.. dx.Shape.Rank - xs[i].Shape.Rank - 1]) |> Array.maxBy _.Length
        (Differentiation.pushforward token aliases batch dxs [| r |])[0])

/// The cotangents of arguments of the residual, given its own.
let private against name (residual: Node[] -> Node) (xs: Node[]) (rbar: Node) : Node[] =
    Differentiation.under name xs residual (fun token aliases r ->
        let outer = rbar.Shape.Rank - r.Shape.Rank
        Differentiation.pullback token aliases rbar.Shape.Batch[.. outer - 1] [| r |] [| rbar |])

/// The solution of g_x dx = r, or of the transposed equations.
let private solveWith name transposed (residual: Node -> Node) (x: Node) (r: Node) : Node =
    let n = x.Shape.Extent.Size

    if n <= dense then
        let jacobian = (Derivatives.jacobian name (fun v -> Vector(residual v.Node)) (Vector x)).Node
        Solving.solve transposed jacobian (Factors.lu jacobian) r
    else
        let product (v: Node) =
            if transposed then
                (against name (fun xs -> residual xs[0]) [| x |] v)[0]
            else
                along name (fun xs -> residual xs[0]) [| x |] [| v |]

        let operator, captures = LinearSolve.record name x.Shape.Extent x.Precision product
        LinearSolve.solve operator r captures

/// The node of a solution: its operands are the solution's numbers and what the equation depends on.
let private node name (body: Body) (x: Node) (parameters: Node[]) : Node =
    let count = body.Captures.Length
    let residual (x: Node) (ps: Node[]) = (Body.apply body (Array.append [| x |] ps[.. ps.Length - count - 1]) ps[ps.Length - count ..])[0]

    let tangent (operands: Node[]) (x: Node) (dxs: Node[]) =
        let ps = operands[1..]
        let r = along name (residual x) ps dxs[1..]
        Arithmetic.negate (solveWith name false (fun x -> residual x ps) x r)

    let cotangents (operands: Node[]) (x: Node) (xbar: Node) =
        let ps = operands[1..]
        let bars = lazy against name (residual x) ps (Arithmetic.negate (solveWith name true (fun x -> residual x ps) x xbar))
        Dense.noCotangent operands[0] xbar :: [ for i in 0 .. ps.Length - 1 -> fun () -> bars.Value[i] ]

    let primitive: Primitive =
        {
            Name = name
            Parameters = box body
            Doc = "the solution of an equation, as a function of what the equation depends on"
            Notation = Notation.byName
            Domain = [ Reals ]
            Special = []
            Kernel = Same id
            Derivative = Both(tangent, cotangents)
        }

    Node.apply primitive (Array.append [| x |] parameters)

let private needsNumbers name =
    raise (
        TracedValueException(
            name
            + " iterates on numbers, and its parameters have none here: they are inputs of a function that is being recorded. Call it outside Vectorize and loop bodies."
        )
    )

/// A solution found by numbers, as a structure like the start and a function of the parameters.
let solution name (find: ('X -> 'P -> Node) -> Node[] -> 'P -> Node) (residual: 'X -> 'P -> Node) (start: 'X) (p: 'P) : 'X =
    let starts = Structure.leaves start |> Array.map (Marks.stopGradient >> settled)
    let extents = starts |> Array.map _.Shape.Extent
    let ps = Structure.leaves p |> Array.map settled
    let fixedPs = ps |> Array.map Marks.stopGradient

    if fixedPs |> Array.exists (fun p -> not (isNull p.Trace)) then
        needsNumbers name

    let x = find residual starts (Structure.rebuild p fixedPs) |> Marks.stopGradient
    let structureOf (node: Node) = Structure.rebuild start (Flat.split extents node)

    let body =
        Body.recordAt name (Array.append [| x |] fixedPs) (fun nodes ->
            [| residual (structureOf nodes[0]) (Structure.rebuild p nodes[1..]) |])

    let parameters = Array.append ps body.Captures

    if parameters |> Array.forall (fun p -> isNull (Trace.live p.Trace)) then
        structureOf x
    else
        structureOf (node name body x parameters)
