namespace AutoDiff

/// A function made of recorded ones, such as a loop: how it is evaluated on numbers, forwards and backwards, and the same function of values
/// and tangents. Constants that differ from example to example have a batch extent; all examples are computed together.
[<AbstractClass>]
type internal Flow(name: string, outputs: Extent[]) =
    /// The call that made it.
    member _.Name = name
    member _.Outputs = outputs
    /// The outputs at constants.
    abstract Run: inputs: Node[] -> Node[]
    /// The cotangents of the inputs at constants.
    abstract Pull: inputs: Node[] * ybars: Node[] -> Node[]
    /// The outputs and after them their tangents, from the inputs and after them theirs.
    abstract Doubled: Flow
    /// What the elements of the outputs depend on, from what those of the inputs do: everything on all, where nothing more is known.
    abstract Sets: inputs: int[][][] -> int[][][]
    default _.Sets inputs = Flow.Mixed(outputs, inputs)
    /// The same of the cotangents of the inputs.
    abstract PullSets: inputs: int[][][] * ybars: int[][][] -> int[][][]
    default _.PullSets(inputs, ybars) = Flow.Mixed(inputs |> Array.map (fun sets -> Extent.vector sets.Length), Array.append inputs ybars)

    static member private Mixed(extents: Extent[], operands: int[][][]) : int[][][] =
        let all = Seq.collect id operands |> IndexSets.unionAll
        extents |> Array.map (fun extent -> Array.create extent.Size all)

    interface IDependent with
        member flow.Sets operands = flow.Sets operands |> Array.concat

/// The cotangents of the inputs of a flow, as a function of the inputs and the cotangent of all outputs.
and internal Reversed =
    {
        Flow: Flow
    }

    interface IDependent with
        member reversed.Sets operands =
            let count = operands.Length - 1
            let starts = reversed.Flow.Outputs |> Array.scan (fun start extent -> start + extent.Size) 0
            let ybars = reversed.Flow.Outputs |> Array.mapi (fun k extent -> Array.sub operands[count] starts[k] extent.Size)
            reversed.Flow.PullSets(operands[.. count - 1], ybars) |> Array.concat

