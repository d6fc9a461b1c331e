using MathNet.Numerics.LinearAlgebra;

namespace AutoDiff;

public static partial class Diff
{
    /// <summary>
    /// The Jacobian of a function whose results depend on few elements each. Which ones is found from the graph, never from numbers; columns,
    /// or rows, that share none are found by one direction together. Nothing dense is formed.
    /// </summary>
    /// <param name="f">The function.</param>
    /// <returns>The function that gives the matrix at a point, in compressed rows. It colours once and again only where the pattern changes,
    /// and throws a <see cref="DensityException"/>, which names the operation, where the matrix is not sparse.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    public static Func<Vector, Matrix<double>> SparseJacobian(Func<Vector, Vector> f) => PrepareSparseJacobian(f).Evaluate;

    /// <summary>
    /// The Hessian of a function whose elements meet few others each, by few products with directions: those of a star colouring, which uses
    /// that it is symmetric. Otherwise as <see cref="SparseJacobian(Func{Vector, Vector})"/>.
    /// </summary>
    /// <inheritdoc cref="SparseJacobian(Func{Vector, Vector})"/>
    public static Func<Vector, Matrix<double>> SparseHessian(Func<Vector, Scalar> f) => PrepareSparseHessian(f).Evaluate;

    /// <summary>The sparse Jacobian, prepared for many points: it also tells how many directions it takes.</summary>
    /// <param name="f">The function.</param>
    /// <returns>The prepared derivative.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    public static SparseDerivative PrepareSparseJacobian(Func<Vector, Vector> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return SparseDerivatives.jacobian(f.ToCore());
    }

    /// <summary>The sparse Hessian, prepared for many points.</summary>
    /// <inheritdoc cref="PrepareSparseJacobian(Func{Vector, Vector})"/>
    public static SparseDerivative PrepareSparseHessian(Func<Vector, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return SparseDerivatives.hessian(f.ToCore());
    }
}
