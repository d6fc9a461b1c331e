using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>1 / (x + iz)ⁿ, by products of numbers whose larger part is from 1 to 2, so that only the last step can overflow; 0 at the origin.</summary>
internal static class InversePower
{
    /// <summary>The real and the imaginary part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static (TLane Real, TLane Imaginary) Of<TLane>(TLane x, TLane z, int n) where TLane : struct, ILane<TLane>
    {
        var zero = TLane.Create(0);
        var larger = TLane.Max(TLane.Abs(x), TLane.Abs(z));
        var exponent = Exponents.Of(larger);
        TLane a = PowersOfTwo.Scale(x, -exponent), b = PowersOfTwo.Scale(z, -exponent);
        TLane square = TLane.MultiplyAdd(a, a, b * b), real = a, imaginary = b, size = square;
        for (var k = 2; k <= n; k++)
        {
            var product = Difference(real, a, imaginary, b);
            imaginary = Difference(real, b, imaginary, -a);
            real = product;
            size *= square;
        }
        var power = TLane.Create(-n) * exponent;
        var nowhere = TLane.Equal(larger, zero) | TLane.Equal(larger, TLane.Create(double.PositiveInfinity));
        return (
            TLane.ConditionalSelect(nowhere, zero, Exponents.Shift(real / size, power)),
            TLane.ConditionalSelect(nowhere, zero, Exponents.Shift(-imaginary / size, power)));
    }

    // a b - c d, right to a unit and a half (Kahan; Jeannerod, Louvet and Muller, Math. Comp. 82 (2013))
    [MethodImpl(Jit.Inline)]
    private static TLane Difference<TLane>(TLane a, TLane b, TLane c, TLane d) where TLane : struct, ILane<TLane>
    {
        var product = c * d;
        return TLane.MultiplyAdd(a, b, -product) - TLane.MultiplyAdd(c, d, -product);
    }
}
