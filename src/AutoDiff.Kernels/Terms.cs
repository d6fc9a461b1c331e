using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff.Kernels;

/// <summary>What a pairwise sum adds up, in double.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
internal interface ITerm<T>
{
    /// <summary>Term i of the sum.</summary>
    double One(ref T x, ref T z, int i);

    /// <summary>Terms i to i + 3 of the sum.</summary>
    Vector256<double> Four(ref T x, ref T z, int i);
}

/// <summary>The elements of x themselves.</summary>
internal readonly struct PlainTerm<T> : ITerm<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(Jit.Inline)]
    public double One(ref T x, ref T z, int i) => Lanes.One(ref x, i);

    [MethodImpl(Jit.Inline)]
    public Vector256<double> Four(ref T x, ref T z, int i) => Lanes.Four(ref x, i);
}

/// <summary>The products x[i] z[i], each rounded before it is added (in single precision they are exact).</summary>
internal readonly struct ProductTerm<T> : ITerm<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(Jit.Inline)]
    public double One(ref T x, ref T z, int i) => Lanes.One(ref x, i) * Lanes.One(ref z, i);

    [MethodImpl(Jit.Inline)]
    public Vector256<double> Four(ref T x, ref T z, int i) => Lanes.Four(ref x, i) * Lanes.Four(ref z, i);
}

/// <summary>The squares (scale x[i])².</summary>
internal readonly struct ScaledSquareTerm<T>(double scale) : ITerm<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(Jit.Inline)]
    public double One(ref T x, ref T z, int i)
    {
        var scaled = scale * Lanes.One(ref x, i);
        return scaled * scaled;
    }

    [MethodImpl(Jit.Inline)]
    public Vector256<double> Four(ref T x, ref T z, int i)
    {
        var scaled = scale * Lanes.Four(ref x, i);
        return scaled * scaled;
    }
}

/// <summary>The elements of x that are not 1.</summary>
internal readonly struct OtherThanOneTerm : ITerm<double>
{
    [MethodImpl(Jit.Inline)]
    public double One(ref double x, ref double z, int i) => Lanes.One(ref x, i) == 1 ? 0 : Lanes.One(ref x, i);

    [MethodImpl(Jit.Inline)]
    public Vector256<double> Four(ref double x, ref double z, int i)
    {
        var four = Lanes.Four(ref x, i);
        return Vector256.AndNot(four, Vector256.Equals(four, Vector256<double>.One));
    }
}

/// <summary>The elements of x that are 1: their sum is how many there are.</summary>
internal readonly struct OneTerm : ITerm<double>
{
    [MethodImpl(Jit.Inline)]
    public double One(ref double x, ref double z, int i) => Lanes.One(ref x, i) == 1 ? 1 : 0;

    [MethodImpl(Jit.Inline)]
    public Vector256<double> Four(ref double x, ref double z, int i) =>
        Vector256.Equals(Lanes.Four(ref x, i), Vector256<double>.One) & Vector256<double>.One;
}
