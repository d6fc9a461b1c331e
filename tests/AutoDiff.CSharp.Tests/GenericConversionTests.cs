using System.Globalization;
using System.Numerics;
using System.Text;
using AutoDiff;
using Xunit;

namespace FacadeTests;

/// <summary>Scalars from and to text and other numbers, by .NET's generic math.</summary>
public class GenericConversionTests
{
    private static T Parse<T>(string text) where T : INumber<T>
    {
        var parsed = T.Parse(text, CultureInfo.InvariantCulture);
        Assert.Equal(parsed, T.Parse(text.AsSpan(), CultureInfo.InvariantCulture));
        Assert.Equal(parsed, T.Parse(Encoding.UTF8.GetBytes(text), CultureInfo.InvariantCulture));
        Assert.Equal(parsed, T.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
        Assert.Equal(parsed, T.Parse(text.AsSpan(), NumberStyles.Float, CultureInfo.InvariantCulture));
        Assert.True(T.TryParse(text, CultureInfo.InvariantCulture, out var tried));
        Assert.Equal(parsed, tried);
        Assert.True(T.TryParse(text.AsSpan(), NumberStyles.Float, CultureInfo.InvariantCulture, out tried));
        Assert.Equal(parsed, tried);
        return parsed;
    }

    [Fact]
    public void Parsing()
    {
        foreach (var text in new[] { "0.1", "-2.5e-3", "NaN", "Infinity", " 7 " })
        {
            Assert.Equal(Parse<double>(text), Parse<Scalar>(text).Value);
        }
        static T WithComma<T>(string text) where T : INumber<T> => T.Parse(text, new NumberFormatInfo { NumberDecimalSeparator = "," });
        Assert.Equal(0.25, WithComma<Scalar>("0,25").Value);
        static bool Tries<T>(string? text) where T : INumber<T> =>
            T.TryParse(text, CultureInfo.InvariantCulture, out _) || T.TryParse(text, NumberStyles.None, null, out _);
        Assert.False(Tries<Scalar>("one"));
        Assert.False(Tries<Scalar>(null));
        Assert.Throws<FormatException>(() => Parse<Scalar>("one"));
        // What is read takes the precision of what it meets.
        Assert.Equal(0.1f * 0.3f, (Parse<Scalar>("0.1") * Scalar.Float32(0.3f)).Value);
        Assert.Equal(0.1, Diff.Grad(x => Parse<Scalar>("0.1") * x)(3).Value);
    }

    private static string Format<T>(T x, string format) where T : INumber<T>
    {
        Span<char> characters = stackalloc char[40];
        Span<byte> bytes = stackalloc byte[40];
        Assert.True(x.TryFormat(characters, out var count, format, CultureInfo.InvariantCulture));
        Assert.True(x.TryFormat(bytes, out var byteCount, format, CultureInfo.InvariantCulture));
        Assert.False(x.TryFormat(characters[..(count - 1)], out var none, format, CultureInfo.InvariantCulture));
        Assert.Equal(0, none);
        Assert.False(x.TryFormat(bytes[..(byteCount - 1)], out none, format, CultureInfo.InvariantCulture));
        Assert.Equal(0, none);
        var text = x.ToString(format, CultureInfo.InvariantCulture);
        Assert.True(x.TryFormat(characters, out count, format, CultureInfo.InvariantCulture));
        Assert.Equal(text, characters[..count].ToString());
        Assert.Equal(text, Encoding.UTF8.GetString(bytes[..byteCount]));
        return text;
    }

    [Fact]
    public void Formatting()
    {
        foreach (var format in new[] { "", "R", "F2", "E3", "G4", "0.00" })
        {
            Assert.Equal(Format(-1234.5678, format), Format<Scalar>(-1234.5678, format));
            Assert.Equal(Format(0.1f, format), Format(Scalar.Float32(0.1f), format));
        }
        var comma = new NumberFormatInfo { NumberDecimalSeparator = "," };
        Assert.Equal("0,25", string.Create(comma, $"{(Scalar)0.25}"));
        var inside = "";
        Diff.Grad(x =>
        {
            inside = Format(x * x, "F1");
            return x * x;
        })(3);
        Assert.Equal("9.0", inside);
    }

    private static TTo Convert<TFrom, TTo>(TFrom x) where TFrom : INumber<TFrom> where TTo : INumber<TTo> => TTo.CreateChecked(x);

    private static TTo Saturate<TFrom, TTo>(TFrom x) where TFrom : INumber<TFrom> where TTo : INumber<TTo> => TTo.CreateSaturating(x);

    private static TTo Truncate<TFrom, TTo>(TFrom x) where TFrom : INumber<TFrom> where TTo : INumber<TTo> => TTo.CreateTruncating(x);

    [Fact]
    public void Conversions_of_numbers()
    {
        Assert.Equal(0.5, Convert<Scalar, double>(0.5));
        Assert.Equal(0.1f, Convert<Scalar, float>(0.1));
        Assert.Equal(2, Convert<Scalar, int>(2.75));
        Assert.Equal(0.5m, Convert<Scalar, decimal>(0.5));
        Assert.Throws<OverflowException>(() => Convert<Scalar, byte>(300));
        Assert.Equal(255, Saturate<Scalar, byte>(300));
        Assert.Equal(0u, Saturate<Scalar, uint>(-5));
        Assert.Equal(Truncate<double, int>(1e20), Truncate<Scalar, int>(1e20));
        Assert.Equal(0.25, Convert<decimal, Scalar>(0.25m).Value);
        Assert.Equal(7.0, Convert<int, Scalar>(7).Value);
        Assert.Equal(0.5, Convert<Half, Scalar>((Half)0.5).Value);
    }

    [Fact]
    public void Converting_to_a_plain_number_inside_would_lose_the_derivative()
    {
        Assert.Throws<TracedValueException>(() => Diff.Grad(x => x * Convert<Scalar, double>(x))(3));
        Assert.Throws<TracedValueException>(() => Diff.Grad(x => x * Convert<Scalar, float>(x))(3));
        Assert.Throws<TracedValueException>(() => Diff.Grad(x => x * Saturate<Scalar, int>(x))(3));
        Assert.Throws<TracedValueException>(() => Diff.Grad(x => x * Truncate<Scalar, long>(x))(3));
        Assert.Throws<TracedValueException>(() => Diff.Jvp(x => x * Convert<Scalar, double>(x), 3, 1));
        // To itself it is itself, and numbers may go in.
        Near.Equal(6, Diff.Grad(x => x * Convert<Scalar, Scalar>(x))(3));
        Near.Equal(0.5, Diff.Grad(x => x * Convert<double, Scalar>(0.5))(3));
    }
}
