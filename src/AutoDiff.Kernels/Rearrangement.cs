using System.Numerics;

namespace AutoDiff.Kernels;

/// <summary>Rows picked by number and put back, and triangles. All storage is dense column-major.</summary>
public static class Rearrangement
{
    /// <summary>Writes row places[i] of x to row i of y.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="places">The rows to take.</param>
    /// <param name="columns">The columns of both.</param>
    /// <param name="x">The matrix picked from.</param>
    /// <param name="y">The result; must not overlap x.</param>
    /// <exception cref="ArgumentException">y does not have the size of the picked rows.</exception>
    public static void GatherRows<T>(ReadOnlySpan<int> places, int columns, ReadOnlySpan<T> x, Span<T> y) where T : unmanaged
    {
        Lengths.Require((long)places.Length * columns, y.Length);
        var rows = columns == 0 ? 0 : x.Length / columns;
        for (var j = 0; j < columns; j++)
        {
            var from = x.Slice(j * rows, rows);
            var to = y.Slice(j * places.Length, places.Length);
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = from[places[i]];
            }
        }
    }

    /// <summary>Clears y, and adds row i of x to its row places[i].</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="places">The rows to add to.</param>
    /// <param name="columns">The columns of both.</param>
    /// <param name="x">The rows to add.</param>
    /// <param name="y">The result; must not overlap x.</param>
    /// <exception cref="ArgumentException">x does not have a row for each place.</exception>
    public static void ScatterRows<T>(ReadOnlySpan<int> places, int columns, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.Require((long)places.Length * columns, x.Length);
        y.Clear();
        var rows = columns == 0 ? 0 : y.Length / columns;
        for (var j = 0; j < columns; j++)
        {
            var from = x.Slice(j * places.Length, places.Length);
            var to = y.Slice(j * rows, rows);
            for (var i = 0; i < from.Length; i++)
            {
                to[places[i]] += from[i];
            }
        }
    }

    /// <summary>Writes x to y with zeros above the main diagonal, or below it.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="lower">Whether the lower triangle stays, or else the upper one.</param>
    /// <param name="rows">The rows of both.</param>
    /// <param name="x">The matrix.</param>
    /// <param name="y">The result, of the same size.</param>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static void Triangle<T>(bool lower, int rows, ReadOnlySpan<T> x, Span<T> y) where T : unmanaged
    {
        Lengths.Require(x.Length, y.Length);
        x.CopyTo(y);
        for (var j = 0; j * rows < y.Length; j++)
        {
            var column = y.Slice(j * rows, rows);
            if (lower)
            {
                column[..Math.Min(j, rows)].Clear();
            }
            else
            {
                column[Math.Min(j + 1, rows)..].Clear();
            }
        }
    }
}