/// Flows as nodes. Two primitives are enough for all orders, running and pulling back, for each has derivatives made of the two, of the
/// doubled flow: the tangent of running is its second half; and with G(x, dx) = (f(x), f'(x) dx), pulling (a, b) back through G gives
/// f'(x)ᵀ a + d(bᵀ f'(x) dx)/dx, which is the tangent of the pullback for a = dȳ, b = ȳ, and, as second derivatives are symmetric, its
/// cotangent for a = 0.
[<RequireQualifiedAccess>]
module internal rec Flow =
    let private total (extents: Extent[]) = extents |> Array.sumBy _.Size

    /// The second of two halves of a vector, or the first.
    let private half second size (x: Node) : Node = Indexing.read (AutoDiff.Kernels.View((if second then size else 0), 1, 0, size, 1)) x

    let private concatenate (x: Node) (z: Node) : Node =
        Parts.layOut (Extent.vector (x.Shape.Extent.Size + z.Shape.Extent.Size)) (windows x z) [| x; z |]

    let private windows (x: Node) (z: Node) =
        let n, m = x.Shape.Extent.Size, z.Shape.Extent.Size
        [| AutoDiff.Kernels.View(0, 1, 0, n, 1); AutoDiff.Kernels.View(n, 1, 0, m, 1) |]

    let private primitive name parameters extent evaluate derivative : Primitive =
        {
            Name = name
            Parameters = parameters
            Doc = "a function made of recorded ones"
            Notation = Notation.byName
            Domain = [ Reals ]
            Special = []
            Kernel =
                Whole
                    {
                        Infer = (fun _ -> Ok(Extent.vector extent))
                        CanFail = true
                        Evaluate = Body.batchKernel evaluate
                    }
            Derivative = derivative
        }

    let private extentsOf (xs: Node[]) = xs |> Array.map _.Shape.Extent

    /// The outputs, one after the other in a vector.
    let private run (flow: Flow) (xs: Node[]) : Node =
        let size = total flow.Outputs
        let tangent (xs: Node[]) _ (dxs: Node[]) = half true size (run flow.Doubled (Array.append xs dxs))

        let cotangents (xs: Node[]) _ ybar =
            let bars = lazy Flat.split (extentsOf xs) (pull flow xs ybar)
            [ for i in 0 .. xs.Length - 1 -> fun () -> bars.Value[i] ]

        Node.apply (primitive flow.Name (box flow) size (flow.Run >> Flat.join) (Both(tangent, cotangents))) xs

    /// The cotangents of the inputs, one after the other in a vector.
    let private pull (flow: Flow) (xs: Node[]) (ybar: Node) : Node =
        let count, extents = xs.Length, extentsOf xs
        let size = total extents
        let evaluate (nodes: Node[]) = Flat.join (flow.Pull(nodes[.. count - 1], Flat.split flow.Outputs nodes[count]))

        let tangent (operands: Node[]) _ (tangents: Node[]) =
            let xs, ybar = operands[.. count - 1], operands[count]
            let dxs, dybar = tangents[.. count - 1], tangents[count]
            half false size (pull flow.Doubled (Array.append xs dxs) (concatenate dybar ybar))

        let cotangents (operands: Node[]) _ (w: Node) =
            let xs, ybar = operands[.. count - 1], operands[count]
            let ws = lazy Array.append xs (Flat.split extents w)
            let zero = Arithmetic.strongMultiply (Node.zero ybar.Precision) ybar
            let bars = lazy Flat.split extents (half false size (pull flow.Doubled ws.Value (concatenate zero ybar)))

            [
                for i in 0 .. count - 1 do
                    yield fun () -> bars.Value[i]

                yield fun () -> half true (total flow.Outputs) (run flow.Doubled ws.Value)
            ]

        Node.apply
            (primitive (flow.Name + " reversed") (box { Flow = flow }) size evaluate (Both(tangent, cotangents)))
            (Array.append xs [| ybar |])

    /// The outputs of a flow.
    let apply (flow: Flow) (xs: Node[]) : Node[] = Flat.split flow.Outputs (run flow xs)

/// What flows do with the functions that they are made of: all they read is an input.
[<RequireQualifiedAccess>]
module internal Recorded =
    let private shapesOf (nodes: Node[]) = nodes |> Array.map (fun x -> x.Shape, x.Precision)

    /// What is captured becomes an input, after the others and after what else is given.
    let closed (others: Node[]) (body: Body) : Body =
        let more = others |> Array.filter (fun x -> not (Array.exists (fun c -> obj.ReferenceEquals(c, x)) body.Captures))
        { body with Inputs = Array.concat [ body.Inputs; more; body.Captures ]; Captures = [||] }

    /// The outputs at inputs.
    let run (body: Body) (xs: Node[]) : Node[] = Body.apply body xs [||]

    /// The same function of values and tangents; so many inputs at the front have no tangent.
    let doubled name fixedCount (body: Body) : Body =
        let fixedInputs, moving = Array.splitAt fixedCount body.Inputs
        let shapes = Array.append (shapesOf body.Inputs) (shapesOf moving)

        let f (nodes: Node[]) =
            let firsts, rest = Array.splitAt fixedInputs.Length nodes
            let xs, dxs = Array.splitAt moving.Length rest

            Differentiation.under name xs (fun xs -> run body (Array.append firsts xs)) (fun token aliases ys ->
                Array.append ys (Differentiation.pushforward token aliases [||] dxs ys))

        fst (Body.record name shapes f id)

    /// The cotangents of the inputs, after so many at the front that have none, from the inputs and after them the cotangents of the outputs.
    let reversed name fixedCount (body: Body) : Body =
        let count = body.Inputs.Length
        let shapes = Array.append (shapesOf body.Inputs) (shapesOf body.Outputs)

        let f (nodes: Node[]) =
            let firsts, xs, ybars = nodes[.. fixedCount - 1], nodes[fixedCount .. count - 1], nodes[count..]

            Differentiation.under name xs (fun xs -> run body (Array.append firsts xs)) (fun token aliases ys ->
                Differentiation.pullback token aliases [||] ys ybars)

        fst (Body.record name shapes f id)

