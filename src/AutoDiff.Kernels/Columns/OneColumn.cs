using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff.Kernels;

/// <summary>One column, whose elements lie one after the other in memory; what is computed of all of them stands in every lane.</summary>
/// <typeparam name="TLane">The registers.</typeparam>
internal readonly unsafe struct OneColumn<TLane> : IColumns<TLane> where TLane : struct, ILane<TLane>
{
    /// <inheritdoc/>
    public static int Count => 1;

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane At(nint x, nint i) => TLane.Create(((double*)x)[i]);

    /// <inheritdoc/>
    public static TLane Max(int rows, nint x) =>
        TLane.Create(rows == 0 ? double.NegativeInfinity : TensorPrimitives.Max(new ReadOnlySpan<double>((double*)x, rows)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Sum<TTerm>(int rows, nint x, TLane z) where TTerm : struct, IBinaryFunction
    {
        var first = stackalloc double[8];
        TLane.Store(z, (nint)first, 0);
        var terms = new ReadOnlySpan<double>((double*)x, rows);
        return TLane.Create(Pairwise.Sum(terms, terms, new Term<TTerm>(first[0])));
    }

    private readonly struct Term<TTerm>(double z) : ITerm<double> where TTerm : struct, IBinaryFunction
    {
        private readonly double other = z;

        [MethodImpl(Jit.Inline)]
        public double One(ref double x, ref double z, int i) => TTerm.Apply(new Lane1(Unsafe.Add(ref x, i)), new Lane1(other)).Value;

        [MethodImpl(Jit.Inline)]
        public Vector256<double> Four(ref double x, ref double z, int i) =>
            TTerm.Apply(new Lane4(Vector256.LoadUnsafe(ref x, (nuint)i)), Lane4.Create(other)).Value;
    }
}
