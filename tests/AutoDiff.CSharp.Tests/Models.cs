using AutoDiff;

namespace FacadeTests;

public record Positional(Scalar Gain, Vector Weights);

public record InitOnly
{
    public Scalar Gain { get; init; }

    public string Name { get; init; } = "";

    public Vector Weights { get; init; }
}

public readonly record struct Point(Scalar X, Scalar Y);

public record Riders(Scalar X, string Name, int Count, double Rate, double[] Table, MathNet.Numerics.LinearAlgebra.Vector<double> Data, DayOfWeek Day);

public record Nested(Positional[] Layers, Dictionary<string, Scalar> Rates, (Scalar, Vector) Pair, List<Matrix> Matrices);

public record OnlyNumbers(double Rate, double[] Table, string Name);

public record Positive
{
    public Positive(Scalar x) => X = x > 0 ? x : throw new ArgumentOutOfRangeException(nameof(x), "x must be positive");

    public Scalar X { get; }
}

public record Holder(string Name, Positive Inner);
