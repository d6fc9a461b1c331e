/// Linear equations and inverses by one shared factorisation. In a rule, xs are the operands, y is the result, dxs are the tangents.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Solving

open System
open AutoDiff.Kernels

/// Raises where a pivot of packed factors is 0.
let private requirePivots operation n (lu: ReadOnlySpan<'T>) =
    for i in 0 .. n - 1 do
        if Numbers.To lu[i * (n + 1)] = 0.0 then
            raise (SingularMatrixException(operation, n, i))

/// Exchanges rows of b as the factorisation did, or back.
let private exchange back n (lu: ReadOnlySpan<'T>) (b: Span<'T>) =
    for k in 0 .. n - 1 do
        let i = if back then n - 1 - k else k
        let j = int (Numbers.To lu[n * n + i])

        if i <> j then
            for column in 0 .. b.Length / n - 1 do
                let held = b[column * n + i]
                b[column * n + i] <- b[column * n + j]
                b[column * n + j] <- held

/// Replaces b by the solution of the equations whose factors these are.
let private solveInPlace transposed n (lu: ReadOnlySpan<'T>) (b: Span<'T>) =
    let factors = lu.Slice(0, n * n)

    if transposed then
        Triangular.Solve(false, true, false, n, factors, b)
        Triangular.Solve(true, true, true, n, factors, b)
        exchange true n lu b
    else
        exchange false n lu b
        Triangular.Solve(true, false, true, n, factors, b)
        Triangular.Solve(false, false, false, n, factors, b)

/// The inverse of a matrix with these factors.
let inverse operation (a: Node) (lu: Node) : Node = Node.apply2 (inverse' operation) a lu

let private inverse' operation =
    {
        Name = "inverse"
        Parameters = box operation
        Doc = "the inverse, from the factors of the matrix; an exception where it is singular"
        Notation = Notation.Routine("@1^{-1}", Routines.inverse)
        Domain = [ Invertible; Derived Factors.lu' ]
        Special = []
        Kernel =
            Whole
                {
                    Infer = Dense.square (fun n -> Extent.matrix n n)
                    CanFail = true
                    Evaluate =
                        { new WholeKernel() with
                            override _.Example(example, xs, y) =
                                let n = xs[0].Extent.Rows
                                requirePivots operation n (xs[1].At example)

                                for i in 0 .. n - 1 do
                                    y[i * (n + 1)] <- Numbers.From 1.0
                                    y.Slice(i * (n + 1) + 1, (if i = n - 1 then 0 else n)).Clear()

                                solveInPlace false n (xs[1].At example) y
                        }
                }
        Derivative = Tangent(fun _ y dxs -> Arithmetic.negate (Products.strong false false (Products.strong false false y dxs[0]) y))
    }

/// The solution of equations with these factors, or of the transposed equations: one for each column of b.
let solve transposed (a: Node) (lu: Node) (b: Node) : Node = Node.apply3 (solve' transposed) a lu b

let private shapeOf (extents: Extent[]) =
    if extents[0].Rows <> extents[0].Columns then
        Error "needs a square matrix"
    elif extents[2].Rows <> extents[0].Rows then
        Error "needs a right-hand side with as many rows as the matrix"
    else
        Ok extents[2]

let private kernel transposed =
    { new WholeKernel() with
        override _.Example(example, xs, y) =
            let n = xs[0].Extent.Rows
            requirePivots "Solve" n (xs[1].At example)
            (xs[2].At example).CopyTo y

            if n > 0 then
                solveInPlace transposed n (xs[1].At example) y
    }

let private solve' transposed =
    {
        Name = "solve"
        Parameters = box transposed
        Doc =
            "the solution of linear equations, or of the transposed ones, from the factors of the matrix; an exception where it is singular"
        Notation = Notation.Routine((if transposed then "@1^{-\\top} @2" else "@1^{-1} @2"), Routines.solve transposed)
        Domain = [ Invertible; Derived Factors.lu'; Reals ]
        Special = []
        Kernel = Whole { Infer = shapeOf; CanFail = true; Evaluate = kernel transposed }
        Derivative =
            Both(
                (fun xs y dxs -> solve transposed xs[0] xs[1] (Arithmetic.subtract dxs[2] (Products.strong transposed false dxs[0] y))),
                (fun xs y ybar ->
                    let bbar = lazy solve (not transposed) xs[0] xs[1] ybar

                    let outer () =
                        if transposed then
                            Products.strong false true y bbar.Value
                        else
                            Products.strong false true bbar.Value y

                    [ (fun () -> Arithmetic.negate (outer ())); Dense.noCotangent xs[1] ybar; (fun () -> bbar.Value) ])
            )
    }

/// A to a whole power, by squaring; negative ones by the inverse.
let power (exponent: int) (a: Node) : Node =
    Dense.requireSquare "Power" a

    match exponent with
    | 0 -> Dense.identity a.Precision a.Shape.Extent.Rows
    | 1 -> a
    | Int32.MinValue -> invalidArg "exponent" "Power: the exponent is too small."
    | n when n < 0 -> power -n (inverse "Power" a (Factors.lu a))
    | n ->
        let half = power (n / 2) a
        let square = Products.product false false half half
        if n % 2 = 0 then square else Products.product false false square a

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [
        Family.parameterised "inverse" (fun n _ _ -> inverse' "Inverse", [ Extent.matrix n n; Extent.matrix n (n + 1) ])
        for transposed in [ false; true ] do
            Family.parameterised "solve" (fun n m _ -> solve' transposed, [ Extent.matrix n n; Extent.matrix n (n + 1); Extent.matrix n m ])
    ]
