using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class Diff
{
    /// <inheritdoc cref="Root{TX, TP}(Func{TX, TP, TX}, TX)"/>
    [OverloadResolutionPriority(3)]
    public static Func<Scalar, Scalar> Root(Func<Scalar, Scalar, Scalar> g, Scalar start) => Root<Scalar, Scalar>(g, start);

    /// <inheritdoc cref="Root{TX, TP}(Func{TX, TP, TX}, TX)"/>
    [OverloadResolutionPriority(2)]
    public static Func<Vector, Vector> Root(Func<Vector, Vector, Vector> g, Vector start) => Root<Vector, Vector>(g, start);

    /// <inheritdoc cref="Root{TX, TP}(Func{TX, TP, TX}, TX)"/>
    [OverloadResolutionPriority(1)]
    public static Func<Matrix, Matrix> Root(Func<Matrix, Matrix, Matrix> g, Matrix start) => Root<Matrix, Matrix>(g, start);

    /// <summary>
    /// The solution x of g(x, p) = 0, found by Newton's method, as a function of the parameters p. Differentiated by the
    /// implicit function theorem, not through the iterations: in both modes, at every order, also with respect to what the function captured.
    /// </summary>
    /// <typeparam name="TX">The structure of the unknowns.</typeparam>
    /// <typeparam name="TP">The structure of the parameters.</typeparam>
    /// <param name="g">The function, whose result has the structure and the shapes of x.</param>
    /// <param name="start">Where to start from.</param>
    /// <returns>The function that gives the solution. It throws a <see cref="NoSolutionException"/> where none is found.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="g"/> or <paramref name="start"/> is null.</exception>
    /// <exception cref="NoSolutionException">When the result is called: no solution is found from the start.</exception>
    /// <exception cref="ShapeException">When the result is called: the function returns another shape.</exception>
    /// <example>
    /// <code>
    /// var squareRoot = Diff.Root((x, p) => x * x - p, 1);
    /// Console.WriteLine($"{squareRoot(4)} {Diff.Grad(squareRoot)(4)}"); // 2 0.25
    /// </code>
    /// </example>
    public static Func<TP, TX> Root<TX, TP>(Func<TX, TP, TX> g, TX start)
    {
        ArgumentNullException.ThrowIfNull(g);
        ArgumentNullException.ThrowIfNull(start);
        return p => AutoDiff.Root.root(g.ToCore(), start, p);
    }

    /// <inheritdoc cref="FixedPoint{TX, TP}(Func{TX, TP, TX}, TX)"/>
    [OverloadResolutionPriority(3)]
    public static Func<Scalar, Scalar> FixedPoint(Func<Scalar, Scalar, Scalar> g, Scalar start) => FixedPoint<Scalar, Scalar>(g, start);

    /// <inheritdoc cref="FixedPoint{TX, TP}(Func{TX, TP, TX}, TX)"/>
    [OverloadResolutionPriority(2)]
    public static Func<Vector, Vector> FixedPoint(Func<Vector, Vector, Vector> g, Vector start) => FixedPoint<Vector, Vector>(g, start);

    /// <inheritdoc cref="FixedPoint{TX, TP}(Func{TX, TP, TX}, TX)"/>
    [OverloadResolutionPriority(1)]
    public static Func<Matrix, Matrix> FixedPoint(Func<Matrix, Matrix, Matrix> g, Matrix start) => FixedPoint<Matrix, Matrix>(g, start);

    /// <summary>
    /// The solution x of g(x, p) = x, found by iteration, as a function of the parameters p. Differentiated by the
    /// implicit function theorem, not through the iterations: in both modes, at every order, also with respect to what the function captured.
    /// </summary>
    /// <typeparam name="TX">The structure of the unknowns.</typeparam>
    /// <typeparam name="TP">The structure of the parameters.</typeparam>
    /// <param name="g">The function, whose result has the structure and the shapes of x.</param>
    /// <param name="start">Where to start from.</param>
    /// <returns>The function that gives the solution. It throws a <see cref="NoSolutionException"/> where none is found.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="g"/> or <paramref name="start"/> is null.</exception>
    /// <exception cref="NoSolutionException">When the result is called: the iteration does not settle.</exception>
    /// <exception cref="ShapeException">When the result is called: the function returns another shape.</exception>
    /// <example>
    /// <code>
    /// // x = (x + p / x) / 2, Heron's way to the square root
    /// var squareRoot = Diff.FixedPoint((x, p) => (x + p / x) / 2, 1);
    /// Console.WriteLine($"{squareRoot(4)} {Diff.Grad(squareRoot)(4)}"); // 2 0.25
    /// </code>
    /// </example>
    public static Func<TP, TX> FixedPoint<TX, TP>(Func<TX, TP, TX> g, TX start)
    {
        ArgumentNullException.ThrowIfNull(g);
        ArgumentNullException.ThrowIfNull(start);
        return p => AutoDiff.Root.fixedPoint(g.ToCore(), start, p);
    }

    /// <inheritdoc cref="ArgMin{TX, TP}(Func{TX, TP, Scalar}, TX, Optimizer)"/>
    [OverloadResolutionPriority(3)]
    public static Func<Scalar, Scalar> ArgMin(Func<Scalar, Scalar, Scalar> f, Scalar start, Optimizer? optimizer = null) => ArgMin<Scalar, Scalar>(f, start, optimizer);

    /// <inheritdoc cref="ArgMin{TX, TP}(Func{TX, TP, Scalar}, TX, Optimizer)"/>
    [OverloadResolutionPriority(2)]
    public static Func<Vector, Vector> ArgMin(Func<Vector, Vector, Scalar> f, Vector start, Optimizer? optimizer = null) => ArgMin<Vector, Vector>(f, start, optimizer);

    /// <inheritdoc cref="ArgMin{TX, TP}(Func{TX, TP, Scalar}, TX, Optimizer)"/>
    [OverloadResolutionPriority(1)]
    public static Func<Matrix, Matrix> ArgMin(Func<Matrix, Matrix, Scalar> f, Matrix start, Optimizer? optimizer = null) => ArgMin<Matrix, Matrix>(f, start, optimizer);

    /// <summary>
    /// The x at which f(x, p) is least, as a function of the parameters p: so the gradient of a validation loss of it is one with respect to hyper-parameters. Differentiated by the
    /// implicit function theorem, not through the iterations: in both modes, at every order, also with respect to what the function captured.
    /// </summary>
    /// <typeparam name="TX">The structure of the unknowns.</typeparam>
    /// <typeparam name="TP">The structure of the parameters.</typeparam>
    /// <param name="f">The function.</param>
    /// <param name="start">Where to start from.</param>
    /// <param name="optimizer">The optimiser; null for the one that Minimize picks. Newton's method then makes the result exact.</param>
    /// <returns>The function that gives the solution. It throws a <see cref="NoSolutionException"/> where none is found.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> or <paramref name="start"/> is null.</exception>
    /// <exception cref="NoSolutionException">When the result is called: no minimum is found from the start.</exception>
    /// <example>
    /// <code>
    /// var nearest = Diff.ArgMin((x, p) => Square(x - p) + Square(x), 0);
    /// Console.WriteLine($"{nearest(4).Value:F6} {Diff.Grad(nearest)(4).Value:F6}"); // 2.000000 0.500000
    /// </code>
    /// </example>
    public static Func<TP, TX> ArgMin<TX, TP>(Func<TX, TP, Scalar> f, TX start, Optimizer? optimizer = null)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(start);
        return p => AutoDiff.ArgMin.argMin(optimizer, f.ToCore(), start, p);
    }

    /// <summary>
    /// The solution of linear equations whose matrix is given as a function: by conjugate gradients where it shows itself symmetric and
    /// positive definite, else by GMRES; no matrix is formed. Differentiated by the equations, also with respect to what the function captured.
    /// </summary>
    /// <param name="a">The product with the matrix: linear, from vectors to vectors of the same length. It is run once, without numbers.</param>
    /// <returns>The function from right-hand sides to solutions. It throws a <see cref="NoSolutionException"/> where the iteration does not
    /// come to one, a <see cref="ShapeException"/> where the lengths differ.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
    /// <exception cref="NoSolutionException">When the result is called: the equations have no solution that is found.</exception>
    /// <exception cref="ShapeException">When the result is called: the function returns another shape.</exception>
    /// <example>
    /// <code>
    /// Matrix a = new double[,] { { 4, 1 }, { 1, 3 } };
    /// var solve = Diff.LinearSolve(x => a * x);
    /// Console.WriteLine((a * solve([1, 2]) - new double[] { 1, 2 }).L2Norm().Value &lt; 1e-12); // True
    /// </code>
    /// </example>
    public static Func<Vector, Vector> LinearSolve(Func<Vector, Vector> a)
    {
        ArgumentNullException.ThrowIfNull(a);
        return b => AutoDiff.LinearSolve.ofFunction("LinearSolve", a.ToCore(), b);
    }
}
