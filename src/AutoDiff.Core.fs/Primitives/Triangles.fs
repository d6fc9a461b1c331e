/// Triangles of matrices, and equations in them. In a rule, xs are the operands, y is the result, dxs are the tangents.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Triangles

open System
open AutoDiff.Kernels

/// What the elements of a matrix are multiplied by below, on and above the diagonal.
[<Struct>]
type internal Weights = { Below: float; Diagonal: float; Above: float }

/// The elements below, on and above the diagonal, each times a number of its own; exactly 0 where that is 0.
let scale below diagonal above (x: Node) : Node = Node.apply1 (scaleTriangles' { Below = below; Diagonal = diagonal; Above = above }) x

let private scaleTriangles' weights =
    {
        Name = "scaleTriangles"
        Parameters = box weights
        Doc = "the elements below, on and above the diagonal, each times a number of its own"
        Notation = Notation.byName
        Domain = [ Reals ]
        Special = []
        Kernel =
            Whole
                {
                    Infer = fun xs -> Ok xs[0]
                    CanFail = false
                    Evaluate =
                        { new WholeKernel() with
                            override _.Example(example, xs, y) =
                                let x = xs[0].At example
                                let rows = xs[0].Extent.Rows

                                for k in 0 .. x.Length - 1 do
                                    let i, j = k % rows, k / rows

                                    let weight =
                                        if i > j then weights.Below
                                        elif i < j then weights.Above
                                        else weights.Diagonal

                                    y[k] <- if weight = 0.0 then Numbers.From 0.0 else Numbers.From(weight * Numbers.To x[k])
                        }
                }
        Derivative = Linear(fun _ ybar -> [ Node.apply1 (scaleTriangles' weights) ybar ])
    }

/// The triangle on and below the diagonal, or on and above it; zeros elsewhere.
let part lower (x: Node) : Node = if lower then scale 1.0 1.0 0.0 x else scale 0.0 1.0 1.0 x

/// Which triangle counts, whether transposed, and for whom it is solved, for the message of a failure.
[<Struct>]
type private Form = { Lower: bool; Transposed: bool; Operation: string }

/// The solution of equations whose matrix is a triangle of t, or its transpose. The other triangle of t is not read.
let solve operation lower transposed (t: Node) (b: Node) : Node =
    Node.apply2 (solveTriangular' { Lower = lower; Transposed = transposed; Operation = operation }) t b

let private shapeOf (extents: Extent[]) =
    let t, b = extents[0], extents[1]

    if t.Rows <> t.Columns then Error "needs a square matrix"
    elif b.Rows <> t.Rows then Error "needs a right-hand side with as many rows as the matrix"
    else Ok b

let private kernel form =
    { new WholeKernel() with
        override _.Example(example, xs, y) =
            let n = xs[0].Extent.Rows
            let t = xs[0].At example

            for i in 0 .. n - 1 do
                if Numbers.To t[i * (n + 1)] = 0.0 then
                    raise (SingularMatrixException(form.Operation, n, i))

            (xs[1].At example).CopyTo y
            Triangular.Solve(form.Lower, form.Transposed, false, n, t, y)
    }

let private solveTriangular' form =
    let again transposed t b = Node.apply2 (solveTriangular' { form with Transposed = transposed }) t b

    {
        Name = "solveTriangular"
        Parameters = box form
        Doc = "the solution of equations whose matrix is a triangle, or its transpose; an exception where its diagonal holds a 0"
        Notation = Notation.byName
        Domain = [ Invertible; Reals ]
        Special = []
        Kernel = Whole { Infer = shapeOf; CanFail = true; Evaluate = kernel form }
        Derivative =
            Both(
                (fun xs y dxs ->
                    let moved = Products.strong form.Transposed false (part form.Lower dxs[0]) y
                    again form.Transposed xs[0] (Arithmetic.subtract dxs[1] moved)),
                (fun xs y ybar ->
                    let bbar = lazy again (not form.Transposed) xs[0] ybar

                    let outer () =
                        if form.Transposed then
                            Products.strong false true y bbar.Value
                        else
                            Products.strong false true bbar.Value y

                    [ (fun () -> Arithmetic.negate (part form.Lower (outer ()))); (fun () -> bbar.Value) ])
            )
    }

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [
        Family.parameterised "scaleTriangles" (fun n m _ ->
            scaleTriangles' { Below = 1.0; Diagonal = 0.5; Above = 0.0 }, [ Extent.matrix n m ])
        for lower in [ false; true ] do
            for transposed in [ false; true ] do
                Family.parameterised "solveTriangular" (fun n m _ ->
                    solveTriangular' { Lower = lower; Transposed = transposed; Operation = "SolveTriangular" },
                    [ Extent.matrix n n; Extent.matrix n m ])
    ]
