using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The number whose hyperbolic tangent is x: log((1 + x) / (1 - x)) / 2; infinite at -1 and 1, NaN beyond.</summary>
public readonly struct InverseHyperbolicTangent : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        TLane one = TLane.Create(1), distance = TLane.Abs(x);
        var (up, upRest) = Rounding.Add(one, distance);
        var (down, downRest) = Rounding.Add(one, -distance);
        var (ratio, lacking) = Rounding.Divide(up, upRest, down, downRest);
        var (head, rest) = LogarithmParts<TLane>.Of(ratio, lacking / ratio).Natural();
        // at the ends 1 / 0, beyond them the root of what is negative
        var y = TLane.ConditionalSelect(TLane.Less(distance, one), TLane.Create(0.5) * (head + rest), one / TLane.Sqrt(down)) | Signs.Of(x);
        return TLane.ConditionalSelect(TLane.Less(distance, TLane.Create(7.450580596923828e-09)), x, y);
    }
}
