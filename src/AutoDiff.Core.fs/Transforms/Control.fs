/// Loops and branches of the graph, over structures: one node each, whose bodies are recorded once.
[<RequireQualifiedAccess>]
module internal AutoDiff.Control

open System

/// Leaves of one definite precision.
let private settled (nodes: Node[]) : Node[] =
    let precision = nodes |> Array.fold (fun p (x: Node) -> if p = Precision.Weak then x.Precision else p) Precision.Weak
    nodes |> Array.map (fun x -> if x.Precision = Precision.Weak then Marks.convert (Precision.settled precision) x else x)

let private shapesOf (nodes: Node[]) = nodes |> Array.map (fun x -> Shape.one x.Shape.Extent, x.Precision)

/// What a body returns, in the precision of what it was given.
let private keeping name (x: Node) (y: Node) : Node =
    if y.Precision = x.Precision then
        y
    elif y.Precision = Precision.Weak then
        Marks.convert x.Precision y
    else
        raise (
            PrecisionException(
                name
                + ": the body turns "
                + Precision.name x.Precision
                + " into "
                + Precision.name y.Precision
                + "; what it returns must keep its precision. Convert it with ToFloat32 or ToFloat64."
            )
        )

/// What a body returns, which must be like what it was given.
let private like name (expected: Node[]) (found: 'T) (pattern: 'T) : Node[] =
    let what = name + ": what the body returns"
    Structure.sameOthers what pattern found
    Array.map2 (keeping name) expected (Structure.matching what pattern found)

let private plainIndex (xs: Node[]) = Shape.Scalar, xs[0].Precision

