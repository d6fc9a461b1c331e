namespace AutoDiff.Kernels;

/// <summary>
/// One or several doubles side by side, of which every operation gives each the very bits that it would give one alone. A function
/// written over lanes is therefore one definition for a single number, for every width of registers, and for the end of a span.
/// </summary>
/// <remarks>A mask is a lane whose bits are all set or all clear; bit operations see the 64 bits of each double.</remarks>
/// <typeparam name="TLane">The lane itself.</typeparam>
public interface ILane<TLane> where TLane : struct, ILane<TLane>
{
    /// <summary>How many doubles stand side by side.</summary>
    static abstract int Width { get; }

    /// <summary>The same number everywhere.</summary>
    static abstract TLane Create(double x);

    /// <summary>The same 64 bits everywhere.</summary>
    static abstract TLane CreateBits(long bits);

    /// <summary>Reads the doubles from index i of the memory at an address on.</summary>
    static abstract TLane Load(nint address, nint i);

    /// <summary>Writes the doubles from index i of the memory at an address on.</summary>
    static abstract void Store(TLane x, nint address, nint i);

    /// <summary>x + z</summary>
    static abstract TLane operator +(TLane x, TLane z);

    /// <summary>x - z</summary>
    static abstract TLane operator -(TLane x, TLane z);

    /// <summary>x z</summary>
    static abstract TLane operator *(TLane x, TLane z);

    /// <summary>x / z</summary>
    static abstract TLane operator /(TLane x, TLane z);

    /// <summary>-x</summary>
    static abstract TLane operator -(TLane x);

    /// <summary>The bits set in both.</summary>
    static abstract TLane operator &(TLane x, TLane z);

    /// <summary>The bits set in either.</summary>
    static abstract TLane operator |(TLane x, TLane z);

    /// <summary>The bits set in one of the two.</summary>
    static abstract TLane operator ^(TLane x, TLane z);

    /// <summary>x z + w, rounded once.</summary>
    static abstract TLane MultiplyAdd(TLane x, TLane z, TLane w);

    /// <summary>The square root.</summary>
    static abstract TLane Sqrt(TLane x);

    /// <summary>Without its sign.</summary>
    static abstract TLane Abs(TLane x);

    /// <summary>The larger as IEEE 754-2019 maximum: NaN where either is, 0 above -0.</summary>
    static abstract TLane Max(TLane x, TLane z);

    /// <summary>The smaller as IEEE 754-2019 minimum: NaN where either is, -0 below 0.</summary>
    static abstract TLane Min(TLane x, TLane z);

    /// <summary>The nearest whole number, ties to even.</summary>
    static abstract TLane Round(TLane x);

    /// <summary>The largest whole number that is not above x.</summary>
    static abstract TLane Floor(TLane x);

    /// <summary>The mask of x &lt; z.</summary>
    static abstract TLane Less(TLane x, TLane z);

    /// <summary>The mask of x ≤ z.</summary>
    static abstract TLane LessOrEqual(TLane x, TLane z);

    /// <summary>The mask of x = z.</summary>
    static abstract TLane Equal(TLane x, TLane z);

    /// <summary>x where the mask is set, z elsewhere.</summary>
    static abstract TLane ConditionalSelect(TLane mask, TLane x, TLane z);

    /// <summary>Whether a mask is set anywhere.</summary>
    static abstract bool Any(TLane mask);

    /// <summary>The sum of the bits as 64-bit integers.</summary>
    static abstract TLane AddBits(TLane x, TLane z);

    /// <summary>The difference of the bits as 64-bit integers.</summary>
    static abstract TLane SubtractBits(TLane x, TLane z);

    /// <summary>The bits, moved towards the high end.</summary>
    static abstract TLane ShiftLeft(TLane x, int count);

    /// <summary>The bits, moved towards the low end, zeros coming in.</summary>
    static abstract TLane ShiftRight(TLane x, int count);

    /// <summary>Rounded to float32 and back.</summary>
    static abstract TLane ToSingle(TLane x);

    /// <summary>A function of one number, applied to each.</summary>
    static abstract TLane Map(Func<double, double> f, TLane x);

    /// <summary>A function of two numbers, applied to each pair.</summary>
    static abstract TLane Map(Func<double, double, double> f, TLane x, TLane z);

    /// <summary>A function of three numbers, applied to each triple.</summary>
    static abstract TLane Map(Func<double, double, double, double> f, TLane x, TLane z, TLane w);
}
