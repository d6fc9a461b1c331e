/// Determinants and what their derivatives are made of. In a rule, xs are the operands, dxs are the tangents.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Determinants

open System
open AutoDiff.Kernels

/// The determinant.
let determinant (a: Node) (lu: Node) : Node = Node.apply2 determinant' a lu

let private determinant' =
    {
        Name = "determinant"
        Parameters = null
        Doc = "the determinant, 1 of an empty matrix; its derivatives hold for singular matrices too"
        Notation = Notation.Routine("\\det(#1)", Routines.determinant)
        Domain = [ Reals; Derived Factors.lu' ]
        Special = []
        Kernel =
            Whole
                {
                    Infer = Dense.square (fun _ -> Extent.scalar)
                    CanFail = false
                    Evaluate =
                        { new WholeKernel() with
                            override _.Example(example, xs, y) =
                                let struct (sign, pivots) = Minors.pivots xs[1] example
                                y[0] <- Numbers.From(Array.fold (*) sign pivots)
                        }
                }
        Derivative =
            Tangent(fun xs _ dxs ->
                let cofactors = Node.apply2 (cofactors' 0) xs[0] (Factors.svd xs[0])
                Reduction.sum (Arithmetic.multiply cofactors dxs[0]))
    }

/// The logarithm of the absolute value of the determinant.
let logAbsDeterminant (a: Node) (lu: Node) : Node = Node.apply2 logAbsDeterminant' a lu

let private logAbsDeterminant' =
    {
        Name = "logAbsDeterminant"
        Parameters = null
        Doc = "the logarithm of the absolute value of the determinant; -inf for a singular matrix, where the derivative is an exception"
        Notation = Notation.Routine("\\ln\\left|\\det(#1)\\right|", Routines.logAbsDeterminant)
        Domain = [ Invertible; Derived Factors.lu' ]
        Special = []
        Kernel =
            Whole
                {
                    Infer = Dense.square (fun _ -> Extent.scalar)
                    CanFail = false
                    Evaluate =
                        { new WholeKernel() with
                            override _.Example(example, xs, y) =
                                let struct (_, pivots) = Minors.pivots xs[1] example
                                y[0] <- Numbers.From(pivots |> Array.sumBy (fun pivot -> Math.Log(Math.Abs pivot)))
                        }
                }
        Derivative =
            Tangent(fun xs _ dxs ->
                Reduction.sum (Arithmetic.multiply (Indexing.transpose (Solving.inverse "LogDeterminant" xs[0] xs[1])) dxs[0]))
    }

/// The sign of the determinant.
let signOfDeterminant (a: Node) (lu: Node) : Node = Node.apply2 signOfDeterminant' a lu

let private signOfDeterminant' =
    {
        Name = "signOfDeterminant"
        Parameters = null
        Doc = "-1, 0 or 1 by the sign of the determinant; slope 0"
        Notation = Notation.byName
        Domain = [ Invertible; Derived Factors.lu' ]
        Special = []
        Kernel =
            Whole
                {
                    Infer = Dense.square (fun _ -> Extent.scalar)
                    CanFail = false
                    Evaluate =
                        { new WholeKernel() with
                            override _.Example(example, xs, y) =
                                let struct (sign, pivots) = Minors.pivots xs[1] example

                                let signOf x =
                                    if x > 0.0 then 1.0
                                    elif x < 0.0 then -1.0
                                    else x

                                y[0] <- Numbers.From(Array.fold (fun sign pivot -> sign * signOf pivot) sign pivots)
                        }
                }
        Derivative = Constant
    }

/// The derivatives of the matrix of cofactors along k matrices. With A = U diag(σ) Vᵀ they are det(UV) U (…) Vᵀ of the same for diag(σ)
/// and the turned matrices: products of singular values without the omitted ones, so that nothing is divided by a σ.
let private cofactors' k : Primitive =
    {
        Name = "cofactors"
        Parameters = box k
        Doc =
            "the matrix of cofactors, which is the gradient of the determinant, and its derivatives along matrices, for singular matrices too"
        Notation =
            (match k with
             | 0 -> Notation.Routine("\\operatorname{cof}(#1)", ColumnRoutines.cofactors)
             | 1 -> Notation.Routine("\\operatorname{cofactors}", ColumnRoutines.cofactorsSlope)
             | _ -> Notation.latex "\\operatorname{cofactors}")
        Domain = [ Reals; Derived Factors.svd'; Reals ]
        Special = []
        Kernel = Whole { Infer = Dense.square (fun n -> Extent.matrix n n); CanFail = false; Evaluate = Minors.cofactors }
        Derivative = Towers.derivative cofactors' k []
    }

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    let withLu n = [ Extent.matrix n n; Extent.matrix n (n + 1) ]

    [
        Family.whole determinant' (fun n _ _ -> withLu n)
        Family.whole logAbsDeterminant' (fun n _ _ -> withLu n)
        Family.whole signOfDeterminant' (fun n _ _ -> withLu n)
        for k in 0..2 do
            Family.parameterised "cofactors" (fun n _ _ ->
                cofactors' k, Extent.matrix n n :: Extent.vector (n * n + n + n * n) :: [ for _ in 1..k -> Extent.matrix n n ])
    ]
