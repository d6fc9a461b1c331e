/// Reverse mode: cotangents move from a result back to what it was computed from.
[<RequireQualifiedAccess>]
module internal AutoDiff.Reverse

open System.Collections.Generic

/// The cotangents that arrive at one node, added up: windows of one array become one node, so that reading a vector element by element
/// costs its length, not its square.
let private total (arrived: List<Node>) : Node =
    // last arrived, first computed: the order in which one would write the derivative down
    arrived.Reverse()
    let windows, whole = arrived.ToArray() |> Array.partition Indexing.isAssembled
    Array.reduce Arithmetic.add (if windows.Length = 0 then whole else Array.append whole [| Indexing.merge windows |])

/// The cotangents that have arrived at each place of a schedule.
[<Sealed>]
type private Arrivals(count: int) =
    let first: (Node | null)[] = Array.zeroCreate count
    let all: (List<Node> | null)[] = Array.zeroCreate count

    member _.Add(place: int, xbar: Node) =
        match first[place], all[place] with
        | null, _ -> first[place] <- xbar
        | earlier, null -> all[place] <- List [ earlier; xbar ]
        | _, arrived -> arrived.Add xbar

    /// Their sum; null where none has arrived.
    member _.Total(place: int) : Node | null =
        match all[place] with
        | null -> first[place]
        | arrived ->
            let sum = total arrived
            first[place] <- sum
            all[place] <- null
            sum

let private anyLeads (schedule: Schedule) (leads: bool[]) place =
    let mutable any = false

    for link in schedule.Links place do
        any <- any || (link >= 0 && leads[link])

    any

/// Which places lead to a target.
let private leading (schedule: Schedule) (targets: int[]) =
    let leads = Array.zeroCreate<bool> schedule.Nodes.Length

    for target in targets do
        if target >= 0 then
            leads[target] <- true

    for place in 0 .. leads.Length - 1 do
        leads[place] <- leads[place] || anyLeads schedule leads place

    leads

/// The cotangents of targets, given those of results; null for a target that no result depends on. A node belongs to the walk where it
/// may lead to a target. Batch extents that the cotangents have and the results have not (so many, outermost) are carried through: many
/// cotangents in one sweep.
let rec cotangents (belongs: Node -> bool) outer (targets: Node[]) (ys: Node[]) (ybars: Node[]) : (Node | null)[] =
    let schedule = Schedule.ofRoots belongs (Array.append targets ys)
    let places, roots = Array.splitAt targets.Length schedule.Roots
    let leads = leading schedule places
    let arrivals = Arrivals schedule.Nodes.Length

    Array.iter2
        (fun root ybar ->
            if root >= 0 then
                arrivals.Add(root, ybar))
        roots
        ybars

    for place in schedule.Nodes.Length - 1 .. -1 .. 0 do
        if anyLeads schedule leads place then
            match arrivals.Total place with
            | null -> ()
            | ybar ->
                let node = schedule.Nodes[place]
                let mutable i = 0

                for xbar in pullback outer node ybar do
                    let link = (schedule.Links place)[i]

                    if link >= 0 && leads[link] then
                        match xbar () with
                        | null -> ()
                        | xbar -> arrivals.Add(link, Batches.sumTo outer node.Operands[i].Shape xbar)

                    i <- i + 1

    places |> Array.map (fun place -> if place >= 0 then arrivals.Total place else null)

/// The cotangents of the operands of one node, from the one derivative rule of its primitive; none where it is constant, null for an
/// operand that has no derivative. Multiplied out only where they are wanted.
and private pullback outer (node: Node) (ybar: Node) : (unit -> Node | null) list =
    let xs = node.Operands
    let given (bars: Node list) : (unit -> Node | null) list = bars |> List.map (fun bar () -> bar)

    match node.Primitive.Derivative with
    | Constant -> []
    | Linear transpose
    | Multilinear(_, transpose) -> given (transpose xs ybar)
    | LinearGiven transpose -> (fun () -> null) :: given (transpose xs ybar)
    | Partials partials -> partials xs node |> List.map (fun slope () -> Arithmetic.strongMultiply slope ybar)
    | Tangent rule -> given (transposeOf outer (rule xs node) xs ybar)
    | Both(_, cotangents) -> cotangents xs node ybar

/// The transpose of a linear function of tangents: its graph over inputs that stand for them, walked backwards.
and private transposeOf outer (linear: Node[] -> Node) (xs: Node[]) (ybar: Node) : Node list =
    let token = Token(TokenKind.Recording, "transpose")
    let trace = Trace.ofToken token
    let holes = xs |> Array.map (fun x -> Node.input x.Shape x.Precision trace)

    try
        let bars = cotangents (Node.dependsOn token) outer holes [| linear holes |] [| ybar |]

        [
            for x, bar in Array.zip xs bars ->
                match bar with
                | null -> Node.zeros (Shape.batched (Array.append ybar.Shape.Batch[.. outer - 1] x.Shape.Batch) x.Shape.Extent) x.Precision
                | bar -> bar
        ]
    finally
        token.End()
