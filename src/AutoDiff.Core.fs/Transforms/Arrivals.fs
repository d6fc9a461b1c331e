namespace AutoDiff

open System.Collections.Generic
open AutoDiff.Kernels

/// A cotangent that has arrived at a node, and the one before it. Where a node reads a window of another, what arrives there is the cotangent
/// of what was read, and the reader that says where it belongs.
[<Sealed>]
type internal Arrival(xbar: Node, reader: Node | null, earlier: Arrival | null) =
    member _.Earlier = earlier
    member _.Bar = xbar
    member _.IsWindow = not (isNull reader) || Indexing.isAssembled xbar

    /// What it is by itself.
    member _.Alone: Node =
        match reader with
        | null -> xbar
        | reader -> Indexing.unread reader xbar

    /// Adds the windows that it is laid out on, and what is laid there.
    member _.Lay(views: List<View>, xs: List<Node>) =
        match reader with
        | null ->
            views.AddRange(Indexing.windows xbar)
            xs.AddRange xbar.Operands
        | reader ->
            views.Add(Indexing.windowOf reader)
            xs.Add xbar

    /// The extent of the node that it has arrived at.
    member _.Extent =
        match reader with
        | null -> xbar.Shape.Extent
        | reader -> reader.Operands[0].Shape.Extent

/// The cotangents that have arrived at each place of a schedule. Windows of one array become one node as they are added up, so that reading
/// a vector element by element costs its length, not its square.
[<Sealed>]
type internal Arrivals(count: int) =
    // most places have one, which is kept as it is
    let first = Long<Node | null> count
    let last = Long<Arrival | null> count

    let earlier place : Arrival | null =
        match last[place], first[place] with
        | null, NonNull first -> Arrival(first, null, null)
        | last, _ -> last

    let laid (windows: List<Arrival>) : Node =
        if windows.Count = 1 then
            windows[0].Alone
        else
            let views, xs = List<View> windows.Count, List<Node> windows.Count

            for window in windows do
                window.Lay(views, xs)

            Indexing.assemble windows[0].Extent (views.ToArray()) (xs.ToArray())

    /// The sum, the last to arrive first: the order in which one would write the derivative down.
    let sum (last: Arrival) : Node =
        let mutable windows: List<Arrival> | null = null
        let mutable sum: Node | null = null
        let mutable next: Arrival | null = last

        let plus (sum: Node | null) (xbar: Node) =
            match sum with
            | null -> xbar
            | sum -> Arithmetic.add sum xbar

        while not (isNull next) do
            let arrival = nonNull next

            if not arrival.IsWindow then
                sum <- plus sum arrival.Bar
            else
                if isNull windows then
                    windows <- List<Arrival>()

                (nonNull windows).Add arrival

            next <- arrival.Earlier

        match windows with
        | null -> nonNull sum
        | windows -> plus sum (laid windows)

    member _.Add(place: int, xbar: Node) =
        if isNull first[place] && isNull last[place] then
            first[place] <- xbar
        else
            last[place] <- Arrival(xbar, null, earlier place)

    /// Adds what belongs on the window that a node reads.
    member _.AddRead(place: int, reader: Node, xbar: Node) = last[place] <- Arrival(xbar, reader, earlier place)

    /// Their sum; null where none has arrived.
    member _.Total(place: int) : Node | null =
        match last[place] with
        | null -> first[place]
        | arrived ->
            let total = sum arrived
            first[place] <- total
            last[place] <- null
            total
