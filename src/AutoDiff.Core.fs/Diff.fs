namespace AutoDiff

open System

/// Derivatives of ordinary functions of values. A structure is a Scalar, Vector or Matrix, or any nesting of tuples, records, arrays,
/// lists, string-keyed dictionaries, options and maps of them; what else is in it rides along unchanged.
[<RequireQualifiedAccess; CompilationRepresentation(CompilationRepresentationFlags.ModuleSuffix)>]
module Diff =
    /// <summary>The gradient of a scalar function at a point: a structure like the point, each value replaced by the derivative with
    /// respect to it. Values that the function does not use have zeros.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="f">The function.</param><param name="x">The point, a structure.</param>
    /// <returns>The gradient, a structure like the point.</returns>
    /// <example><code>
    /// printfn "%O" (Diff.grad (fun (x: Scalar) -&gt; x * x * x) (Scalar 2.0)) // 12
    /// printfn "%O" (Diff.grad (fun (v: Vector) -&gt; v * v) (vec [ 1.0; 2.0; 3.0 ])) // [2, 4, 6]
    /// </code></example>
    let grad (f: 'T -> Scalar) (x: 'T) : 'T = Derivatives.grad "grad" f x

    /// <summary>The value of a scalar function at a point, and its gradient there.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="f">The function.</param><param name="x">The point, a structure.</param><returns>The value and the gradient.</returns>
    /// <example><code>
    /// let value, gradient = Diff.valueAndGrad (fun (v: Vector) -&gt; v * v) (vec [ 3.0; 4.0 ])
    /// printfn "%O %O" value gradient // 25 [6, 8]
    /// </code></example>
    let valueAndGrad (f: 'T -> Scalar) (x: 'T) : Scalar * 'T =
        let struct (value, gradient) = Derivatives.valueAndGrad "valueAndGrad" f x
        value, gradient

    /// <summary>The gradient of a function that returns a scalar and something else, and what else it returned.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <typeparam name="A">What else the function returns.</typeparam><param name="f">The function.</param>
    /// <param name="x">The point, a structure.</param><returns>The gradient and what else it returned.</returns>
    /// <example><code>
    /// let gradient, length = Diff.gradWithAux (fun (v: Vector) -&gt; v * v, v.Count) (vec [ 3.0; 4.0 ])
    /// printfn "%O %d" gradient length // [6, 8] 2
    /// </code></example>
    let gradWithAux (f: 'T -> Scalar * 'A) (x: 'T) : 'T * 'A =
        let struct (_, gradient, aux) = Derivatives.gradWithAux "gradWithAux" (fun x -> let y, aux = f x in struct (y, aux)) x
        gradient, aux

    /// <summary>The value of a function at a point and its tangent along a direction, in one pass forward.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <typeparam name="U">The result, a structure.</typeparam><param name="f">The function.</param>
    /// <param name="x">The point, a structure.</param><param name="tangent">The direction, a structure like the point.</param>
    /// <returns>The value and its tangent.</returns>
    /// <example><code>
    /// let value, tangent = Diff.jvp (fun (x: Scalar) -&gt; x * x) (Scalar 3.0) (Scalar 1.0)
    /// printfn "%O %O" value tangent // 9 6
    /// </code></example>
    let jvp (f: 'T -> 'U) (x: 'T) (tangent: 'T) : 'U * 'U =
        let struct (value, tangent) = Derivatives.jvp f x tangent
        value, tangent

    /// <summary>The value of a function at a point, and its pullback: from a cotangent of the result to that of the argument. It may be
    /// called many times, from many threads.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <typeparam name="U">The result, a structure.</typeparam><param name="f">The function.</param>
    /// <param name="x">The point, a structure.</param><returns>The value and the pullback.</returns>
    /// <example><code>
    /// let value, pullback = Diff.vjp (fun (v: Vector) -&gt; v .* v) (vec [ 1.0; 2.0 ])
    /// printfn "%O %O %O" value (pullback (vec [ 1.0; 0.0 ])) (pullback (vec [ 0.0; 1.0 ])) // [1, 4] [2, 0] [0, 4]
    /// </code></example>
    let vjp (f: 'T -> 'U) (x: 'T) : 'U * ('U -> 'T) =
        let struct (value, pullback) = Derivatives.vjp f x
        value, pullback

    /// <summary>The value of a function at a point, and its pushforward: from a tangent of the argument to that of the result. The
    /// function runs once.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <typeparam name="U">The result, a structure.</typeparam><param name="f">The function.</param>
    /// <param name="x">The point, a structure.</param><returns>The value and the pushforward.</returns>
    /// <example><code>
    /// let value, pushforward = Diff.linearize (fun (v: Vector) -&gt; v * v) (vec [ 1.0; 2.0 ])
    /// printfn "%O %O %O" value (pushforward (vec [ 1.0; 0.0 ])) (pushforward (vec [ 0.0; 1.0 ])) // 5 2 4
    /// </code></example>
    let linearize (f: 'T -> 'U) (x: 'T) : 'U * ('T -> 'U) =
        let struct (value, pushforward) = Derivatives.linearize f x
        value, pushforward

    /// <summary>The Jacobian matrix: row i is the gradient of result i. By the mode that has fewer directions; the function runs
    /// once.</summary>
    /// <param name="f">The function.</param><param name="x">The point.</param>
    /// <returns>A matrix with a row for each result and a column for each element of x.</returns>
    /// <example><code>
    /// printfn "%O" (Diff.jacobian (fun v -&gt; v .* v) (vec [ 1.0; 2.0; 3.0 ])) // [[2, 0, 0], [0, 4, 0], [0, 0, 6]]
    /// </code></example>
    let jacobian (f: Vector -> Vector) (x: Vector) : Matrix = Derivatives.jacobian "jacobian" f x

    /// <summary>The Jacobian matrix by forward mode, a direction for each element of x, all in one sweep.</summary>
    /// <param name="f">The function.</param><param name="x">The point.</param>
    /// <returns>A matrix with a row for each result and a column for each element of x.</returns>
    /// <example><code>
    /// printfn "%O" (Diff.jacobianForward (fun v -&gt; v[0] * v) (vec [ 2.0; 3.0 ])) // [[4, 0], [3, 2]]
    /// </code></example>
    let jacobianForward (f: Vector -> Vector) (x: Vector) : Matrix = Derivatives.jacobianForward "jacobianForward" f x

    /// <summary>The Jacobian matrix by reverse mode, a direction for each element of the result, all in one sweep.</summary>
    /// <param name="f">The function.</param><param name="x">The point.</param>
    /// <returns>A matrix with a row for each result and a column for each element of x.</returns>
    /// <example><code>
    /// printfn "%O" (Diff.jacobianReverse (fun v -&gt; v[..1]) (vec [ 1.0; 2.0; 3.0 ])) // [[1, 0, 0], [0, 1, 0]]
    /// </code></example>
    let jacobianReverse (f: Vector -> Vector) (x: Vector) : Matrix = Derivatives.jacobianReverse "jacobianReverse" f x

    /// <summary>The matrix of second derivatives of a scalar function over the flattened values of a structure: in order of declaration,
    /// matrices column by column. The function runs once.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="f">The function.</param><param name="x">The point, a structure.</param>
    /// <returns>A square matrix, as large as the point has numbers.</returns>
    /// <example><code>
    /// printfn "%O" (Diff.hessian (fun (v: Vector) -&gt; v[0] * v[0] * v[1]) (vec [ 2.0; 3.0 ])) // [[6, 4], [4, 0]]
    /// </code></example>
    let hessian (f: 'T -> Scalar) (x: 'T) : Matrix = Derivatives.hessian f x

    /// <summary>The Hessian of a scalar function at a point times a direction, without forming the matrix.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="f">The function.</param><param name="x">The point, a structure.</param>
    /// <param name="direction">The direction, a structure like the point.</param><returns>A structure like the point.</returns>
    /// <example><code>
    /// printfn "%O" (Diff.hessianVectorProduct (fun (v: Vector) -&gt; v[0] * v[0] * v[1]) (vec [ 2.0; 3.0 ]) (vec [ 1.0; 0.0 ])) // [6, 4]
    /// </code></example>
    let hessianVectorProduct (f: 'T -> Scalar) (x: 'T) (direction: 'T) : 'T = Derivatives.hessianVectorProduct f x direction

    /// <summary>The value of a function of a scalar and its derivatives up to an order, in time polynomial in the order.</summary>
    /// <param name="f">The function.</param><param name="x">The point.</param>
    /// <param name="order">The highest derivative, 0 or more.</param><returns>The value, then the derivatives of order 1, 2 …</returns>
    /// <example><code>
    /// let derivatives = Diff.taylor (fun x -&gt; 1.0 / (1.0 - x)) (Scalar 0.0) 4
    /// printfn "%s" (String.Join(" ", derivatives)) // 1 1 2 6 24
    /// </code></example>
    let taylor (f: Scalar -> Scalar) (x: Scalar) (order: int) : Scalar[] = Taylor.derivatives "taylor" f x order

    /// <summary>The sum of the second derivatives of a scalar function with respect to each element of its argument.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="f">The function.</param><param name="x">The point, a structure.</param><returns>The sum.</returns>
    /// <example><code>
    /// printfn "%O" (Diff.laplacian (fun (v: Vector) -&gt; v * v) (vec [ 1.0; 2.0; 3.0 ])) // 6
    /// </code></example>
    let laplacian (f: 'T -> Scalar) (x: 'T) : Scalar = VectorCalculus.laplacian f x

    /// <summary>The sum of the derivatives of element i of a function by element i of its argument.</summary>
    /// <param name="f">The function.</param><param name="x">The point.</param><returns>The sum.</returns>
    /// <example><code>
    /// printfn "%O" (Diff.divergence (fun v -&gt; 2.0 * v) (vec [ 1.0; 2.0; 3.0 ])) // 6
    /// </code></example>
    let divergence (f: Vector -> Vector) (x: Vector) : Scalar = VectorCalculus.divergence f x

    /// <summary>The curl of a field in three dimensions.</summary><param name="f">The function.</param><param name="x">The point.</param>
    /// <returns>A vector of 3.</returns>
    /// <example><code>
    /// printfn "%O" (Diff.curl (fun v -&gt; Vector [| -v[1]; v[0]; Scalar 0.0 |]) (vec [ 1.0; 2.0; 3.0 ])) // [0, 0, 2]
    /// </code></example>
    let curl (f: Vector -> Vector) (x: Vector) : Vector = VectorCalculus.curl f x

    /// <summary>A function of one number, applied to every element of a vector: recorded once, computed for all together. Reading a number
    /// in it is an error that names If and Where.</summary>
    /// <param name="f">The function.</param><param name="xs">The numbers.</param><returns>A vector of the same length.</returns>
    /// <example><code>
    /// printfn "%O" (Diff.vectorize (fun x -&gt; x * x) (vec [ 1.0; 2.0; 3.0 ])) // [1, 4, 9]
    /// </code></example>
    let vectorize (f: Scalar -> Scalar) (xs: Vector) : Vector =
        Vector(Batch.vectorize "vectorize" [| false |] (fun xs -> (f (Scalar xs[0])).Node) [| xs.Node |])

    /// <summary>A scalar function of a vector, applied to every row of a matrix, likewise.</summary><param name="f">The function.</param>
    /// <param name="rows">The rows, one example each.</param><returns>A vector with an element for each row.</returns>
    /// <example><code>
    /// printfn "%O" (Diff.vectorizeRows (fun v -&gt; v.L2Norm()) (mat [ [ 3.0; 4.0 ]; [ 5.0; 12.0 ] ])) // [5, 13]
    /// </code></example>
    let vectorizeRows (f: Vector -> Scalar) (rows: Matrix) : Vector =
        Vector(Batch.vectorize "vectorizeRows" [| true |] (fun xs -> (f (Vector xs[0])).Node) [| rows.Node |])

    /// <summary>A function from vectors to vectors, applied to every row of a matrix, likewise; row i of the result is that of row
    /// i.</summary>
    /// <param name="f">The function.</param><param name="rows">The rows, one example each.</param>
    /// <returns>A matrix with a row for each row.</returns>
    /// <example><code>
    /// let gradients = Diff.vectorizeRowsToRows (Diff.grad (fun (v: Vector) -&gt; v[0] * v[1]))
    /// printfn "%O" (gradients (mat [ [ 3.0; 4.0 ]; [ 5.0; 12.0 ] ])) // [[4, 3], [12, 5]]
    /// </code></example>
    let vectorizeRowsToRows (f: Vector -> Vector) (rows: Matrix) : Matrix =
        Matrix(Batch.vectorize "vectorizeRowsToRows" [| true |] (fun xs -> (f (Vector xs[0])).Node) [| rows.Node |])

    /// <summary>A scalar function of something shared by all examples, a vector and a scalar, applied to every row of a matrix and element
    /// of a vector: the loss of each example.</summary>
    /// <typeparam name="S">What is shared, a structure.</typeparam><param name="f">The function.</param>
    /// <param name="shared">What all examples share, a structure.</param><param name="rows">The rows, one example each.</param>
    /// <param name="elements">The elements.</param><returns>A vector with an element for each example.</returns>
    /// <example><code>
    /// let losses = Diff.vectorizeOver (fun (w: Vector) (x: Vector) y -&gt; Maths.square (w * x - y))
    /// printfn "%O" (losses (vec [ 1.0; 2.0 ]) (mat [ [ 1.0; 1.0 ]; [ 2.0; 0.0 ] ]) (vec [ 2.0; 5.0 ])) // [1, 9]
    /// </code></example>
    let vectorizeOver (f: 'S -> Vector -> Scalar -> Scalar) (shared: 'S) (rows: Matrix) (elements: Vector) : Vector =
        Vector(
            Batch.vectorize
                "vectorizeOver"
                [| true; false |]
                (fun xs -> (f shared (Vector xs[0]) (Scalar xs[1])).Node)
                [| rows.Node; elements.Node |]
        )

    /// <summary>A function of two numbers, applied to the elements of two vectors, pair by pair.</summary><param name="f">The function.</param>
    /// <param name="xs">The first numbers.</param><param name="zs">The second numbers, as many.</param>
    /// <returns>A vector of the same length.</returns>
    /// <example><code>
    /// printfn "%O" (Diff.vectorize2 (fun x z -&gt; x * z + 1.0) (vec [ 1.0; 2.0 ]) (vec [ 3.0; 4.0 ])) // [4, 9]
    /// </code></example>
    let vectorize2 (f: Scalar -> Scalar -> Scalar) (xs: Vector) (zs: Vector) : Vector =
        Vector(Batch.vectorize "vectorize2" [| false; false |] (fun xs -> (f (Scalar xs[0]) (Scalar xs[1])).Node) [| xs.Node; zs.Node |])

    /// <summary>A scalar function of two vectors, applied to the rows of two matrices, pair by pair.</summary><param name="f">The function.</param>
    /// <param name="rows">The first vectors, one example each.</param><param name="others">The second vectors, as many.</param>
    /// <returns>A vector with an element for each pair of rows.</returns>
    /// <example><code>
    /// let rows, others = mat [ [ 1.0; 2.0 ]; [ 3.0; 4.0 ] ], mat [ [ 1.0; 0.0 ]; [ 0.0; 1.0 ] ]
    /// printfn "%O" (Diff.vectorizeRows2 (fun a b -&gt; a * b) rows others) // [1, 4]
    /// </code></example>
    let vectorizeRows2 (f: Vector -> Vector -> Scalar) (rows: Matrix) (others: Matrix) : Vector =
        Vector(
            Batch.vectorize
                "vectorizeRows2"
                [| true; true |]
                (fun xs -> (f (Vector xs[0]) (Vector xs[1])).Node)
                [| rows.Node; others.Node |]
        )

    /// <summary>A function from two vectors to a vector, applied to the rows of two matrices, pair by pair.</summary>
    /// <param name="f">The function.</param><param name="rows">The first vectors, one example each.</param>
    /// <param name="others">The second vectors, as many.</param><returns>A matrix with a row for each pair of rows.</returns>
    /// <example><code>
    /// let rows, others = mat [ [ 1.0; 2.0 ]; [ 3.0; 4.0 ] ], mat [ [ 1.0; 0.0 ]; [ 0.0; 1.0 ] ]
    /// printfn "%O" (Diff.vectorizeRowsToRows2 (fun a b -&gt; a - b) rows others) // [[0, 2], [3, 3]]
    /// </code></example>
    let vectorizeRowsToRows2 (f: Vector -> Vector -> Vector) (rows: Matrix) (others: Matrix) : Matrix =
        Matrix(
            Batch.vectorize
                "vectorizeRowsToRows2"
                [| true; true |]
                (fun xs -> (f (Vector xs[0]) (Vector xs[1])).Node)
                [| rows.Node; others.Node |]
        )

    /// <summary>A function whose derivative is the given pullback, from the argument, the result and the cotangent of the result to the
    /// cotangent of the argument. Written with values, it can be differentiated again. The function itself may do anything.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <typeparam name="U">The result, a structure.</typeparam><param name="f">The function.</param>
    /// <param name="pullback">From the argument, the result and its cotangent to the cotangent of the argument.</param>
    /// <param name="x">The argument, a structure.</param><returns>What f returns.</returns>
    /// <example><code>
    /// // the slope of sqrt, but never above 1
    /// let root = Diff.withGradient (fun (x: Scalar) -&gt; sqrt x) (fun _ y ybar -&gt; ybar * Maths.min (0.5 / y) (Scalar 1.0))
    /// printfn "%O %O %O" (root (Scalar 4.0)) (Diff.grad root (Scalar 4.0)) (Diff.grad root (Scalar 0.0)) // 2 0.25 1
    /// </code></example>
    let withGradient (f: 'T -> 'U) (pullback: 'T -> 'U -> 'U -> 'T) (x: 'T) : 'U = Rules.withGradient f pullback x

    /// <summary>A function whose derivative is the given pushforward, from the argument, the result and the tangent of the argument to the
    /// tangent of the result, in which it must be linear.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <typeparam name="U">The result, a structure.</typeparam><param name="f">The function.</param>
    /// <param name="pushforward">From the argument, the result and the tangent of the argument to the tangent of the result.</param>
    /// <param name="x">The argument, a structure.</param><returns>What f returns.</returns>
    /// <example><code>
    /// let cube = Diff.withTangent (fun (x: Scalar) -&gt; x * x * x) (fun x _ dx -&gt; 3.0 * x * x * dx)
    /// printfn "%O" (Diff.grad cube (Scalar 2.0)) // 12
    /// </code></example>
    let withTangent (f: 'T -> 'U) (pushforward: 'T -> 'U -> 'T -> 'U) (x: 'T) : 'U = Rules.withTangent f pushforward x

    /// <summary>A function that is differentiated as if it were the identity, such as rounding in a quantised model.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="f">The function.</param><param name="x">The argument, a structure.</param><returns>What f returns.</returns>
    /// <example><code>
    /// let rounded = Diff.straightThrough (fun (x: Scalar) -&gt; Maths.round x)
    /// printfn "%O %O" (rounded (Scalar 2.7)) (Diff.grad rounded (Scalar 2.7)) // 3 1
    /// </code></example>
    let straightThrough (f: 'T -> 'T) (x: 'T) : 'T = Rules.straightThrough f x

    /// <summary>The gradient of a scalar function at a point beside finite differences of its value: what tells whether a rule of one's
    /// own is right.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="f">The function.</param><param name="x">The point, a structure.</param>
    /// <returns>What agrees and what does not.</returns>
    /// <example><code>
    /// printfn "%b" (Diff.checkGradient (fun (x: Scalar) -&gt; sin x) (Scalar 1.0)).IsRight // true
    /// let wrong = Diff.withGradient (fun (x: Scalar) -&gt; sin x) (fun _ y ybar -&gt; ybar * y)
    /// printfn "%b" (Diff.checkGradient wrong (Scalar 1.0)).IsRight // false
    /// </code></example>
    let checkGradient (f: 'T -> Scalar) (x: 'T) : GradientCheck = GradientChecks.check f x

    /// <summary>The derivative of a scalar function as a program that can be read: text, LaTeX, a graph, C# and F# source; that of the
    /// function and of its Hessian beside it. Recorded at x: where the function compares numbers, it is that of the branch taken
    /// there.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="f">The function; a short name of its parameter is the name in what is printed.</param>
    /// <param name="x">The point that it is recorded at, a structure.</param>
    /// <returns>The program of the gradient.</returns>
    /// <example><code>
    /// printfn "%s" ((Diff.explain (fun (x: Scalar) -&gt; x * sin x) (Scalar 2.0)).ToLatex()) // x \cos(x) + \sin(x)
    /// </code></example>
    let explain (f: 'T -> Scalar) (x: 'T) : DerivativeProgram = Explanation.explain "explain" (Explanation.parameterOf f) f x

    /// <summary>A structure whose values are variables: what is computed from them remembers how, for Diff.gradient. Plain numbers become
    /// float64.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="x">The values, a structure.</param><returns>The same numbers, as variables.</returns>
    /// <example><code>
    /// let x = Diff.variable (Scalar 3.0)
    /// let y = x * x
    /// printfn "%O %O" y (Diff.gradient y x) // 9 6
    /// </code></example>
    let variable (x: 'T) : 'T = Variables.variable x

    /// <summary>The derivatives of a scalar already computed with respect to values that it was computed from; see Diff.variable. Raises
    /// UnconnectedGradientException where y was not computed from one of them.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="y">The scalar, already computed.</param>
    /// <param name="x">The values that it was computed from, a structure of variables.</param><returns>A structure like x.</returns>
    /// <exception cref="T:AutoDiff.UnconnectedGradientException">y was not computed from one of them.</exception>
    /// <example><code>
    /// let x, w = Diff.variable (Scalar 2.0), Diff.variable (vec [ 1.0; 2.0 ])
    /// printfn "%O" (Diff.gradient (x * (w * w)) w) // [4, 8]
    /// </code></example>
    let gradient (y: Scalar) (x: 'T) : 'T = Variables.gradient false y x

    /// <summary>The same, with zeros for values that y was not computed from.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="y">The scalar, already computed.</param>
    /// <param name="x">The values that it was computed from, a structure of variables.</param><returns>A structure like x.</returns>
    /// <example><code>
    /// let x, z = Diff.variable (Scalar 2.0), Diff.variable (Scalar 1.0)
    /// printfn "%O" (Diff.gradientOrZero (x * x) z) // 0
    /// </code></example>
    let gradientOrZero (y: Scalar) (x: 'T) : 'T = Variables.gradient true y x

    /// <summary>The same numbers, constant for differentiation.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="x">The values, a structure.</param><returns>The same numbers.</returns>
    /// <example><code>
    /// printfn "%O" (Diff.grad (fun (x: Scalar) -&gt; x * Diff.stopGradient x) (Scalar 3.0)) // 3
    /// </code></example>
    let stopGradient (x: 'T) : 'T = Variables.stopGradient x

    /// <summary>A pure function, compiled: it is run once for each structure and set of shapes of its argument and for each branch taken,
    /// and what it computes is recorded, fused and compiled. Comparisons of Scalars are noted and checked in each call.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <typeparam name="U">The result, a structure.</typeparam><param name="f">The function.</param>
    /// <returns>A function with the same results.</returns>
    /// <example><code>
    /// let gradient = Diff.compile (Diff.grad (fun (v: Vector) -&gt; (exp v).Sum()))
    /// printfn "%O" (gradient (vec [ 0.0; 1.0 ])) // [1, 2.718281828459045]
    /// </code></example>
    let compile (f: 'T -> 'U) : 'T -> 'U = Compiled.functionOf "compile" f

    /// <summary>A scalar function and its gradient, recorded at an example, fused and compiled. The function is not run again, so it must
    /// be pure: the same argument, the same result.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="f">The function.</param><param name="example">A point of the shapes that it is compiled for.</param>
    /// <returns>The compiled value and gradient.</returns>
    /// <example><code>
    /// let compiled = Diff.compileGradient (fun (v: Vector) -&gt; v * v) (vec [ 0.0; 0.0 ])
    /// let gradient = Array.zeroCreate 2
    /// printfn "%g %g %g" (compiled.Evaluate(ReadOnlySpan [| 3.0; 4.0 |], Span gradient)) gradient[0] gradient[1] // 25 6 8
    /// </code></example>
    let compileGradient (f: 'T -> Scalar) (example: 'T) : CompiledGradient = Compiled.gradient "compileGradient" f example

    /// <summary>The x with g x p = 0 found from a start by Newton's method, as a function of the parameters p: differentiated by the
    /// implicit function theorem, at every order. Raises NoSolutionException where none is found.</summary>
    /// <typeparam name="X">The solution, a structure.</typeparam><typeparam name="P">The parameters, a structure.</typeparam>
    /// <param name="g">The function of the solution and the parameters.</param>
    /// <param name="start">Where the search starts, a structure.</param><param name="p">The parameters, a structure.</param>
    /// <returns>The solution.</returns><exception cref="T:AutoDiff.NoSolutionException">None is found.</exception>
    /// <example><code>
    /// let squareRoot = Diff.root (fun (x: Scalar) p -&gt; x * x - p) (Scalar 1.0)
    /// printfn "%O %O" (squareRoot (Scalar 4.0)) (Diff.grad squareRoot (Scalar 4.0)) // 2 0.25
    /// </code></example>
    let root (g: 'X -> 'P -> 'X) (start: 'X) (p: 'P) : 'X = Root.root g start p

    /// <summary>The x with g x p = x, iterated from a start, as a function of the parameters p, likewise.</summary>
    /// <typeparam name="X">The solution, a structure.</typeparam><typeparam name="P">The parameters, a structure.</typeparam>
    /// <param name="g">The function of the solution and the parameters.</param>
    /// <param name="start">Where the search starts, a structure.</param><param name="p">The parameters, a structure.</param>
    /// <returns>The solution.</returns>
    /// <example><code>
    /// // x = (x + p / x) / 2, Heron's way to the square root
    /// let squareRoot = Diff.fixedPoint (fun (x: Scalar) (p: Scalar) -&gt; (x + p / x) / 2.0) (Scalar 1.0)
    /// printfn "%O %O" (squareRoot (Scalar 4.0)) (Diff.grad squareRoot (Scalar 4.0)) // 2 0.25
    /// </code></example>
    let fixedPoint (g: 'X -> 'P -> 'X) (start: 'X) (p: 'P) : 'X = Root.fixedPoint g start p

    /// <summary>The x at which f x p is least, found from a start, as a function of the parameters p, likewise.</summary>
    /// <typeparam name="X">The solution, a structure.</typeparam><typeparam name="P">The parameters, a structure.</typeparam>
    /// <param name="f">The function.</param><param name="start">Where the search starts, a structure.</param>
    /// <param name="p">The parameters, a structure.</param><returns>The solution.</returns>
    /// <example><code>
    /// let nearest = Diff.argMin (fun (x: Scalar) p -&gt; Maths.square (x - p) + Maths.square x) (Scalar 0.0)
    /// printfn "%.6f %.6f" (nearest (Scalar 4.0)).Value (Diff.grad nearest (Scalar 4.0)).Value // 2.000000 0.500000
    /// </code></example>
    let argMin (f: 'X -> 'P -> Scalar) (start: 'X) (p: 'P) : 'X = ArgMin.argMin null f start p

    /// <summary>The same, by a given optimiser.</summary><typeparam name="X">The solution, a structure.</typeparam>
    /// <typeparam name="P">The parameters, a structure.</typeparam><param name="optimizer">The optimiser.</param>
    /// <param name="f">The function.</param><param name="start">Where the search starts, a structure.</param>
    /// <param name="p">The parameters, a structure.</param><returns>The solution.</returns>
    /// <example><code>
    /// let nearest = Diff.argMinWith (Optimizer.Bfgs()) (fun (x: Scalar) p -&gt; Maths.square (x - p) + Maths.square x) (Scalar 0.0)
    /// printfn "%.6f" (nearest (Scalar 4.0)).Value // 2.000000
    /// </code></example>
    let argMinWith (optimizer: Optimizer) (f: 'X -> 'P -> Scalar) (start: 'X) (p: 'P) : 'X = ArgMin.argMin optimizer f start p

    /// <summary>The x with a x = b for a linear function a, by products with it alone: conjugate gradients or GMRES. Differentiated by the
    /// equations, also with respect to what a captured.</summary>
    /// <param name="a">The linear function; it runs without numbers.</param>
    /// <param name="b">The right-hand side, an element for each row.</param><returns>The solution, of the length of b.</returns>
    /// <example><code>
    /// let a = mat [ [ 4.0; 1.0 ]; [ 1.0; 3.0 ] ]
    /// let x = Diff.linearSolve (fun x -&gt; a * x) (vec [ 1.0; 2.0 ])
    /// printfn "%b" ((a * x - vec [ 1.0; 2.0 ]).L2Norm().Value &lt; 1e-12) // true
    /// </code></example>
    let linearSolve (a: Vector -> Vector) (b: Vector) : Vector = LinearSolve.ofFunction "linearSolve" a b

    /// <summary>The Jacobian of a function whose results depend on few elements each, as a sparse matrix: the pattern is found from the
    /// graph, and columns or rows that share nothing by one direction together. Raises DensityException where it is not sparse.</summary>
    /// <param name="f">The function.</param><param name="x">The point.</param>
    /// <returns>A sparse matrix with a row for each result.</returns>
    /// <exception cref="T:AutoDiff.DensityException">It is not sparse.</exception>
    /// <example><code>
    /// let jacobian = Diff.sparseJacobian (fun v -&gt; v[1..] - v[.. v.Count - 2]) (Vector(Array.zeroCreate&lt;float&gt; 1000))
    /// printfn "%dx%d: %g %g %g" jacobian.RowCount jacobian.ColumnCount jacobian[0, 0] jacobian[0, 1] jacobian[0, 2] // 999x1000: -1 1 0
    /// </code></example>
    let sparseJacobian (f: Vector -> Vector) (x: Vector) : MathNet.Numerics.LinearAlgebra.Matrix<float> =
        (SparseDerivatives.jacobian f).Evaluate x

    /// <summary>The Hessian of a function whose elements meet few others each, likewise, by a star colouring.</summary>
    /// <param name="f">The function.</param><param name="x">The point.</param><returns>A symmetric sparse matrix.</returns>
    /// <example><code>
    /// let chain (v: Vector) = (Maths.square (v[1..] - v[.. v.Count - 2])).Sum()
    /// let hessian = Diff.sparseHessian chain (Vector(Array.zeroCreate&lt;float&gt; 1000))
    /// printfn "%g %g %g" hessian[0, 0] hessian[0, 1] hessian[0, 2] // 2 -2 0
    /// </code></example>
    let sparseHessian (f: Vector -> Scalar) (x: Vector) : MathNet.Numerics.LinearAlgebra.Matrix<float> =
        (SparseDerivatives.hessian f).Evaluate x

    /// <summary>The sparse Jacobian for many points: coloured once, and anew only where the pattern changes.</summary>
    /// <param name="f">The function.</param><returns>What computes it at a point.</returns>
    /// <example><code>
    /// let jacobian = Diff.prepareSparseJacobian (fun v -&gt; Maths.square v)
    /// let first = jacobian.Evaluate(Vector(Array.create 100 0.0))
    /// let second = jacobian.Evaluate(Vector(Array.create 100 1.0))
    /// printfn "%g %g" first[7, 7] second[7, 7] // 0 2
    /// </code></example>
    let prepareSparseJacobian (f: Vector -> Vector) : SparseDerivative = SparseDerivatives.jacobian f

    /// <summary>The sparse Hessian for many points, likewise.</summary><param name="f">The function.</param>
    /// <returns>What computes it at a point.</returns>
    /// <example><code>
    /// let prepared = Diff.prepareSparseHessian (fun v -&gt; (v * v) / 2.0)
    /// let hessian = prepared.Evaluate(Vector(Array.create 100 0.0))
    /// printfn "%g" hessian[7, 7] // 1
    /// </code></example>
    let prepareSparseHessian (f: Vector -> Scalar) : SparseDerivative = SparseDerivatives.hessian f

    /// <summary>A loop of n steps that stays one node of the graph: its body runs once, without numbers, from an index and what is carried
    /// to what is carried on. Differentiated in both modes, at every order, also with respect to what the body captured.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="n">The number of steps.</param><param name="init">What is carried into the first step.</param>
    /// <param name="body">One step.</param><returns>What is carried after the last step.</returns>
    /// <example><code>
    /// let power = Diff.grad (fun (x: Scalar) -&gt; Diff.forLoop 10 (Scalar 1.0) (fun _ y -&gt; y * x))
    /// printfn "%O" (power (Scalar 1.5)) // 384.43359375
    /// </code></example>
    let forLoop (n: int) (init: 'T) (body: Scalar -> 'T -> 'T) : 'T = Control.loop "forLoop" System.Int32.MaxValue n init body

    /// <summary>The same, keeping so many states at once for the way back; others are computed again.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="memory">How many states are kept at once.</param><param name="n">The number of steps.</param>
    /// <param name="init">What is carried into the first step.</param><param name="body">One step.</param>
    /// <returns>What is carried after the last step.</returns>
    /// <example><code>
    /// // 3 of the 10 states at once
    /// let power = Diff.grad (fun (x: Scalar) -&gt; Diff.forLoopWith 3 10 (Scalar 1.0) (fun _ y -&gt; y * x))
    /// printfn "%O" (power (Scalar 1.5)) // 384.43359375
    /// </code></example>
    let forLoopWith (memory: int) (n: int) (init: 'T) (body: Scalar -> 'T -> 'T) : 'T = Control.loop "forLoop" memory n init body

    /// <summary>A loop that goes on while a condition is not 0, at most a million steps, likewise.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="init">What is carried into the first step.</param>
    /// <param name="condition">From what is carried to the number that decides; 0 ends the loop.</param>
    /// <param name="body">One step.</param><returns>What is carried after the last step.</returns>
    /// <example><code>
    /// // halved until it is below 1
    /// let halved (x: Scalar) = Diff.whileLoop x (fun y -&gt; Maths.greaterOrEqual y (Scalar 1.0)) (fun y -&gt; y / 2.0)
    /// printfn "%O" (Diff.grad halved (Scalar 5.0)) // 0.125
    /// </code></example>
    let whileLoop (init: 'T) (condition: 'T -> Scalar) (body: 'T -> 'T) : 'T =
        Control.loopWhile "whileLoop" System.Int32.MaxValue 1_000_000 init condition body

    /// <summary>The same with another largest number of steps.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="maxSteps">The largest number of steps.</param><param name="init">What is carried into the first step.</param>
    /// <param name="condition">From what is carried to the number that decides; 0 ends the loop.</param>
    /// <param name="body">One step.</param><returns>What is carried after the last step.</returns>
    /// <example><code>
    /// let halved (x: Scalar) = Diff.whileLoopWith 10 x (fun y -&gt; Maths.greaterOrEqual y (Scalar 1.0)) (fun y -&gt; y / 2.0)
    /// printfn "%O" (halved (Scalar 5.0)) // 0.625
    /// </code></example>
    let whileLoopWith (maxSteps: int) (init: 'T) (condition: 'T -> Scalar) (body: 'T -> 'T) : 'T =
        Control.loopWhile "whileLoop" System.Int32.MaxValue maxSteps init condition body

    /// <summary>The same with another largest number of steps, keeping so many states at once for the way back; others are computed
    /// again.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="memory">How many states are kept at once.</param><param name="maxSteps">The largest number of steps.</param>
    /// <param name="init">What is carried into the first step.</param>
    /// <param name="condition">From what is carried to the number that decides; 0 ends the loop.</param>
    /// <param name="body">One step.</param><returns>What is carried after the last step.</returns>
    /// <example><code>
    /// // halved until it is below 1, with 2 states at once
    /// let halve (x: Scalar) = Diff.whileLoopIn 2 100 x (fun y -&gt; Maths.greaterOrEqual y (Scalar 1.0)) (fun y -&gt; y / 2.0)
    /// printfn "%O" (Diff.grad halve (Scalar 5.0)) // 0.125
    /// </code></example>
    let whileLoopIn (memory: int) (maxSteps: int) (init: 'T) (condition: 'T -> Scalar) (body: 'T -> 'T) : 'T =
        Control.loopWhile "whileLoop" memory maxSteps init condition body

    /// <summary>One of two branches, by a condition that need not have a number yet: the first where it is not 0.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="condition">The number that decides: 0 is no.</param>
    /// <param name="first">The branch where the condition is not 0.</param>
    /// <param name="second">The branch where the condition is 0.</param><returns>What the branch returns.</returns>
    /// <example><code>
    /// let f = Diff.grad (fun (x: Scalar) -&gt; Diff.ifElse (Maths.greater x (Scalar 0.0)) (fun () -&gt; x * x) (fun () -&gt; -x))
    /// printfn "%O %O" (f (Scalar 3.0)) (f (Scalar -3.0)) // 6 -1
    /// </code></example>
    let ifElse (condition: Scalar) (first: unit -> 'T) (second: unit -> 'T) : 'T = Control.branch "ifElse" condition first second

    /// <summary>A loop over the rows of a matrix that carries something on and gives a row for each.</summary>
    /// <typeparam name="C">What is carried on, a structure.</typeparam><param name="init">What is carried into the first step.</param>
    /// <param name="rows">The rows, one example each.</param><param name="body">One step.</param>
    /// <returns>What is carried after the last step, and the rows.</returns>
    /// <example><code>
    /// let rows = mat [ [ 1.0; 2.0 ]; [ 3.0; 4.0 ] ]
    /// let struct (total, sums) = Diff.scanRows (vec [ 0.0; 0.0 ]) rows (fun sum row -&gt; struct (sum + row, sum + row))
    /// printfn "%O %O" total sums // [4, 6] [[1, 2], [4, 6]]
    /// </code></example>
    let scanRows (init: 'C) (rows: Matrix) (body: 'C -> Vector -> struct ('C * Vector)) : struct ('C * Matrix) =
        Control.scanRows "scanRows" System.Int32.MaxValue init rows body

    /// <summary>The same, keeping so many states at once for the way back; others are computed again.</summary>
    /// <typeparam name="C">What is carried on, a structure.</typeparam><param name="memory">How many states are kept at once.</param>
    /// <param name="init">What is carried into the first step.</param><param name="rows">The rows, one example each.</param>
    /// <param name="body">One step.</param><returns>What is carried after the last step, and the rows.</returns>
    /// <example><code>
    /// let add (sum: Vector) (row: Vector) = struct (sum + row, sum + row)
    /// let struct (total, sums) = Diff.scanRowsWith 1 (vec [ 0.0; 0.0 ]) (mat [ [ 1.0; 2.0 ]; [ 3.0; 4.0 ] ]) add
    /// printfn "%O %O" total sums // [4, 6] [[1, 2], [4, 6]]
    /// </code></example>
    let scanRowsWith (memory: int) (init: 'C) (rows: Matrix) (body: 'C -> Vector -> struct ('C * Vector)) : struct ('C * Matrix) =
        Control.scanRows "scanRows" memory init rows body

    /// <summary>A loop over the elements of a vector that carries something on and gives a number for each.</summary>
    /// <typeparam name="C">What is carried on, a structure.</typeparam><param name="init">What is carried into the first step.</param>
    /// <param name="elements">The elements.</param><param name="body">One step.</param>
    /// <returns>What is carried after the last step, and the numbers.</returns>
    /// <example><code>
    /// let struct (total, sums) = Diff.scanElements (Scalar 0.0) (vec [ 1.0; 2.0; 3.0 ]) (fun sum x -&gt; struct (sum + x, sum + x))
    /// printfn "%O %O" total sums // 6 [1, 3, 6]
    /// </code></example>
    let scanElements (init: 'C) (elements: Vector) (body: 'C -> Scalar -> struct ('C * Scalar)) : struct ('C * Vector) =
        Control.scanElements "scanElements" System.Int32.MaxValue init elements body

    /// <summary>The same, keeping so many states at once for the way back; others are computed again.</summary>
    /// <typeparam name="C">What is carried on, a structure.</typeparam><param name="memory">How many states are kept at once.</param>
    /// <param name="init">What is carried into the first step.</param><param name="elements">The elements.</param>
    /// <param name="body">One step.</param><returns>What is carried after the last step, and the numbers.</returns>
    /// <example><code>
    /// let add (sum: Scalar) (x: Scalar) = struct (sum + x, sum + x)
    /// let struct (total, sums) = Diff.scanElementsWith 1 (Scalar 0.0) (vec [ 1.0; 2.0; 3.0 ]) add
    /// printfn "%O %O" total sums // 6 [1, 3, 6]
    /// </code></example>
    let scanElementsWith (memory: int) (init: 'C) (elements: Vector) (body: 'C -> Scalar -> struct ('C * Scalar)) : struct ('C * Vector) =
        Control.scanElements "scanElements" memory init elements body

    /// <summary>A function whose inner values are computed again on the way back instead of being kept.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <typeparam name="U">The result, a structure.</typeparam><param name="f">The function.</param>
    /// <param name="x">The argument, a structure.</param><returns>What f returns.</returns>
    /// <example><code>
    /// let layer = Diff.checkpoint (fun (v: Vector) -&gt; tanh (2.0 * v))
    /// printfn "%O" (Diff.grad (fun (v: Vector) -&gt; (layer (layer v)).Sum()) (vec [ 0.0; 0.0 ])) // [4, 4]
    /// </code></example>
    let checkpoint (f: 'T -> 'U) (x: 'T) : 'U = Control.checkpoint "checkpoint" f x

    /// <summary>The point where a function is least, from a start, by a solver that it picks and names.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="f">The function.</param><param name="start">Where the search starts, a structure.</param>
    /// <returns>The best point, and how it was found.</returns>
    /// <example><code>
    /// let valley (v: Vector) = Maths.square (1.0 - v[0]) + 100.0 * Maths.square (v[1] - v[0] * v[0])
    /// let fit = Diff.minimize valley (vec [ -1.2; 1.0 ])
    /// printfn "%.4f %.4f %b" fit.Point[0].Value fit.Point[1].Value fit.Converged // 1.0000 1.0000 true
    /// </code></example>
    let minimize (f: 'T -> Scalar) (start: 'T) : Minimum<'T> = Minimization.minimize null null f start

    /// <summary>The point where a function is least, from a start, by a given optimiser until the options end it.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="optimizer">The optimiser.</param><param name="options">When to stop, within which bounds, and what to report.</param>
    /// <param name="f">The function.</param><param name="start">Where the search starts, a structure.</param>
    /// <returns>The best point, and how it was found.</returns>
    /// <example><code>
    /// let box = MinimizeOptions(Bounds = Bounds.Between(Scalar 1.0, Scalar 2.0))
    /// let fit = Diff.minimizeWith (Optimizer.Lbfgs()) box (fun (x: Scalar) -&gt; x * x) (Scalar 2.0)
    /// printfn "%O" fit.Point // 1
    /// </code></example>
    let minimizeWith (optimizer: Optimizer) (options: MinimizeOptions) (f: 'T -> Scalar) (start: 'T) : Minimum<'T> =
        Minimization.minimize optimizer options f start

    /// <summary>The point where a function is least among those where equal is 0 and atMost at most 0, element by element; empty vectors
    /// constrain nothing. By an augmented Lagrangian, in rounds of minimisation that each end by the options; constraints hold to
    /// 1e-8.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="options">When to stop, within which bounds, and what to report.</param>
    /// <param name="equal">What must be 0, element by element; an empty vector constrains nothing.</param>
    /// <param name="atMost">What must be at most 0, element by element; an empty vector constrains nothing.</param>
    /// <param name="f">The function.</param><param name="start">Where the search starts, a structure.</param>
    /// <returns>The best point, with multipliers.</returns>
    /// <example><code>
    /// let none (_: Vector) = Vector(Array.empty&lt;float&gt;)
    /// let circle (v: Vector) = Vector [| v * v - 1.0 |]
    /// let fit = Diff.minimizeSubjectTo (MinimizeOptions()) circle none (fun v -&gt; v[0] + v[1]) (vec [ 1.0; 0.0 ])
    /// printfn "%.4f %.4f" fit.Point[0].Value fit.Point[1].Value // -0.7071 -0.7071
    /// </code></example>
    let minimizeSubjectTo
        (options: MinimizeOptions)
        (equal: 'T -> Vector)
        (atMost: 'T -> Vector)
        (f: 'T -> Scalar)
        (start: 'T)
        : ConstrainedMinimum<'T> =
        Minimization.minimizeSubjectTo options 1e-8 equal atMost f start

    /// <summary>A function as an objective of MathNet's minimisers, with its exact gradient and Hessian.</summary>
    /// <param name="f">The function.</param><returns>The objective.</returns>
    /// <example><code>
    /// let objective = Diff.objectiveFunction (fun v -&gt; (Maths.square (v - 1.0)).Sum())
    /// let start = MathNet.Numerics.LinearAlgebra.Vector&lt;float&gt;.Build.Dense 2
    /// let found = MathNet.Numerics.Optimization.BfgsMinimizer(1e-8, 1e-8, 1e-8).FindMinimum(objective, start)
    /// printfn "%.4f %.4f" found.MinimizingPoint[0] found.MinimizingPoint[1] // 1.0000 1.0000
    /// </code></example>
    let objectiveFunction (f: Vector -> Scalar) : MathNet.Numerics.Optimization.IObjectiveFunction = MathNetObjective.ofFunction f

    /// <summary>The point where a function of the point and of a batch is least on the whole, by a first-order rule: each step on the next
    /// batch, until the options end it. Value and gradient of the result are on the batch after the last step, and its point is the last
    /// one.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <typeparam name="B">A batch.</typeparam><param name="optimizer">The optimiser.</param>
    /// <param name="options">When to stop, within which bounds, and what to report.</param>
    /// <param name="loss">The function of the point and of a batch.</param>
    /// <param name="start">Where the search starts, a structure.</param>
    /// <param name="batches">The batches, one a step; enumerated again in each epoch.</param>
    /// <returns>The last point, and how it was found.</returns>
    /// <example><code>
    /// let loss (x: Scalar) (target: float) = Maths.square (x - target)
    /// let fit = Diff.minimizeBatches (Optimizer.Adam 0.1) (MinimizeOptions(Epochs = 500)) loss (Scalar 0.0) [ 3.0; 3.0 ]
    /// printfn "%d steps: %.3f" fit.Steps fit.Point.Value // 1000 steps: 3.000
    /// </code></example>
    let minimizeBatches
        (optimizer: Optimizer)
        (options: MinimizeOptions)
        (loss: 'T -> 'B -> Scalar)
        (start: 'T)
        (batches: 'B seq)
        : Minimum<'T> =
        Minimization.minimizeBatches optimizer options loss start batches

    /// <summary>The point where the sum of squares of residuals is least, from a start, by the Levenberg-Marquardt method, with the
    /// statistics of the fit.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="residuals">What should be 0, as a vector.</param><param name="start">Where the search starts, a structure.</param>
    /// <returns>The fit.</returns>
    /// <example><code>
    /// let x, y = vec [ 0.0; 1.0; 2.0; 3.0 ], vec [ 1.0; 3.0; 5.0; 7.0 ]
    /// let fit = Diff.leastSquares (fun (p: Vector) -&gt; p[0] * x + p[1] - y) (vec [ 0.0; 0.0 ])
    /// printfn "%.4f %.4f" fit.Point[0].Value fit.Point[1].Value // 2.0000 1.0000
    /// </code></example>
    let leastSquares (residuals: 'T -> Vector) (start: 'T) : LeastSquaresFit<'T> = Minimization.leastSquares null residuals start

    /// <summary>The same until the options end it, and by the robust loss in them.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="options">When to stop, within which bounds, and what to report.</param>
    /// <param name="residuals">What should be 0, as a vector.</param><param name="start">Where the search starts, a structure.</param>
    /// <returns>The fit.</returns>
    /// <example><code>
    /// // an outlier, which Huber's loss lets pull no harder than a residual of 0.1
    /// let x, y = vec [ 0.0; 1.0; 2.0; 3.0; 4.0 ], vec [ 1.0; 3.0; 5.0; 7.0; 90.0 ]
    /// let options = MinimizeOptions(Loss = RobustLoss.Huber 0.1)
    /// let fit = Diff.leastSquaresWith options (fun (p: Vector) -&gt; p[0] * x + p[1] - y) (vec [ 0.0; 0.0 ])
    /// printfn "%b" (abs (fit.Point[0].Value - 2.0) &lt; 0.2) // true
    /// </code></example>
    let leastSquaresWith (options: MinimizeOptions) (residuals: 'T -> Vector) (start: 'T) : LeastSquaresFit<'T> =
        Minimization.leastSquares options residuals start

    /// <summary>The steps of an optimiser from a start, lazily: step k is after k + 1 updates. Each enumeration starts anew.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="optimizer">The optimiser.</param><param name="f">The function.</param>
    /// <param name="start">Where the search starts, a structure.</param><returns>The steps, lazily.</returns>
    /// <example><code>
    /// for step in Seq.truncate 3 (Diff.steps (Optimizer.Sgd 0.25) (fun (x: Scalar) -&gt; x * x) (Scalar 1.0)) do
    ///     printfn "%O" step.Point // 0.5 0.25 0.125
    /// </code></example>
    let steps (optimizer: Optimizer) (f: 'T -> Scalar) (start: 'T) : Step<'T> seq = Minimization.steps optimizer f start
