using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>-x</summary>
public readonly struct Negation : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        -x;

    /// <inheritdoc/>
    public static Expression? Write(Expression x) => Expression.Negate(x);
}
