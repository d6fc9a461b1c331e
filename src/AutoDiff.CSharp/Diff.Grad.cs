using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class Diff
{
    /// <summary>The derivative of a function of a scalar.</summary>
    /// <param name="f">The function; it may contain branches, loops and derivatives of its own.</param>
    /// <returns>The function that gives the derivative at a point.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <exception cref="StructureException">When the result is called: its argument holds no value.</exception>
    /// <exception cref="TracedValueException">When the result is called: <paramref name="f"/> reads a number of its argument.</exception>
    /// <example>
    /// <code>
    /// Console.WriteLine(Diff.Grad(x => x * x * x)(2)); // 12
    /// Console.WriteLine(Diff.Grad((Vector v) => v * v)([1, 2, 3])); // [2, 4, 6]
    /// Console.WriteLine(Diff.Grad(Diff.Grad(x => Sin(x)))(0.5) + Sin(0.5)); // 0
    /// </code>
    /// </example>
    [OverloadResolutionPriority(3)]
    public static Func<Scalar, Scalar> Grad(Func<Scalar, Scalar> f) => Grad<Scalar>(f);

    /// <summary>The gradient of a scalar function of a vector: a vector of the same length.</summary>
    /// <inheritdoc cref="Grad{T}(Func{T, Scalar})"/>
    [OverloadResolutionPriority(2)]
    public static Func<Vector, Vector> Grad(Func<Vector, Scalar> f) => Grad<Vector>(f);

    /// <summary>The gradient of a scalar function of a matrix: a matrix of the same shape.</summary>
    /// <inheritdoc cref="Grad{T}(Func{T, Scalar})"/>
    [OverloadResolutionPriority(1)]
    public static Func<Matrix, Matrix> Grad(Func<Matrix, Scalar> f) => Grad<Matrix>(f);

    /// <summary>
    /// The gradient of a scalar function of a structure: a structure like the point, each value replaced by the derivative with respect to
    /// it. Values that the function does not use have zeros.
    /// </summary>
    /// <typeparam name="T">The structure.</typeparam>
    /// <param name="f">The function.</param>
    /// <returns>The function that gives the gradient at a point. It throws a <see cref="StructureException"/> where the point holds no value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <exception cref="StructureException">When the result is called: its argument holds no value.</exception>
    /// <exception cref="TracedValueException">When the result is called: <paramref name="f"/> reads a number of its argument.</exception>
    public static Func<T, T> Grad<T>(Func<T, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return x => Derivatives.grad("Grad", f.ToCore(), x);
    }

    /// <summary>Not a call to make: it is here so that the compiler says what is wrong.</summary>
    /// <typeparam name="T">A plain floating-point number.</typeparam>
    /// <param name="f">A function of plain numbers.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="StructureException">Always: a plain number has no derivative.</exception>
    [Obsolete(DoubleArgument, error: true)]
    [OverloadResolutionPriority(4)]
    public static Func<T, T> Grad<T>(Func<T, T> f) where T : IBinaryFloatingPointIeee754<T> => throw new StructureException(DoubleArgument);

    /// <summary>Not a call to make: it is here so that the compiler says what is wrong.</summary>
    /// <typeparam name="T">The structure.</typeparam>
    /// <param name="f">A function whose result is not a scalar.</param>
    /// <returns>A function that throws a <see cref="NonScalarResultException"/> naming the shape of the result.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <exception cref="StructureException">When the result is called: its argument holds no value.</exception>
    /// <exception cref="TracedValueException">When the result is called: <paramref name="f"/> reads a number of its argument.</exception>
    [Obsolete(VectorResult, error: true)]
    [OverloadResolutionPriority(-1)]
    public static Func<T, T> Grad<T>(Func<T, Vector> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return x => throw NotScalar(f(x).Node);
    }

    /// <inheritdoc cref="Grad{T}(Func{T, Vector})"/>
    [Obsolete(MatrixResult, error: true)]
    [OverloadResolutionPriority(-1)]
    public static Func<T, T> Grad<T>(Func<T, Matrix> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return x => throw NotScalar(f(x).Node);
    }

    /// <summary>Not a call to make: it is here so that the compiler says what to write.</summary>
    /// <param name="f">The function.</param>
    /// <param name="x">The point.</param>
    /// <returns>The derivative there.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <exception cref="TracedValueException"><paramref name="f"/> reads a number of its argument.</exception>
    [Obsolete(PointBeside, error: true)]
    [OverloadResolutionPriority(3)]
    public static Scalar Grad(Func<Scalar, Scalar> f, Scalar x) => Grad(f)(x);

    /// <inheritdoc cref="Grad(Func{Scalar, Scalar}, Scalar)"/>
    [Obsolete(PointBeside, error: true)]
    [OverloadResolutionPriority(2)]
    public static Vector Grad(Func<Vector, Scalar> f, Vector x) => Grad(f)(x);

    /// <inheritdoc cref="Grad(Func{Scalar, Scalar}, Scalar)"/>
    [Obsolete(PointBeside, error: true)]
    [OverloadResolutionPriority(1)]
    public static Matrix Grad(Func<Matrix, Scalar> f, Matrix x) => Grad(f)(x);

    /// <inheritdoc cref="Grad(Func{Scalar, Scalar}, Scalar)"/>
    /// <typeparam name="T">The structure.</typeparam>
    /// <exception cref="StructureException">The point holds no value.</exception>
    [Obsolete(PointBeside, error: true)]
    public static T Grad<T>(Func<T, Scalar> f, T x) => Grad(f)(x);

    private static NonScalarResultException NotScalar(Node y) =>
        new($"Grad needs a scalar result; this one is {ExtentModule.describe(y.Shape.Extent)}. Try Jacobian.");
}
