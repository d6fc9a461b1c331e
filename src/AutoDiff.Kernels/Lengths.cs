using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The checks of span lengths: every loop behind them may then leave bounds out of consideration.</summary>
internal static class Lengths
{
    /// <summary>Throws unless a span has the length its sizes ask for.</summary>
    internal static void Require(long expected, int length, [CallerArgumentExpression(nameof(length))] string name = "")
    {
        if (length != expected)
        {
            throw new ArgumentException($"{name} is {length}, where {expected} was expected.");
        }
    }

    /// <summary>Throws unless an operand has the length of the result, or is a single number to stretch over it.</summary>
    internal static void RequireStretchable(int expected, int length, [CallerArgumentExpression(nameof(length))] string name = "")
    {
        if (length != 1)
        {
            Require(expected, length, name);
        }
    }

    /// <summary>Throws where a count of rows, columns or blocks is negative.</summary>
    internal static void RequireCounts(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
    }
}
