using MathNet.Numerics.LinearAlgebra;

namespace AutoDiff;

public static partial class DiffExtensions
{
    /// <inheritdoc cref="Diff.SparseJacobian(Func{Vector, Vector})"/>
    public static Func<Vector, Matrix<double>> SparseJacobian(this Func<Vector, Vector> f) => Diff.SparseJacobian(f);

    /// <inheritdoc cref="Diff.SparseHessian(Func{Vector, Scalar})"/>
    public static Func<Vector, Matrix<double>> SparseHessian(this Func<Vector, Scalar> f) => Diff.SparseHessian(f);

    /// <inheritdoc cref="Diff.PrepareSparseJacobian(Func{Vector, Vector})"/>
    public static SparseDerivative PrepareSparseJacobian(this Func<Vector, Vector> f) => Diff.PrepareSparseJacobian(f);

    /// <inheritdoc cref="Diff.PrepareSparseHessian(Func{Vector, Scalar})"/>
    public static SparseDerivative PrepareSparseHessian(this Func<Vector, Scalar> f) => Diff.PrepareSparseHessian(f);
}
