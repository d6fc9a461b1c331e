namespace AutoDiff;

public static partial class Maths
{
    /// <inheritdoc cref="Scalar.Abs(Scalar)"/>
    public static Scalar Abs(Scalar x) => Scalar.Abs(x);

    /// <inheritdoc cref="Vector.Abs(Vector)"/>
    public static Vector Abs(Vector x) => Vector.Abs(x);

    /// <inheritdoc cref="Matrix.Abs(Matrix)"/>
    public static Matrix Abs(Matrix x) => Matrix.Abs(x);

    /// <inheritdoc cref="Scalar.Sign(Scalar)"/>
    public static Scalar Sign(Scalar x) => Scalar.Sign(x);

    /// <inheritdoc cref="Vector.Sign(Vector)"/>
    public static Vector Sign(Vector x) => Vector.Sign(x);

    /// <inheritdoc cref="Matrix.Sign(Matrix)"/>
    public static Matrix Sign(Matrix x) => Matrix.Sign(x);

    /// <inheritdoc cref="Scalar.Sqrt(Scalar)"/>
    public static Scalar Sqrt(Scalar x) => Scalar.Sqrt(x);

    /// <inheritdoc cref="Vector.Sqrt(Vector)"/>
    public static Vector Sqrt(Vector x) => Vector.Sqrt(x);

    /// <inheritdoc cref="Matrix.Sqrt(Matrix)"/>
    public static Matrix Sqrt(Matrix x) => Matrix.Sqrt(x);

    /// <inheritdoc cref="Scalar.Exp(Scalar)"/>
    public static Scalar Exp(Scalar x) => Scalar.Exp(x);

    /// <inheritdoc cref="Vector.Exp(Vector)"/>
    public static Vector Exp(Vector x) => Vector.Exp(x);

    /// <inheritdoc cref="Matrix.Exp(Matrix)"/>
    public static Matrix Exp(Matrix x) => Matrix.Exp(x);

    /// <inheritdoc cref="Scalar.Log(Scalar)"/>
    public static Scalar Log(Scalar x) => Scalar.Log(x);

    /// <inheritdoc cref="Vector.Log(Vector)"/>
    public static Vector Log(Vector x) => Vector.Log(x);

    /// <inheritdoc cref="Matrix.Log(Matrix)"/>
    public static Matrix Log(Matrix x) => Matrix.Log(x);

    /// <summary>The logarithm to a base: log x / log newBase.</summary>
    /// <param name="x">A number.</param>
    /// <param name="newBase">The base.</param>
    /// <returns>A number.</returns>
    public static Scalar Log(Scalar x, Scalar newBase) => Scalar.Log(x) / Scalar.Log(newBase);

    /// <summary>The logarithms to a base: log x / log newBase.</summary>
    /// <param name="x">A vector.</param>
    /// <param name="newBase">The base.</param>
    /// <returns>A vector of the same length.</returns>
    public static Vector Log(Vector x, Scalar newBase) => Vector.Log(x) / Scalar.Log(newBase);

    /// <summary>The logarithms to a base: log x / log newBase.</summary>
    /// <param name="x">A matrix.</param>
    /// <param name="newBase">The base.</param>
    /// <returns>A matrix of the same shape.</returns>
    public static Matrix Log(Matrix x, Scalar newBase) => Matrix.Log(x) / Scalar.Log(newBase);

    /// <inheritdoc cref="Scalar.Expm1(Scalar)"/>
    public static Scalar Expm1(Scalar x) => Scalar.Expm1(x);

    /// <inheritdoc cref="Vector.Expm1(Vector)"/>
    public static Vector Expm1(Vector x) => Vector.Expm1(x);

    /// <inheritdoc cref="Matrix.Expm1(Matrix)"/>
    public static Matrix Expm1(Matrix x) => Matrix.Expm1(x);

    /// <inheritdoc cref="Scalar.Log1p(Scalar)"/>
    public static Scalar Log1p(Scalar x) => Scalar.Log1p(x);

    /// <inheritdoc cref="Vector.Log1p(Vector)"/>
    public static Vector Log1p(Vector x) => Vector.Log1p(x);

    /// <inheritdoc cref="Matrix.Log1p(Matrix)"/>
    public static Matrix Log1p(Matrix x) => Matrix.Log1p(x);

    /// <inheritdoc cref="Scalar.Sigmoid(Scalar)"/>
    public static Scalar Sigmoid(Scalar x) => Scalar.Sigmoid(x);

    /// <inheritdoc cref="Vector.Sigmoid(Vector)"/>
    public static Vector Sigmoid(Vector x) => Vector.Sigmoid(x);

    /// <inheritdoc cref="Matrix.Sigmoid(Matrix)"/>
    public static Matrix Sigmoid(Matrix x) => Matrix.Sigmoid(x);

    /// <inheritdoc cref="Scalar.Softplus(Scalar)"/>
    public static Scalar Softplus(Scalar x) => Scalar.Softplus(x);

    /// <inheritdoc cref="Vector.Softplus(Vector)"/>
    public static Vector Softplus(Vector x) => Vector.Softplus(x);

    /// <inheritdoc cref="Matrix.Softplus(Matrix)"/>
    public static Matrix Softplus(Matrix x) => Matrix.Softplus(x);
}
