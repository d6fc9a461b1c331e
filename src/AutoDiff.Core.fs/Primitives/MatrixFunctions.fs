/// Functions of symmetric matrices, by their eigenvalues: V f(Λ) Vᵀ. Their derivatives are by divided differences, so they hold where
/// eigenvalues are repeated. Of any matrix the symmetric part is read.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.MatrixFunctions

open System
open AutoDiff.Kernels

/// p (p - 1) … (p - n + 1) / n!
let private binomial (p: float) n = Seq.fold (fun product i -> product * (p - float i) / float (i + 1)) 1.0 (seq { 0 .. n - 1 })

let exp': DividedDifferences.Analytic =
    {
        Name = "exp"
        Coefficient = fun n x -> Seq.fold (fun y i -> y / float i) (Math.Exp x) (seq { 1..n })
        Reach = fun _ -> 1.0
        IsDefined = fun _ -> true
    }

let log': DividedDifferences.Analytic =
    {
        Name = "log"
        Coefficient = fun n x -> if n = 0 then Math.Log x else (if n % 2 = 0 then -1.0 else 1.0) / float n * Math.Pow(x, float -n)
        Reach = fun x -> 0.25 * x
        IsDefined = fun x -> x > 0.0
    }

let sqrt': DividedDifferences.Analytic =
    {
        Name = "sqrt"
        Coefficient =
            fun n x ->
                // rounding may leave an eigenvalue 0 a little below it
                let x = Math.Max(x, 0.0)
                if n = 0 then Math.Sqrt x else binomial 0.5 n * Math.Pow(x, 0.5 - float n)
        Reach = fun x -> 0.25 * Math.Max(x, 0.0)
        IsDefined = fun x -> x >= 0.0
    }

/// f of the symmetric part of a matrix.
let ofMatrix operation f (a: Node) : Node =
    Dense.requireSquare operation a
    Node.apply2 (symmetricFunction' operation f 0) a (Factors.eigen a)

let private check operation (f: DividedDifferences.Analytic) (epsilon: float) (values: float[]) =
    let slack = 4.0 * epsilon * float values.Length * Dense.largest values

    for i in 0 .. values.Length - 1 do
        let isRounding = f.IsDefined 0.0 && Math.Abs values[i] <= slack

        if not (f.IsDefined values[i] || isRounding || Double.IsNaN values[i]) then
            raise (NotPositiveDefiniteException(operation, values.Length, i))

let private epsilonOf (_: Operand<'T>) = Dense.epsilon<'T>

let private kernel operation f =
    { new WholeKernel() with
        override _.Example(example, xs, y) =
            let n = xs[0].Extent.Rows
            let mutable isZero = false

            for i in 2 .. xs.Length - 1 do
                isZero <- isZero || SharedKernels.isZero xs[i] example

            let packed = Dense.floats xs[1] example
            let vectors, values = packed[.. n * n - 1], packed[n * n ..]
            check operation f (epsilonOf xs[1]) values

            if isZero then
                y.Clear()
            else
                let inside (e: float[]) =
                    Dense.product false false n n n (Dense.product true false n n n vectors (Dense.symmetricPart n e)) vectors

                let es = Array.init (xs.Length - 2) (fun i -> inside (Dense.floats xs[i + 2] example))
                let result = Array.zeroCreate<float>(n * n)

                DividedDifferences.forPaths n es (fun sorted ends product ->
                    result[ends] <- result[ends] + product * DividedDifferences.over f (sorted |> Array.map (fun i -> values[i])))

                Dense.write (Dense.product false true n n n (Dense.product false false n n n vectors result) vectors) 0 y
    }

/// The k-th derivative of f along E1 … Ek.
let private symmetricFunction' operation (f: DividedDifferences.Analytic) k : Primitive =
    {
        Name = "symmetricFunction"
        Parameters = box (struct (operation, f.Name, k))
        Doc = "a function of a symmetric matrix, by its eigenvalues, and its derivatives along symmetric matrices"
        Notation = Notation.byName
        Domain = [ PositiveDefinite; Derived Factors.eigen'; Reals ]
        Special = []
        Kernel = Whole { Infer = Dense.square (fun n -> Extent.matrix n n); CanFail = true; Evaluate = kernel operation f }
        Derivative = Towers.derivative (symmetricFunction' operation f) k []
    }

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [
        for f in [ exp'; log'; sqrt' ] do
            for k in 0..1 do
                Family.parameterised "symmetricFunction" (fun n _ _ ->
                    symmetricFunction' f.Name f k, Extent.matrix n n :: Extent.matrix n (n + 1) :: [ for _ in 1..k -> Extent.matrix n n ])
    ]
