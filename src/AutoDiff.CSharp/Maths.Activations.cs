namespace AutoDiff;

public static partial class Maths
{
    /// <summary>The logarithm of Sigmoid(x).</summary>
    public static Scalar LogSigmoid(Scalar x) => Scalar.LogSigmoid(x);

    /// <summary>The logarithm of Sigmoid(x), element by element.</summary>
    public static Vector LogSigmoid(Vector x) => Vector.LogSigmoid(x);

    /// <summary>The logarithm of Sigmoid(x), element by element.</summary>
    public static Matrix LogSigmoid(Matrix x) => Matrix.LogSigmoid(x);

    /// <summary>The larger of x and 0; slope 0 at 0, by convention.</summary>
    public static Scalar Relu(Scalar x) => Scalar.Relu(x);

    /// <summary>The larger of x and 0; slope 0 at 0, by convention, element by element.</summary>
    public static Vector Relu(Vector x) => Vector.Relu(x);

    /// <summary>The larger of x and 0; slope 0 at 0, by convention, element by element.</summary>
    public static Matrix Relu(Matrix x) => Matrix.Relu(x);

    /// <summary>x Sigmoid(x).</summary>
    public static Scalar Silu(Scalar x) => Scalar.Silu(x);

    /// <summary>x Sigmoid(x), element by element.</summary>
    public static Vector Silu(Vector x) => Vector.Silu(x);

    /// <summary>x Sigmoid(x), element by element.</summary>
    public static Matrix Silu(Matrix x) => Matrix.Silu(x);

    /// <summary>x NormalCdf(x).</summary>
    public static Scalar Gelu(Scalar x) => Scalar.Gelu(x);

    /// <summary>x NormalCdf(x), element by element.</summary>
    public static Vector Gelu(Vector x) => Vector.Gelu(x);

    /// <summary>x NormalCdf(x), element by element.</summary>
    public static Matrix Gelu(Matrix x) => Matrix.Gelu(x);
}
