namespace AutoDiff;

public static partial class DiffExtensions
{
    /// <inheritdoc cref="Diff.Root{TX, TP}(Func{TX, TP, TX}, TX)"/>
    public static Func<TP, TX> Root<TX, TP>(this Func<TX, TP, TX> g, TX start) => Diff.Root(g, start);

    /// <inheritdoc cref="Diff.FixedPoint{TX, TP}(Func{TX, TP, TX}, TX)"/>
    public static Func<TP, TX> FixedPoint<TX, TP>(this Func<TX, TP, TX> g, TX start) => Diff.FixedPoint(g, start);

    /// <inheritdoc cref="Diff.ArgMin{TX, TP}(Func{TX, TP, Scalar}, TX, Optimizer)"/>
    public static Func<TP, TX> ArgMin<TX, TP>(this Func<TX, TP, Scalar> f, TX start, Optimizer? optimizer = null) => Diff.ArgMin(f, start, optimizer);

    /// <inheritdoc cref="Diff.LinearSolve(Func{Vector, Vector})"/>
    public static Func<Vector, Vector> LinearSolve(this Func<Vector, Vector> a) => Diff.LinearSolve(a);
}
