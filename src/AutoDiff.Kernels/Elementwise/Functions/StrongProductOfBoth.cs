using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>x z, but 0 where either is 0, also where the other is infinite or NaN.</summary>
public readonly struct StrongProductOfBoth : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane> =>
        TLane.ConditionalSelect(TLane.Equal(x, TLane.Create(0)) | TLane.Equal(z, TLane.Create(0)), TLane.Create(0), x * z);

    /// <inheritdoc/>
    public static Expression? Write(Expression x, Expression z) => Emission.ZeroWhereZero([x, z], Expression.Multiply(x, z));
}
