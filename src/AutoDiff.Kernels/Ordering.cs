using System.Numerics;

namespace AutoDiff.Kernels;

/// <summary>Sorting, and what it does to tangents and cotangents: equal elements share theirs equally.</summary>
public static class Ordering
{
    /// <summary>Writes the elements of x to y in ascending order, NaN last.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The elements.</param>
    /// <param name="y">The result, of the same length; must not overlap x.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Sort<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Precision.Check<T>();
        Lengths.Require(x.Length, y.Length);
        var count = 0;
        foreach (var element in x)
        {
            if (!T.IsNaN(element))
            {
                y[count++] = element;
            }
        }
        y[..count].Sort();
        y[count..].Fill(T.NaN);
    }

    /// <summary>Writes dx to y in the ascending order of x; places of equal elements of x have the mean of theirs.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The elements that say the order.</param>
    /// <param name="dx">The elements to arrange.</param>
    /// <param name="y">The result; must not overlap the others.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void SortLike<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> dx, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.Require(x.Length, dx.Length);
        Lengths.Require(x.Length, y.Length);
        var order = Order(x);
        for (var start = 0; start < order.Length;)
        {
            var end = EndOfTie(x, order, start);
            CompensatedSum<Lane1> sum = default;
            for (var i = start; i < end; i++)
            {
                sum.Add(new(Numbers.To(dx[order[i]])));
            }
            y[start..end].Fill(Share<T>(x[order[start]], sum.Value.Value / (end - start)));
            start = end;
        }
    }

    /// <summary>The transpose of <see cref="SortLike"/>: writes what stands in ascending order of x back to its places.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The elements that say the order.</param>
    /// <param name="ybar">The elements to put back.</param>
    /// <param name="xbar">The result; must not overlap the others.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void UnsortLike<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> ybar, Span<T> xbar)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.Require(x.Length, ybar.Length);
        Lengths.Require(x.Length, xbar.Length);
        var order = Order(x);
        for (var start = 0; start < order.Length;)
        {
            var end = EndOfTie(x, order, start);
            CompensatedSum<Lane1> sum = default;
            for (var i = start; i < end; i++)
            {
                sum.Add(new(Numbers.To(ybar[i])));
            }
            var share = Share<T>(x[order[start]], sum.Value.Value / (end - start));
            for (var i = start; i < end; i++)
            {
                xbar[order[i]] = share;
            }
            start = end;
        }
    }

    /// <summary>The places of the elements in ascending order, those of NaN last.</summary>
    private static int[] Order<T>(ReadOnlySpan<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Precision.Check<T>();
        var order = new int[x.Length];
        var (count, last) = (0, x.Length);
        for (var i = 0; i < x.Length; i++)
        {
            order[T.IsNaN(x[i]) ? --last : count++] = i;
        }
        var keys = new T[count];
        for (var i = 0; i < count; i++)
        {
            keys[i] = x[order[i]];
        }
        keys.AsSpan().Sort(order.AsSpan(0, count));
        return order;
    }

    private static int EndOfTie<T>(ReadOnlySpan<T> x, int[] order, int start) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var end = start + 1;
        while (end < order.Length && x[order[end]] == x[order[start]])
        {
            end++;
        }
        return end;
    }

    /// <summary>Where the element is NaN so is its derivative, unless what comes in is 0.</summary>
    private static T Share<T>(T element, double mean) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.IsNaN(element) && mean != 0 ? T.NaN : Numbers.From<T>(mean);
}
