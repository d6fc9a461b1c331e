using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>exp x to 32 digits: the 64th root of the part beside a power of 2 by Taylor's series, squared six times.</summary>
internal static class LongExponential
{
    private const int Squarings = 6;

    // 1/k! with what it lacks; from the seventh on, 16 digits are enough
    private static ReadOnlySpan<double> Heads =>
    [
        1.0, 1.0, 0.5, 0.16666666666666666, 0.041666666666666664, 0.008333333333333333, 0.001388888888888889, 0.0001984126984126984,
        2.48015873015873e-05, 2.7557319223985893e-06, 2.755731922398589e-07, 2.505210838544172e-08, 2.08767569878681e-09,
    ];

    private static ReadOnlySpan<double> Rests =>
        [0.0, 0.0, 0.0, 9.25185853854297e-18, 2.3129646346357427e-18, 1.1564823173178714e-19, -5.300543954373577e-20];

    /// <summary>exp x for |x| below 600.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static DoubleDouble<TLane> Of<TLane>(DoubleDouble<TLane> x) where TLane : struct, ILane<TLane>
    {
        var n = TLane.Round(x.High * TLane.Create(1.4426950408889634));
        var multiple = DoubleDouble<TLane>.Of(0.6931471805599453, 2.3190468138462996e-17) * n;
        var sum = LessOne((x - multiple).Times(TLane.Create(1.0 / (1 << Squarings))));
        for (var k = 0; k < Squarings; k++)
        {
            sum = sum.Times(TLane.Create(2)).PlusSmaller(sum * sum);
        }
        return (sum + TLane.Create(1)).Times(PowersOfTwo.Of(n));
    }

    /// <summary>exp r - 1 for |r| up to 0.006.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static DoubleDouble<TLane> LessOne<TLane>(DoubleDouble<TLane> r) where TLane : struct, ILane<TLane>
    {
        var tail = TLane.Create(0);
        for (var k = Heads.Length - 1; k >= Rests.Length; k--)
        {
            tail = TLane.MultiplyAdd(tail, r.High, TLane.Create(Heads[k]));
        }
        var sum = DoubleDouble<TLane>.Of(tail);
        for (var k = Rests.Length - 1; k >= 1; k--)
        {
            sum = DoubleDouble<TLane>.Of(Heads[k], Rests[k]).PlusSmaller(sum * r);
        }
        return sum * r;
    }
}
