namespace AutoDiff

open AutoDiff.Kernels

/// A cotangent that has arrived at a node, and the one before it. Where a node reads a window of another, what arrives there is the cotangent
/// of what was read, and the reader that says where it belongs. The reader alone says that: what a cotangent was computed by is known only
/// where its numbers are not, and the order of a sum must not depend on that.
[<Sealed>]
type internal Arrival(xbar: Node, reader: Node | null, earlier: Arrival | null) =
    member _.Earlier = earlier
    member _.Bar = xbar
    member _.Reader = reader

    /// What it is by itself.
    member _.Alone: Node =
        match reader with
        | null -> xbar
        | reader -> Indexing.unread reader xbar

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
        match last[place] with
        | null ->
            match first[place] with
            | null -> null
            | first -> Arrival(first, null, null)
        | last -> last

    let plus (sum: Node | null) (xbar: Node) =
        match sum with
        | null -> xbar
        | sum -> Arithmetic.add sum xbar

    /// All windows among what has arrived, so many, as one node, the last to arrive first.
    let laid extent (last: Arrival) (count: int) : Node =
        let views, xs = Array.zeroCreate<View> count, Array.zeroCreate<Node> count
        let mutable filled = 0
        let mutable next: Arrival | null = last

        while not (isNull next) do
            let arrival = nonNull next

            match arrival.Reader with
            | null -> ()
            | reader ->
                views[filled] <- Indexing.windowOf reader
                xs[filled] <- arrival.Bar
                filled <- filled + 1

            next <- arrival.Earlier

        Indexing.assemble extent views xs

    /// The sum, the last to arrive first: the order in which one would write the derivative down. Windows come last.
    let sum (last: Arrival) : Node =
        let mutable sum: Node | null = null
        let mutable window: Arrival | null = null
        let mutable windows = 0
        let mutable next: Arrival | null = last

        while not (isNull next) do
            let arrival = nonNull next

            if isNull arrival.Reader then
                sum <- plus sum arrival.Bar
            else
                window <- arrival
                windows <- windows + 1

            next <- arrival.Earlier

        match window with
        | null -> nonNull sum
        | window when windows = 1 -> plus sum window.Alone
        | window -> plus sum (laid window.Extent last windows)

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
