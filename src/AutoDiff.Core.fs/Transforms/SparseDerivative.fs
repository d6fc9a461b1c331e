namespace AutoDiff

open MathNet.Numerics.LinearAlgebra
open MathNet.Numerics.LinearAlgebra.Storage

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
    /// <example><code>
    /// var prepared = Diff.PrepareSparseHessian(v =&gt; Square(v[1..] - v[..^1]).Sum());
    /// Console.WriteLine($"{prepared.Evaluate(new double[4])[1, 2]} {prepared.Evaluate(new double[4])[0, 0]}"); // -2 2
    /// Console.WriteLine($"{prepared.NonZeros} numbers by {prepared.Colors} directions"); // 10 numbers by 3 directions
    /// </code></example>
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

    /// <summary>How many elements the last evaluation stored, and by how many directions.</summary><returns>The text.</returns>
    override s.ToString() =
        match plan with
        | Some _ -> "a sparse derivative: " + string s.NonZeros + " elements by " + string s.Colors + " directions"
        | None -> "a sparse derivative, not evaluated yet"

[<RequireQualifiedAccess>]
module internal SparseDerivatives =
    let private limitOf (rows: int) (columns: int) = max 10_000L (min 50_000_000L (int64 rows * int64 columns / 4L))
    let private numbers (node: Node) : float[] = Differentiation.close [| node |] |> Array.head |> Read.value |> Read.floats

    let private matrix columns (plan: SparsePlan) (numbers: float[]) : Matrix<float> =
        let pattern = plan.Pattern
        let source = Compression.source columns plan
        let starts = pattern |> Array.scan (fun start row -> start + row.Length) 0
        let values = pattern |> Array.mapi (fun i row -> row |> Array.map (fun j -> numbers[source i j])) |> Array.concat

        Double.SparseMatrix(
            SparseCompressedRowMatrixStorage<float>
                .OfCompressedSparseRowFormat(pattern.Length, columns, values.Length, starts, Array.concat pattern, values)
        )
        :> Matrix<float>

    let private reuse (plan: SparsePlan option) pattern make =
        match plan with
        | Some plan when IndexSets.samePattern plan.Pattern pattern -> plan
        | _ -> make pattern

    let private settled (x: Vector) = Marks.convert (Precision.settled x.Node.Precision) x.Node

    /// The sparse derivative of a function by the colours that a plan is made of. The token is over when numbers are read.
    let private derivative name (f: Node -> Node) make : SparseDerivative =
        SparseDerivative(fun plan x ->
            let struct (plan, swept) =
                Differentiation.under name [| settled x |] (fun aliases -> f aliases[0]) (fun token aliases y ->
                    let x = aliases[0]
                    let n, m = x.Shape.Extent.Size, y.Shape.Extent.Size
                    let plan = reuse plan (Sparsity.pattern token x y (limitOf m n)) (make n)
                    struct (plan, Compression.sweep token x y plan))

            struct (plan, matrix x.Count plan (swept |> Option.map numbers |> Option.defaultValue [||])))

    /// The sparse Jacobian of a function.
    let jacobian (f: Vector -> Vector) : SparseDerivative = derivative "SparseJacobian" (fun x -> (f (Vector x)).Node) Compression.plan

    /// The sparse Hessian of a function.
    let hessian (f: Vector -> Scalar) : SparseDerivative =
        derivative "SparseHessian" (fun x -> (Derivatives.grad "SparseHessian" f (Vector x)).Node) Compression.symmetric
