using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The block for 32 registers of 512 bits: three registers × eight columns.</summary>
internal readonly unsafe struct WideKernel<T, TVector, TOps> : IMicroKernel<T>
    where T : unmanaged where TVector : struct where TOps : IVectorOps<TVector, T>
{
    /// <inheritdoc/>
    public static int RegisterRows => TOps.Count;

    /// <inheritdoc/>
    public static int Registers => 3;

    /// <inheritdoc/>
    public static int Columns => 8;

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static void Run(int registers, int columns, int k, Operand<T> a, Operand<T> b, Operand<T> c, bool accumulate)
    {
        switch (registers)
        {
            case 1:
                EightColumns<T, Strip1<T, TVector, TOps>>.Run(columns - 1, k, a, b, c, accumulate);
                break;
            case 2:
                EightColumns<T, Strip2<T, TVector, TOps>>.Run(columns - 1, k, a, b, c, accumulate);
                break;
            default:
                EightColumns<T, Strip3<T, TVector, TOps>>.Run(columns - 1, k, a, b, c, accumulate);
                break;
        }
    }
}

/// <summary>The block for 16 registers: two registers × six columns.</summary>
internal readonly unsafe struct NarrowKernel<T, TVector, TOps> : IMicroKernel<T>
    where T : unmanaged where TVector : struct where TOps : IVectorOps<TVector, T>
{
    /// <inheritdoc/>
    public static int RegisterRows => TOps.Count;

    /// <inheritdoc/>
    public static int Registers => 2;

    /// <inheritdoc/>
    public static int Columns => 6;

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static void Run(int registers, int columns, int k, Operand<T> a, Operand<T> b, Operand<T> c, bool accumulate)
    {
        if (registers == 1)
        {
            SixColumns<T, Strip1<T, TVector, TOps>>.Run(columns - 1, k, a, b, c, accumulate);
        }
        else
        {
            SixColumns<T, Strip2<T, TVector, TOps>>.Run(columns - 1, k, a, b, c, accumulate);
        }
    }
}
