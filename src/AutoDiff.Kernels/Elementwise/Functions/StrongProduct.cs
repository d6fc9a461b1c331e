using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>slope x, but 0 where x is 0, also where the slope is infinite or NaN.</summary>
public readonly struct StrongProduct : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane slope, TLane x) where TLane : struct, ILane<TLane> =>
        TLane.ConditionalSelect(TLane.Equal(x, TLane.Create(0)), TLane.Create(0), slope * x);

    /// <inheritdoc/>
    public static Expression? Write(Expression x, Expression z) => Emission.ZeroWhereZero([z], Expression.Multiply(x, z));
}
