namespace AutoDiff;

public static partial class Maths
{
    /// <summary>x to a real power; whole powers are exact for negative x and 1 with slope 0 for the power 0.</summary>
    public static Scalar Pow(Scalar x, double exponent) => Scalar.Pow(x, exponent);

    /// <summary>x to a power.</summary>
    public static Scalar Pow(Scalar x, Scalar exponent) => Scalar.Pow(x, exponent);

    /// <summary>Each element to a real power; whole powers are exact for negative x and 1 with slope 0 for the power 0.</summary>
    public static Vector Pow(Vector x, double exponent) => Vector.Pow(x, exponent);

    /// <summary>Each element to a power.</summary>
    public static Vector Pow(Vector x, Scalar exponent) => Vector.Pow(x, exponent);

    /// <summary>Each element to a real power; whole powers are exact for negative x and 1 with slope 0 for the power 0.</summary>
    public static Matrix Pow(Matrix x, double exponent) => Matrix.Pow(x, exponent);

    /// <summary>Each element to a power.</summary>
    public static Matrix Pow(Matrix x, Scalar exponent) => Matrix.Pow(x, exponent);

    /// <summary>Each element to the power of the other's.</summary>
    public static Vector Pow(Vector x, Vector exponent) => x.PointwisePower(exponent);

    /// <summary>Each element to the power of the other's.</summary>
    public static Matrix Pow(Matrix x, Matrix exponent) => x.PointwisePower(exponent);

    /// <summary>x to the power of each element.</summary>
    public static Vector Pow(Scalar x, Vector exponent) => new(Elementary.pow(x.Node, exponent.Node));

    /// <summary>x to the power of each element.</summary>
    public static Matrix Pow(Scalar x, Matrix exponent) => new(Elementary.pow(x.Node, exponent.Node));

    /// <summary>The larger; a tie shares its slope equally.</summary>
    public static Scalar Max(Scalar x, Scalar y) => Scalar.Max(x, y);

    /// <summary>The larger; a tie shares its slope equally, element by element.</summary>
    public static Vector Max(Vector x, Vector y) => Vector.Max(x, y);

    /// <summary>The larger; a tie shares its slope equally, element by element.</summary>
    public static Vector Max(Vector x, Scalar y) => Vector.Max(x, y);

    /// <summary>The larger; a tie shares its slope equally, element by element.</summary>
    public static Vector Max(Scalar x, Vector y) => Vector.Max(x, y);

    /// <summary>The larger; a tie shares its slope equally, element by element.</summary>
    public static Matrix Max(Matrix x, Matrix y) => Matrix.Max(x, y);

    /// <summary>The larger; a tie shares its slope equally, element by element.</summary>
    public static Matrix Max(Matrix x, Scalar y) => Matrix.Max(x, y);

    /// <summary>The larger; a tie shares its slope equally, element by element.</summary>
    public static Matrix Max(Scalar x, Matrix y) => Matrix.Max(x, y);

    /// <summary>The smaller; a tie shares its slope equally.</summary>
    public static Scalar Min(Scalar x, Scalar y) => Scalar.Min(x, y);

    /// <summary>The smaller; a tie shares its slope equally, element by element.</summary>
    public static Vector Min(Vector x, Vector y) => Vector.Min(x, y);

    /// <summary>The smaller; a tie shares its slope equally, element by element.</summary>
    public static Vector Min(Vector x, Scalar y) => Vector.Min(x, y);

    /// <summary>The smaller; a tie shares its slope equally, element by element.</summary>
    public static Vector Min(Scalar x, Vector y) => Vector.Min(x, y);

    /// <summary>The smaller; a tie shares its slope equally, element by element.</summary>
    public static Matrix Min(Matrix x, Matrix y) => Matrix.Min(x, y);

    /// <summary>The smaller; a tie shares its slope equally, element by element.</summary>
    public static Matrix Min(Matrix x, Scalar y) => Matrix.Min(x, y);

    /// <summary>The smaller; a tie shares its slope equally, element by element.</summary>
    public static Matrix Min(Scalar x, Matrix y) => Matrix.Min(x, y);

    /// <summary>The angle of the point (x, y), in radians; slopes 0 at the origin.</summary>
    public static Scalar Atan2(Scalar y, Scalar x) => Scalar.Atan2(y, x);

    /// <summary>The angle of the point (x, y), in radians; slopes 0 at the origin, element by element.</summary>
    public static Vector Atan2(Vector y, Vector x) => Vector.Atan2(y, x);

    /// <summary>The angle of the point (x, y), in radians; slopes 0 at the origin, element by element.</summary>
    public static Vector Atan2(Vector y, Scalar x) => Vector.Atan2(y, x);

    /// <summary>The angle of the point (x, y), in radians; slopes 0 at the origin, element by element.</summary>
    public static Vector Atan2(Scalar y, Vector x) => Vector.Atan2(y, x);

    /// <summary>The angle of the point (x, y), in radians; slopes 0 at the origin, element by element.</summary>
    public static Matrix Atan2(Matrix y, Matrix x) => Matrix.Atan2(y, x);

    /// <summary>The angle of the point (x, y), in radians; slopes 0 at the origin, element by element.</summary>
    public static Matrix Atan2(Matrix y, Scalar x) => Matrix.Atan2(y, x);

    /// <summary>The angle of the point (x, y), in radians; slopes 0 at the origin, element by element.</summary>
    public static Matrix Atan2(Scalar y, Matrix x) => Matrix.Atan2(y, x);

    /// <summary>The square root of x² + y² without overflow; slopes 0 at the origin.</summary>
    public static Scalar Hypot(Scalar x, Scalar y) => Scalar.Hypot(x, y);

    /// <summary>The square root of x² + y² without overflow; slopes 0 at the origin, element by element.</summary>
    public static Vector Hypot(Vector x, Vector y) => Vector.Hypot(x, y);

    /// <summary>The square root of x² + y² without overflow; slopes 0 at the origin, element by element.</summary>
    public static Vector Hypot(Vector x, Scalar y) => Vector.Hypot(x, y);

    /// <summary>The square root of x² + y² without overflow; slopes 0 at the origin, element by element.</summary>
    public static Vector Hypot(Scalar x, Vector y) => Vector.Hypot(x, y);

    /// <summary>The square root of x² + y² without overflow; slopes 0 at the origin, element by element.</summary>
    public static Matrix Hypot(Matrix x, Matrix y) => Matrix.Hypot(x, y);

    /// <summary>The square root of x² + y² without overflow; slopes 0 at the origin, element by element.</summary>
    public static Matrix Hypot(Matrix x, Scalar y) => Matrix.Hypot(x, y);

    /// <summary>The square root of x² + y² without overflow; slopes 0 at the origin, element by element.</summary>
    public static Matrix Hypot(Scalar x, Matrix y) => Matrix.Hypot(x, y);
}
