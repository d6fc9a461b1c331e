namespace AutoDiff

open System
open System.Collections.Generic

/// How many parts of a layer of a loop are of which kind: what it carries, what it reads a row of each step, what it captured, and what it
/// gives a row of each step.
[<ReferenceEquality>]
type internal LoopShape = { Carry: int; Read: int; Captured: int; Given: int }

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
    let backwards = lazy Replay(Recorded.reversed name 1 body)
    let doubled = lazy Loop(name, shape, 2 * layers, ending, Recorded.doubled name 1 body, memory, Array.append outputs outputs)

    /// A part of each layer.
    let pick width start length (xs: Node[]) = Array.init (layers * length) (fun k -> xs[k / length * width + start + k % length])

    /// Layers of parts.
    let layered (parts: (int * Node[]) list) =
        [|
            for layer in 0 .. layers - 1 do
                for length, xs in parts do
                    yield! xs[layer * length .. (layer + 1) * length - 1]
        |]

    let inputWidth = shape.Carry + shape.Read + shape.Captured
    let outputWidth = shape.Carry + shape.Given
    let carryOf = pick inputWidth 0 shape.Carry
    let readOf = pick inputWidth shape.Carry shape.Read
    let capturedOf = pick inputWidth (shape.Carry + shape.Read) shape.Captured
    let carriedOf = pick outputWidth 0 shape.Carry
    let givenOf = pick outputWidth shape.Carry shape.Given

    let column (i: int) (x: Node) : Node = Indexing.read (Indexing.part x.Shape.Extent 0 x.Shape.Extent.Rows i 1) x

    let stepInputs i carry read captured =
        Array.append
            [| Node.number precision (float i) |]
            (layered [ shape.Carry, carry; shape.Read, Array.map (column i) read; shape.Captured, captured ])

    let goesOn (carry: Node[]) (captured: Node[]) steps =
        match ending with
        | After count -> steps < count
        | Where(condition, limit) ->
            let value = (condition.Run(Array.append carry[.. shape.Carry - 1] captured[.. shape.Captured - 1]))[0]
            let goes = (Interpreter.force value).Number <> 0.0

            if goes && steps >= limit then
                raise (StepLimitException(name, limit))

            goes

    /// Columns side by side, for each part of a step.
    let side (parts: Extent[]) (columns: Node[][]) =
        parts
        |> Array.mapi (fun k extent ->
            let data = columns |> Array.collect (fun column -> Read.floats (Interpreter.force column[k]))

            if precision = Precision.Single then
                Node.ofSingles extent (Array.map float32 data)
            else
                Node.ofFloats extent data)

    let step carry read captured i = forwards.Value.Run(stepInputs i carry read captured)

    let advance (carry: Node[]) read captured first last =
        let mutable carry = carry

        for i in first .. last - 1 do
            carry <- carriedOf (step carry read captured i)

        carry

    let count (carry: Node[]) read captured =
        match ending with
        | After count -> count
        | Where _ ->
            let mutable carry = carry
            let mutable steps = 0

            while goesOn carry captured steps do
                carry <- carriedOf (step carry read captured steps)
                steps <- steps + 1

            steps

    override _.Run inputs =
        let read, captured = readOf inputs, capturedOf inputs
        let columns = List<Node[]>()
        let mutable carry = carryOf inputs
        let mutable steps = 0

        while goesOn carry captured steps do
            let results = step carry read captured steps
            carry <- carriedOf results

            if shape.Given > 0 then
                columns.Add(givenOf results)

            steps <- steps + 1

        let extents =
            Array.init (layers * shape.Given) (fun k -> outputs[k / shape.Given * outputWidth + shape.Carry + k % shape.Given])

        layered [ shape.Carry, carry; shape.Given, side extents (columns.ToArray()) ]

    override _.Pull(inputs, ybars) =
        let read, captured = readOf inputs, capturedOf inputs
        let givenBars = givenOf ybars
        let mutable carryBar = carriedOf ybars
        let mutable capturedBar = captured |> Array.map (fun c -> Node.zeros c.Shape precision)
        let steps = count (carryOf inputs) read captured
        let readBars = Array.zeroCreate<Node[]>(if shape.Read = 0 then 0 else steps)

        let back i carry =
            let bars = layered [ shape.Carry, carryBar; shape.Given, Array.map (column i) givenBars ]
            let bars = backwards.Value.Run(Array.append (stepInputs i carry read captured) bars)
            carryBar <- carryOf bars
            capturedBar <- Array.map2 Arithmetic.add capturedBar (capturedOf bars)

            if shape.Read > 0 then
                readBars[i] <- readOf bars

        Revolve.sweep memory (fun carry first last -> advance carry read captured first last) back (carryOf inputs) steps
        layered [ shape.Carry, carryBar; shape.Read, side (read |> Array.map _.Shape.Extent) readBars; shape.Captured, capturedBar ]

    override _.Doubled = upcast doubled.Value
