using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class DiffExtensions
{
    /// <inheritdoc cref="Diff.Explain{T}(Func{T, Scalar}, T)"/>
    [OverloadResolutionPriority(3)]
    public static DerivativeProgram Explain(this Func<Scalar, Scalar> f, Scalar x) => Diff.Explain(f, x);

    /// <inheritdoc cref="Diff.Explain{T}(Func{T, Scalar}, T)"/>
    [OverloadResolutionPriority(2)]
    public static DerivativeProgram Explain(this Func<Vector, Scalar> f, Vector x) => Diff.Explain(f, x);

    /// <inheritdoc cref="Diff.Explain{T}(Func{T, Scalar}, T)"/>
    [OverloadResolutionPriority(1)]
    public static DerivativeProgram Explain(this Func<Matrix, Scalar> f, Matrix x) => Diff.Explain(f, x);

    /// <inheritdoc cref="Diff.Explain{T}(Func{T, Scalar}, T)"/>
    public static DerivativeProgram Explain<T>(this Func<T, Scalar> f, T x) => Diff.Explain(f, x);
}
