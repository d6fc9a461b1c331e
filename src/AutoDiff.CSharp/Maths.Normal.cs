namespace AutoDiff;

public static partial class Maths
{
    /// <summary>The error function.</summary>
    public static Scalar Erf(Scalar x) => Scalar.Erf(x);

    /// <summary>The error function, element by element.</summary>
    public static Vector Erf(Vector x) => Vector.Erf(x);

    /// <summary>The error function, element by element.</summary>
    public static Matrix Erf(Matrix x) => Matrix.Erf(x);

    /// <summary>1 - Erf(x), accurate in the upper tail.</summary>
    public static Scalar Erfc(Scalar x) => Scalar.Erfc(x);

    /// <summary>1 - Erf(x), accurate in the upper tail, element by element.</summary>
    public static Vector Erfc(Vector x) => Vector.Erfc(x);

    /// <summary>1 - Erf(x), accurate in the upper tail, element by element.</summary>
    public static Matrix Erfc(Matrix x) => Matrix.Erfc(x);

    /// <summary>The density of the standard normal distribution.</summary>
    public static Scalar NormalPdf(Scalar x) => Scalar.NormalPdf(x);

    /// <summary>The density of the standard normal distribution, element by element.</summary>
    public static Vector NormalPdf(Vector x) => Vector.NormalPdf(x);

    /// <summary>The density of the standard normal distribution, element by element.</summary>
    public static Matrix NormalPdf(Matrix x) => Matrix.NormalPdf(x);

    /// <summary>The standard normal distribution, accurate in the lower tail.</summary>
    public static Scalar NormalCdf(Scalar x) => Scalar.NormalCdf(x);

    /// <summary>The standard normal distribution, accurate in the lower tail, element by element.</summary>
    public static Vector NormalCdf(Vector x) => Vector.NormalCdf(x);

    /// <summary>The standard normal distribution, accurate in the lower tail, element by element.</summary>
    public static Matrix NormalCdf(Matrix x) => Matrix.NormalCdf(x);

    /// <summary>The logarithm of NormalCdf(x), finite where that underflows.</summary>
    public static Scalar NormalLogCdf(Scalar x) => Scalar.NormalLogCdf(x);

    /// <summary>The logarithm of NormalCdf(x), finite where that underflows, element by element.</summary>
    public static Vector NormalLogCdf(Vector x) => Vector.NormalLogCdf(x);

    /// <summary>The logarithm of NormalCdf(x), finite where that underflows, element by element.</summary>
    public static Matrix NormalLogCdf(Matrix x) => Matrix.NormalLogCdf(x);

    /// <summary>The inverse of NormalCdf; slope +inf at 0 and 1.</summary>
    public static Scalar NormalQuantile(Scalar x) => Scalar.NormalQuantile(x);

    /// <summary>The inverse of NormalCdf; slope +inf at 0 and 1, element by element.</summary>
    public static Vector NormalQuantile(Vector x) => Vector.NormalQuantile(x);

    /// <summary>The inverse of NormalCdf; slope +inf at 0 and 1, element by element.</summary>
    public static Matrix NormalQuantile(Matrix x) => Matrix.NormalQuantile(x);
}
