namespace AutoDiff;

public static partial class Maths
{
    /// <summary>The largest whole number that is not above x; slope 0.</summary>
    public static Scalar Floor(Scalar x) => Scalar.Floor(x);

    /// <summary>The largest whole number that is not above x; slope 0, element by element.</summary>
    public static Vector Floor(Vector x) => Vector.Floor(x);

    /// <summary>The largest whole number that is not above x; slope 0, element by element.</summary>
    public static Matrix Floor(Matrix x) => Matrix.Floor(x);

    /// <summary>The smallest whole number that is not below x; slope 0.</summary>
    public static Scalar Ceiling(Scalar x) => Scalar.Ceiling(x);

    /// <summary>The smallest whole number that is not below x; slope 0, element by element.</summary>
    public static Vector Ceiling(Vector x) => Vector.Ceiling(x);

    /// <summary>The smallest whole number that is not below x; slope 0, element by element.</summary>
    public static Matrix Ceiling(Matrix x) => Matrix.Ceiling(x);

    /// <summary>The nearest whole number, the even one of two; slope 0.</summary>
    public static Scalar Round(Scalar x) => Scalar.Round(x);

    /// <summary>The nearest whole number, the even one of two; slope 0, element by element.</summary>
    public static Vector Round(Vector x) => Vector.Round(x);

    /// <summary>The nearest whole number, the even one of two; slope 0, element by element.</summary>
    public static Matrix Round(Matrix x) => Matrix.Round(x);

    /// <summary>x - y floor(x / y), which has the sign of y.</summary>
    public static Scalar Modulo(Scalar x, Scalar y) => Scalar.Modulo(x, y);

    /// <summary>x - y floor(x / y), which has the sign of y, element by element.</summary>
    public static Vector Modulo(Vector x, Vector y) => Vector.Modulo(x, y);

    /// <summary>x - y floor(x / y), which has the sign of y, element by element.</summary>
    public static Vector Modulo(Vector x, Scalar y) => Vector.Modulo(x, y);

    /// <summary>x - y floor(x / y), which has the sign of y, element by element.</summary>
    public static Vector Modulo(Scalar x, Vector y) => Vector.Modulo(x, y);

    /// <summary>x - y floor(x / y), which has the sign of y, element by element.</summary>
    public static Matrix Modulo(Matrix x, Matrix y) => Matrix.Modulo(x, y);

    /// <summary>x - y floor(x / y), which has the sign of y, element by element.</summary>
    public static Matrix Modulo(Matrix x, Scalar y) => Matrix.Modulo(x, y);

    /// <summary>x - y floor(x / y), which has the sign of y, element by element.</summary>
    public static Matrix Modulo(Scalar x, Matrix y) => Matrix.Modulo(x, y);

    /// <summary>x, but not below low and not above high; at a bound x and the bound have slope 1/2 each.</summary>
    public static Scalar Clip(Scalar x, Scalar low, Scalar high) => Scalar.Clip(x, low, high);

    /// <summary>x, but not below low and not above high; at a bound x and the bound have slope 1/2 each, element by element.</summary>
    public static Vector Clip(Vector x, Scalar low, Scalar high) => Vector.Clip(x, low, high);

    /// <summary>x, but not below low and not above high; at a bound x and the bound have slope 1/2 each, element by element.</summary>
    public static Matrix Clip(Matrix x, Scalar low, Scalar high) => Matrix.Clip(x, low, high);
}
