using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// exp x to 32 digits: the eighth root of the part beside a power of 2 by Taylor's series, squared three times. The terms of the series are joined in
/// pairs, and pairs of pairs, which wait less for each other than those of Horner's rule.
/// </summary>
internal static class LongExponential
{
    private const int Squarings = 3;

    // 1/k! from the eighth on, where 16 digits are enough
    private static ReadOnlySpan<double> Tail =>
    [
        2.48015873015873e-05, 2.7557319223985893e-06, 2.755731922398589e-07, 2.505210838544172e-08, 2.08767569878681e-09, 1.6059043836821613e-10,
        1.1470745597729725e-11, 7.647163731819816e-13, 4.779477332387385e-14,
    ];

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

    /// <summary>exp r - 1 for |r| up to 0.044.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static DoubleDouble<TLane> LessOne<TLane>(DoubleDouble<TLane> r) where TLane : struct, ILane<TLane>
    {
        var square = r * r;
        var tail = TLane.Create(Tail[^1]);
        for (var k = Tail.Length - 2; k >= 0; k--)
        {
            tail = TLane.MultiplyAdd(tail, r.High, TLane.Create(Tail[k]));
        }
        var first = DoubleDouble<TLane>.Of(1).PlusSmaller(r.Times(TLane.Create(0.5)));
        var third = Term(0.16666666666666666, 9.25185853854297e-18).PlusSmaller(Term(0.041666666666666664, 2.3129646346357427e-18) * r);
        var fifth = Term(0.008333333333333333, 1.1564823173178714e-19).PlusSmaller(Term(0.001388888888888889, -5.300543954373577e-20) * r);
        var seventh = Term(0.0001984126984126984, 1.7209558293420705e-22).PlusSmaller(DoubleDouble<TLane>.Of(tail * r.High));
        var later = fifth.PlusSmaller(square * seventh);
        return first.PlusSmaller(square * third).PlusSmaller(square * square * later) * r;

        static DoubleDouble<TLane> Term(double high, double low) => DoubleDouble<TLane>.Of(high, low);
    }
}
