using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class DiffExtensions
{
    /// <inheritdoc cref="Diff.Minimize{T, TBatch}(Func{T, TBatch, Scalar}, T, IEnumerable{TBatch}, Optimizer, MinimizeOptions)"/>
    [OverloadResolutionPriority(3)]
    public static Minimum<Scalar> Minimize<TBatch>(
        this Func<Scalar, TBatch, Scalar> loss,
        Scalar start,
        IEnumerable<TBatch> batches,
        Optimizer optimizer,
        MinimizeOptions? options = null) => Diff.Minimize<Scalar, TBatch>(loss, start, batches, optimizer, options);

    /// <inheritdoc cref="Diff.Minimize{T, TBatch}(Func{T, TBatch, Scalar}, T, IEnumerable{TBatch}, Optimizer, MinimizeOptions)"/>
    [OverloadResolutionPriority(2)]
    public static Minimum<Vector> Minimize<TBatch>(
        this Func<Vector, TBatch, Scalar> loss,
        Vector start,
        IEnumerable<TBatch> batches,
        Optimizer optimizer,
        MinimizeOptions? options = null) => Diff.Minimize<Vector, TBatch>(loss, start, batches, optimizer, options);

    /// <inheritdoc cref="Diff.Minimize{T, TBatch}(Func{T, TBatch, Scalar}, T, IEnumerable{TBatch}, Optimizer, MinimizeOptions)"/>
    [OverloadResolutionPriority(1)]
    public static Minimum<Matrix> Minimize<TBatch>(
        this Func<Matrix, TBatch, Scalar> loss,
        Matrix start,
        IEnumerable<TBatch> batches,
        Optimizer optimizer,
        MinimizeOptions? options = null) => Diff.Minimize<Matrix, TBatch>(loss, start, batches, optimizer, options);

    /// <inheritdoc cref="Diff.Minimize{T, TBatch}(Func{T, TBatch, Scalar}, T, IEnumerable{TBatch}, Optimizer, MinimizeOptions)"/>
    public static Minimum<T> Minimize<T, TBatch>(
        this Func<T, TBatch, Scalar> loss,
        T start,
        IEnumerable<TBatch> batches,
        Optimizer optimizer,
        MinimizeOptions? options = null) => Diff.Minimize(loss, start, batches, optimizer, options);
}
