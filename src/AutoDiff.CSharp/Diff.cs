namespace AutoDiff;

/// <summary>
/// Derivatives of ordinary functions of values. A structure is a <see cref="Scalar"/>, <see cref="Vector"/> or <see cref="Matrix"/>, or
/// any nesting of tuples, records, anonymous types, arrays, lists and string-keyed dictionaries of them; what else is in it rides along
/// unchanged and has no derivative.
/// </summary>
public static partial class Diff
{
    private const string DoubleArgument =
        "The argument is a plain floating-point number, which has no derivative. Make it a Scalar: Grad((Scalar x) => ...).";

    private const string VectorResult = "Grad needs a scalar result; this function returns a Vector. Try Jacobian.";

    private const string MatrixResult = "Grad needs a scalar result; this function returns a Matrix. Reduce it to a Scalar first, for instance with Sum.";

    private const string PointBeside = "Grad gives the gradient as a function, which is called at the point: Grad(f)(x).";
}
