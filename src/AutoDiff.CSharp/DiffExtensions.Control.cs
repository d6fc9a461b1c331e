namespace AutoDiff;

public static partial class DiffExtensions
{
    /// <inheritdoc cref="Diff.Checkpoint{T, TResult}(Func{T, TResult})"/>
    public static Func<T, TResult> Checkpoint<T, TResult>(this Func<T, TResult> f) => Diff.Checkpoint(f);
}
