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
