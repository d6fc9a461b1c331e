namespace AutoDiff

open System
open System.Numerics.Tensors

/// A sparse symmetric matrix, both halves, in compressed rows whose columns are in order.
[<ReferenceEquality>]
type internal SparseSymmetric =
    {
        Starts: int[]
        Columns: int[]
        Values: float[]
    }

    member h.Size = h.Starts.Length - 1

    /// The same with the rows and columns of some variables as those of the unit matrix.
    member h.Without(variables: int[]) : SparseSymmetric =
        let isOut: bool[] = Array.zeroCreate h.Size

        for i in variables do
            isOut[i] <- true

        let values = Array.copy h.Values

        for i in 0 .. h.Size - 1 do
            for k in h.Starts[i] .. h.Starts[i + 1] - 1 do
                if isOut[i] || isOut[h.Columns[k]] then
                    values[k] <- if h.Columns[k] = i then 1.0 else 0.0

        { h with Values = values }

    /// H x
    member h.Multiply(x: float[]) : float[] =
        Array.init h.Size (fun i ->
            let mutable sum = 0.0

            for k in h.Starts[i] .. h.Starts[i + 1] - 1 do
                sum <- sum + h.Values[k] * x[h.Columns[k]]

            sum)

/// Incomplete Cholesky factors, without fill, of a sparse symmetric matrix that need not be positive definite: scaled by the norms of its
/// columns and shifted until the factors exist, as in C.-J. Lin, J. J. Moré, "Incomplete Cholesky factorizations with limited memory", SIAM
/// Journal on Scientific Computing 21 (1999) 24-45. Exact for matrices whose factors have no fill, such as tridiagonal ones.
[<RequireQualifiedAccess>]
module internal IncompleteCholesky =
    /// The lower half of a matrix, scaled, row by row; in each row the diagonal is last.
    [<ReferenceEquality>]
    type private Lower = { Starts: int[]; Columns: int[]; Values: float[] }

    let private lower (h: SparseSymmetric) (d: float[]) : Lower =
        let starts: int[] = Array.zeroCreate (h.Size + 1)

        for i in 0 .. h.Size - 1 do
            let mutable below = h.Starts[i]

            while below < h.Starts[i + 1] && h.Columns[below] < i do
                below <- below + 1

            starts[i + 1] <- starts[i] + below - h.Starts[i] + 1

        let columns: int[] = Array.zeroCreate starts[h.Size]
        let values: float[] = Array.zeroCreate starts[h.Size]

        for i in 0 .. h.Size - 1 do
            let last = starts[i + 1] - 1
            columns[last] <- i

            for k in 0 .. last - starts[i] do
                let q = h.Starts[i] + k

                // the diagonal may be missing
                if q < h.Starts[i + 1] && h.Columns[q] <= i then
                    columns[starts[i] + k] <- h.Columns[q]
                    values[starts[i] + k] <- h.Values[q] / (d[i] * d[h.Columns[q]])

        { Starts = starts; Columns = columns; Values = values }

    /// L with L Lᵀ = A + αI on the pattern of A; None where a pivot is not positive.
    let private factor (a: Lower) (alpha: float) : Lower option =
        let n = a.Starts.Length - 1
        let l = Array.copy a.Values
        // where the elements of the row stand that is being computed
        let place = Array.create n -1
        let mutable holds = true
        let mutable i = 0

        while holds && i < n do
            let first, last = a.Starts[i], a.Starts[i + 1] - 1

            for k in first..last do
                place[a.Columns[k]] <- k

            let mutable pivot = l[last] + alpha

            for k in first .. last - 1 do
                let j = a.Columns[k]

                for q in a.Starts[j] .. a.Starts[j + 1] - 2 do
                    if place[a.Columns[q]] >= 0 then
                        l[k] <- l[k] - l[q] * l[place[a.Columns[q]]]

                l[k] <- l[k] / l[a.Starts[j + 1] - 1]
                pivot <- pivot - l[k] * l[k]

            for k in first..last do
                place[a.Columns[k]] <- -1

            holds <- pivot > 0.0
            l[last] <- sqrt pivot
            i <- i + 1

        if holds then Some { a with Values = l } else None

    /// L⁻ᵀ L⁻¹ x, in the place of x.
    let private solve (l: Lower) (x: float[]) =
        let n = l.Starts.Length - 1

        for i in 0 .. n - 1 do
            let last = l.Starts[i + 1] - 1

            for k in l.Starts[i] .. last - 1 do
                x[i] <- x[i] - l.Values[k] * x[l.Columns[k]]

            x[i] <- x[i] / l.Values[last]

        for i in n - 1 .. -1 .. 0 do
            let last = l.Starts[i + 1] - 1
            x[i] <- x[i] / l.Values[last]

            for k in l.Starts[i] .. last - 1 do
                x[l.Columns[k]] <- x[l.Columns[k]] - l.Values[k] * x[i]

    /// The map by the inverse of the factors' product, which stands for the inverse of the matrix.
    let preconditioner (h: SparseSymmetric) : float[] -> float[] =
        let norm i = Kernels.Norms.Euclidean<float>(ReadOnlySpan(h.Values, h.Starts[i], h.Starts[i + 1] - h.Starts[i]))
        let d = Array.init h.Size (fun i -> let norm = norm i in if norm > 0.0 then sqrt norm else 1.0)
        let a = lower h d

        let rec shifted alpha =
            match factor a alpha with
            | Some l -> l
            | None -> shifted (max 1e-3 (2.0 * alpha))

        let least = Seq.fold (fun least i -> min least a.Values[a.Starts[i + 1] - 1]) infinity (seq { 0 .. h.Size - 1 })
        let l = shifted (if least > 0.0 then 0.0 else 1e-3 - least)

        fun x ->
            let y = Array.map2 (/) x d
            solve l y
            TensorPrimitives.Divide(ReadOnlySpan y, ReadOnlySpan d, Span y)
            y
