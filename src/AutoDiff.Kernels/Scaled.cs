namespace AutoDiff.Kernels;

/// <summary>A number of 32 digits with an exponent of its own, so that products neither overflow nor underflow midway.</summary>
internal readonly record struct Scaled(DoubleDouble Mantissa, long Exponent)
{
    // Mantissas stay between this power of 2 and its reciprocal.
    private const int Room = 200;

    internal static Scaled Zero => default;

    internal static Scaled Of(double x)
    {
        if (x == 0.0 || !double.IsFinite(x))
        {
            return new(x, 0);
        }

        var exponent = Math.ILogB(x);
        return new(Math.ScaleB(x, -exponent), exponent);
    }

    /// <summary>The nearest double.</summary>
    internal double Value => Math.ScaleB(Mantissa.High, (int)Math.Clamp(Exponent, -5000, 5000));

    public static Scaled operator *(Scaled x, Scaled y)
    {
        var mantissa = x.Mantissa * y.Mantissa;
        return Settled(mantissa, x.Mantissa.High * y.Mantissa.High, x.Exponent + y.Exponent);
    }

    public static Scaled operator +(Scaled x, Scaled y)
    {
        if (x.Mantissa.High == 0.0)
        {
            return y;
        }

        if (y.Mantissa.High == 0.0)
        {
            return x;
        }

        var exponent = Math.Max(x.Exponent, y.Exponent);
        var left = Shifted(x.Mantissa, x.Exponent - exponent);
        var right = Shifted(y.Mantissa, y.Exponent - exponent);
        return Settled(left + right, left.High + right.High, exponent);
    }

    private static DoubleDouble Shifted(DoubleDouble x, long exponent)
    {
        var shift = (int)Math.Max(exponent, -5000);
        return shift == 0 ? x : new(Math.ScaleB(x.High, shift), Math.ScaleB(x.Low, shift));
    }

    /// <summary>The mantissa brought back into its range; where it is not finite, it is the plain one.</summary>
    private static Scaled Settled(DoubleDouble mantissa, double plain, long exponent)
    {
        if (!double.IsFinite(plain))
        {
            return new(plain, 0);
        }

        if (plain == 0.0)
        {
            return Zero;
        }

        var own = Math.ILogB(mantissa.High);
        return Math.Abs(own) < Room ? new(mantissa, exponent) : new(Shifted(mantissa, -own), exponent + own);
    }
}
