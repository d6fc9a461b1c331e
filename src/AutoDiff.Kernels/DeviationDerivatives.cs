using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// The derivatives, along any number of directions, of the gradient of the norm of the deviations from the mean. Their terms cancel where
/// elements are close to each other or far from the others, so they are computed with 32 digits.
/// </summary>
public static class DeviationDerivatives
{
    /// <summary>Writes the derivative of each column along all directions; zeros where all elements are equal.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The columns, and the directions.</param>
    /// <param name="y">The result, a column for each.</param>
    public static void Along<T>(ColumnBatch<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ColumnLoops.Run(x, new DeviationDerivative(x.Operands - 1), y);
}

/// <summary>The derivative of the deviations of a column, divided by their norm, along so many directions.</summary>
internal readonly struct DeviationDerivative(int directions) : IColumnFunction
{
    // powers of numbers from 2^-64 to 2^64 are far from the ends of the range
    private const double Near = 64;

    private readonly int count = directions;

    /// <inheritdoc/>
    public static bool IsSequential => true;

    private int Sets => 1 << count;

    /// <inheritdoc/>
    public int Scratch(int rows) => 2 * (((1 + count) * rows) + Sets + Pair(0, count + 1));

    /// <inheritdoc/>
    /// <remarks>It keeps the deviations of the column and of all directions, the roots of <see cref="Along"/>, and the inner products.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply<TColumns, TLane>(int rows, nint x, nint y, nint scratch)
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane>
    {
        var size = Size<TColumns, TLane>(rows, x);
        // the elements near 1, so that no power overflows: a derivative along so many directions has the size to that power less
        var exponent = CompensatedSum<TLane>.Finite(size) & Exponents.OfFar(size, Near);
        for (var k = 0; k <= count; k++)
        {
            var operand = k * rows * TLane.Width * sizeof(double);
            Centre<TColumns, TLane>(rows, x + operand, k == 0 ? -exponent : TLane.Create(0), scratch + (2 * operand));
        }
        var roots = scratch + (2 * (1 + count) * rows * TLane.Width * sizeof(double));
        Roots<TLane>(rows, scratch, roots);
        for (var i = 0; i < rows; i++)
        {
            var result = Along<TLane>(rows, scratch, roots, i);
            for (var k = 0; k < count; k++)
            {
                result = Exponents.Shift(result, -exponent);
            }
            TLane.Store(TLane.ConditionalSelect(TLane.Equal(size, TLane.Create(0)), TLane.Create(0), result), y, i * TLane.Width);
        }
    }

    /// <summary>
    /// Of c / |c|, where c moves along the given deviations: r = q^(-1/2) for the sum of squares q by q r' = -q' r / 2, set by set of the
    /// directions.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Roots<TLane>(int rows, nint c, nint roots) where TLane : struct, ILane<TLane>
    {
        var products = roots + (2 * Sets * TLane.Width * sizeof(double));
        for (var right = 0; right <= count; right++)
        {
            // of the directions' own squares none is needed
            for (var left = 0; left < Math.Max(1, right); left++)
            {
                DoubleDouble<TLane>.Store(Product<TLane>(rows, c, left, right), products, Pair(left, right));
            }
        }
        var root = Root(DoubleDouble<TLane>.Load(products, 0));
        var reciprocal = root * root;
        DoubleDouble<TLane>.Store(root, roots, 0);
        for (var set = 1; set < Sets; set++)
        {
            var last = BitOperations.Log2((uint)set);
            DoubleDouble<TLane>.Store(-Moved<TLane>(products, roots, set ^ (1 << last), last) * reciprocal, roots, set);
        }
    }

    /// <summary>Element i of the derivative along all directions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private TLane Along<TLane>(int rows, nint c, nint roots, int i) where TLane : struct, ILane<TLane>
    {
        var sum = default(LongSum<TLane>);
        var size = TLane.Create(0);
        for (var k = 0; k <= count; k++)
        {
            var set = (Sets - 1) ^ ((1 << k) >> 1);
            var term = DoubleDouble<TLane>.Load(c, (k * rows) + i) * DoubleDouble<TLane>.Load(roots, set);
            sum.Add(term);
            size += TLane.Abs(term.High);
        }
        return sum.Value.Beside(size).High;
    }

    /// <summary>What is left of q r' + q' r / 2 = 0 beside q times the wanted derivative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static DoubleDouble<TLane> Moved<TLane>(nint products, nint roots, int rest, int last) where TLane : struct, ILane<TLane>
    {
        var sum = default(LongSum<TLane>);
        Add(ref sum, products, Pair(0, last + 1), 1, roots, rest);
        for (var left = rest; left > 0; left &= left - 1)
        {
            var k = BitOperations.TrailingZeroCount(left);
            var without = rest ^ (1 << k);
            Add(ref sum, products, Pair(0, k + 1), 2, roots, without | (1 << last));
            Add(ref sum, products, Pair(k + 1, last + 1), 1, roots, without);
            for (var lower = without & ((1 << k) - 1); lower > 0; lower &= lower - 1)
            {
                var other = BitOperations.TrailingZeroCount(lower);
                Add(ref sum, products, Pair(other + 1, k + 1), 2, roots, (without ^ (1 << other)) | (1 << last));
            }
        }
        return sum.Value;
    }

    /// <summary>Adds so many times a product and a root.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Add<TLane>(ref LongSum<TLane> sum, nint products, int pair, double times, nint roots, int set)
        where TLane : struct, ILane<TLane> =>
        sum.AddProduct(DoubleDouble<TLane>.Load(products, pair).Times(TLane.Create(times)), DoubleDouble<TLane>.Load(roots, set));

    /// <summary>The place of the inner product of two of the centred columns, the second of which is not before the first.</summary>
    private static int Pair(int left, int right) => (right * (right + 1) / 2) + left;

    /// <summary>The inner product of two of the centred columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static DoubleDouble<TLane> Product<TLane>(int rows, nint c, int left, int right) where TLane : struct, ILane<TLane>
    {
        var sum = default(LongSum<TLane>);
        for (var i = 0; i < rows; i++)
        {
            sum.AddProduct(DoubleDouble<TLane>.Load(c, (left * rows) + i), DoubleDouble<TLane>.Load(c, (right * rows) + i));
        }
        return sum.Value;
    }

    /// <summary>1 / √x by a step of Newton's method.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static DoubleDouble<TLane> Root<TLane>(DoubleDouble<TLane> x) where TLane : struct, ILane<TLane>
    {
        var one = TLane.Create(1);
        var root = DoubleDouble<TLane>.Of(one / TLane.Sqrt(x.High));
        return root + (root * (-(x * root * root) + one)).Times(TLane.Create(0.5));
    }

    /// <summary>The deviations of numbers from their mean, times a power of 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Centre<TColumns, TLane>(int rows, nint x, TLane exponent, nint centred)
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane>
    {
        var sum = default(LongSum<TLane>);
        for (var i = 0; i < rows; i++)
        {
            sum.Add(Exponents.Shift(TColumns.At(x, i), exponent));
        }
        var mean = sum.Value / TLane.Create(rows);
        for (var i = 0; i < rows; i++)
        {
            DoubleDouble<TLane>.Store(-mean + Exponents.Shift(TColumns.At(x, i), exponent), centred, i);
        }
    }

    /// <summary>The largest distance from the first element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TLane Size<TColumns, TLane>(int rows, nint x)
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane>
    {
        var size = TLane.Create(0);
        for (var i = 1; i < rows; i++)
        {
            size = TLane.Max(size, TLane.Abs(TColumns.At(x, i) - TColumns.At(x, 0)));
        }
        return size;
    }
}
