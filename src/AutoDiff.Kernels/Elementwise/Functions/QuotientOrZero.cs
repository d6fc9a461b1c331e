using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>x / z, and 0 where z is 0.</summary>
public readonly struct QuotientOrZero : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane> =>
        TLane.ConditionalSelect(TLane.Equal(z, TLane.Create(0)), TLane.Create(0), x / z);

    /// <inheritdoc/>
    public static Expression? Write(Expression x, Expression z) => Emission.ZeroWhereZero([z], Expression.Divide(x, z));
}
