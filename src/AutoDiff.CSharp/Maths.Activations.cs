namespace AutoDiff;

public static partial class Maths
{
    /// <inheritdoc cref="Scalar.LogSigmoid(Scalar)"/>
    public static Scalar LogSigmoid(Scalar x) => Scalar.LogSigmoid(x);

    /// <inheritdoc cref="Vector.LogSigmoid(Vector)"/>
    public static Vector LogSigmoid(Vector x) => Vector.LogSigmoid(x);

    /// <inheritdoc cref="Matrix.LogSigmoid(Matrix)"/>
    public static Matrix LogSigmoid(Matrix x) => Matrix.LogSigmoid(x);

    /// <inheritdoc cref="Scalar.Relu(Scalar)"/>
    public static Scalar Relu(Scalar x) => Scalar.Relu(x);

    /// <inheritdoc cref="Vector.Relu(Vector)"/>
    public static Vector Relu(Vector x) => Vector.Relu(x);

    /// <inheritdoc cref="Matrix.Relu(Matrix)"/>
    public static Matrix Relu(Matrix x) => Matrix.Relu(x);

    /// <inheritdoc cref="Scalar.Silu(Scalar)"/>
    public static Scalar Silu(Scalar x) => Scalar.Silu(x);

    /// <inheritdoc cref="Vector.Silu(Vector)"/>
    public static Vector Silu(Vector x) => Vector.Silu(x);

    /// <inheritdoc cref="Matrix.Silu(Matrix)"/>
    public static Matrix Silu(Matrix x) => Matrix.Silu(x);

    /// <inheritdoc cref="Scalar.Gelu(Scalar)"/>
    public static Scalar Gelu(Scalar x) => Scalar.Gelu(x);

    /// <inheritdoc cref="Vector.Gelu(Vector)"/>
    public static Vector Gelu(Vector x) => Vector.Gelu(x);

    /// <inheritdoc cref="Matrix.Gelu(Matrix)"/>
    public static Matrix Gelu(Matrix x) => Matrix.Gelu(x);
}
