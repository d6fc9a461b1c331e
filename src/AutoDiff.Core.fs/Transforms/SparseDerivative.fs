namespace AutoDiff

open System
open MathNet.Numerics.LinearAlgebra
open MathNet.Numerics.LinearAlgebra.Storage

/// Which elements of a sparse derivative there are, the colours that find them, and how.
[<ReferenceEquality>]
type internal SparsePlan =
    {
        /// The columns of each row, in order.
        Pattern: int[][]
        /// Whether the colours are those of rows, for reverse mode; else of columns.
        ByRows: bool
        Colours: int[]
        Count: int
    }

/// A sparse Jacobian or Hessian as a function of the point. The graph is looked at anew at each point; colours are found once for each
/// pattern and used again while it stays the same. May be used from many threads.
[<Sealed>]
type SparseDerivative internal (evaluate: SparsePlan option -> Vector -> struct (SparsePlan * Matrix<float>)) =
    [<VolatileField>]
    let mutable plan: SparsePlan option = None

    let read (property: SparsePlan -> 'V) =
        match plan with
        | Some plan -> property plan
        | None -> invalidOp "The pattern is known after the first Evaluate."

    /// <summary>The matrix at a point, in compressed rows; elements that the graph has are stored, also where they are 0.</summary>
    /// <param name="x">A vector.</param><returns>The sparse matrix.</returns>
    member _.Evaluate(x: Vector) : Matrix<float> =
        let struct (found, matrix) = evaluate plan x
        plan <- Some found
        matrix

    /// The number of directions of the last evaluation: colours of columns, or of rows in reverse mode.
    member _.Colors: int = read _.Count
    /// The number of stored elements of the last evaluation.
    member _.NonZeros: int = read (fun plan -> plan.Pattern |> Array.sumBy _.Length)
    /// Whether the last evaluation was by reverse mode.
    member _.IsReverse: bool = read _.ByRows

[<RequireQualifiedAccess>]
module internal SparseDerivatives =
    let private samePattern (x: int[][]) (z: int[][]) =
        x.Length = z.Length
        && Array.forall2 (fun (a: int[]) (b: int[]) -> obj.ReferenceEquals(a, b) || a.AsSpan().SequenceEqual(ReadOnlySpan b)) x z

    let private limitOf (rows: int) (columns: int) = max 10_000L (min 50_000_000L (int64 rows * int64 columns / 4L))
    let private countOf (colours: int[]) = if colours.Length = 0 then 0 else 1 + Array.max colours

    /// The sum of the unit vectors of each colour, as a batch.
    let private seeds (x: Node) (colours: int[]) count : Node =
        let n = colours.Length
        let data = Array.zeroCreate<float>(n * count)
        colours |> Array.iteri (fun i colour -> data[colour * n + i] <- 1.0)

        let value =
            if x.Precision = Precision.Single then
                Compute.ofElements (Array.map float32 data)
            else
                Compute.ofElements data

        Node.ofValue (Shape.batched [| count |] (Extent.vector n)) (Precision.settled x.Precision) value

    let private numbers (node: Node) : float[] = Differentiation.close [| node |] |> Array.head |> Read.value |> Read.floats

    let private matrix columns (pattern: int[][]) (value: int -> int -> float) : Matrix<float> =
        let starts = pattern |> Array.scan (fun start row -> start + row.Length) 0
        let values = pattern |> Array.mapi (fun i row -> row |> Array.map (value i)) |> Array.concat

        Double.SparseMatrix(
            SparseCompressedRowMatrixStorage<float>
                .OfCompressedSparseRowFormat(pattern.Length, columns, values.Length, starts, Array.concat pattern, values)
        )
        :> Matrix<float>

    let private chooseMode columns (pattern: int[][]) =
        let byColumns = Colouring.columns pattern columns
        let byRows = Colouring.columns (Colouring.transpose columns pattern) pattern.Length

        if countOf byRows < countOf byColumns then
            { Pattern = pattern; ByRows = true; Colours = byRows; Count = countOf byRows }
        else
            { Pattern = pattern; ByRows = false; Colours = byColumns; Count = countOf byColumns }

    let private reuse (plan: SparsePlan option) pattern make =
        match plan with
        | Some plan when samePattern plan.Pattern pattern -> plan
        | _ -> make pattern

    let private settled (x: Vector) = Marks.convert (Precision.settled x.Node.Precision) x.Node

    /// The numbers of a sweep, and what they belong to: the token is over when they are read.
    let private evaluateUnder name (f: Node -> Node) (plan: SparsePlan option) make (x: Vector) (read: SparsePlan -> float[] -> 'R) : 'R =
        let struct (plan, swept) =
            Differentiation.under name [| settled x |] (fun aliases -> f aliases[0]) (fun token aliases y ->
                let x = aliases[0]
                let n, m = x.Shape.Extent.Size, y.Shape.Extent.Size
                let plan = reuse plan (Sparsity.pattern token x y (limitOf m n)) (make n)

                let swept =
                    if plan.Count = 0 then
                        None
                    elif plan.ByRows then
                        Differentiation.pullback token [| x |] [| plan.Count |] [| y |] [| seeds y plan.Colours plan.Count |]
                        |> Array.tryHead
                    else
                        Differentiation.pushforward token [| x |] [| plan.Count |] [| seeds x plan.Colours plan.Count |] [| y |]
                        |> Array.tryHead

                struct (plan, swept))

        read plan (swept |> Option.map numbers |> Option.defaultValue [||])

    /// The sparse Jacobian of a function.
    let jacobian (f: Vector -> Vector) : SparseDerivative =
        SparseDerivative(fun plan x ->
            let n = x.Count

            evaluateUnder "SparseJacobian" (fun x -> (f (Vector x)).Node) plan chooseMode x (fun plan numbers ->
                let m = plan.Pattern.Length

                let value i j = if plan.ByRows then numbers[plan.Colours[i] * n + j] else numbers[plan.Colours[j] * m + i]

                struct (plan, matrix n plan.Pattern value)))

    let private symmetric n (pattern: int[][]) =
        let transposed = Colouring.transpose n pattern
        let pattern = Array.map2 Sparsity.union pattern transposed
        let colours = Colouring.star pattern
        { Pattern = pattern; ByRows = false; Colours = colours; Count = countOf colours }

    /// For each row which colours more than one of its columns have.
    let private shared (plan: SparsePlan) =
        plan.Pattern
        |> Array.map (fun row ->
            row
            |> Array.countBy (fun j -> plan.Colours[j])
            |> Array.filter (fun (_, count) -> count > 1)
            |> Array.map fst
            |> System.Collections.Generic.HashSet)

    /// The sparse Hessian of a function.
    let hessian (f: Vector -> Scalar) : SparseDerivative =
        SparseDerivative(fun plan x ->
            let gradient (x: Node) = (Derivatives.grad "SparseHessian" f (Vector x)).Node

            evaluateUnder "SparseHessian" gradient plan symmetric x (fun plan numbers ->
                let n = plan.Pattern.Length
                let shared = shared plan

                let value i j =
                    if shared[i].Contains plan.Colours[j] then
                        numbers[plan.Colours[i] * n + j]
                    else
                        numbers[plan.Colours[j] * n + i]

                struct (plan, matrix n plan.Pattern value)))
