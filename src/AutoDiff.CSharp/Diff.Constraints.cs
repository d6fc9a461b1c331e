using MathNet.Numerics.Optimization;

namespace AutoDiff;

public static partial class Diff
{
    /// <summary>
    /// Minimises a scalar function under smooth constraints, by an augmented Lagrangian: rounds of minimisation by the solver that suits the start,
    /// whose limits hold for each round. Bounds in the options hold at every point.
    /// </summary>
    /// <typeparam name="T">The structure that the function takes; for several arguments a tuple.</typeparam>
    /// <param name="f">The function.</param>
    /// <param name="start">The first point; it need not meet the constraints.</param>
    /// <param name="equal">What is to be 0, element by element; none where null.</param>
    /// <param name="atMost">What is to be at most 0, element by element; none where null.</param>
    /// <param name="options">When a round ends, and what to tell on the way.</param>
    /// <param name="tolerance">How far a constraint may be missed.</param>
    /// <returns>The last point, with the multipliers of the constraints.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> or <paramref name="start"/> is null.</exception>
    /// <exception cref="ArgumentException">The start holds no value, or NaN, or infinity, or an option or the tolerance is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before the start.</exception>
    /// <example>
    /// <code>
    /// var fit = Diff.MinimizeSubjectTo((Vector v) => v[0] + v[1], new double[] { 1, 0 }, equal: v => new[] { v * v - 1 });
    /// Console.WriteLine($"{fit.Point[0].Value:F4} {fit.Point[1].Value:F4}"); // -0.7071 -0.7071
    /// </code>
    /// </example>
    public static ConstrainedMinimum<T> MinimizeSubjectTo<T>(
        Func<T, Scalar> f,
        T start,
        Func<T, Vector>? equal = null,
        Func<T, Vector>? atMost = null,
        MinimizeOptions? options = null,
        double tolerance = 1e-8)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(start);
        Func<T, Vector> none = _ => default;
        return Minimization.minimizeSubjectTo(options, tolerance, (equal ?? none).ToCore(), (atMost ?? none).ToCore(), f.ToCore(), start);
    }

    /// <summary>A function as an objective of MathNet's minimisers, with its exact gradient and Hessian.</summary>
    /// <param name="f">The function.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <example>
    /// <code>
    /// var objective = Diff.ObjectiveFunction(v => Square(v - 1.0).Sum());
    /// var found = new MathNet.Numerics.Optimization.BfgsMinimizer(1e-8, 1e-8, 1e-8).FindMinimum(
    ///     objective, MathNet.Numerics.LinearAlgebra.Vector&lt;double>.Build.Dense(2));
    /// Console.WriteLine($"{found.MinimizingPoint[0]:F4} {found.MinimizingPoint[1]:F4}"); // 1.0000 1.0000
    /// </code>
    /// </example>
    public static IObjectiveFunction ObjectiveFunction(Func<Vector, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return MathNetObjective.ofFunction(f.ToCore());
    }
}
