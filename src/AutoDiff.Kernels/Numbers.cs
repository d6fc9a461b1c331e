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

    /// <summary>A number as any other kind of number; throws where it does not fit.</summary>
    /// <typeparam name="T">The other kind of number.</typeparam>
    /// <param name="number">The number.</param>
    /// <param name="result">The same number in the other kind.</param>
    /// <returns>Always true: a kind that cannot be made of a double throws.</returns>
    public static bool TryToChecked<T>(double number, out T result)
        where T : INumberBase<T>
    {
        result = T.CreateChecked(number);
        return true;
    }

    /// <summary>A number as any other kind of number; takes the nearest end of the range where it does not fit.</summary>
    /// <typeparam name="T">The other kind of number.</typeparam>
    /// <param name="number">The number.</param>
    /// <param name="result">The same number in the other kind.</param>
    /// <returns>Always true: a kind that cannot be made of a double throws.</returns>
    public static bool TryToSaturating<T>(double number, out T result)
        where T : INumberBase<T>
    {
        result = T.CreateSaturating(number);
        return true;
    }

    /// <summary>A number as any other kind of number; cuts off what does not fit.</summary>
    /// <typeparam name="T">The other kind of number.</typeparam>
    /// <param name="number">The number.</param>
    /// <param name="result">The same number in the other kind.</param>
    /// <returns>Always true: a kind that cannot be made of a double throws.</returns>
    public static bool TryToTruncating<T>(double number, out T result)
        where T : INumberBase<T>
    {
        result = T.CreateTruncating(number);
        return true;
    }
}
