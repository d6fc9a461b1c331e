namespace AutoDiff

/// When a loop ends.
[<ReferenceEquality>]
type internal LoopEnd =
    /// After so many steps.
    | After of int
    /// Where a function of carry and captures is 0, which must be within so many steps.
    | Where of Replay * limit: int

/// A loop. Its inputs are layers, each of carry, matrices of which a column is read each step, and captures: a layer of values, one of
/// tangents, and so on. Its outputs are layers of carry and matrices of which a column is given each step. On the way back the carry of
/// as many steps as memory allows is kept, and others are computed again from those: A. Griewank, A. Walther, Algorithm 799: Revolve (2000).
[<Sealed>]
type internal Loop(name, shape: LoopShape, layers: int, ending: LoopEnd, body: Body, memory: int, outputs: Extent[]) =
    inherit Flow(name, outputs)
    let precision = body.Inputs[0].Precision
    let forwards = lazy Replay body
    let reversed = lazy Recorded.reversed name 1 body
    let backwards = lazy Replay reversed.Value
    let doubled = lazy Loop(name, shape, 2 * layers, ending, Recorded.doubled name 1 body, memory, Array.append outputs outputs)

    let parts = LoopLayers(shape, layers)
    let sets = lazy LoopSets(parts, BodySets body, lazy BodySets reversed.Value)
    let column (i: int) (x: Node) : Node = Indexing.read (Indexing.part x.Shape.Extent 0 x.Shape.Extent.Rows i 1) x

    let stepInputs i carry read captured =
        Array.append [| Node.number precision (float i) |] (parts.Inputs(carry, Array.map (column i) read, captured))

    let goOn (condition: Replay) (carry: Node[]) (captured: Node[]) : bool[] =
        let results = condition.Run(Array.append carry[.. shape.Carry - 1] captured[.. shape.Captured - 1])
        Read.floats (Interpreter.force results[0]) |> Array.map (fun number -> number <> 0.0)

    /// Matrices to be written a column each step.
    let sheets count (extents: Extent[]) = extents |> Array.map (Examples.sheet count precision)

    let write (sheets: Examples.Sheet[]) i (columns: Node[]) =
        Array.iter2 (fun (sheet: Examples.Sheet) column -> sheet.Put i column) sheets columns

    let whole (sheets: Examples.Sheet[]) = sheets |> Array.map (fun sheet -> sheet.Whole())

    let step carry read captured i = forwards.Value.Run(stepInputs i carry read captured)

    /// A step of some of the examples, of all where these are null.
    let stepOf (among: int[] | null) (all: int) (carry: Node[]) read captured i =
        match among with
        | null -> parts.CarriedOf(step carry read captured i)
        | among ->
            let some = Array.map (Examples.take among)
            Array.map2 (Examples.put all among) carry (parts.CarriedOf(step (some carry) (some read) (some captured) i))

    /// The last carry of each example, and how many steps each takes.
    let conclude (condition: Replay) limit (carry: Node[]) (captured: Node[]) : struct (Node[] * int[]) =
        let all = Examples.count (Array.append carry captured)
        let lengths = Array.zeroCreate<int> all
        let mutable carry, captured, last = carry, captured, carry
        let mutable going = [| 0 .. all - 1 |]
        let mutable steps = 0

        while going.Length > 0 do
            let goesOn = goOn condition carry captured
            let further = [| 0 .. going.Length - 1 |] |> Array.filter (fun k -> goesOn[if goesOn.Length = 1 then 0 else k])

            if further.Length < going.Length then
                last <-
                    if going.Length = all && further.Length = 0 then
                        carry
                    else
                        Array.map2 (Examples.put all going) last carry

                going |> Array.iter (fun example -> lengths[example] <- steps)
                going <- further |> Array.map (fun k -> going[k])
                carry <- carry |> Array.map (Examples.take further)
                captured <- captured |> Array.map (Examples.take further)

            if going.Length > 0 then
                if steps >= limit then
                    raise (StepLimitException(name, limit))

                carry <- parts.CarriedOf(step carry [||] captured steps)
                steps <- steps + 1

        struct (last, lengths)

    override _.Run inputs =
        let read, captured = parts.ReadOf inputs, parts.CapturedOf inputs

        match ending with
        | Where(condition, limit) ->
            let struct (last, _) = conclude condition limit (parts.CarryOf inputs) captured
            last
        | After count ->
            let given = sheets (Examples.count inputs) (parts.GivenOf outputs)
            let mutable carry = parts.CarryOf inputs

            for i in 0 .. count - 1 do
                let results = step carry read captured i
                carry <- parts.CarriedOf results
                write given i (parts.GivenOf results)

            parts.Outputs(carry, whole given)

    override _.Pull(inputs, ybars) =
        let read, captured = parts.ReadOf inputs, parts.CapturedOf inputs
        let givenBars = parts.GivenOf ybars
        let all = Examples.count (Array.append inputs ybars)
        let mutable carryBar = parts.CarriedOf ybars
        let mutable capturedBar = captured |> Array.map (fun c -> Node.zeros (Shape.one c.Shape.Extent) precision)

        let lengths =
            match ending with
            | After count -> [| count |]
            | Where(condition, limit) ->
                let struct (_, lengths) = conclude condition limit (parts.CarryOf inputs) captured
                lengths

        let steps = Array.max lengths
        let readBars = read |> Array.map _.Shape.Extent |> sheets all
        let among = Examples.upTo lengths

        let backOf carry read captured i bars = backwards.Value.Run(Array.append (stepInputs i carry read captured) bars)

        let back i (carry: Node[]) =
            let bars = parts.Outputs(carryBar, Array.map (column i) givenBars)

            match among i with
            | null ->
                let bars = backOf carry read captured i bars
                carryBar <- parts.CarryOf bars
                capturedBar <- Array.map2 Arithmetic.add capturedBar (parts.CapturedOf bars)
                write readBars i (parts.ReadOf bars)
            | which ->
                let some = Array.map (Examples.take which)
                let bars = backOf (some carry) (some read) (some captured) i (some bars)
                carryBar <- Array.map2 (Examples.put all which) carryBar (parts.CarryOf bars)
                capturedBar <- Array.map2 (Examples.add all which) capturedBar (parts.CapturedOf bars)

        let advance carry first last =
            Seq.fold (fun carry i -> stepOf (among i) all carry read captured i) carry (seq { first .. last - 1 })
        // of one shape all the way: in as many examples as any input of the loop
        let first = parts.CarryOf inputs |> Array.map (Examples.spread (Examples.count inputs))
        Revolve.sweep memory (States.keep first) advance back first steps

        parts.Inputs(carryBar, whole readBars, capturedBar)

    override _.Doubled = upcast doubled.Value

    override _.Sets inputs =
        match ending with
        | Where _ -> sets.Value.While inputs
        | After count ->
            match sets.Value.After(count, inputs) with
            | ValueSome outputs -> outputs
            | ValueNone -> base.Sets inputs

    override _.PullSets(inputs, ybars) =
        match ending with
        | Where _ -> sets.Value.BackFromWhile(inputs, ybars)
        | After count ->
            match sets.Value.BackFrom(count, inputs, ybars) with
            | ValueSome bars -> bars
            | ValueNone -> base.PullSets(inputs, ybars)
