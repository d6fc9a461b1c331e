namespace AutoDiff;

public static partial class Maths
{
    /// <inheritdoc cref="Scalar.Exp2(Scalar)"/>
    public static Scalar Exp2(Scalar x) => Scalar.Exp2(x);

    /// <inheritdoc cref="Vector.Exp2(Vector)"/>
    public static Vector Exp2(Vector x) => Vector.Exp2(x);

    /// <inheritdoc cref="Matrix.Exp2(Matrix)"/>
    public static Matrix Exp2(Matrix x) => Matrix.Exp2(x);

    /// <inheritdoc cref="Scalar.Log2(Scalar)"/>
    public static Scalar Log2(Scalar x) => Scalar.Log2(x);

    /// <inheritdoc cref="Vector.Log2(Vector)"/>
    public static Vector Log2(Vector x) => Vector.Log2(x);

    /// <inheritdoc cref="Matrix.Log2(Matrix)"/>
    public static Matrix Log2(Matrix x) => Matrix.Log2(x);

    /// <inheritdoc cref="Scalar.Log10(Scalar)"/>
    public static Scalar Log10(Scalar x) => Scalar.Log10(x);

    /// <inheritdoc cref="Vector.Log10(Vector)"/>
    public static Vector Log10(Vector x) => Vector.Log10(x);

    /// <inheritdoc cref="Matrix.Log10(Matrix)"/>
    public static Matrix Log10(Matrix x) => Matrix.Log10(x);

    /// <inheritdoc cref="Scalar.Cbrt(Scalar)"/>
    public static Scalar Cbrt(Scalar x) => Scalar.Cbrt(x);

    /// <inheritdoc cref="Vector.Cbrt(Vector)"/>
    public static Vector Cbrt(Vector x) => Vector.Cbrt(x);

    /// <inheritdoc cref="Matrix.Cbrt(Matrix)"/>
    public static Matrix Cbrt(Matrix x) => Matrix.Cbrt(x);

    /// <inheritdoc cref="Scalar.ReciprocalSqrt(Scalar)"/>
    public static Scalar ReciprocalSqrt(Scalar x) => Scalar.ReciprocalSqrt(x);

    /// <inheritdoc cref="Vector.ReciprocalSqrt(Vector)"/>
    public static Vector ReciprocalSqrt(Vector x) => Vector.ReciprocalSqrt(x);

    /// <inheritdoc cref="Matrix.ReciprocalSqrt(Matrix)"/>
    public static Matrix ReciprocalSqrt(Matrix x) => Matrix.ReciprocalSqrt(x);

    /// <inheritdoc cref="Scalar.Square(Scalar)"/>
    public static Scalar Square(Scalar x) => Scalar.Square(x);

    /// <inheritdoc cref="Vector.Square(Vector)"/>
    public static Vector Square(Vector x) => Vector.Square(x);

    /// <inheritdoc cref="Matrix.Square(Matrix)"/>
    public static Matrix Square(Matrix x) => Matrix.Square(x);

    /// <inheritdoc cref="Scalar.LogAddExp(Scalar, Scalar)"/>
    public static Scalar LogAddExp(Scalar x, Scalar y) => Scalar.LogAddExp(x, y);

    /// <inheritdoc cref="Vector.LogAddExp(Vector, Vector)"/>
    public static Vector LogAddExp(Vector x, Vector y) => Vector.LogAddExp(x, y);

    /// <inheritdoc cref="Vector.LogAddExp(Vector, Scalar)"/>
    public static Vector LogAddExp(Vector x, Scalar y) => Vector.LogAddExp(x, y);

    /// <inheritdoc cref="Vector.LogAddExp(Scalar, Vector)"/>
    public static Vector LogAddExp(Scalar x, Vector y) => Vector.LogAddExp(x, y);

    /// <inheritdoc cref="Matrix.LogAddExp(Matrix, Matrix)"/>
    public static Matrix LogAddExp(Matrix x, Matrix y) => Matrix.LogAddExp(x, y);

    /// <inheritdoc cref="Matrix.LogAddExp(Matrix, Scalar)"/>
    public static Matrix LogAddExp(Matrix x, Scalar y) => Matrix.LogAddExp(x, y);

    /// <inheritdoc cref="Matrix.LogAddExp(Scalar, Matrix)"/>
    public static Matrix LogAddExp(Scalar x, Matrix y) => Matrix.LogAddExp(x, y);

    /// <inheritdoc cref="Scalar.Xlogy(Scalar, Scalar)"/>
    public static Scalar Xlogy(Scalar x, Scalar y) => Scalar.Xlogy(x, y);

    /// <inheritdoc cref="Vector.Xlogy(Vector, Vector)"/>
    public static Vector Xlogy(Vector x, Vector y) => Vector.Xlogy(x, y);

    /// <inheritdoc cref="Vector.Xlogy(Vector, Scalar)"/>
    public static Vector Xlogy(Vector x, Scalar y) => Vector.Xlogy(x, y);

    /// <inheritdoc cref="Vector.Xlogy(Scalar, Vector)"/>
    public static Vector Xlogy(Scalar x, Vector y) => Vector.Xlogy(x, y);

    /// <inheritdoc cref="Matrix.Xlogy(Matrix, Matrix)"/>
    public static Matrix Xlogy(Matrix x, Matrix y) => Matrix.Xlogy(x, y);

    /// <inheritdoc cref="Matrix.Xlogy(Matrix, Scalar)"/>
    public static Matrix Xlogy(Matrix x, Scalar y) => Matrix.Xlogy(x, y);

    /// <inheritdoc cref="Matrix.Xlogy(Scalar, Matrix)"/>
    public static Matrix Xlogy(Scalar x, Matrix y) => Matrix.Xlogy(x, y);

    /// <inheritdoc cref="Scalar.LambertW(Scalar)"/>
    public static Scalar LambertW(Scalar x) => Scalar.LambertW(x);

    /// <inheritdoc cref="Vector.LambertW(Vector)"/>
    public static Vector LambertW(Vector x) => Vector.LambertW(x);

    /// <inheritdoc cref="Matrix.LambertW(Matrix)"/>
    public static Matrix LambertW(Matrix x) => Matrix.LambertW(x);
}
