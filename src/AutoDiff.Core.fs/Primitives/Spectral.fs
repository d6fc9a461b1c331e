/// Eigenvalues and eigenvectors of symmetric matrices; of any matrix the symmetric part (A + Aᵀ)/2 is read. In a rule, xs are the operands,
/// y is the result, dxs are the tangents.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Spectral

open AutoDiff.Kernels

let private whole shape kernel = Whole { Infer = shape; CanFail = false; Evaluate = kernel }

/// The eigenvalues, ascending.
let eigenvalues (a: Node) (eigen: Node) : Node = Node.apply2 eigenvalues' a eigen

let private eigenvalues' =
    {
        Name = "eigenvalues"
        Parameters = null
        Doc = "the eigenvalues of the symmetric part of a matrix, ascending; equal ones share their slope"
        Notation = Notation.byName
        Domain = [ Distinct; Derived Factors.eigen' ]
        Special = []
        Kernel =
            Whole
                {
                    Infer = Dense.square Extent.vector
                    CanFail = false
                    Evaluate =
                        { new WholeKernel() with
                            override _.Example(example, xs, y) =
                                let n = xs[0].Extent.Rows
                                ((xs[1].At example).Slice(n * n, n)).CopyTo y
                        }
                }
        Derivative =
            Both(
                (fun xs _ dxs -> Node.apply (spectralParts' 0) [| xs[0]; xs[1]; dxs[0] |]),
                (fun xs _ ybar ->
                    [ (fun () -> Node.apply (spectralCombination' 0) [| xs[0]; xs[1]; ybar |]); Dense.noCotangent xs[1] ybar ])
            )
    }

/// V diag(w) Vᵀ, w averaged over equal eigenvalues: the gradient of the sum of w times the eigenvalues; and its derivatives along matrices.
/// For w as constants it is the function of the matrix that has the number w near each eigenvalue, whose divided differences are these.
let private spectralCombination' k : Primitive =
    {
        Name = "spectralCombination"
        Parameters = box k
        Doc =
            "the symmetric matrix with the same eigenvectors and given eigenvalues, averaged where they were equal, and its derivatives along matrices"
        Notation = Notation.byName
        Domain = [ Distinct; Derived Factors.eigen'; Reals; Reals ]
        Special = []
        Kernel = whole (Dense.square (fun n -> Extent.matrix n n)) Spectra.combination
        Derivative =
            let rule =
                Towers.derivative
                    spectralCombination'
                    k
                    [ fun xs ybar -> weighted xs (Node.apply (spectralParts' k) (Array.append (Array.removeAt 2 xs) [| ybar |])) ]

            match rule with
            | Both(tangent, cotangents) -> Both((fun xs y dxs -> tangent xs y (Array.updateAt 2 (weighted xs dxs[2]) dxs)), cotangents)
            | rule -> rule
    }

/// What moves the weights of a combination. Where weights differ and move, the function is one of separate eigenvalues: among equal ones
/// it has second derivatives that their averages do not show, so there it is an exception. A sum of all of them has one weight.
let private weighted (xs: Node[]) (dw: Node) : Node =
    if xs[2].Primitive.Name = "fill" then
        dw
    else
        Node.apply2 (determined "EigenValues") (eigenvalues xs[0] xs[1]) dw

/// Its second operand, which belongs to the values that are the first one; an exception where it is not 0 for a repeated value.
let private determined operation =
    {
        Name = "determined"
        Parameters = box operation
        Doc = "numbers that belong to values; an exception where they are not 0 for a repeated one"
        Notation = Notation.byName
        Domain = [ Distinct; Reals ]
        Special = []
        Kernel =
            Whole
                {
                    Infer = fun xs -> Ok xs[1]
                    CanFail = true
                    Evaluate =
                        { new WholeKernel() with
                            override _.Example(example, xs, y) = Spectra.requireDetermined operation xs[0] xs[1] example y
                        }
                }
        Derivative = LinearGiven(fun _ ybar -> [ ybar ])
    }

/// The sum of the eigenvalues with constant weights. Its gradient is a function of the matrix alone, so it has derivatives of every order
/// where equal eigenvalues have equal weights.
let weightedSum (a: Node) (eigen: Node) (weights: float[]) : Node = Node.apply2 (weightedSum' weights) a eigen

let private weightedSum' (weights: float[]) =
    {
        Name = "weightedSum"
        Parameters = box (List.ofArray weights)
        Doc = "the sum of the eigenvalues of the symmetric part of a matrix with constant weights"
        Notation = Notation.byName
        Domain = [ Distinct; Derived Factors.eigen' ]
        Special = []
        Kernel =
            Whole
                {
                    Infer = Dense.square (fun _ -> Extent.scalar)
                    CanFail = false
                    Evaluate =
                        { new WholeKernel() with
                            override _.Example(example, xs, y) =
                                let n = xs[0].Extent.Rows
                                let values = (Dense.floats xs[1] example)[n * n ..]
                                Dense.write [| Array.fold2 (fun sum w x -> sum + w * x) 0.0 weights values |] 0 y
                        }
                }
        Derivative =
            Tangent(fun xs _ dxs ->
                let w = Dense.constant xs[0].Precision (Extent.vector weights.Length) weights
                let gradient = Node.apply (spectralCombination' 0) [| xs[0]; xs[1]; w |]
                Reduction.sum (Arithmetic.strongMultiply gradient dxs[0]))
    }

/// The diagonal of Vᵀ E0 V, averaged over equal eigenvalues: the tangent of the eigenvalues along E0; and its derivatives along E1 … Ek.
let private spectralParts' k : Primitive =
    {
        Name = "spectralParts"
        Parameters = box k
        Doc = "how the eigenvalues move along a matrix, equal ones on average, and the derivatives of that along further matrices"
        Notation = Notation.byName
        Domain = [ Distinct; Derived Factors.eigen'; Reals ]
        Special = []
        Kernel = whole (Dense.square Extent.vector) Spectra.parts
        Derivative =
            Both(
                (fun xs _ dxs ->
                    let each = [ for i in 2 .. k + 2 -> Node.apply (spectralParts' k) (Array.updateAt i dxs[i] xs) ]
                    List.fold Arithmetic.add (Node.apply (spectralParts' (k + 1)) (Array.append xs [| dxs[0] |])) each),
                (fun xs _ ybar ->
                    let combine es = Node.apply (spectralCombination' (Array.length es)) (Array.append [| xs[0]; xs[1]; ybar |] es)

                    [
                        fun () -> combine xs[2..]
                        Dense.noCotangent xs[1] ybar
                        for i in 0..k do
                            fun () -> combine (Array.removeAt i xs[2..])
                    ])
            )
    }

/// Its operand, numbers in order; an exception where two are equal, or, of singular values, one is 0.
let private distinct operation hasSigns =
    {
        Name = "distinct"
        Parameters = box operation
        Doc = "its operand, numbers in order; an exception where two are equal"
        Notation = Notation.byName
        Domain = [ Distinct ]
        Special = []
        Kernel =
            Whole
                {
                    Infer = fun xs -> Ok xs[0]
                    CanFail = true
                    Evaluate =
                        { new WholeKernel() with
                            override _.Example(example, xs, y) = Dense.write (Spectra.requireDistinct operation hasSigns xs[0] example) 0 y
                        }
                }
        Derivative = Tangent(fun _ _ dxs -> dxs[0])
    }

/// The differences of values: element (i, j) is 1 / (x[j] + sign x[i]), 0 on the diagonal.
let reciprocalGaps sign (x: Node) : Node =
    let n = x.Shape.Extent.Rows
    let columns = Arithmetic.multiply (Node.plain sign) (Reduction.repeatColumn n x)
    let gaps = Arithmetic.add (Reduction.repeatRow n x) columns
    // ones on the diagonal, which are taken out again
    let safe = Arithmetic.add (Triangles.scale 1.0 0.0 1.0 gaps) (Dense.identity x.Precision n)
    Triangles.scale 1.0 0.0 1.0 (Arithmetic.reciprocal safe)

/// Orthonormal eigenvectors as columns, in the order of the eigenvalues.
let eigenvectors (a: Node) (eigen: Node) : Node = Node.apply2 eigenvectors' a eigen

let private eigenvectors' =
    {
        Name = "eigenvectors"
        Parameters = null
        Doc = "orthonormal eigenvectors of the symmetric part of a matrix; the derivative is an exception for a repeated eigenvalue"
        Notation = Notation.byName
        Domain = [ Distinct; Derived Factors.eigen' ]
        Special = []
        Kernel =
            Whole
                {
                    Infer = Dense.square (fun n -> Extent.matrix n n)
                    CanFail = false
                    Evaluate =
                        { new WholeKernel() with
                            override _.Example(example, xs, y) =
                                let n = xs[0].Extent.Rows
                                ((xs[1].At example).Slice(0, n * n)).CopyTo y
                        }
                }
        Derivative =
            Both(
                (fun xs y dxs ->
                    let values = Node.apply1 (distinct "EigenVectors" true) (eigenvalues xs[0] xs[1])
                    let turned = Products.strong true false y (Products.strong false false (Dense.symmetric dxs[0]) y)
                    Products.strong false false y (Arithmetic.multiply (reciprocalGaps -1.0 values) turned)),
                (fun xs y ybar ->
                    let turned () =
                        let values = eigenvalues xs[0] xs[1]
                        // the vectors of repeated eigenvalues have no derivatives; where nothing depends on them, none is wanted
                        let ybar = Node.apply2 (determined "EigenVectors") values ybar
                        let inside = Arithmetic.strongMultiply (reciprocalGaps -1.0 values) (Products.strong true false y ybar)
                        Dense.symmetric (Products.strong false true (Products.strong false false y inside) y)

                    [ turned; Dense.noCotangent xs[1] ybar ])
            )
    }

/// Values that must all differ, and from 0, for their singular vectors to have derivatives.
let requireDistinctSingularValues (s: Node) : Node = Node.apply1 (distinct "Svd" false) s

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    let withEigen n = [ Extent.matrix n n; Extent.matrix n (n + 1) ]
    let several n k = [ for _ in 1..k -> Extent.matrix n n ]

    [
        Family.whole eigenvalues' (fun n _ _ -> withEigen n)
        for k in 0..1 do
            Family.parameterised "spectralCombination" (fun n _ _ ->
                spectralCombination' k, withEigen n @ [ Extent.vector n ] @ several n k)

            Family.parameterised "spectralParts" (fun n _ _ -> spectralParts' k, withEigen n @ several n (k + 1))
        Family.whole eigenvectors' (fun n _ _ -> withEigen n)
        Family.parameterised "weightedSum" (fun n _ _ -> weightedSum' (Array.init n (fun i -> float (i - 1))), withEigen n)
    ]
