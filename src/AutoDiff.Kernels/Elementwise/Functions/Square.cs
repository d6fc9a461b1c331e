using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>x²</summary>
public readonly struct Square : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        x * x;

    /// <inheritdoc/>
    public static Expression? Write(Expression x) => Expression.Multiply(x, x);
}
