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

/// Rules of an equation whose examples are all there at once are written for one of them.
let private forEach name (rule: Node[] -> Node[]) (nodes: Node[]) (x: Node) : Node[] =
    if x.Shape.Rank = 0 then rule nodes else Batch.lift name rule nodes

/// The node of a solution: its operands are the solution's numbers and what the equation depends on.
let private node name (body: Body) (x: Node) (parameters: Node[]) : Node =
    let count, width = body.Captures.Length, parameters.Length
    let residual (x: Node) (ps: Node[]) = (Body.apply body (Array.append [| x |] ps[.. ps.Length - count - 1]) ps[ps.Length - count ..])[0]

    let tangent (nodes: Node[]) =
        let x, ps, dps = nodes[0], nodes[1..width], nodes[width + 1 ..]
        [| Arithmetic.negate (solveWith name false (fun x -> residual x ps) x (along name (residual x) ps dps)) |]

    let cotangents (nodes: Node[]) =
        let x, ps, xbar = nodes[0], nodes[1..width], nodes[width + 1]
        against name (residual x) ps (Arithmetic.negate (solveWith name true (fun x -> residual x ps) x xbar))

    let tangentOf (operands: Node[]) (x: Node) (dxs: Node[]) =
        (forEach name tangent (Array.concat [ [| x |]; operands[1..]; dxs[1..] ]) x)[0]

    let cotangentsOf (operands: Node[]) (x: Node) (xbar: Node) =
        let bars = lazy forEach name cotangents (Array.concat [ [| x |]; operands[1..]; [| xbar |] ]) x
        Dense.noCotangent operands[0] xbar :: [ for i in 0 .. width - 1 -> fun () -> bars.Value[i] ]

    let primitive: Primitive =
        {
            Name = name
            Parameters = box body
            Doc = "the solution of an equation, as a function of what the equation depends on"
            Notation = Notation.byName
            Domain = [ Reals ]
            Special = []
            Kernel = Same id
            Derivative = Both(tangentOf, cotangentsOf)
        }

    Node.apply primitive (Array.append [| x |] parameters)

/// Finds a solution when there are numbers: the operands are the start and what functions of the unknowns depend on.
let private finder name (find: (Node -> Node)[] -> Node -> Node) (bodies: Body[]) (extent: Extent) : Primitive =
    let replays = lazy Array.map Replay bodies

    let evaluate (nodes: Node[]) =
        let at (replay: Replay) (x: Node) = (replay.Run(Array.append [| x |] nodes[1..]))[0]
        find (replays.Value |> Array.map at) nodes[0]

    {
        Name = name + " found"
        Parameters = box bodies
        Doc = "the numbers of a solution"
        Notation = Notation.byName
        Domain = [ Reals ]
        Special = []
        Kernel = Whole { Infer = (fun _ -> Ok extent); CanFail = true; Evaluate = Body.kernel evaluate }
        Derivative = Constant
    }

/// A solution where numbers come later: the functions are recorded, and solved when their inputs have numbers.
let private recorded
    name
    (functions: ('X -> 'P -> Node)[])
    find
    (start: Node)
    (structureOf: Node -> 'X)
    (ps: Node[])
    (rebuild: Node[] -> 'P)
    =
    let shapes = Array.append [| start |] ps |> Array.map (fun x -> Shape.one x.Shape.Extent, x.Precision)
    let record f = fst (Body.record name shapes (fun nodes -> [| f (structureOf nodes[0]) (rebuild nodes[1..]) |]) id)
    let bodies = Array.map record functions
    let parameters = Array.append ps (bodies |> Array.collect _.Captures |> Array.distinct)
    let captures = parameters[ps.Length ..]
    let bodies = bodies |> Array.map (fun body -> { body with Inputs = Array.append body.Inputs captures; Captures = [||] })
    let fixedNodes = Array.append [| start |] parameters |> Array.map Marks.stopGradient
    node name bodies[0] (Node.apply (finder name find bodies start.Shape.Extent) fixedNodes) parameters

/// Whether something is only known to have a shape, however it is come by.
let private lacksNumbers (nodes: Node[]) = nodes |> Array.exists (Marks.stopGradient >> _.Trace >> isNull >> not)

/// A solution as a structure like the start and a function of the parameters. The first of the functions is 0 at it; it is found from all of
/// them, as functions of the unknowns in one vector, and from the start, by numbers.
let solution name (functions: ('X -> 'P -> Node)[]) (find: (Node -> Node)[] -> Node -> Node) (start: 'X) (p: 'P) : 'X =
    let starts = Structure.leaves start |> Array.map (Marks.stopGradient >> settled)
    let extents = starts |> Array.map _.Shape.Extent
    let structureOf (node: Node) = Structure.rebuild start (Flat.split extents node)
    let first = Flat.join starts
    let ps = Structure.leaves p |> Array.map settled
    let fixedPs = ps |> Array.map Marks.stopGradient
    let at f (x: Node) = f (structureOf x) (Structure.rebuild p fixedPs)

    let record x =
        Body.recordAt name (Array.append [| x |] fixedPs) (fun nodes ->
            [| functions[0] (structureOf nodes[0]) (Structure.rebuild p nodes[1..]) |])

    if lacksNumbers (Array.append starts ps) || lacksNumbers (record first).Captures then
        structureOf (recorded name functions find first structureOf ps (Structure.rebuild p))
    else
        let x = find (Array.map at functions) first |> Marks.stopGradient
        let body = record x
        let parameters = Array.append ps body.Captures

        if parameters |> Array.forall (fun p -> isNull (Trace.live p.Trace)) then
            structureOf x
        else
            structureOf (node name body x parameters)
