/// Norms. In a rule, xs are the operands, dxs are the tangents.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Norms

open AutoDiff.Kernels

/// The square root of the sum of squares of all elements.
let euclidean (x: Node) : Node = Node.apply1 euclidean' x

let private euclidean' =
    {
        Name = "norm"
        Parameters = null
        Doc = "the square root of the sum of squares of all elements, without overflow; slope 0 where all are 0"
        Notation = Notation.Routine("\\left\\|#1\\right\\|", Routines.norm)
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ 1e200 ]; [ 1e-200 ] ]
        Kernel =
            Whole
                {
                    Infer = fun _ -> Ok Extent.scalar
                    CanFail = false
                    Evaluate =
                        { new WholeKernel() with
                            override _.Example(example, xs, y) = y[0] <- AutoDiff.Kernels.Norms.Euclidean(xs[0].At example)
                        }
                }
        Derivative =
            Tangent(fun xs _ dxs ->
                let directions = Columns.mapAll (PowerNorms.directions 2.0) xs[0]
                Reduction.sum (Arithmetic.strongMultiply directions dxs[0]))
    }

/// The primitives of this file. Last, so that all of them exist.
let primitives () = [ Family.whole euclidean' (fun n m _ -> [ Extent.matrix n m ]) ]
