namespace AutoDiff

open System

/// Derivatives of ordinary functions of values. A structure is a Scalar, Vector or Matrix, or any nesting of tuples, records, arrays,
/// lists, string-keyed dictionaries, options and maps of them; what else is in it rides along unchanged.
[<RequireQualifiedAccess; CompilationRepresentation(CompilationRepresentationFlags.ModuleSuffix)>]
module Diff =
    /// The gradient of a scalar function at a point: a structure like the point, each value replaced by the derivative with respect to it.
    /// Values that the function does not use have zeros.
    let grad (f: 'T -> Scalar) (x: 'T) : 'T = Derivatives.grad "grad" f x

    /// The value of a scalar function at a point, and its gradient there.
    let valueAndGrad (f: 'T -> Scalar) (x: 'T) : Scalar * 'T =
        let struct (value, gradient) = Derivatives.valueAndGrad "valueAndGrad" f x
        value, gradient

    /// The gradient of a function that returns a scalar and something else, and what else it returned.
    let gradWithAux (f: 'T -> Scalar * 'A) (x: 'T) : 'T * 'A =
        let struct (_, gradient, aux) = Derivatives.gradWithAux "gradWithAux" (fun x -> let y, aux = f x in struct (y, aux)) x
        gradient, aux

    /// The value of a function at a point and its tangent along a direction, in one pass forward.
    let jvp (f: 'T -> 'U) (x: 'T) (tangent: 'T) : 'U * 'U =
        let struct (value, tangent) = Derivatives.jvp f x tangent
        value, tangent

    /// The value of a function at a point, and its pullback: from a cotangent of the result to that of the argument. It may be called many
    /// times, from many threads.
    let vjp (f: 'T -> 'U) (x: 'T) : 'U * ('U -> 'T) =
        let struct (value, pullback) = Derivatives.vjp f x
        value, pullback

    /// The value of a function at a point, and its pushforward: from a tangent of the argument to that of the result. The function runs once.
    let linearize (f: 'T -> 'U) (x: 'T) : 'U * ('T -> 'U) =
        let struct (value, pushforward) = Derivatives.linearize f x
        value, pushforward

    /// The Jacobian matrix: row i is the gradient of result i. By the mode that has fewer directions; the function runs once.
    let jacobian (f: Vector -> Vector) (x: Vector) : Matrix = Derivatives.jacobian "jacobian" f x

    /// The Jacobian matrix by forward mode, a direction for each element of x, all in one sweep.
    let jacobianForward (f: Vector -> Vector) (x: Vector) : Matrix = Derivatives.jacobianForward "jacobianForward" f x

    /// The Jacobian matrix by reverse mode, a direction for each element of the result, all in one sweep.
    let jacobianReverse (f: Vector -> Vector) (x: Vector) : Matrix = Derivatives.jacobianReverse "jacobianReverse" f x

    /// The matrix of second derivatives of a scalar function over the flattened values of a structure: in order of declaration, matrices
    /// column by column. The function runs once.
    let hessian (f: 'T -> Scalar) (x: 'T) : Matrix = Derivatives.hessian f x

    /// The Hessian of a scalar function at a point times a direction, without forming the matrix.
    let hessianVectorProduct (f: 'T -> Scalar) (x: 'T) (direction: 'T) : 'T = Derivatives.hessianVectorProduct f x direction

    /// The value of a function of a scalar and its derivatives up to an order, in time polynomial in the order.
    let taylor (f: Scalar -> Scalar) (x: Scalar) (order: int) : Scalar[] = Taylor.derivatives "taylor" f x order

    /// The sum of the second derivatives of a scalar function with respect to each element of its argument.
    let laplacian (f: 'T -> Scalar) (x: 'T) : Scalar = VectorCalculus.laplacian f x

    /// The sum of the derivatives of element i of a function by element i of its argument.
    let divergence (f: Vector -> Vector) (x: Vector) : Scalar = VectorCalculus.divergence f x

    /// The curl of a field in three dimensions.
    let curl (f: Vector -> Vector) (x: Vector) : Vector = VectorCalculus.curl f x

    /// A function of one number, applied to every element of a vector: recorded once, computed for all together. Reading a number in it is
    /// an error that names If and Where.
    let vectorize (f: Scalar -> Scalar) (xs: Vector) : Vector =
        Vector(Batch.vectorize "vectorize" [| false |] (fun xs -> (f (Scalar xs[0])).Node) [| xs.Node |])

    /// A scalar function of a vector, applied to every row of a matrix, likewise.
    let vectorizeRows (f: Vector -> Scalar) (rows: Matrix) : Vector =
        Vector(Batch.vectorize "vectorizeRows" [| true |] (fun xs -> (f (Vector xs[0])).Node) [| rows.Node |])

    /// A function from vectors to vectors, applied to every row of a matrix, likewise; row i of the result is that of row i.
    let vectorizeRowsToRows (f: Vector -> Vector) (rows: Matrix) : Matrix =
        Matrix(Batch.vectorize "vectorizeRowsToRows" [| true |] (fun xs -> (f (Vector xs[0])).Node) [| rows.Node |])

    /// A scalar function of something shared by all examples, a vector and a scalar, applied to every row of a matrix and element of a
    /// vector: the loss of each example.
    let vectorizeOver (f: 'S -> Vector -> Scalar -> Scalar) (shared: 'S) (rows: Matrix) (elements: Vector) : Vector =
        Vector(
            Batch.vectorize
                "vectorizeOver"
                [| true; false |]
                (fun xs -> (f shared (Vector xs[0]) (Scalar xs[1])).Node)
                [| rows.Node; elements.Node |]
        )

    /// A function whose derivative is the given pullback, from the argument, the result and the cotangent of the result to the cotangent
    /// of the argument. Written with values, it can be differentiated again. The function itself may do anything.
    let withGradient (f: 'T -> 'U) (pullback: 'T -> 'U -> 'U -> 'T) (x: 'T) : 'U = Rules.withGradient f pullback x

    /// A function whose derivative is the given pushforward, from the argument, the result and the tangent of the argument to the tangent of
    /// the result, in which it must be linear.
    let withTangent (f: 'T -> 'U) (pushforward: 'T -> 'U -> 'T -> 'U) (x: 'T) : 'U = Rules.withTangent f pushforward x

    /// A function that is differentiated as if it were the identity, such as rounding in a quantised model.
    let straightThrough (f: 'T -> 'T) (x: 'T) : 'T = Rules.straightThrough f x

    /// The gradient of a scalar function at a point beside finite differences of its value: what tells whether a rule of one's own is right.
    let checkGradient (f: 'T -> Scalar) (x: 'T) : GradientCheck = GradientChecks.check f x

    /// The derivative of a scalar function as a program that can be read: text, LaTeX, a graph, C# and F# source; that of the function and of
    /// its Hessian beside it. Recorded at x: where the function compares numbers, it is that of the branch taken there.
    let explain (f: 'T -> Scalar) (x: 'T) : DerivativeProgram = Explanation.explain "explain" null f x

    /// A structure whose values are variables: what is computed from them remembers how, for Diff.gradient. Plain numbers become float64.
    let variable (x: 'T) : 'T = Variables.variable x

    /// The derivatives of a scalar already computed with respect to values that it was computed from; see Diff.variable. Raises
    /// UnconnectedGradientException where y was not computed from one of them.
    let gradient (y: Scalar) (x: 'T) : 'T = Variables.gradient false y x

    /// The same, with zeros for values that y was not computed from.
    let gradientOrZero (y: Scalar) (x: 'T) : 'T = Variables.gradient true y x

    /// The same numbers, constant for differentiation.
    let stopGradient (x: 'T) : 'T = Variables.stopGradient x

    /// A pure function, compiled: it is run once for each structure and set of shapes of its argument and for each branch taken, and what
    /// it computes is recorded, fused and compiled. Comparisons of Scalars are noted and checked in each call.
    let compile (f: 'T -> 'U) : 'T -> 'U = Compiled.functionOf "compile" f

    /// A scalar function and its gradient, recorded at an example, fused and compiled. The function is not run again, so it must be pure:
    /// the same argument, the same result.
    let compileGradient (f: 'T -> Scalar) (example: 'T) : CompiledGradient = Compiled.gradient "compileGradient" f example

    /// The x with g x p = 0 found from a start by Newton's method, as a function of the parameters p: differentiated by the implicit function
    /// theorem, at every order. Raises NoSolutionException where none is found.
    let root (g: 'X -> 'P -> 'X) (start: 'X) (p: 'P) : 'X = Root.root g start p

    /// The x with g x p = x, iterated from a start, as a function of the parameters p, likewise.
    let fixedPoint (g: 'X -> 'P -> 'X) (start: 'X) (p: 'P) : 'X = Root.fixedPoint g start p

    /// The x at which f x p is least, found from a start, as a function of the parameters p, likewise.
    let argMin (f: 'X -> 'P -> Scalar) (start: 'X) (p: 'P) : 'X = ArgMin.argMin null f start p

    /// The same, by a given optimiser.
    let argMinWith (optimizer: Optimizer) (f: 'X -> 'P -> Scalar) (start: 'X) (p: 'P) : 'X = ArgMin.argMin optimizer f start p

    /// The x with a x = b for a linear function a, by products with it alone: conjugate gradients or GMRES. Differentiated by the equations,
    /// also with respect to what a captured.
    let linearSolve (a: Vector -> Vector) (b: Vector) : Vector = LinearSolve.ofFunction "linearSolve" a b

    /// The Jacobian of a function whose results depend on few elements each, as a sparse matrix: the pattern is found from the graph, and
    /// columns or rows that share nothing by one direction together. Raises DensityException where it is not sparse.
    let sparseJacobian (f: Vector -> Vector) (x: Vector) : MathNet.Numerics.LinearAlgebra.Matrix<float> =
        (SparseDerivatives.jacobian f).Evaluate x

    /// The Hessian of a function whose elements meet few others each, likewise, by a star colouring.
    let sparseHessian (f: Vector -> Scalar) (x: Vector) : MathNet.Numerics.LinearAlgebra.Matrix<float> =
        (SparseDerivatives.hessian f).Evaluate x

    /// The sparse Jacobian for many points: coloured once, and anew only where the pattern changes.
    let prepareSparseJacobian (f: Vector -> Vector) : SparseDerivative = SparseDerivatives.jacobian f

    /// The sparse Hessian for many points, likewise.
    let prepareSparseHessian (f: Vector -> Scalar) : SparseDerivative = SparseDerivatives.hessian f

    /// A loop of n steps that stays one node of the graph: its body runs once, without numbers, from an index and what is carried to what is
    /// carried on. Differentiated in both modes, at every order, also with respect to what the body captured.
    let forLoop (n: int) (init: 'T) (body: Scalar -> 'T -> 'T) : 'T = Control.loop "forLoop" System.Int32.MaxValue n init body

    /// The same, keeping so many states at once for the way back; others are computed again.
    let forLoopWith (memory: int) (n: int) (init: 'T) (body: Scalar -> 'T -> 'T) : 'T = Control.loop "forLoop" memory n init body

    /// A loop that goes on while a condition is not 0, at most a million steps, likewise.
    let whileLoop (init: 'T) (condition: 'T -> Scalar) (body: 'T -> 'T) : 'T =
        Control.loopWhile "whileLoop" System.Int32.MaxValue 1_000_000 init condition body

    /// The same with another largest number of steps.
    let whileLoopWith (maxSteps: int) (init: 'T) (condition: 'T -> Scalar) (body: 'T -> 'T) : 'T =
        Control.loopWhile "whileLoop" System.Int32.MaxValue maxSteps init condition body

    /// One of two branches, by a condition that need not have a number yet: the first where it is not 0.
    let ifElse (condition: Scalar) (first: unit -> 'T) (second: unit -> 'T) : 'T = Control.branch "ifElse" condition first second

    /// A loop over the rows of a matrix that carries something on and gives a row for each.
    let scanRows (init: 'C) (rows: Matrix) (body: 'C -> Vector -> struct ('C * Vector)) : struct ('C * Matrix) =
        Control.scanRows "scanRows" System.Int32.MaxValue init rows body

    /// A loop over the elements of a vector that carries something on and gives a number for each.
    let scanElements (init: 'C) (elements: Vector) (body: 'C -> Scalar -> struct ('C * Scalar)) : struct ('C * Vector) =
        Control.scanElements "scanElements" System.Int32.MaxValue init elements body

    /// A function whose inner values are computed again on the way back instead of being kept.
    let checkpoint (f: 'T -> 'U) (x: 'T) : 'U = Control.checkpoint "checkpoint" f x

    /// The point where a function is least, from a start, by a solver that it picks and names.
    let minimize (f: 'T -> Scalar) (start: 'T) : Minimum<'T> = Minimization.minimize null null f start

    /// The point where a function is least, from a start, by a given optimiser until the options end it.
    let minimizeWith (optimizer: Optimizer) (options: MinimizeOptions) (f: 'T -> Scalar) (start: 'T) : Minimum<'T> =
        Minimization.minimize optimizer options f start

    /// The point where a function is least among those where equal is 0 and atMost at most 0, element by element; empty vectors constrain nothing. By
    /// an augmented Lagrangian, in rounds of minimisation that each end by the options; constraints hold to 1e-8.
    let minimizeSubjectTo
        (options: MinimizeOptions)
        (equal: 'T -> Vector)
        (atMost: 'T -> Vector)
        (f: 'T -> Scalar)
        (start: 'T)
        : ConstrainedMinimum<'T> =
        Minimization.minimizeSubjectTo options 1e-8 equal atMost f start

    /// A function as an objective of MathNet's minimisers, with its exact gradient and Hessian.
    let objectiveFunction (f: Vector -> Scalar) : MathNet.Numerics.Optimization.IObjectiveFunction = MathNetObjective.ofFunction f

    /// The point where a function of the point and of a batch is least on the whole, by a first-order rule: each step on the next batch, until
    /// the options end it. Value and gradient of the result are on the batch after the last step, and its point is the last one.
    let minimizeBatches
        (optimizer: Optimizer)
        (options: MinimizeOptions)
        (loss: 'T -> 'B -> Scalar)
        (start: 'T)
        (batches: 'B seq)
        : Minimum<'T> =
        Minimization.minimizeBatches optimizer options loss start batches

    /// The point where the sum of squares of residuals is least, from a start, by the Levenberg-Marquardt method, with the statistics of the fit.
    let leastSquares (residuals: 'T -> Vector) (start: 'T) : LeastSquaresFit<'T> = Minimization.leastSquares null residuals start

    /// The same until the options end it, and by the robust loss in them.
    let leastSquaresWith (options: MinimizeOptions) (residuals: 'T -> Vector) (start: 'T) : LeastSquaresFit<'T> =
        Minimization.leastSquares options residuals start

    /// The steps of an optimiser from a start, lazily: step k is after k + 1 updates. Each enumeration starts anew.
    let steps (optimizer: Optimizer) (f: 'T -> Scalar) (start: 'T) : Step<'T> seq = Minimization.steps optimizer f start
