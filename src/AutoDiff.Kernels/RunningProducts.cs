using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// The products of the elements of a column up to each, and their derivatives along any number of directions: sums over the ways to put
/// each direction in the place of an element of its own. No division, so zeros are elements like others; no product that overflows where
/// the result does not. The time grows with the number of elements.
/// </summary>
public static class RunningProducts
{
    /// <summary>Writes the derivatives of x[0] … x[i] of each column along all directions; without directions, the products themselves.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The columns of factors, and the directions.</param>
    /// <param name="y">The result, a column for each.</param>
    public static void Along<T>(ColumnBatch<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ColumnLoops.Run(x, new RunningProduct(x.Operands - 1), y);

    /// <summary>Writes the gradient of Σ weights[i] x[0] … x[i] of each column, moved along all directions.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The columns of factors, the weights of the products, and the directions.</param>
    /// <param name="y">The result, a column for each.</param>
    public static void Gradient<T>(ColumnBatch<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ColumnLoops.Run(x, new RunningProductGradient(x.Operands - 2), y);
}

/// <summary>The products of the elements down to each, moved along so many directions.</summary>
internal readonly struct RunningProduct(int directions) : IColumnFunction
{
    private readonly int count = directions;

    /// <inheritdoc/>
    public static bool IsSequential => true;

    /// <inheritdoc/>
    public int Scratch(int rows) => 3 << count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply<TColumns, TLane>(int rows, nint x, nint y, nint scratch)
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane>
    {
        var all = (1 << count) - 1;
        for (var i = 0; i < rows; i++)
        {
            if (i == 0)
            {
                Begin<TLane>(count, scratch, x, 1, rows);
            }
            else
            {
                // of the last one the parts are not needed any more
                Extend<TLane>(count, scratch, scratch, x, 1, rows, i, i < rows - 1 ? 0 : all);
            }
            TLane.Store(Scaled<TLane>.Load(scratch, all).Value, y, i * TLane.Width);
        }
    }

    /// <summary>The first factor, for each set of directions: itself, or a single direction in its place, or nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Begin<TLane>(int count, nint sums, nint x, int operand, int rows) where TLane : struct, ILane<TLane>
    {
        Scaled<TLane>.Clear(sums, 1 << count);
        Scaled<TLane>.Store(Scaled<TLane>.Of(TLane.Load(x, 0)), sums, 0);
        for (var k = 0; k < count; k++)
        {
            Scaled<TLane>.Store(Scaled<TLane>.Of(TLane.Load(x, (operand + k) * rows * TLane.Width)), sums, 1 << k);
        }
    }

    /// <summary>One factor more, for each set of directions down to one: itself, or one of the directions, operands from one on, in its place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Extend<TLane>(int count, nint from, nint to, nint x, int operand, int rows, int i, int last = 0)
        where TLane : struct, ILane<TLane>
    {
        var factor = Scaled<TLane>.Of(TLane.Load(x, i * TLane.Width));
        for (var set = (1 << count) - 1; set >= last; set--)
        {
            var sum = Scaled<TLane>.Load(from, set) * factor;
            for (var rest = set; rest > 0; rest &= rest - 1)
            {
                var k = BitOperations.TrailingZeroCount(rest);
                var direction = TLane.Load(x, (((operand + k) * rows) + i) * TLane.Width);
                sum += Scaled<TLane>.Load(from, set ^ (1 << k)) * Scaled<TLane>.Of(direction);
            }
            Scaled<TLane>.Store(sum, to, set);
        }
    }
}

/// <summary>The gradient of a weighted sum of the products of the elements down to each, moved along so many directions.</summary>
internal readonly struct RunningProductGradient(int directions) : IColumnFunction
{
    private readonly int count = directions;

    /// <inheritdoc/>
    public static bool IsSequential => true;

    private int Sets => 1 << count;

    /// <inheritdoc/>
    public int Scratch(int rows) => 3 * (rows + 1) * Sets;

    /// <inheritdoc/>
    /// <remarks>It keeps the products of what precedes each element, and one of what follows.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply<TColumns, TLane>(int rows, nint x, nint y, nint scratch)
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane>
    {
        var size = Sets * Scaled<TLane>.Size * TLane.Width * sizeof(double);
        var after = scratch + (rows * size);
        Scaled<TLane>.Clear(scratch, Sets);
        Scaled<TLane>.Store(Scaled<TLane>.Of(TLane.Create(1)), scratch, 0);
        for (var i = 1; i < rows; i++)
        {
            if (i == 1)
            {
                RunningProduct.Begin<TLane>(count, scratch + size, x, 2, rows);
            }
            else
            {
                RunningProduct.Extend<TLane>(count, scratch + ((i - 1) * size), scratch + (i * size), x, 2, rows, i - 1);
            }
        }
        // from the end on: the weighted sum of the products of what follows element i
        Scaled<TLane>.Clear(after, Sets);
        for (var i = rows - 1; i >= 0; i--)
        {
            if (i < rows - 1)
            {
                RunningProduct.Extend<TLane>(count, after, after, x, 2, rows, i + 1);
            }
            var weight = Scaled<TLane>.Of(TLane.Load(x, (rows + i) * TLane.Width));
            Scaled<TLane>.Store(Scaled<TLane>.Load(after, 0) + weight, after, 0);
            TLane.Store(Joined<TLane>(scratch + (i * size), after).Value, y, i * TLane.Width);
        }
    }

    /// <summary>All directions, each on one of two sides.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Scaled<TLane> Joined<TLane>(nint before, nint after) where TLane : struct, ILane<TLane>
    {
        var sum = Scaled<TLane>.Zero;
        for (var set = 0; set < Sets; set++)
        {
            sum += Scaled<TLane>.Load(before, set) * Scaled<TLane>.Load(after, Sets - 1 - set);
        }
        return sum;
    }
}