/// n steps of a body from a start.
let loop name (memory: int) (n: int) (init: 'T) (body: Scalar -> 'T -> 'T) : 'T =
    ArgumentOutOfRangeException.ThrowIfNegative(n, "n")
    ArgumentOutOfRangeException.ThrowIfLessThan(memory, 1, "memory")
    let start = settled (Structure.leaves init)

    let step (nodes: Node[]) =
        let state = Structure.rebuild init nodes[1..]
        like name start (body (Scalar nodes[0]) state) state

    if StepByStep.IsOn then
        Structure.rebuild init (StepByStep.Loop(name, n, start, step))
    else
        let recorded, _ = Body.record name (Array.append [| plainIndex start |] (shapesOf start)) step id
        let captures = recorded.Captures
        let shape = { Carry = start.Length; Read = 0; Captured = captures.Length; Given = 0 }
        let flow = Loop(name, shape, 1, After n, Recorded.closed [||] recorded, memory, start |> Array.map _.Shape.Extent)
        Structure.rebuild init (Flow.apply flow (Array.append start captures))

/// Steps of a body from a start while a condition is not 0.
let loopWhile name (memory: int) (limit: int) (init: 'T) (condition: 'T -> Scalar) (body: 'T -> 'T) : 'T =
    ArgumentOutOfRangeException.ThrowIfNegative(limit, "maxSteps")
    ArgumentOutOfRangeException.ThrowIfLessThan(memory, 1, "memory")
    let start = settled (Structure.leaves init)
    let shapes = shapesOf start

    let step (nodes: Node[]) =
        let state = Structure.rebuild init nodes[1..]
        like name start (body state) state

    let holds (nodes: Node[]) = [| (condition (Structure.rebuild init nodes)).Node |]

    if StepByStep.IsOn then
        Structure.rebuild init (StepByStep.LoopWhile(name, limit, start, (fun state -> (holds state)[0]), step))
    else
        let recorded, _ = Body.record name (Array.append [| plainIndex start |] shapes) step id
        let recordedCondition, _ = Body.record name shapes holds id
        // both functions take what either captured
        let captures = Array.append recorded.Captures recordedCondition.Captures |> Array.distinct
        let all (body: Body) = { body with Inputs = Array.append body.Inputs captures; Captures = [||] }
        let shape = { Carry = start.Length; Read = 0; Captured = captures.Length; Given = 0 }
        let ending = Where(Replay(all recordedCondition), limit)
        let flow = Loop(name, shape, 1, ending, all recorded, memory, start |> Array.map _.Shape.Extent)
        Structure.rebuild init (Flow.apply flow (Array.append start captures))

/// A body over the columns of a matrix: the last carry, and what it gave for each as columns of another.
let scan name (memory: int) (init: 'C) (columns: Node) (body: 'C -> Node -> struct ('C * Node)) : struct ('C * Node) =
    ArgumentOutOfRangeException.ThrowIfLessThan(memory, 1, "memory")
    let start = settled (Structure.leaves init)
    let size, count = columns.Shape.Extent.Rows, columns.Shape.Extent.Columns

    let step (nodes: Node[]) =
        let state = Structure.rebuild init nodes[1 .. start.Length]
        let struct (next, given) = body state nodes[start.Length + 1]
        Array.append (like name start next state) [| keeping name start[0] given |]

    if StepByStep.IsOn && count > 0 then
        let struct (state, given) = StepByStep.Scan(name, start, columns, step)
        struct (Structure.rebuild init state, given)
    else
        let shapes =
            Array.concat [ [| plainIndex start |]; shapesOf start; [| Shape.one (Extent.vector size), columns.Precision |] ]

        let recorded, _ = Body.record name shapes step id
        let given = recorded.Outputs[start.Length].Shape.Extent
        let captures = recorded.Captures
        let shape = { Carry = start.Length; Read = 1; Captured = captures.Length; Given = 1 }
        let outputs = Array.append (start |> Array.map _.Shape.Extent) [| Extent.matrix given.Size count |]
        let flow = Loop(name, shape, 1, After count, Recorded.closed [||] recorded, memory, outputs)
        let results = Flow.apply flow (Array.concat [ start; [| columns |]; captures ])
        struct (Structure.rebuild init results[.. start.Length - 1], results[start.Length])

/// A function whose inner values are computed again on the way back.
let checkpoint name (f: 'T -> 'U) (x: 'T) : 'U =
    let xs = settled (Structure.leaves x)

    if StepByStep.IsOn then
        f (Structure.rebuild x xs)
    else
        let results y = Structure.results y |> Array.map (keeping name xs[0])
        let body, y = Body.record name (shapesOf xs) (fun nodes -> f (Structure.rebuild x nodes)) results
        let flow = Call(name, Recorded.closed [||] body)
        Structure.rebuild y (Flow.apply flow (Array.append xs body.Captures))

/// One of two branches: run as it is where the condition has a number, else a node that chooses when it has.
let branch name (condition: Scalar) (first: unit -> 'T) (second: unit -> 'T) : 'T =
    if Interpreter.isComputable condition.Node then
        if Decide.is (fun number -> number <> 0.0) condition.Node then first () else second ()
    else
        let record (f: unit -> 'T) =
            Body.record name [| Shape.Scalar, condition.Node.Precision |] (fun _ -> f ()) (Structure.results >> settled)

        let a, y = record first
        let b, z = record second
        Structure.matching (name + ": the second branch") y z |> ignore
        Structure.sameOthers (name + ": the second branch") y z
        let captures = Array.append a.Captures b.Captures |> Array.distinct
        let all (body: Body) = { body with Inputs = Array.append body.Inputs captures; Captures = [||] }
        let flow = Fork(name, all a, all b)
        Structure.rebuild y (Flow.apply flow (Array.append [| condition.Node |] captures))

/// A body over the rows of a matrix, that gives a row for each.
let scanRows name memory (init: 'C) (rows: Matrix) (body: 'C -> Vector -> struct ('C * Vector)) : struct ('C * Matrix) =
    let step carry (row: Node) =
        let struct (carry, given: Vector) = body carry (Vector row)
        struct (carry, given.Node)

    let struct (carry, given) = scan name memory init (Indexing.transpose rows.Node) step
    struct (carry, Matrix(Indexing.transpose given))

/// A body over the elements of a vector, that gives a number for each.
let scanElements name memory (init: 'C) (elements: Vector) (body: 'C -> Scalar -> struct ('C * Scalar)) : struct ('C * Vector) =
    let step carry (element: Node) =
        let struct (carry, given: Scalar) = body carry (Scalar element)
        struct (carry, given.Node)

    let struct (carry, given) = scan name memory init (Indexing.transpose elements.Node) step
    struct (carry, Vector(Indexing.transpose given))
