using System.Numerics;

namespace AutoDiff.Kernels;

/// <summary>Single elements to and from <see cref="double"/>.</summary>
public static class Numbers
{
    /// <summary>A number, rounded to the precision of <typeparamref name="T"/>.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="number">The number.</param>
    /// <returns>The nearest element.</returns>
    public static T From<T>(double number)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.CreateTruncating(number);

    /// <summary>An element as a <see cref="double"/>, exactly.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="element">The element.</param>
    /// <returns>The same number.</returns>
    public static double To<T>(T element)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => double.CreateTruncating(element);
}
