namespace AutoDiff;

public static partial class Maths
{
    /// <summary>2 to the x.</summary>
    public static Scalar Exp2(Scalar x) => Scalar.Exp2(x);

    /// <summary>2 to the x, element by element.</summary>
    public static Vector Exp2(Vector x) => Vector.Exp2(x);

    /// <summary>2 to the x, element by element.</summary>
    public static Matrix Exp2(Matrix x) => Matrix.Exp2(x);

    /// <summary>The logarithm to the base 2; slope +inf at 0.</summary>
    public static Scalar Log2(Scalar x) => Scalar.Log2(x);

    /// <summary>The logarithm to the base 2; slope +inf at 0, element by element.</summary>
    public static Vector Log2(Vector x) => Vector.Log2(x);

    /// <summary>The logarithm to the base 2; slope +inf at 0, element by element.</summary>
    public static Matrix Log2(Matrix x) => Matrix.Log2(x);

    /// <summary>The logarithm to the base 10; slope +inf at 0.</summary>
    public static Scalar Log10(Scalar x) => Scalar.Log10(x);

    /// <summary>The logarithm to the base 10; slope +inf at 0, element by element.</summary>
    public static Vector Log10(Vector x) => Vector.Log10(x);

    /// <summary>The logarithm to the base 10; slope +inf at 0, element by element.</summary>
    public static Matrix Log10(Matrix x) => Matrix.Log10(x);

    /// <summary>The cube root; slope +inf at 0.</summary>
    public static Scalar Cbrt(Scalar x) => Scalar.Cbrt(x);

    /// <summary>The cube root; slope +inf at 0, element by element.</summary>
    public static Vector Cbrt(Vector x) => Vector.Cbrt(x);

    /// <summary>The cube root; slope +inf at 0, element by element.</summary>
    public static Matrix Cbrt(Matrix x) => Matrix.Cbrt(x);

    /// <summary>1 / sqrt(x); slope -inf at 0.</summary>
    public static Scalar ReciprocalSqrt(Scalar x) => Scalar.ReciprocalSqrt(x);

    /// <summary>1 / sqrt(x); slope -inf at 0, element by element.</summary>
    public static Vector ReciprocalSqrt(Vector x) => Vector.ReciprocalSqrt(x);

    /// <summary>1 / sqrt(x); slope -inf at 0, element by element.</summary>
    public static Matrix ReciprocalSqrt(Matrix x) => Matrix.ReciprocalSqrt(x);

    /// <summary>x times x.</summary>
    public static Scalar Square(Scalar x) => Scalar.Square(x);

    /// <summary>x times x, element by element.</summary>
    public static Vector Square(Vector x) => Vector.Square(x);

    /// <summary>x times x, element by element.</summary>
    public static Matrix Square(Matrix x) => Matrix.Square(x);

    /// <summary>log(exp(x) + exp(y)), without overflow.</summary>
    public static Scalar LogAddExp(Scalar x, Scalar y) => Scalar.LogAddExp(x, y);

    /// <summary>log(exp(x) + exp(y)), without overflow, element by element.</summary>
    public static Vector LogAddExp(Vector x, Vector y) => Vector.LogAddExp(x, y);

    /// <summary>log(exp(x) + exp(y)), without overflow, element by element.</summary>
    public static Vector LogAddExp(Vector x, Scalar y) => Vector.LogAddExp(x, y);

    /// <summary>log(exp(x) + exp(y)), without overflow, element by element.</summary>
    public static Vector LogAddExp(Scalar x, Vector y) => Vector.LogAddExp(x, y);

    /// <summary>log(exp(x) + exp(y)), without overflow, element by element.</summary>
    public static Matrix LogAddExp(Matrix x, Matrix y) => Matrix.LogAddExp(x, y);

    /// <summary>log(exp(x) + exp(y)), without overflow, element by element.</summary>
    public static Matrix LogAddExp(Matrix x, Scalar y) => Matrix.LogAddExp(x, y);

    /// <summary>log(exp(x) + exp(y)), without overflow, element by element.</summary>
    public static Matrix LogAddExp(Scalar x, Matrix y) => Matrix.LogAddExp(x, y);

    /// <summary>x log(y), and 0 where x = 0, also for y = 0.</summary>
    public static Scalar Xlogy(Scalar x, Scalar y) => Scalar.Xlogy(x, y);

    /// <summary>x log(y), and 0 where x = 0, also for y = 0, element by element.</summary>
    public static Vector Xlogy(Vector x, Vector y) => Vector.Xlogy(x, y);

    /// <summary>x log(y), and 0 where x = 0, also for y = 0, element by element.</summary>
    public static Vector Xlogy(Vector x, Scalar y) => Vector.Xlogy(x, y);

    /// <summary>x log(y), and 0 where x = 0, also for y = 0, element by element.</summary>
    public static Vector Xlogy(Scalar x, Vector y) => Vector.Xlogy(x, y);

    /// <summary>x log(y), and 0 where x = 0, also for y = 0, element by element.</summary>
    public static Matrix Xlogy(Matrix x, Matrix y) => Matrix.Xlogy(x, y);

    /// <summary>x log(y), and 0 where x = 0, also for y = 0, element by element.</summary>
    public static Matrix Xlogy(Matrix x, Scalar y) => Matrix.Xlogy(x, y);

    /// <summary>x log(y), and 0 where x = 0, also for y = 0, element by element.</summary>
    public static Matrix Xlogy(Scalar x, Matrix y) => Matrix.Xlogy(x, y);
}
