using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class Diff
{
    /// <summary>The value of a function of a scalar, and its derivative.</summary>
    /// <inheritdoc cref="ValueAndGrad{T}(Func{T, Scalar})"/>
    [OverloadResolutionPriority(3)]
    public static Func<Scalar, (Scalar Value, Scalar Gradient)> ValueAndGrad(Func<Scalar, Scalar> f) => ValueAndGrad<Scalar>(f);

    /// <summary>The value of a scalar function of a vector, and its gradient: a vector of the same length.</summary>
    /// <inheritdoc cref="ValueAndGrad{T}(Func{T, Scalar})"/>
    [OverloadResolutionPriority(2)]
    public static Func<Vector, (Scalar Value, Vector Gradient)> ValueAndGrad(Func<Vector, Scalar> f) => ValueAndGrad<Vector>(f);

    /// <summary>The value of a scalar function of a matrix, and its gradient: a matrix of the same shape.</summary>
    /// <inheritdoc cref="ValueAndGrad{T}(Func{T, Scalar})"/>
    [OverloadResolutionPriority(1)]
    public static Func<Matrix, (Scalar Value, Matrix Gradient)> ValueAndGrad(Func<Matrix, Scalar> f) => ValueAndGrad<Matrix>(f);

    /// <summary>The value of a scalar function of a structure, and its gradient: a structure like the point. The function runs once.</summary>
    /// <typeparam name="T">The structure.</typeparam>
    /// <param name="f">The function.</param>
    /// <returns>The function that gives both at a point. It throws a <see cref="StructureException"/> where the point holds no value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <exception cref="StructureException">When the result is called: its argument holds no value.</exception>
    /// <exception cref="TracedValueException">When the result is called: <paramref name="f"/> reads a number of its argument.</exception>
    /// <example>
    /// <code>
    /// var (value, gradient) = Diff.ValueAndGrad((Vector v) => v * v)([3, 4]);
    /// Console.WriteLine($"{value} {gradient}"); // 25 [6, 8]
    /// </code>
    /// </example>
    public static Func<T, (Scalar Value, T Gradient)> ValueAndGrad<T>(Func<T, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return x => Derivatives.valueAndGrad("ValueAndGrad", f.ToCore(), x);
    }

    /// <inheritdoc cref="Grad{T}(Func{T, T})"/>
    [Obsolete(DoubleArgument, error: true)]
    [OverloadResolutionPriority(4)]
    public static Func<T, (T Value, T Gradient)> ValueAndGrad<T>(Func<T, T> f) where T : IBinaryFloatingPointIeee754<T> =>
        throw new StructureException(DoubleArgument);

    /// <inheritdoc cref="Grad{T}(Func{T, Vector})"/>
    [Obsolete(VectorResult, error: true)]
    [OverloadResolutionPriority(-1)]
    public static Func<T, (Vector Value, T Gradient)> ValueAndGrad<T>(Func<T, Vector> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return x => throw NotScalar(f(x).Node);
    }

    /// <inheritdoc cref="Grad{T}(Func{T, Matrix})"/>
    [Obsolete(MatrixResult, error: true)]
    [OverloadResolutionPriority(-1)]
    public static Func<T, (Matrix Value, T Gradient)> ValueAndGrad<T>(Func<T, Matrix> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return x => throw NotScalar(f(x).Node);
    }

    /// <summary>The gradient of a scalar function of a scalar, and what else the function computed.</summary>
    /// <inheritdoc cref="GradWithAux{T, TAux}(Func{T, ValueTuple{Scalar, TAux}})"/>
    [OverloadResolutionPriority(3)]
    public static Func<Scalar, (Scalar Gradient, TAux Aux)> GradWithAux<TAux>(Func<Scalar, (Scalar, TAux)> f) => GradWithAux<Scalar, TAux>(f);

    /// <summary>The gradient of a scalar function of a vector, and what else the function computed.</summary>
    /// <inheritdoc cref="GradWithAux{T, TAux}(Func{T, ValueTuple{Scalar, TAux}})"/>
    [OverloadResolutionPriority(2)]
    public static Func<Vector, (Vector Gradient, TAux Aux)> GradWithAux<TAux>(Func<Vector, (Scalar, TAux)> f) => GradWithAux<Vector, TAux>(f);

    /// <summary>The gradient of a scalar function of a matrix, and what else the function computed.</summary>
    /// <inheritdoc cref="GradWithAux{T, TAux}(Func{T, ValueTuple{Scalar, TAux}})"/>
    [OverloadResolutionPriority(1)]
    public static Func<Matrix, (Matrix Gradient, TAux Aux)> GradWithAux<TAux>(Func<Matrix, (Scalar, TAux)> f) => GradWithAux<Matrix, TAux>(f);

    /// <summary>The gradient of the first result of a function, and its second, which has no part in the derivative.</summary>
    /// <typeparam name="T">The structure that the function takes.</typeparam>
    /// <typeparam name="TAux">Whatever else the function returns; values in it come out as constants.</typeparam>
    /// <param name="f">The function; it runs once.</param>
    /// <returns>The function that gives both at a point. It throws a <see cref="StructureException"/> where the point holds no value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <exception cref="StructureException">When the result is called: its argument holds no value.</exception>
    /// <exception cref="TracedValueException">When the result is called: <paramref name="f"/> reads a number of its argument.</exception>
    /// <example>
    /// <code>
    /// var (gradient, length) = Diff.GradWithAux((Vector v) => (v * v, v.Count))([3, 4]);
    /// Console.WriteLine($"{gradient} {length}"); // [6, 8] 2
    /// </code>
    /// </example>
    public static Func<T, (T Gradient, TAux Aux)> GradWithAux<T, TAux>(Func<T, (Scalar, TAux)> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return x =>
        {
            var (_, gradient, aux) = Derivatives.gradWithAux("GradWithAux", f.ToCore(), x);
            return (gradient, aux);
        };
    }
}
