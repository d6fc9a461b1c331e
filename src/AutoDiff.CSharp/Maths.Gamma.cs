namespace AutoDiff;

public static partial class Maths
{
    /// <summary>The logarithm of |Γ(x)|; +inf at its poles.</summary>
    public static Scalar LogGamma(Scalar x) => Scalar.LogGamma(x);

    /// <summary>The logarithm of |Γ(x)|; +inf at its poles, element by element.</summary>
    public static Vector LogGamma(Vector x) => Vector.LogGamma(x);

    /// <summary>The logarithm of |Γ(x)|; +inf at its poles, element by element.</summary>
    public static Matrix LogGamma(Matrix x) => Matrix.LogGamma(x);

    /// <summary>The slope of LogGamma.</summary>
    public static Scalar Digamma(Scalar x) => Scalar.Digamma(x);

    /// <summary>The slope of LogGamma, element by element.</summary>
    public static Vector Digamma(Vector x) => Vector.Digamma(x);

    /// <summary>The slope of LogGamma, element by element.</summary>
    public static Matrix Digamma(Matrix x) => Matrix.Digamma(x);

    /// <summary>The second derivative of LogGamma.</summary>
    public static Scalar Trigamma(Scalar x) => Scalar.Trigamma(x);

    /// <summary>The second derivative of LogGamma, element by element.</summary>
    public static Vector Trigamma(Vector x) => Vector.Trigamma(x);

    /// <summary>The second derivative of LogGamma, element by element.</summary>
    public static Matrix Trigamma(Matrix x) => Matrix.Trigamma(x);

    /// <summary>The n-th derivative of Digamma, n from 0 on.</summary>
    public static Scalar Polygamma(int n, Scalar x) => Scalar.Polygamma(n, x);

    /// <summary>The n-th derivative of Digamma, n from 0 on, element by element.</summary>
    public static Vector Polygamma(int n, Vector x) => Vector.Polygamma(n, x);

    /// <summary>The n-th derivative of Digamma, n from 0 on, element by element.</summary>
    public static Matrix Polygamma(int n, Matrix x) => Matrix.Polygamma(n, x);

    /// <summary>Γ(x) Γ(y) / Γ(x + y), for x, y &gt; 0.</summary>
    public static Scalar Beta(Scalar x, Scalar y) => Scalar.Beta(x, y);

    /// <summary>Γ(x) Γ(y) / Γ(x + y), for x, y &gt; 0, element by element.</summary>
    public static Vector Beta(Vector x, Vector y) => Vector.Beta(x, y);

    /// <summary>Γ(x) Γ(y) / Γ(x + y), for x, y &gt; 0, element by element.</summary>
    public static Vector Beta(Vector x, Scalar y) => Vector.Beta(x, y);

    /// <summary>Γ(x) Γ(y) / Γ(x + y), for x, y &gt; 0, element by element.</summary>
    public static Vector Beta(Scalar x, Vector y) => Vector.Beta(x, y);

    /// <summary>Γ(x) Γ(y) / Γ(x + y), for x, y &gt; 0, element by element.</summary>
    public static Matrix Beta(Matrix x, Matrix y) => Matrix.Beta(x, y);

    /// <summary>Γ(x) Γ(y) / Γ(x + y), for x, y &gt; 0, element by element.</summary>
    public static Matrix Beta(Matrix x, Scalar y) => Matrix.Beta(x, y);

    /// <summary>Γ(x) Γ(y) / Γ(x + y), for x, y &gt; 0, element by element.</summary>
    public static Matrix Beta(Scalar x, Matrix y) => Matrix.Beta(x, y);

    /// <summary>The logarithm of Beta(x, y), accurate for large x and y.</summary>
    public static Scalar LogBeta(Scalar x, Scalar y) => Scalar.LogBeta(x, y);

    /// <summary>The logarithm of Beta(x, y), accurate for large x and y, element by element.</summary>
    public static Vector LogBeta(Vector x, Vector y) => Vector.LogBeta(x, y);

    /// <summary>The logarithm of Beta(x, y), accurate for large x and y, element by element.</summary>
    public static Vector LogBeta(Vector x, Scalar y) => Vector.LogBeta(x, y);

    /// <summary>The logarithm of Beta(x, y), accurate for large x and y, element by element.</summary>
    public static Vector LogBeta(Scalar x, Vector y) => Vector.LogBeta(x, y);

    /// <summary>The logarithm of Beta(x, y), accurate for large x and y, element by element.</summary>
    public static Matrix LogBeta(Matrix x, Matrix y) => Matrix.LogBeta(x, y);

    /// <summary>The logarithm of Beta(x, y), accurate for large x and y, element by element.</summary>
    public static Matrix LogBeta(Matrix x, Scalar y) => Matrix.LogBeta(x, y);

    /// <summary>The logarithm of Beta(x, y), accurate for large x and y, element by element.</summary>
    public static Matrix LogBeta(Scalar x, Matrix y) => Matrix.LogBeta(x, y);
}
