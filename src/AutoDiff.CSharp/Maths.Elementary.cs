namespace AutoDiff;

public static partial class Maths
{
    /// <summary>The absolute value; slope 0 at 0.</summary>
    public static Scalar Abs(Scalar x) => Scalar.Abs(x);

    /// <summary>The absolute value; slope 0 at 0, element by element.</summary>
    public static Vector Abs(Vector x) => Vector.Abs(x);

    /// <summary>The absolute value; slope 0 at 0, element by element.</summary>
    public static Matrix Abs(Matrix x) => Matrix.Abs(x);

    /// <summary>-1, 0 or 1 by the sign; slope 0.</summary>
    public static Scalar Sign(Scalar x) => Scalar.Sign(x);

    /// <summary>-1, 0 or 1 by the sign; slope 0, element by element.</summary>
    public static Vector Sign(Vector x) => Vector.Sign(x);

    /// <summary>-1, 0 or 1 by the sign; slope 0, element by element.</summary>
    public static Matrix Sign(Matrix x) => Matrix.Sign(x);

    /// <summary>The square root; slope +inf at 0.</summary>
    public static Scalar Sqrt(Scalar x) => Scalar.Sqrt(x);

    /// <summary>The square root; slope +inf at 0, element by element.</summary>
    public static Vector Sqrt(Vector x) => Vector.Sqrt(x);

    /// <summary>The square root; slope +inf at 0, element by element.</summary>
    public static Matrix Sqrt(Matrix x) => Matrix.Sqrt(x);

    /// <summary>e to the x.</summary>
    public static Scalar Exp(Scalar x) => Scalar.Exp(x);

    /// <summary>e to the x, element by element.</summary>
    public static Vector Exp(Vector x) => Vector.Exp(x);

    /// <summary>e to the x, element by element.</summary>
    public static Matrix Exp(Matrix x) => Matrix.Exp(x);

    /// <summary>The natural logarithm; slope +inf at 0.</summary>
    public static Scalar Log(Scalar x) => Scalar.Log(x);

    /// <summary>The natural logarithm; slope +inf at 0, element by element.</summary>
    public static Vector Log(Vector x) => Vector.Log(x);

    /// <summary>The natural logarithm; slope +inf at 0, element by element.</summary>
    public static Matrix Log(Matrix x) => Matrix.Log(x);

    /// <summary>The logarithm to a base: log x / log newBase.</summary>
    public static Scalar Log(Scalar x, Scalar newBase) => Scalar.Log(x) / Scalar.Log(newBase);

    /// <summary>The logarithms to a base: log x / log newBase.</summary>
    public static Vector Log(Vector x, Scalar newBase) => Vector.Log(x) / Scalar.Log(newBase);

    /// <summary>The logarithms to a base: log x / log newBase.</summary>
    public static Matrix Log(Matrix x, Scalar newBase) => Matrix.Log(x) / Scalar.Log(newBase);

    /// <summary>exp(x) - 1, accurate near 0.</summary>
    public static Scalar Expm1(Scalar x) => Scalar.Expm1(x);

    /// <summary>exp(x) - 1, accurate near 0, element by element.</summary>
    public static Vector Expm1(Vector x) => Vector.Expm1(x);

    /// <summary>exp(x) - 1, accurate near 0, element by element.</summary>
    public static Matrix Expm1(Matrix x) => Matrix.Expm1(x);

    /// <summary>log(1 + x), accurate near 0.</summary>
    public static Scalar Log1p(Scalar x) => Scalar.Log1p(x);

    /// <summary>log(1 + x), accurate near 0, element by element.</summary>
    public static Vector Log1p(Vector x) => Vector.Log1p(x);

    /// <summary>log(1 + x), accurate near 0, element by element.</summary>
    public static Matrix Log1p(Matrix x) => Matrix.Log1p(x);

    /// <summary>1 / (1 + exp(-x)).</summary>
    public static Scalar Sigmoid(Scalar x) => Scalar.Sigmoid(x);

    /// <summary>1 / (1 + exp(-x)), element by element.</summary>
    public static Vector Sigmoid(Vector x) => Vector.Sigmoid(x);

    /// <summary>1 / (1 + exp(-x)), element by element.</summary>
    public static Matrix Sigmoid(Matrix x) => Matrix.Sigmoid(x);

    /// <summary>log(1 + exp(x)).</summary>
    public static Scalar Softplus(Scalar x) => Scalar.Softplus(x);

    /// <summary>log(1 + exp(x)), element by element.</summary>
    public static Vector Softplus(Vector x) => Vector.Softplus(x);

    /// <summary>log(1 + exp(x)), element by element.</summary>
    public static Matrix Softplus(Matrix x) => Matrix.Softplus(x);
}
