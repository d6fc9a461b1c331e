using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// The angle in [0, π/2] whose tangent is a ratio y / x of sums. Beyond tan(π/8) it is π/4 and an angle of tangent (y - x) / (y + x), beyond
/// tan(3π/8) it is π/2 and one of tangent -x / y, so that the series is needed up to tan(π/8) only; the one division keeps its remainder.
/// </summary>
/// <typeparam name="TLane">How many numbers stand side by side.</typeparam>
internal readonly struct AngleParts<TLane>(TLane head, TLane rest) where TLane : struct, ILane<TLane>
{
    /// <summary>The angle, rounded.</summary>
    internal TLane Head { get; } = head;

    /// <summary>What is left of it.</summary>
    internal TLane Rest { get; } = rest;

    /// <summary>The angle of (x + xRest, y + yRest); neither is negative, one is positive, and the quotient of the larger by the smaller is finite.</summary>
    [MethodImpl(Jit.Inline)]
    internal static AngleParts<TLane> Of(TLane y, TLane yRest, TLane x, TLane xRest)
    {
        var middle = TLane.Less(TLane.Create(0.41421356237309503) * x, y);
        var steep = TLane.Less(TLane.Create(2.414213562373095) * x, y);
        TLane difference = y - x, sum = y + x;
        var up = TLane.ConditionalSelect(middle, difference, y);
        var upRest = TLane.ConditionalSelect(middle, Rounding.OfSum(y, -x, difference) + (yRest - xRest), yRest);
        var across = TLane.ConditionalSelect(middle, sum, x);
        var acrossRest = TLane.ConditionalSelect(middle, Rounding.OfSum(y, x, sum) + (yRest + xRest), xRest);
        var (tangent, lacking) = Rounding.Divide(
            TLane.ConditionalSelect(steep, -x, up),
            TLane.ConditionalSelect(steep, -xRest, upRest),
            TLane.ConditionalSelect(steep, y, across),
            TLane.ConditionalSelect(steep, yRest, acrossRest));
        var quarters = (middle & TLane.Create(1)) + (steep & TLane.Create(1));
        var whole = quarters * TLane.Create(Math.PI / 4);
        var z = tangent * tangent;
        var rest = TLane.MultiplyAdd(tangent * z, Series(z), TLane.MultiplyAdd(lacking, -z, lacking));
        var head = whole + tangent;
        rest = TLane.MultiplyAdd(quarters, TLane.Create(3.061616997868383e-17), rest);
        return new(head, Rounding.OfOrderedSum(whole, tangent, head) + rest);
    }

    /// <summary>π less the angle, where the mask is set.</summary>
    [MethodImpl(Jit.Inline)]
    internal TLane Or(TLane supplement)
    {
        var pi = TLane.Create(Math.PI);
        var (head, lacking) = Rounding.Add(pi, -Head);
        var y = head + (lacking + (TLane.Create(1.2246467991473532e-16) - Rest));
        return TLane.ConditionalSelect(supplement, y, Head + Rest);
    }

    // (atan t - t) / t³, minimax in z = t²
    [MethodImpl(Jit.Inline)]
    private static TLane Series(TLane z)
    {
        var w = z * z;
        var even = TLane.MultiplyAdd(w, TLane.Create(-0.01792080583718293), TLane.Create(-0.050397948097929544));
        var odd = TLane.MultiplyAdd(w, TLane.Create(0.03807700314315562), TLane.Create(0.05847997943553356));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-0.06663118917881335));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(0.07692061512243285));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-0.09090897829689784));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(0.11111110785913376));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-0.1428571428024428));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(0.19999999999954043));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-0.333333333333332));
        return TLane.MultiplyAdd(z, odd, even);
    }
}
