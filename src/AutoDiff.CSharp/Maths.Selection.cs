namespace AutoDiff;

public static partial class Maths
{
    /// <summary>x where the mask is not 0, else y; what is not chosen has no influence, not even as NaN.</summary>
    public static Scalar Where(Scalar mask, Scalar x, Scalar y) => Scalar.Where(mask, x, y);

    /// <summary>x where the mask is not 0, else y, element by element; what is not chosen has no influence, not even as NaN.</summary>
    public static Vector Where(Vector mask, Vector x, Vector y) => Vector.Where(mask, x, y);

    /// <summary>x where the mask is not 0, else y, element by element; what is not chosen has no influence, not even as NaN.</summary>
    public static Vector Where(Vector mask, Vector x, Scalar y) => Vector.Where(mask, x, y);

    /// <summary>x where the mask is not 0, else y, element by element; what is not chosen has no influence, not even as NaN.</summary>
    public static Vector Where(Vector mask, Scalar x, Vector y) => Vector.Where(mask, x, y);

    /// <summary>x where the mask is not 0, else y, element by element; what is not chosen has no influence, not even as NaN.</summary>
    public static Vector Where(Vector mask, Scalar x, Scalar y) => Vector.Where(mask, x, y);

    /// <summary>x where the mask is not 0, else y, element by element; what is not chosen has no influence, not even as NaN.</summary>
    public static Matrix Where(Matrix mask, Matrix x, Matrix y) => Matrix.Where(mask, x, y);

    /// <summary>x where the mask is not 0, else y, element by element; what is not chosen has no influence, not even as NaN.</summary>
    public static Matrix Where(Matrix mask, Matrix x, Scalar y) => Matrix.Where(mask, x, y);

    /// <summary>x where the mask is not 0, else y, element by element; what is not chosen has no influence, not even as NaN.</summary>
    public static Matrix Where(Matrix mask, Scalar x, Matrix y) => Matrix.Where(mask, x, y);

    /// <summary>x where the mask is not 0, else y, element by element; what is not chosen has no influence, not even as NaN.</summary>
    public static Matrix Where(Matrix mask, Scalar x, Scalar y) => Matrix.Where(mask, x, y);
}
