using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class DiffExtensions
{
    /// <inheritdoc cref="Diff.Minimize{T}(Func{T, Scalar}, T, MinimizeOptions)"/>
    [OverloadResolutionPriority(3)]
    public static Minimum<Scalar> Minimize(this Func<Scalar, Scalar> f, Scalar start, MinimizeOptions? options = null) =>
        Diff.Minimize(f, start, options);

    /// <inheritdoc cref="Diff.Minimize{T}(Func{T, Scalar}, T, MinimizeOptions)"/>
    [OverloadResolutionPriority(2)]
    public static Minimum<Vector> Minimize(this Func<Vector, Scalar> f, Vector start, MinimizeOptions? options = null) =>
        Diff.Minimize(f, start, options);

    /// <inheritdoc cref="Diff.Minimize{T}(Func{T, Scalar}, T, MinimizeOptions)"/>
    [OverloadResolutionPriority(1)]
    public static Minimum<Matrix> Minimize(this Func<Matrix, Scalar> f, Matrix start, MinimizeOptions? options = null) =>
        Diff.Minimize(f, start, options);

    /// <inheritdoc cref="Diff.Minimize{T}(Func{T, Scalar}, T, MinimizeOptions)"/>
    public static Minimum<T> Minimize<T>(this Func<T, Scalar> f, T start, MinimizeOptions? options = null) =>
        Diff.Minimize(f, start, options);

    /// <inheritdoc cref="Diff.Minimize{T}(Func{T, Scalar}, T, Optimizer, MinimizeOptions)"/>
    [OverloadResolutionPriority(3)]
    public static Minimum<Scalar> Minimize(this Func<Scalar, Scalar> f, Scalar start, Optimizer optimizer, MinimizeOptions? options = null) =>
        Diff.Minimize(f, start, optimizer, options);

    /// <inheritdoc cref="Diff.Minimize{T}(Func{T, Scalar}, T, Optimizer, MinimizeOptions)"/>
    [OverloadResolutionPriority(2)]
    public static Minimum<Vector> Minimize(this Func<Vector, Scalar> f, Vector start, Optimizer optimizer, MinimizeOptions? options = null) =>
        Diff.Minimize(f, start, optimizer, options);

    /// <inheritdoc cref="Diff.Minimize{T}(Func{T, Scalar}, T, Optimizer, MinimizeOptions)"/>
    [OverloadResolutionPriority(1)]
    public static Minimum<Matrix> Minimize(this Func<Matrix, Scalar> f, Matrix start, Optimizer optimizer, MinimizeOptions? options = null) =>
        Diff.Minimize(f, start, optimizer, options);

    /// <inheritdoc cref="Diff.Minimize{T}(Func{T, Scalar}, T, Optimizer, MinimizeOptions)"/>
    public static Minimum<T> Minimize<T>(this Func<T, Scalar> f, T start, Optimizer optimizer, MinimizeOptions? options = null) =>
        Diff.Minimize(f, start, optimizer, options);

    /// <inheritdoc cref="Diff.Steps{T}(Func{T, Scalar}, T, Optimizer)"/>
    [OverloadResolutionPriority(3)]
    public static IEnumerable<Step<Scalar>> Steps(this Func<Scalar, Scalar> f, Scalar start, Optimizer optimizer) =>
        Diff.Steps(f, start, optimizer);

    /// <inheritdoc cref="Diff.Steps{T}(Func{T, Scalar}, T, Optimizer)"/>
    [OverloadResolutionPriority(2)]
    public static IEnumerable<Step<Vector>> Steps(this Func<Vector, Scalar> f, Vector start, Optimizer optimizer) =>
        Diff.Steps(f, start, optimizer);

    /// <inheritdoc cref="Diff.Steps{T}(Func{T, Scalar}, T, Optimizer)"/>
    [OverloadResolutionPriority(1)]
    public static IEnumerable<Step<Matrix>> Steps(this Func<Matrix, Scalar> f, Matrix start, Optimizer optimizer) =>
        Diff.Steps(f, start, optimizer);

    /// <inheritdoc cref="Diff.Steps{T}(Func{T, Scalar}, T, Optimizer)"/>
    public static IEnumerable<Step<T>> Steps<T>(this Func<T, Scalar> f, T start, Optimizer optimizer) => Diff.Steps(f, start, optimizer);
}
