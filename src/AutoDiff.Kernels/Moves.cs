using System.Numerics;

namespace AutoDiff.Kernels;

/// <summary>The same rearrangement of many small arrays that lie one after the other.</summary>
public static class Moves
{
    /// <summary>Writes element map[i] of each example of x as element i of that of y.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="map">Where each element of a result is found; -1 for a zero.</param>
    /// <param name="x">The examples.</param>
    /// <param name="stride">From one example of x to the next; 0 where all share one.</param>
    /// <param name="count">The number of examples.</param>
    /// <param name="y">The results, one after the other.</param>
    /// <exception cref="ArgumentException">y does not have count · map.Length elements.</exception>
    public static void Gather<T>(ReadOnlySpan<int> map, ReadOnlySpan<T> x, int stride, int count, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.Require((long)count * map.Length, y.Length);
        for (var example = 0; example < count; example++)
        {
            var source = x[(example * stride)..];
            var target = y.Slice(example * map.Length, map.Length);
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = map[i] < 0 ? T.Zero : source[map[i]];
            }
        }
    }

    /// <summary>Adds element i of each example of x to element map[i] of that of y.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="map">Where each element of an example goes.</param>
    /// <param name="x">The examples.</param>
    /// <param name="stride">From one example of x to the next; 0 where all share one.</param>
    /// <param name="count">The number of examples.</param>
    /// <param name="y">What is added to, one after the other.</param>
    /// <param name="size">The elements of each.</param>
    /// <exception cref="ArgumentException">y does not have count · size elements.</exception>
    public static void Add<T>(ReadOnlySpan<int> map, ReadOnlySpan<T> x, int stride, int count, Span<T> y, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.Require((long)count * size, y.Length);
        for (var example = 0; example < count; example++)
        {
            var source = x.Slice(example * stride, map.Length);
            var target = y.Slice(example * size, size);
            for (var i = 0; i < source.Length; i++)
            {
                target[map[i]] += source[i];
            }
        }
    }
}
