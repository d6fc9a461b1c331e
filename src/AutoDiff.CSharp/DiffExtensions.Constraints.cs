using MathNet.Numerics.Optimization;

namespace AutoDiff;

public static partial class DiffExtensions
{
    /// <inheritdoc cref="Diff.MinimizeSubjectTo{T}(Func{T, Scalar}, T, Func{T, Vector}, Func{T, Vector}, MinimizeOptions, double)"/>
    public static ConstrainedMinimum<T> MinimizeSubjectTo<T>(
        this Func<T, Scalar> f,
        T start,
        Func<T, Vector>? equal = null,
        Func<T, Vector>? atMost = null,
        MinimizeOptions? options = null,
        double tolerance = 1e-8) => Diff.MinimizeSubjectTo(f, start, equal, atMost, options, tolerance);

    /// <inheritdoc cref="Diff.ObjectiveFunction(Func{Vector, Scalar})"/>
    public static IObjectiveFunction ObjectiveFunction(this Func<Vector, Scalar> f) => Diff.ObjectiveFunction(f);
}
