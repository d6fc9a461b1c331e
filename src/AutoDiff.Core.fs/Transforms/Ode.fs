namespace AutoDiff

open System

/// Initial value problems by the method of order 5 with an embedded one of order 4 of J. R. Dormand and P. J. Prince (A family of embedded
/// Runge-Kutta formulae, 1980), with steps chosen as by E. Hairer, S. P. Nørsett, G. Wanner, Solving Ordinary Differential Equations I, II.4.
/// The steps are chosen by numbers and then count as fixed parts of the interval: what is differentiated is the computed solution itself, so
/// that gradients are exact for it (the discrete adjoint), with respect to the start, both ends, and whatever f captured.
[<RequireQualifiedAccess>]
module internal Dopri =
    let private name = "Ode.Solve"

    let private c = [| 0.0; 1.0 / 5.0; 3.0 / 10.0; 4.0 / 5.0; 8.0 / 9.0; 1.0; 1.0 |]

    let private a =
        [|
            [||]
            [| 1.0 / 5.0 |]
            [| 3.0 / 40.0; 9.0 / 40.0 |]
            [| 44.0 / 45.0; -56.0 / 15.0; 32.0 / 9.0 |]
            [| 19372.0 / 6561.0; -25360.0 / 2187.0; 64448.0 / 6561.0; -212.0 / 729.0 |]
            [| 9017.0 / 3168.0; -355.0 / 33.0; 46732.0 / 5247.0; 49.0 / 176.0; -5103.0 / 18656.0 |]
            [| 35.0 / 384.0; 0.0; 500.0 / 1113.0; 125.0 / 192.0; -2187.0 / 6784.0; 11.0 / 84.0 |]
        |]

    /// The solution of order 5 less that of order 4.
    let private e = [| 71.0 / 57600.0; 0.0; -71.0 / 16695.0; 71.0 / 1920.0; -17253.0 / 339200.0; 22.0 / 525.0; -1.0 / 40.0 |]

    let private numbers (xs: Node[]) : float[] = xs |> Array.collect (Interpreter.force >> Read.floats)

    /// y + h (w0 k0 + w1 k1 + …), leaf by leaf.
    let private combine (y: Node[]) (h: Node) (weights: float[]) (ks: Node[][]) : Node[] =
        let terms = Array.zip weights ks[.. weights.Length - 1] |> Array.filter (fun (w, _) -> w <> 0.0)

        Array.init y.Length (fun leaf ->
            let scaled (w: float, k: Node[]) = Arithmetic.multiply (Node.plain w) k[leaf]
            let sum = terms |> Array.map scaled |> Array.reduce Arithmetic.add
            Arithmetic.add y[leaf] (Arithmetic.multiply h sum))

    /// The root mean square of errors, each relative to what is allowed.
    let private size (options: OdeOptions) (errors: float[]) (y: float[]) (next: float[]) =
        let part i = errors[i] / (options.AbsoluteTolerance + options.RelativeTolerance * max (abs y[i]) (abs next[i]))

        if errors.Length = 0 then
            0.0
        else
            sqrt (Array.sumBy (fun i -> let p = part i in p * p) [| 0 .. errors.Length - 1 |] / float errors.Length)

    /// A first step whose error is about that allowed.
    let private firstStep (options: OdeOptions) (f: float -> Node[] -> Node[]) (y: Node[]) (k: Node[]) =
        if options.InitialStep > 0.0 then
            options.InitialStep
        else
            let ys, ks = numbers y, numbers k
            let d0, d1 = size options ys ys ys, size options ks ys ys
            let h0 = if d0 < 1e-5 || d1 < 1e-5 then 1e-6 else 0.01 * d0 / d1
            let probe = combine (Array.map Marks.stopGradient y) (Node.plain h0) [| 1.0 |] [| Array.map Marks.stopGradient k |]
            let d2 = size options (Array.map2 (-) (numbers (f h0 probe)) ks) ys ys / h0
            let largest = max d1 d2
            let h1 = if largest <= 1e-15 then max 1e-6 (h0 * 1e-3) else Math.Pow(0.01 / largest, 0.2)
            min (100.0 * h0) h1

    let private tooMany (options: OdeOptions) (t: float) h =
        raise (
            NoSolutionException(
                "Ode.Solve: after "
                + string options.MaxSteps
                + " steps the solution has come to t = "
                + string t
                + ", with steps of "
                + string h
                + ". The equation may be stiff or have a singularity there; allow a larger error or more steps."
            )
        )

    /// The slopes of one step from y, whose own is k0; the last is that at the next point.
    let private slopes (f: 'P -> Node[] -> Node[]) (y: Node[]) (k0: Node[]) (at: int -> 'P) (h: Node) : Node[][] =
        let ks = ResizeArray [ k0 ]

        for stage in 1..6 do
            ks.Add(f (at stage) (combine y h a[stage] (ks.ToArray())))

        ks.ToArray()

    /// The error of a step, which is no graph where nothing is open.
    let private errorOf (y: Node[]) (h: Node) ks : float[] =
        numbers (combine (y |> Array.map (fun y -> Node.zeros y.Shape (Precision.settled y.Precision))) h e ks)

    /// The leaves at t1 of the solution that starts from those at t0. Points in time are parts of the interval, from 0 to 1. Each step that
    /// is taken is told: its length and its points; and what it gives goes on as settle says.
    let private integrate (options: OdeOptions) (f: Node -> Node[] -> Node[]) (y0: Node[]) (t0: Node) (t1: Node) settle taken : Node[] =
        let length = Arithmetic.subtract t1 t0
        let span = (Interpreter.force length).Number
        let time (part: float) = if part = 1.0 then t1 else Arithmetic.add t0 (Arithmetic.multiply (Node.plain part) length)
        let slope part y = f (time part) y

        let rec walk steps (part: float) (y: Node[]) (k: Node[]) (h: float) =
            if part >= 1.0 then
                y
            elif steps >= options.MaxSteps || not (h > 1e-15 * part) then
                tooMany options (Interpreter.force (time part)).Number (h * span)
            else
                let last = part + h >= 1.0 - 1e-12
                let h = if last then 1.0 - part else h
                let at stage = if last && c[stage] = 1.0 then 1.0 else part + c[stage] * h
                let across = Arithmetic.multiply (Node.plain h) length
                let ks = slopes slope y k at across
                let next = combine y across a[6] ks
                let error = size options (errorOf y across ks) (numbers y) (numbers next)

                let factor =
                    if error = 0.0 then 5.0
                    elif Double.IsFinite error then max 0.2 (min 5.0 (0.9 * Math.Pow(error, -0.2)))
                    else 0.2

                let longer = min (options.MaxStep / abs span) (h * factor)

                if error <= 1.0 then
                    taken h at
                    walk (steps + 1) (if last then 1.0 else part + h) (settle next) (settle ks[6]) longer
                else
                    walk (steps + 1) part y k (min longer (0.9 * h))

        if span = 0.0 then
            y0
        else
            let k0 = slope 0.0 y0
            let ahead h y = slope (h / abs span) y |> Array.map Marks.stopGradient
            let h = firstStep options ahead y0 k0 / abs span
            walk 0 0.0 y0 k0 (min 1.0 (min h (options.MaxStep / abs span)))

    /// The steps, chosen by numbers alone, as columns of a matrix: the length of each and its points in time.
    let private chosen options (f: Node -> Node[] -> Node[]) (y0: Node[]) t0 t1 : Node =
        let still = Array.map Marks.stopGradient
        let columns = ResizeArray<float>()

        let taken (h: float) (at: int -> float) =
            columns.Add h
            columns.AddRange(Seq.init 6 (fun stage -> at (stage + 1)))

        integrate options (fun t y -> still (f t y)) (still y0) (Marks.stopGradient t0) (Marks.stopGradient t1) still taken
        |> ignore

        Node.ofFloats (Extent.matrix 7 (columns.Count / 7)) (columns.ToArray()) |> Marks.convert y0[0].Precision

    /// The same solution as a loop over steps that are chosen first, which keeps few states on the way back.
    let private asLoop (options: OdeOptions) (f: Node -> Node[] -> Node[]) (y0: Node[]) (t0: Node) (t1: Node) : Node[] =
        let columns = chosen options f y0 t0 t1
        let count, length = columns.Shape.Extent.Columns, Arithmetic.subtract t1 t0
        // a state keeps its precision
        let slopeAt time (y: Node[]) = Array.map2 (fun (x: Node) k -> Marks.convert x.Precision k) y (f time y)
        let slope part y = slopeAt (Arithmetic.add t0 (Arithmetic.multiply part length)) y

        let step (nodes: Node[]) =
            let y, k, read = nodes[1 .. y0.Length], nodes[y0.Length + 1 .. 2 * y0.Length], Array.last nodes
            let h = Arithmetic.multiply (Indexing.item 0 0 read) length
            let ks = slopes slope y k (fun stage -> Indexing.item stage 0 read) h
            Array.append (combine y h a[6] ks) ks[6]

        let carry = Array.append y0 (slopeAt t0 y0)
        let shapes = carry |> Array.map (fun x -> Shape.one x.Shape.Extent, x.Precision)
        let precision = y0[0].Precision
        let inputs = Array.concat [ [| Shape.Scalar, precision |]; shapes; [| Shape.one (Extent.vector 7), precision |] ]
        let body, _ = Body.record name inputs step id
        let shape = { Carry = carry.Length; Read = 1; Captured = body.Captures.Length; Given = 0 }
        let extents = carry |> Array.map _.Shape.Extent
        let flow = Loop(name, shape, 1, After count, Recorded.closed [||] body, options.Memory, extents)
        (Flow.apply flow (Array.concat [ carry; [| columns |]; body.Captures ]))[.. y0.Length - 1]

    /// The leaves at t1: with all steps in memory, or as few as the options say.
    let private solution (options: OdeOptions) f y0 t0 t1 : Node[] =
        if options.Memory = Int32.MaxValue then
            integrate options f y0 t0 t1 id (fun _ _ -> ())
        else
            asLoop options f y0 t0 t1

    let private isKnown (nodes: Node[]) = nodes |> Array.forall (Marks.stopGradient >> _.Trace >> isNull)

    /// What the slope depends on besides the time and the state.
    let private captures (slope: Node -> Node[] -> Node[]) (t0: Node) (y0: Node[]) : Node[] =
        let at = Array.append [| t0 |] y0 |> Array.map Marks.stopGradient
        (Body.recordAt name at (fun nodes -> slope nodes[0] nodes[1..])).Captures

    /// The solution where numbers come later: the slope is recorded, and the steps are chosen when there are some.
    let private later (options: OdeOptions) (slope: Node -> Node[] -> Node[]) (y0: Node[]) (t0: Node) (t1: Node) : Node[] =
        let shapes = Array.append [| t0 |] y0 |> Array.map (fun x -> Shape.one x.Shape.Extent, x.Precision)
        let body, _ = Body.record name shapes (fun nodes -> slope nodes[0] nodes[1..]) id
        let replay = Replay body

        let solved (nodes: Node[]) =
            let y0, captured = Array.splitAt y0.Length nodes[2..]
            let slope t y = replay.Run(Array.concat [ [| t |]; y; captured ])
            solution options slope y0 nodes[0] nodes[1]

        let flow = Deferred(name, solved, y0 |> Array.map _.Shape.Extent)
        Flow.apply flow (Array.concat [ [| t0; t1 |]; y0; body.Captures ])

    /// The solution of y' = f(t, y) at t1 that is y0 at t0.
    let solve (options: OdeOptions | null) (f: Scalar -> 'T -> 'T) (y0: 'T) (t0: Scalar) (t1: Scalar) : 'T =
        let options =
            match options with
            | null -> OdeOptions()
            | options -> options

        options.Check()
        let settled (x: Node) = Marks.convert (Precision.settled x.Precision) x
        let leaves = Structure.leaves y0 |> Array.map settled

        let slope (t: Node) (y: Node[]) =
            let y = Structure.rebuild y0 y
            Structure.matching (name + ": the slope") y (f (Scalar t) y)

        let time (t: Scalar) = if t.Node.Precision = Precision.Weak then Marks.convert leaves[0].Precision t.Node else t.Node

        if isKnown (Array.append [| t0.Node; t1.Node |] leaves) && isKnown (captures slope (time t0) leaves) then
            solution options slope leaves t0.Node t1.Node |> Structure.rebuild y0
        else
            later options slope leaves (time t0) (time t1) |> Structure.rebuild y0

/// Ordinary differential equations.
[<RequireQualifiedAccess; CompilationRepresentation(CompilationRepresentationFlags.ModuleSuffix)>]
module Ode =
    /// <summary>The value at t1 of the solution of y' = f t y that is y0 at t0, of any structure, to the default tolerances.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="f">The function.</param><param name="y0">The state at the beginning, a structure.</param>
    /// <param name="t0">Where it begins.</param><param name="t1">Where it ends; it may lie before the beginning.</param>
    /// <returns>The state at the end, a structure like that at the beginning.</returns>
    let solve (f: Scalar -> 'T -> 'T) (y0: 'T) (t0: Scalar) (t1: Scalar) : 'T = Dopri.solve null f y0 t0 t1

    /// <summary>The same with given options.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="options">When to stop, within which bounds, and what to report.</param><param name="f">The function.</param>
    /// <param name="y0">The state at the beginning, a structure.</param><param name="t0">Where it begins.</param>
    /// <param name="t1">Where it ends; it may lie before the beginning.</param>
    /// <returns>The state at the end, a structure like that at the beginning.</returns>
    let solveWith (options: OdeOptions) (f: Scalar -> 'T -> 'T) (y0: 'T) (t0: Scalar) (t1: Scalar) : 'T = Dopri.solve options f y0 t0 t1
