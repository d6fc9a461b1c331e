using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// The derivatives of softmax along any number of directions, which are joint cumulants of them. From the second on they are differences
/// of nearly equal terms, so they are computed with 32 digits.
/// </summary>
public static class SoftmaxDerivatives
{
    /// <summary>Writes the derivative of the softmax of each column along all directions.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The columns of exponents, and the directions.</param>
    /// <param name="y">The result, a column for each.</param>
    public static void Along<T>(ColumnBatch<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ColumnLoops.Run(x, new SoftmaxDerivative(x.Operands - 1), y);
}

/// <summary>The derivative of the softmax of a column along so many directions.</summary>
internal readonly struct SoftmaxDerivative(int directions) : IColumnFunction
{
    // below, the 16 digits of a share are the 32 of the largest
    private const double Small = -40.0;

    private readonly int count = directions;

    /// <inheritdoc/>
    public static bool IsSequential => true;

    private int Sets => 1 << count;

    /// <inheritdoc/>
    public int Scratch(int rows) => 2 * ((Sets * rows) + Sets + (count * rows)) + count;

    /// <inheritdoc/>
    /// <remarks>It keeps the derivative along each set of directions, the cumulant of each set, the directions, and what they were divided by.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply<TColumns, TLane>(int rows, nint x, nint y, nint scratch)
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane>
    {
        var size = 2 * TLane.Width * sizeof(double);
        nint derivatives = scratch, cumulants = derivatives + (Sets * rows * size), moves = cumulants + (Sets * size);
        Shares<TColumns, TLane>(rows, x, derivatives);
        var scales = moves + (count * rows * size);
        for (var k = 0; k < count; k++)
        {
            var direction = x + ((k + 1) * rows * TLane.Width * sizeof(double));
            TLane.Store(Scaled<TColumns, TLane>(rows, direction, moves + (k * rows * size)), scales, k * TLane.Width);
        }
        for (var set = 1; set < Sets; set++)
        {
            var last = BitOperations.Log2((uint)set);
            Move<TLane>(rows, set ^ (1 << last), 1 << last, derivatives, cumulants, moves + (last * rows * size));
        }
        for (var i = 0; i < rows; i++)
        {
            var along = DoubleDouble<TLane>.Load(derivatives, ((Sets - 1) * rows) + i).High;
            for (var k = 0; k < count; k++)
            {
                along *= TLane.Load(scales, k * TLane.Width);
            }
            TLane.Store(along, y, i * TLane.Width);
        }
    }

    /// <summary>
    /// One direction more, by the rule of Leibniz for p' = p (d - mean of d): the subsets of the directions so far move either factor.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Move<TLane>(int rows, int rest, int last, nint derivatives, nint cumulants, nint direction)
        where TLane : struct, ILane<TLane>
    {
        var cumulant = default(LongSum<TLane>);
        for (var i = 0; i < rows; i++)
        {
            cumulant.AddProduct(DoubleDouble<TLane>.Load(derivatives, (rest * rows) + i), DoubleDouble<TLane>.Load(direction, i));
        }
        DoubleDouble<TLane>.Store(cumulant.Value, cumulants, rest | last);
        var mean = DoubleDouble<TLane>.Load(cumulants, last);
        for (var i = 0; i < rows; i++)
        {
            var sum = DoubleDouble<TLane>.Load(derivatives, (rest * rows) + i) * (DoubleDouble<TLane>.Load(direction, i) - mean);
            var size = TLane.Abs(sum.High);
            for (var part = rest; part > 0; part = (part - 1) & rest)
            {
                var term = DoubleDouble<TLane>.Load(derivatives, ((rest ^ part) * rows) + i) * DoubleDouble<TLane>.Load(cumulants, part | last);
                sum -= term;
                size += TLane.Abs(term.High);
            }
            DoubleDouble<TLane>.Store(sum.Beside(size), derivatives, ((rest | last) * rows) + i);
        }
    }

    /// <summary>
    /// The largest element and the direction divided by it. A direction that is a multiple of one axis becomes the axis, whose products with
    /// shares are exact: where two shares are 1/2 and a third is tiny, 32 digits of inexact ones lose it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TLane Scaled<TColumns, TLane>(int rows, nint direction, nint scaled)
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane>
    {
        var scale = TLane.Create(0);
        for (var i = 0; i < rows; i++)
        {
            scale = TLane.Max(scale, TLane.Abs(TColumns.At(direction, i)));
        }
        var inRange = TLane.Less(TLane.Create(1e-290), scale) & TLane.Less(scale, TLane.Create(1e290));
        scale = TLane.ConditionalSelect(inRange, scale, TLane.Create(1));
        var reciprocal = TLane.Create(1) / scale;
        for (var i = 0; i < rows; i++)
        {
            DoubleDouble<TLane>.Store(DoubleDouble<TLane>.Quotient(TColumns.At(direction, i), scale, reciprocal), scaled, i);
        }
        return scale;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Shares<TColumns, TLane>(int rows, nint x, nint shares)
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane>
    {
        var largest = TColumns.Max(rows, x);
        var sum = default(LongSum<TLane>);
        for (var i = 0; i < rows; i++)
        {
            var power = Power(TColumns.At(x, i), largest);
            DoubleDouble<TLane>.Store(power, shares, i);
            sum.Add(power);
        }
        var reciprocal = DoubleDouble<TLane>.Reciprocal(sum.Value);
        for (var i = 0; i < rows; i++)
        {
            DoubleDouble<TLane>.Store(DoubleDouble<TLane>.Load(shares, i) * reciprocal, shares, i);
        }
    }

    /// <summary>exp(x - largest), also where both are infinite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static DoubleDouble<TLane> Power<TLane>(TLane x, TLane largest) where TLane : struct, ILane<TLane>
    {
        var below = DoubleDouble<TLane>.Sum(x, -largest);
        var finite = CompensatedSum<TLane>.Finite(below.High);
        var power = LongExponential.Of(below);
        var others = (TLane.Less(TLane.Create(Small), below.High) & finite) ^ TLane.CreateBits(-1);
        if (TLane.Any(others))
        {
            var inexact = Exponential.Apply(below.High);
            inexact = TLane.ConditionalSelect(finite, TLane.MultiplyAdd(inexact, below.Low, inexact), inexact);
            power = DoubleDouble<TLane>.Select(others, DoubleDouble<TLane>.Of(inexact), power);
        }
        return DoubleDouble<TLane>.Select(TLane.Equal(x, largest), DoubleDouble<TLane>.Of(1), power);
    }
}
