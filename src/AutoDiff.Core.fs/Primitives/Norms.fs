/// Norms. In a rule, xs are the operands, y is the result, dxs are the tangents.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Norms

open AutoDiff.Kernels

/// The square root of the sum of squares of all elements.
let euclidean (x: Node) : Node = Node.apply1 euclidean' x

let private euclidean' =
    { Name = "norm"
      Parameters = null
      Doc = "the square root of the sum of squares of all elements, without overflow; slope 0 where all are 0"
      Domain = [ Reals ]
      Special = [ [ 0.0 ]; [ 1e200 ]; [ 1e-200 ] ]
      Kernel =
        Whole
            { Infer = fun _ -> Ok Extent.scalar
              CanFail = false
              Evaluate =
                { new WholeKernel() with
                    override _.Example(example, xs, y) = y[0] <- AutoDiff.Kernels.Norms.Euclidean(xs[0].At example) } }
      Derivative =
        Tangent(fun xs y dxs ->
            Reduction.sum (Arithmetic.strongMultiply (Arithmetic.divideOrZero xs[0] y) dxs[0])) }

/// The primitives of this file. Last, so that all of them exist.
let primitives () = [ Family.whole euclidean' (fun n m _ -> [ Extent.matrix n m ]) ]
