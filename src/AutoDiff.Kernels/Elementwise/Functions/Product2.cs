using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>x z</summary>
public readonly struct Product2 : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane> =>
        x * z;

    /// <inheritdoc/>
    public static Expression? Write(Expression x, Expression z) => Expression.Multiply(x, z);
}