/// One call of a function: its inner values are computed again on the way back instead of being kept.
[<Sealed>]
type internal Call(name, body: Body) =
    inherit Flow(name, body.Outputs |> Array.map _.Shape.Extent)
    let doubled = lazy Call(name, Recorded.doubled name 0 body)
    let reversed = lazy Recorded.reversed name 0 body
    let sets, reversedSets = BodySets body, lazy BodySets reversed.Value
    override _.Run inputs = Recorded.run body inputs
    override _.Pull(inputs, ybars) = Recorded.run reversed.Value (Array.append inputs ybars)
    override _.Doubled = upcast doubled.Value
    override _.Sets inputs = sets.Of inputs
    override _.PullSets(inputs, ybars) = reversedSets.Value.Of(Array.append inputs ybars)

/// One of two functions of the same inputs, by the first of them.
[<Sealed>]
type internal Fork(name, first: Body, second: Body) =
    inherit Flow(name, first.Outputs |> Array.map _.Shape.Extent)
    let flows = lazy (Call(name, first), Call(name, second))
    let doubled = lazy Fork(name, Recorded.doubled name 0 first, Recorded.doubled name 0 second)

    /// Each example by the branch that its condition chooses.
    let choose (run: Call -> Node[] -> Node[]) (inputs: Node[]) =
        let conditions = Read.floats (Interpreter.force inputs[0]) |> Array.map (fun number -> number <> 0.0)
        Examples.split conditions (run (fst flows.Value)) (run (snd flows.Value)) inputs

    /// What either of them depends on.
    let either (sets: Call -> int[][][]) = Array.map2 (Array.map2 IndexSets.union) (sets (fst flows.Value)) (sets (snd flows.Value))

    override _.Run inputs = choose _.Run inputs

    override _.Pull(inputs, ybars) =
        let pull (branch: Call) (nodes: Node[]) = branch.Pull(nodes[.. inputs.Length - 1], nodes[inputs.Length ..])
        choose pull (Array.append inputs ybars)

    override _.Doubled = upcast doubled.Value
    override _.Sets inputs = either (fun branch -> branch.Sets inputs)
    override _.PullSets(inputs, ybars) = either (fun branch -> branch.PullSets(inputs, ybars))

/// A function that chooses by numbers what it does, such as the steps of a solver: it runs when its inputs have them, example by example.
[<Sealed>]
type internal Deferred(name, f: Node[] -> Node[], outputs: Extent[]) =
    inherit Flow(name, outputs)
    let each g inputs = Examples.each (Examples.count inputs) (g >> Differentiation.close) inputs

    let doubled =
        lazy
            Deferred(
                name,
                (fun nodes ->
                    let xs, dxs = Array.splitAt (nodes.Length / 2) nodes

                    Differentiation.under name xs f (fun token aliases ys ->
                        Array.append ys (Differentiation.pushforward token aliases [||] dxs ys))),
                Array.append outputs outputs
            )

    override _.Run inputs = each f inputs

    override _.Pull(inputs, ybars) =
        let pull (nodes: Node[]) =
            let xs, ybars = Array.splitAt inputs.Length nodes
            Differentiation.under name xs f (fun token aliases ys -> Differentiation.pullback token aliases [||] ys ybars)

        each pull (Array.append inputs ybars)

    override _.Doubled = upcast doubled.Value
