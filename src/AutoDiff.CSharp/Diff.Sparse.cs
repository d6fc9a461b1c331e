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
    /// <exception cref="DensityException">When the result is called: the matrix is dense.</exception>
    /// <exception cref="TracedValueException">When the result is called: <paramref name="f"/> reads a number of its argument.</exception>
    /// <example>
    /// <code>
    /// var jacobian = Diff.SparseJacobian(v => v[1..] - v[..^1])(new double[1000]);
    /// Console.WriteLine($"{jacobian.RowCount}x{jacobian.ColumnCount}: {jacobian[0, 0]} {jacobian[0, 1]} {jacobian[0, 2]}"); // 999x1000: -1 1 0
    /// </code>
    /// </example>
    public static Func<Vector, Matrix<double>> SparseJacobian(Func<Vector, Vector> f) => PrepareSparseJacobian(f).Evaluate;

    /// <summary>
    /// The Hessian of a function whose elements meet few others each, by few products with directions: those of a star colouring, which uses
    /// that it is symmetric. Otherwise as <see cref="SparseJacobian(Func{Vector, Vector})"/>.
    /// </summary>
    /// <inheritdoc cref="SparseJacobian(Func{Vector, Vector})"/>
    /// <example>
    /// <code>
    /// var hessian = Diff.SparseHessian(v => Square(v[1..] - v[..^1]).Sum())(new double[1000]);
    /// Console.WriteLine($"{hessian[0, 0]} {hessian[0, 1]} {hessian[0, 2]}"); // 2 -2 0
    /// </code>
    /// </example>
    public static Func<Vector, Matrix<double>> SparseHessian(Func<Vector, Scalar> f) => PrepareSparseHessian(f).Evaluate;

    /// <summary>The sparse Jacobian, prepared for many points: it also tells how many directions it takes.</summary>
    /// <param name="f">The function.</param>
    /// <returns>The prepared derivative.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <exception cref="DensityException">When the result is called: the matrix is dense.</exception>
    /// <exception cref="TracedValueException">When the result is called: <paramref name="f"/> reads a number of its argument.</exception>
    /// <example>
    /// <code>
    /// var jacobian = Diff.PrepareSparseJacobian(v => Square(v));
    /// var (first, second) = (jacobian.Evaluate(new double[100]), jacobian.Evaluate(Enumerable.Repeat(1.0, 100).ToArray()));
    /// Console.WriteLine($"{first[7, 7]} {second[7, 7]}"); // 0 2
    /// </code>
    /// </example>
    public static SparseDerivative PrepareSparseJacobian(Func<Vector, Vector> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return SparseDerivatives.jacobian(f.ToCore());
    }

    /// <summary>The sparse Hessian, prepared for many points.</summary>
    /// <inheritdoc cref="PrepareSparseJacobian(Func{Vector, Vector})"/>
    /// <example>
    /// <code>
    /// var hessian = Diff.PrepareSparseHessian(v => (v * v) / 2);
    /// Console.WriteLine(hessian.Evaluate(new double[100])[7, 7]); // 1
    /// </code>
    /// </example>
    public static SparseDerivative PrepareSparseHessian(Func<Vector, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return SparseDerivatives.hessian(f.ToCore());
    }
}
