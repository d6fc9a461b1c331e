/// Reverse mode: cotangents move from a result back to what it was computed from.
[<RequireQualifiedAccess>]
module internal AutoDiff.Reverse

open System.Collections.Generic

let private anyLeads (schedule: Schedule) (leads: bool[]) place =
    let mutable any = false

    for link in schedule.Links place do
        any <- any || (link >= 0 && leads[link])

    any

/// Which places lead to a target.
let private leading (schedule: Schedule) (targets: int[]) =
    let leads = Array.zeroCreate<bool> schedule.Count

    for target in targets do
        if target >= 0 then
            leads[target] <- true

    for place in 0 .. leads.Length - 1 do
        leads[place] <- leads[place] || anyLeads schedule leads place

    leads

/// One walk back over a schedule, from cotangents of results to those of targets. Batch extents that the cotangents have and the results have
/// not (so many, outermost) are carried through: many cotangents in one sweep.
[<Sealed>]
type private Sweep(schedule: Schedule, outer: int, targets: int[]) =
    let leads = leading schedule targets
    let arrivals = Arrivals schedule.Count
    let linkOf place i = (schedule.Links place)[i]

    member _.Outer = outer
    /// Whether a cotangent at a place can lead to a target.
    member _.IsOnTheWay(place: int) = anyLeads schedule leads place
    /// The sum of what has arrived at a place; null where nothing has.
    member _.Total(place: int) = arrivals.Total place

    /// The cotangent of a result.
    member _.Start(place: int, ybar: Node) =
        if place >= 0 then
            arrivals.Add(place, ybar)

    /// Whether the cotangent of an operand is wanted.
    member _.Wants(place: int, i: int) = let link = linkOf place i in link >= 0 && leads[link]

    /// The cotangent of an operand that is wanted.
    member _.Arrive(place: int, i: int, xbar: Node) =
        arrivals.Add(linkOf place i, Batches.sumTo outer schedule[place].Operands[i].Shape xbar)

    /// The cotangents of all operands from one on.
    member sweep.ArriveAll(place: int, first: int, xbars: Node list) =
        let mutable i = first

        for xbar in xbars do
            if sweep.Wants(place, i) then
                sweep.Arrive(place, i, xbar)

            i <- i + 1

    /// Passes on the cotangent of a window as it is, to be laid out together with others; false where a node reads none.
    member sweep.TryRead(place: int, ybar: Node) : bool =
        let node = schedule[place]
        let isRead = Indexing.isRead node

        if isRead && sweep.Wants(place, 0) then
            arrivals.AddRead(linkOf place 0, node, ybar)

        isRead

/// Cotangents of a linear function without the inputs that stood for its argument: they are the same at every argument, so at zeros, also
/// where the graph does not show that they are.
let withoutHoles (token: Token) (bars: (Node | null)[]) : (Node | null)[] =
    let known = Dictionary<Node, Node>(HashIdentity.Reference)

    let without (node: Node) =
        match known.TryGetValue node with
        | true, other -> other
        | _ -> node

    for node in (Schedule.ofRoots (Node.dependsOn token) (Array.choose Option.ofObj bars)).ToArray() do
        known[node] <-
            if node.Primitive.Kernel.IsLeaf then
                Node.zeros node.Shape node.Precision
            else
                Node.apply node.Primitive (Array.map without node.Operands)

    bars |> Array.map (Option.ofObj >> Option.map without >> Option.toObj)

/// The cotangents of targets, given those of results; null for a target that no result depends on. A node belongs to the walk where it
/// may lead to a target. So many outermost batch extents are those of the sweep.
let rec cotangents (belongs: Node -> bool) outer (targets: Node[]) (ys: Node[]) (ybars: Node[]) : (Node | null)[] =
    let schedule = Schedule.ofRoots belongs (Array.append targets ys)
    let places, roots = Array.splitAt targets.Length schedule.Roots
    let sweep = Sweep(schedule, outer, places)
    Array.iter2 (fun root ybar -> sweep.Start(root, ybar)) roots ybars

    for place in schedule.Count - 1 .. -1 .. 0 do
        if sweep.IsOnTheWay place then
            match sweep.Total place with
            | null -> ()
            | ybar -> passOn sweep place schedule[place] ybar

    places |> Array.map (fun place -> if place >= 0 then sweep.Total place else null)

/// Passes the cotangent of one node on to its operands, by the one derivative rule of its primitive. Slopes are multiplied out only where
/// they are wanted.
and private passOn (sweep: Sweep) place (node: Node) (ybar: Node) =
    let xs = node.Operands

    match node.Primitive.Derivative with
    | Constant -> ()
    | Linear _ when sweep.TryRead(place, ybar) -> ()
    | Linear transpose
    | Multilinear(_, transpose) -> sweep.ArriveAll(place, 0, transpose xs ybar)
    | LinearGiven transpose -> sweep.ArriveAll(place, 1, transpose xs ybar)
    | Partials partials ->
        let mutable i = 0

        for slope in partials xs node do
            if sweep.Wants(place, i) then
                sweep.Arrive(place, i, Arithmetic.strongMultiply slope ybar)

            i <- i + 1
    | Tangent rule -> sweep.ArriveAll(place, 0, transposeOf sweep.Outer (rule xs node) xs ybar)
    | Both(_, cotangents) ->
        cotangents xs node ybar
        |> List.iteri (fun i xbar ->
            if sweep.Wants(place, i) then
                sweep.Arrive(place, i, xbar ()))

/// The transpose of a linear function of tangents: its graph over inputs that stand for them, walked backwards.
and private transposeOf outer (linear: Node[] -> Node) (xs: Node[]) (ybar: Node) : Node list =
    let token = Token(TokenKind.Recording, "transpose")
    let trace = Trace.ofToken token
    let holes = xs |> Array.map (fun x -> Node.input x.Shape x.Precision trace)

    try
        let bars = cotangents (Node.dependsOn token) outer holes [| linear holes |] [| ybar |] |> withoutHoles token

        [
            for x, bar in Array.zip xs bars ->
                match bar with
                | null -> Node.zeros (Shape.batched (Array.append ybar.Shape.Batch[.. outer - 1] x.Shape.Batch) x.Shape.Extent) x.Precision
                | bar -> bar
        ]
    finally
        token.End()
