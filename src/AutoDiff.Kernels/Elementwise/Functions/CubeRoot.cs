using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The cube root.</summary>
public readonly struct CubeRoot : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        // |x| = 2^(3q + j) m with m from 1 to 2; subnormal numbers are lifted by 2⁵⁴ first
        var distance = TLane.Abs(x);
        var tiny = TLane.Less(distance, TLane.Create(2.2250738585072014e-308));
        var lifted = TLane.ConditionalSelect(tiny, distance * TLane.Create(18014398509481984), distance);
        var exponent = (TLane.ShiftRight(lifted, 52) | TLane.CreateBits(0x4330000000000000)) - TLane.Create(4503599627370496 + 1023);
        var q = TLane.Round(TLane.MultiplyAdd(exponent, TLane.Create(1.0 / 3), TLane.Create(-1.0 / 3)));
        var j = TLane.MultiplyAdd(q, TLane.Create(-3), exponent);
        var m = (lifted & TLane.CreateBits(0x000fffffffffffff)) | TLane.Create(1);
        var third = TLane.ConditionalSelect(TLane.Equal(j, TLane.Create(1)), TLane.Create(1.2599210498948732), TLane.Create(1));
        third = TLane.ConditionalSelect(TLane.Equal(j, TLane.Create(2)), TLane.Create(1.5874010519681994), third);
        var y = Refined(m * PowersOfTwo.Of(j), Start(m) * third) * PowersOfTwo.Of(q - (tiny & TLane.Create(18)));
        // zeros, infinities and NaN stay as they are
        var plain = TLane.Less(TLane.Create(0), distance) & TLane.Less(distance, TLane.Create(double.PositiveInfinity));
        return TLane.ConditionalSelect(plain, y | Signs.Of(x), x);
    }

    // a step of Halley's method, which triples the digits, and one of Newton's, whose residual is computed exactly
    [MethodImpl(Jit.Inline)]
    private static TLane Refined<TLane>(TLane a, TLane y) where TLane : struct, ILane<TLane>
    {
        var cube = y * y * y;
        y = TLane.MultiplyAdd(y, (a - cube) / TLane.MultiplyAdd(TLane.Create(0.5), a, cube) * TLane.Create(0.5), y);
        var square = y * y;
        cube = square * y;
        var residual = a - cube - TLane.MultiplyAdd(square, y, -cube) - TLane.MultiplyAdd(y, y, -square) * y;
        return TLane.MultiplyAdd(residual, TLane.Create(1.0 / 3) / square, y);
    }

    // the cube root of m from 1 to 2 to 13 bits, minimax
    [MethodImpl(Jit.Inline)]
    private static TLane Start<TLane>(TLane m) where TLane : struct, ILane<TLane>
    {
        var low = TLane.MultiplyAdd(m, TLane.Create(0.5871143748289935), TLane.Create(0.5528234119748752));
        var high = TLane.MultiplyAdd(m, TLane.Create(0.02310499492145616), TLane.Create(-0.16296977234248988));
        return TLane.MultiplyAdd(m * m, high, low);
    }
}
