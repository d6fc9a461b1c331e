using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class Diff
{
    /// <summary>
    /// The Jacobian matrix: row i is the gradient of result i, so it has as many rows as the result has elements and as many columns as the
    /// argument. By the mode that has fewer directions; the function runs once.
    /// </summary>
    /// <param name="f">The function.</param>
    /// <returns>The function that gives the matrix at a point.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <exception cref="TracedValueException">When the result is called: <paramref name="f"/> reads a number of its argument.</exception>
    /// <example>
    /// <code>
    /// Console.WriteLine(Diff.Jacobian(v => v.PointwiseMultiply(v))([1, 2, 3])); // [[2, 0, 0], [0, 4, 0], [0, 0, 6]]
    /// </code>
    /// </example>
    public static Func<Vector, Matrix> Jacobian(Func<Vector, Vector> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return x => Derivatives.jacobian("Jacobian", f.ToCore(), x);
    }

    /// <summary>The Jacobian matrix by forward mode: a direction for each element of the argument, all in one sweep.</summary>
    /// <inheritdoc cref="Jacobian(Func{Vector, Vector})"/>
    /// <example>
    /// <code>
    /// Console.WriteLine(Diff.JacobianForward(v => Vector.Concatenate(v, v * 2.0))([1, 2])); // [[1, 0], [0, 1], [2, 0], [0, 2]]
    /// </code>
    /// </example>
    public static Func<Vector, Matrix> JacobianForward(Func<Vector, Vector> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return x => Derivatives.jacobianForward("JacobianForward", f.ToCore(), x);
    }

    /// <summary>The Jacobian matrix by reverse mode: a direction for each element of the result, all in one sweep.</summary>
    /// <inheritdoc cref="Jacobian(Func{Vector, Vector})"/>
    /// <example>
    /// <code>
    /// Console.WriteLine(Diff.JacobianReverse(v => v[..2])([1, 2, 3, 4])); // [[1, 0, 0, 0], [0, 1, 0, 0]]
    /// </code>
    /// </example>
    public static Func<Vector, Matrix> JacobianReverse(Func<Vector, Vector> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return x => Derivatives.jacobianReverse("JacobianReverse", f.ToCore(), x);
    }

    /// <summary>The second derivative of a function of a scalar.</summary>
    /// <param name="f">The function.</param>
    /// <returns>The function that gives the second derivative at a point.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <exception cref="TracedValueException">When the result is called: <paramref name="f"/> reads a number of its argument.</exception>
    /// <example>
    /// <code>
    /// Console.WriteLine(Diff.Hessian((Vector v) => v[0] * v[0] * v[1])([2, 3])); // [[6, 4], [4, 0]]
    /// Console.WriteLine(Diff.Hessian(x => x * x * x)(2)); // 12
    /// </code>
    /// </example>
    [OverloadResolutionPriority(3)]
    public static Func<Scalar, Scalar> Hessian(Func<Scalar, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return Grad<Scalar>(Grad<Scalar>(f));
    }

    /// <summary>The matrix of second derivatives of a scalar function of a vector: square, of as many rows as the vector has elements.</summary>
    /// <inheritdoc cref="Hessian{T}(Func{T, Scalar})"/>
    [OverloadResolutionPriority(2)]
    public static Func<Vector, Matrix> Hessian(Func<Vector, Scalar> f) => Hessian<Vector>(f);

    /// <summary>The matrix of second derivatives of a scalar function of a matrix, over its elements column by column.</summary>
    /// <inheritdoc cref="Hessian{T}(Func{T, Scalar})"/>
    [OverloadResolutionPriority(1)]
    public static Func<Matrix, Matrix> Hessian(Func<Matrix, Scalar> f) => Hessian<Matrix>(f);

    /// <summary>
    /// The matrix of second derivatives of a scalar function over the flattened values of a structure: in order of declaration, matrices
    /// column by column. The function runs once.
    /// </summary>
    /// <typeparam name="T">The structure.</typeparam>
    /// <param name="f">The function.</param>
    /// <returns>The function that gives the matrix at a point. It throws a <see cref="StructureException"/> where the point holds no value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <exception cref="TracedValueException">When the result is called: <paramref name="f"/> reads a number of its argument.</exception>
    public static Func<T, Matrix> Hessian<T>(Func<T, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return x => Derivatives.hessian(f.ToCore(), x);
    }

    /// <inheritdoc cref="HessianVectorProduct{T}(Func{T, Scalar})"/>
    [OverloadResolutionPriority(3)]
    public static Func<Scalar, Scalar, Scalar> HessianVectorProduct(Func<Scalar, Scalar> f) => HessianVectorProduct<Scalar>(f);

    /// <inheritdoc cref="HessianVectorProduct{T}(Func{T, Scalar})"/>
    [OverloadResolutionPriority(2)]
    public static Func<Vector, Vector, Vector> HessianVectorProduct(Func<Vector, Scalar> f) => HessianVectorProduct<Vector>(f);

    /// <inheritdoc cref="HessianVectorProduct{T}(Func{T, Scalar})"/>
    [OverloadResolutionPriority(1)]
    public static Func<Matrix, Matrix, Matrix> HessianVectorProduct(Func<Matrix, Scalar> f) => HessianVectorProduct<Matrix>(f);

    /// <summary>The Hessian of a scalar function times a direction, without forming the matrix.</summary>
    /// <typeparam name="T">The structure.</typeparam>
    /// <param name="f">The function.</param>
    /// <returns>The function of a point and a direction, both of one structure and the same shapes, that gives the product, likewise; it
    /// throws a <see cref="ShapeException"/> where the shapes differ.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <exception cref="TracedValueException">When the result is called: <paramref name="f"/> reads a number of its argument.</exception>
    /// <example>
    /// <code>
    /// Console.WriteLine(Diff.HessianVectorProduct((Vector v) => v[0] * v[0] * v[1])([2, 3], [1, 0])); // [6, 4]
    /// </code>
    /// </example>
    public static Func<T, T, T> HessianVectorProduct<T>(Func<T, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (x, direction) => Derivatives.hessianVectorProduct(f.ToCore(), x, direction);
    }
}
