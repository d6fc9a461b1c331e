namespace AutoDiff

open System

/// The variables that a solver works with: the elements of the start that may vary, each divided by its scale, within their bounds.
[<ReferenceEquality>]
type internal Space =
    {
        Pattern: Node[]
        /// All elements of the start.
        Start: float[]
        /// The places of those that may vary.
        Free: int[]
        /// Their scales.
        Scale: float[]
        /// Their bounds, as they are; infinite where there are none.
        Lower: float[]
        Upper: float[]
        /// Their bounds in the variables of the solver.
        Low: float[]
        High: float[]
        HasBounds: bool
        /// Whether the variables are the elements themselves, without bounds.
        IsPlain: bool
    }

module internal Space =
    /// The elements of leaves, one after the other, in float64.
    let private elements (leaves: Node[]) = Array.collect (fun (leaf: Node) -> Read.floats leaf.Value) leaves

    /// The elements of an option, whose shapes must be those of the start.
    let private optional name (pattern: Node[]) (otherwise: float) (leaves: Node[] option) : float[] =
        match leaves with
        | None -> Array.create (pattern |> Array.sumBy _.Shape.Size) otherwise
        | Some leaves ->
            if
                leaves.Length <> pattern.Length
                || not (Array.forall2 (fun (a: Node) (b: Node) -> a.Shape.Extent.Equals b.Shape.Extent) leaves pattern)
            then
                let describe (leaves: Node[]) = String.Join(", ", leaves |> Array.map (fun leaf -> Extent.describe leaf.Shape.Extent))

                raise (
                    ArgumentException(
                        "MinimizeOptions."
                        + name
                        + " must be a structure like the start: it is "
                        + describe leaves
                        + " where the start is "
                        + describe pattern
                        + "."
                    )
                )

            leaves |> Array.map (fun leaf -> Interpreter.force leaf |> Read.floats) |> Array.concat

    let private refuse name (bad: float -> bool) requirement (values: float[]) =
        match Array.tryFindIndex bad values with
        | Some i ->
            raise (
                ArgumentException(
                    "MinimizeOptions." + name + ": element " + string i + " is " + string values[i] + "; it must be " + requirement + "."
                )
            )
        | None -> ()

    let private crossed (lower: float[]) (upper: float[]) =
        match Array.tryFindIndex (fun (l, u) -> l > u || l = infinity || u = -infinity) (Array.zip lower upper) with
        | Some i ->
            raise (
                ArgumentException(
                    "MinimizeOptions.Bounds: at element "
                    + string i
                    + " the lower bound "
                    + string lower[i]
                    + " is above the upper one "
                    + string upper[i]
                    + "."
                )
            )
        | None -> ()

    /// The space of a start and its options; a start outside the bounds is moved to them.
    let ofOptions (pattern: Node[]) (bounds: Bounds option) (scale: PerLeaf option) (isFixed: PerLeaf option) : Space =
        let scales = optional "Scale" pattern 1.0 (scale |> Option.map _.Leaves)
        let fixes = optional "Fixed" pattern 0.0 (isFixed |> Option.map _.Leaves)
        let lower = optional "Bounds" pattern -infinity (bounds |> Option.map _.Lower)
        let upper = optional "Bounds" pattern infinity (bounds |> Option.map _.Upper)
        refuse "Scale" (fun s -> not (s > 0.0 && Double.IsFinite s)) "positive and finite" scales
        refuse "Fixed" (fun f -> f <> 0.0 && f <> 1.0) "0, or 1 for fixed" fixes
        refuse "Bounds" Double.IsNaN "a number" lower
        refuse "Bounds" Double.IsNaN "a number" upper
        crossed lower upper
        let start = elements pattern |> Array.mapi (fun i x -> if fixes[i] = 1.0 then x else max lower[i] (min upper[i] x))

        let free =
            [|
                for i in 0 .. start.Length - 1 do
                    if fixes[i] = 0.0 then
                        i
            |]

        if free.Length = 0 then
            raise (ArgumentException "MinimizeOptions.Fixed: everything is fixed, which leaves nothing to vary.")

        let ofFree (all: float[]) = free |> Array.map (fun i -> all[i])
        let ofSolver (all: float[]) = free |> Array.map (fun i -> all[i] / scales[i])

        {
            Pattern = pattern
            Start = start
            Free = free
            Scale = ofFree scales
            Lower = ofFree lower
            Upper = ofFree upper
            Low = ofSolver lower
            High = ofSolver upper
            HasBounds = bounds.IsSome
            IsPlain = bounds.IsNone && scale.IsNone && isFixed.IsNone
        }

    /// The point of the solver where the start is.
    let first (space: Space) : float[] = Array.mapi (fun k i -> space.Start[i] / space.Scale[k]) space.Free

    /// Variables of the solver as elements of the point, within the bounds.
    let expand (space: Space) (arena: Arena) (z: float[]) : float[] =
        if space.IsPlain then
            z
        else
            let x = arena.Floats space.Start.Length
            space.Start.CopyTo(x, 0)

            for k in 0 .. z.Length - 1 do
                x[space.Free[k]] <- Math.Max(space.Lower[k], Math.Min(space.Upper[k], space.Scale[k] * z[k]))

            x

    /// A direction of the solver as one of the elements of the point.
    let expandDirection (space: Space) (d: float[]) : float[] =
        if space.IsPlain then
            d
        else
            let x = Array.zeroCreate space.Start.Length
            Array.iteri (fun k i -> x[i] <- space.Scale[k] * d[k]) space.Free
            x

    /// A gradient with respect to elements of the point as one of the variables of the solver.
    let reduce (space: Space) (arena: Arena) (g: float[]) : float[] =
        if space.IsPlain then
            g
        else
            let reduced = arena.Floats space.Free.Length

            for k in 0 .. reduced.Length - 1 do
                reduced[k] <- space.Scale[k] * g[space.Free[k]]

            reduced

    /// The columns of a Jacobian, column by column, in the variables of the solver.
    let reduceColumns (space: Space) rows (j: float[]) : float[] =
        if space.IsPlain then
            j
        else
            Array.init (space.Free.Length * rows) (fun q -> space.Scale[q / rows] * j[space.Free[q / rows] * rows + q % rows])

    /// A Hessian, column by column, in the variables of the solver.
    let reduceSquare (space: Space) (h: float[]) : float[] =
        if space.IsPlain then
            h
        else
            let n, free = space.Start.Length, space.Free
            let m = free.Length
            Array.init (m * m) (fun q -> space.Scale[q % m] * space.Scale[q / m] * h[free[q / m] * n + free[q % m]])

    /// A sparse Hessian in the variables of the solver.
    let reduceSparse (space: Space) (h: SparseSymmetric) : SparseSymmetric =
        if space.IsPlain then
            h
        else
            let place = Array.create space.Start.Length -1
            space.Free |> Array.iteri (fun k i -> place[i] <- k)

            let rows =
                space.Free
                |> Array.mapi (fun k i ->
                    [| h.Starts[i] .. h.Starts[i + 1] - 1 |]
                    |> Array.filter (fun q -> place[h.Columns[q]] >= 0)
                    |> Array.map (fun q ->
                        let column = place[h.Columns[q]]
                        struct (column, space.Scale[k] * space.Scale[column] * h.Values[q])))

            let elements = Array.concat rows

            {
                Starts = rows |> Array.scan (fun start row -> start + row.Length) 0
                Columns = elements |> Array.map (fun (struct (column, _)) -> column)
                Values = elements |> Array.map (fun (struct (_, value)) -> value)
            }

    /// A covariance, column by column, of the variables of the solver as one of all elements; 0 for fixed ones.
    let spreadSquare (space: Space) (c: float[]) : float[] =
        let n, m = space.Start.Length, space.Free.Length
        let all = Array.zeroCreate (n * n)

        for q in 0 .. m * m - 1 do
            all[space.Free[q / m] * n + space.Free[q % m]] <- space.Scale[q % m] * space.Scale[q / m] * c[q]

        all

    /// The nearest variables of the solver within the bounds, in the place of these.
    let project (space: Space) (z: float[]) : float[] =
        if space.HasBounds then
            for k in 0 .. z.Length - 1 do
                z[k] <- Math.Max(space.Low[k], Math.Min(space.High[k], z[k]))

        z

    /// A gradient in the variables of the solver without the parts that point out of the bounds.
    let inward (space: Space) (arena: Arena) (z: float[]) (g: float[]) : float[] =
        if space.HasBounds then
            let inward = arena.Floats g.Length

            for k in 0 .. g.Length - 1 do
                inward[k] <- if z[k] <= space.Low[k] && g[k] > 0.0 || z[k] >= space.High[k] && g[k] < 0.0 then 0.0 else g[k]

            inward
        else
            g

    /// The 2-norm of a gradient in the variables of the solver, in the units of the point.
    let length (space: Space) (arena: Arena) (g: float[]) : float =
        if space.IsPlain then
            Arrays.norm g
        else
            let unscaled = arena.Floats g.Length
            System.Numerics.Tensors.TensorPrimitives.Divide(ReadOnlySpan g, ReadOnlySpan space.Scale, Span unscaled)
            Arrays.norm unscaled
