using System.Runtime.CompilerServices;
using Microsoft.FSharp.Core;

namespace AutoDiff;

public static partial class Diff
{
    /// <inheritdoc cref="Minimize{T, TBatch}(Func{T, TBatch, Scalar}, T, IEnumerable{TBatch}, Optimizer, MinimizeOptions)"/>
    [OverloadResolutionPriority(3)]
    public static Minimum<Scalar> Minimize<TBatch>(
        Func<Scalar, TBatch, Scalar> loss,
        Scalar start,
        IEnumerable<TBatch> batches,
        Optimizer optimizer,
        MinimizeOptions? options = null) => Minimize<Scalar, TBatch>(loss, start, batches, optimizer, options);

    /// <inheritdoc cref="Minimize{T, TBatch}(Func{T, TBatch, Scalar}, T, IEnumerable{TBatch}, Optimizer, MinimizeOptions)"/>
    [OverloadResolutionPriority(2)]
    public static Minimum<Vector> Minimize<TBatch>(
        Func<Vector, TBatch, Scalar> loss,
        Vector start,
        IEnumerable<TBatch> batches,
        Optimizer optimizer,
        MinimizeOptions? options = null) => Minimize<Vector, TBatch>(loss, start, batches, optimizer, options);

    /// <inheritdoc cref="Minimize{T, TBatch}(Func{T, TBatch, Scalar}, T, IEnumerable{TBatch}, Optimizer, MinimizeOptions)"/>
    [OverloadResolutionPriority(1)]
    public static Minimum<Matrix> Minimize<TBatch>(
        Func<Matrix, TBatch, Scalar> loss,
        Matrix start,
        IEnumerable<TBatch> batches,
        Optimizer optimizer,
        MinimizeOptions? options = null) => Minimize<Matrix, TBatch>(loss, start, batches, optimizer, options);

    /// <summary>
    /// Minimises a function of the point and of a batch of data, each step on the next batch: by a first-order rule, until the options end it.
    /// Value and gradient of the result are on the batch after the last step, and its point is the last one.
    /// </summary>
    /// <typeparam name="T">The structure that the function takes.</typeparam>
    /// <typeparam name="TBatch">A batch.</typeparam>
    /// <param name="loss">The function of the point and of a batch.</param>
    /// <param name="start">The first point.</param>
    /// <param name="batches">The batches, gone through again and again; shuffled where the options have a seed.</param>
    /// <param name="optimizer">The rule.</param>
    /// <param name="options">When to end, what to tell on the way, epochs and the seed.</param>
    /// <returns>The last point, with how and why it ended there.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The start holds no value, or NaN, or infinity, there are no batches, the method is no first-order rule, or an option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before the start.</exception>
    public static Minimum<T> Minimize<T, TBatch>(
        Func<T, TBatch, Scalar> loss,
        T start,
        IEnumerable<TBatch> batches,
        Optimizer optimizer,
        MinimizeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentNullException.ThrowIfNull(optimizer);
        return Minimization.minimizeBatches(optimizer, options, FuncConvert.FromFunc(loss), start, batches);
    }
}
