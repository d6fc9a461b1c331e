using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// The n-th derivative of the inverse of Mills' ratio λ, n > 1. For x &gt; -2 it is n! times a Taylor coefficient, from λ' = -λ (x + λ), which
/// loses digits further down. There, at t = -x, λ - t is the Stieltjes transform ∫ w(y) / (t + iy) dy of a density, that of the first associated
/// polynomials of Hermite (Askey and Wimp, "Associated Laguerre and Hermite polynomials", Proc. Roy. Soc. Edinburgh A 96 (1984)): w is
/// (2/π³)^½ exp(y²/2) / (1 + erfi²(y/√2)), and the trapezoidal rule gives all digits, as w is analytic up to |Im y| = 1.9
/// (Trefethen and Weideman, "The exponentially convergent trapezoidal rule", SIAM Review 56 (2014)).
/// </summary>
public readonly struct InverseMillsDerivative : IParametricFunction<int>
{
    private const double Step = 0.21875;

    // the density at the multiples of the step from 0 to 9, times the step, for the points of either sign together
    private static ReadOnlySpan<double> Weights =>
    [
        0.05555693144246085, 0.11038740601561323, 0.1082076668383291, 0.10457563795277162, 0.09950032263137196,
        0.09301090322479637, 0.08517561600455857, 0.07612774242570988, 0.0660963571492898, 0.05543374989253317,
        0.04462343277833373, 0.0342474279961895, 0.02489932887137422, 0.01705774928458418, 0.010970934419739809,
        0.0066132358231823785, 0.003736433070321561, 0.0019812254918114705, 0.0009878136796635552, 0.0004640503698407103,
        0.00020578393023867563, 8.627608914662876e-05, 3.424077420084652e-05, 1.28764598755856e-05, 4.59181138707895e-06,
        1.553721093698811e-06, 4.990912503365109e-07, 1.5225921896172466e-07, 4.413004602528654e-08, 1.2155157735476704e-08,
        3.182533707481391e-09, 7.922608340973563e-10, 1.8755602233718367e-10, 4.223151337986151e-11, 9.04590489645037e-12,
        1.843474241250935e-12, 3.574750602917444e-13, 6.596700712599071e-14, 1.1585756335385995e-14, 1.936773511043342e-15,
        3.0819592810255213e-16, 4.668767715001106e-17,
    ];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x, int parameters) where TLane : struct, ILane<TLane>
    {
        TLane y = TLane.Create(0), two = TLane.Create(2), infinity = TLane.Create(double.PositiveInfinity);
        var below = TLane.LessOrEqual(x, -two);
        var above = below ^ TLane.CreateBits(-1);
        if (TLane.Any(above))
        {
            y = Above(x, parameters);
        }
        if (TLane.Any(below))
        {
            y = TLane.ConditionalSelect(below, Below(TLane.ConditionalSelect(below, -x, two), parameters), y);
        }
        return TLane.ConditionalSelect(TLane.Equal(TLane.Abs(x), infinity), TLane.Create(0), y);
    }

    // n! cₙ, where k cₖ = -x cₖ₋₁ - cₖ₋₂ - c₀ cₖ₋₁ - … - cₖ₋₁ c₀
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static unsafe TLane Above<TLane>(TLane x, int n) where TLane : struct, ILane<TLane>
    {
        var memory = stackalloc double[(n + 1) * TLane.Width];
        var c = (nint)memory;
        var y = InverseMills.Apply(x);
        TLane.Store(y, c, 0);
        var factorial = 1.0;
        for (var k = 1; k <= n; k++)
        {
            var sum = x * y;
            if (k > 1)
            {
                sum += TLane.Load(c, (k - 2) * TLane.Width);
            }
            for (var i = 0; i < k; i++)
            {
                sum = TLane.MultiplyAdd(TLane.Load(c, i * TLane.Width), TLane.Load(c, (k - 1 - i) * TLane.Width), sum);
            }
            y = sum / TLane.Create(-k);
            TLane.Store(y, c, k * TLane.Width);
            factorial *= k;
        }
        return TLane.Create(factorial) * y;
    }

    // n! tⁿ⁻¹ times the sum of w Re (1 + iy/t)ⁿ⁻¹ by step
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static TLane Below<TLane>(TLane t, int n) where TLane : struct, ILane<TLane>
    {
        TLane one = TLane.Create(1), inverse = one / t, sum = TLane.Create(0), factor = inverse;
        for (var k = Weights.Length - 1; k >= 0; k--)
        {
            // 1 / (1 + iu) = (1 - iu) / (1 + u²)
            var u = TLane.Create(k * Step) * inverse;
            TLane real = one / TLane.MultiplyAdd(u, u, one), imaginary = -u * real, a = real, b = imaginary;
            for (var i = 1; i <= n; i++)
            {
                var next = TLane.MultiplyAdd(a, real, -(b * imaginary));
                b = TLane.MultiplyAdd(a, imaginary, b * real);
                a = next;
            }
            sum = TLane.MultiplyAdd(TLane.Create(Weights[k]), a, sum);
        }
        for (var k = 1; k <= n; k++)
        {
            factor *= TLane.Create(k) * inverse;
        }
        return sum * factor;
    }
}
