using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>tanh(x/2), which is twice the logistic function, minus 1.</summary>
public readonly struct HyperbolicTangentOfHalf : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var distance = TLane.Abs(x);
        return HyperbolicTangent.From(ExponentialParts<TLane>.Of(-distance), TLane.Create(0.5) * x, distance);
    }
}
