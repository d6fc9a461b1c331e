using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// The n-th derivative of digamma, n > 0: by recurrence to n + 7, and there an asymptotic series (Abramowitz and Stegun 6.4.6 and 6.4.11);
/// below 0 by reflection (6.4.7), NaN at its poles. The parameters are those of <see cref="PolygammaSeries"/>, and then -πⁿ⁺¹ times the
/// coefficients of the n-th derivative of the cotangent, a polynomial in its square, times the cotangent where n is even.
/// </summary>
public readonly struct Polygamma : IParametricFunction<double[]>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x, double[] parameters) where TLane : struct, ILane<TLane>
    {
        TLane zero = TLane.Create(0), infinity = TLane.Create(double.PositiveInfinity);
        var above = TLane.Less(zero, x);
        var below = above ^ TLane.CreateBits(-1);
        if (!TLane.Any(below))
        {
            return PolygammaSeries.Of(x, parameters);
        }
        var hasValue = above | TLane.Less(TLane.Floor(x), x) & TLane.Less(-infinity, x);
        var inside = TLane.ConditionalSelect(hasValue, x, TLane.Create(1));
        var y = PolygammaSeries.Of(TLane.ConditionalSelect(below & hasValue, TLane.Create(1) - inside, inside), parameters);
        y = TLane.ConditionalSelect(below, Cotangents(inside, parameters) - TLane.Abs(y), y);
        return TLane.ConditionalSelect(hasValue, y, TLane.Create(double.NaN));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static TLane Cotangents<TLane>(TLane x, double[] parameters) where TLane : struct, ILane<TLane>
    {
        TLane c = -CircularTangent.NegatedCotangent(CircularParts<TLane>.OfHalfTurns(x)), square = c * c, y = TLane.Create(parameters[^1]);
        for (var k = parameters.Length - 2; k >= PolygammaSeries.Length; k--)
        {
            y = TLane.MultiplyAdd(y, square, TLane.Create(parameters[k]));
        }
        return (int)parameters[0] % 2 == 0 ? y * c : y;
    }
}
