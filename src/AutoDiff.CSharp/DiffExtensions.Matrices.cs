using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class DiffExtensions
{
    /// <inheritdoc cref="Diff.Jacobian(Func{Vector, Vector})"/>
    public static Func<Vector, Matrix> Jacobian(this Func<Vector, Vector> f) => Diff.Jacobian(f);

    /// <inheritdoc cref="Diff.JacobianForward(Func{Vector, Vector})"/>
    public static Func<Vector, Matrix> JacobianForward(this Func<Vector, Vector> f) => Diff.JacobianForward(f);

    /// <inheritdoc cref="Diff.JacobianReverse(Func{Vector, Vector})"/>
    public static Func<Vector, Matrix> JacobianReverse(this Func<Vector, Vector> f) => Diff.JacobianReverse(f);

    /// <inheritdoc cref="Diff.Hessian(Func{Scalar, Scalar})"/>
    [OverloadResolutionPriority(3)]
    public static Func<Scalar, Scalar> Hessian(this Func<Scalar, Scalar> f) => Diff.Hessian(f);

    /// <inheritdoc cref="Diff.Hessian{T}(Func{T, Scalar})"/>
    public static Func<T, Matrix> Hessian<T>(this Func<T, Scalar> f) => Diff.Hessian(f);

    /// <inheritdoc cref="Diff.HessianVectorProduct{T}(Func{T, Scalar})"/>
    public static Func<T, T, T> HessianVectorProduct<T>(this Func<T, Scalar> f) => Diff.HessianVectorProduct(f);
}
