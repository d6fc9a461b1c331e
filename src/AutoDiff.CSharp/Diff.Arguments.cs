using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class Diff
{
    /// <inheritdoc cref="Grad{T1, T2, T3, T4}(Func{T1, T2, T3, T4, Scalar})"/>
    [OverloadResolutionPriority(3)]
    public static Func<Scalar, Scalar, (Scalar, Scalar)> Grad(Func<Scalar, Scalar, Scalar> f) => Grad<Scalar, Scalar>(f);

    /// <inheritdoc cref="Grad{T1, T2, T3, T4}(Func{T1, T2, T3, T4, Scalar})"/>
    [OverloadResolutionPriority(3)]
    public static Func<Scalar, Scalar, Scalar, (Scalar, Scalar, Scalar)> Grad(Func<Scalar, Scalar, Scalar, Scalar> f) =>
        Grad<Scalar, Scalar, Scalar>(f);

    /// <inheritdoc cref="Grad{T1, T2, T3, T4}(Func{T1, T2, T3, T4, Scalar})"/>
    [OverloadResolutionPriority(3)]
    public static Func<Scalar, Scalar, Scalar, Scalar, (Scalar, Scalar, Scalar, Scalar)> Grad(
        Func<Scalar, Scalar, Scalar, Scalar, Scalar> f) => Grad<Scalar, Scalar, Scalar, Scalar>(f);

    /// <inheritdoc cref="Grad{T1, T2, T3, T4}(Func{T1, T2, T3, T4, Scalar})"/>
    public static Func<T1, T2, (T1, T2)> Grad<T1, T2>(Func<T1, T2, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (x1, x2) => Derivatives.grad("Grad", f.OfTuple().ToCore(), (x1, x2));
    }

    /// <inheritdoc cref="Grad{T1, T2, T3, T4}(Func{T1, T2, T3, T4, Scalar})"/>
    public static Func<T1, T2, T3, (T1, T2, T3)> Grad<T1, T2, T3>(Func<T1, T2, T3, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (x1, x2, x3) => Derivatives.grad("Grad", f.OfTuple().ToCore(), (x1, x2, x3));
    }

    /// <summary>
    /// The gradient of a scalar function of several structures: a tuple of structures like the arguments. Arguments without any value ride
    /// along unchanged.
    /// </summary>
    /// <typeparam name="T1">The first structure.</typeparam>
    /// <typeparam name="T2">The second structure.</typeparam>
    /// <typeparam name="T3">The third structure.</typeparam>
    /// <typeparam name="T4">The fourth structure.</typeparam>
    /// <param name="f">The function.</param>
    /// <returns>The function that gives the gradient at a point. It throws a <see cref="StructureException"/> where no argument holds a value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <exception cref="StructureException">When the result is called: its argument holds no value.</exception>
    /// <exception cref="TracedValueException">When the result is called: <paramref name="f"/> reads a number of its argument.</exception>
    public static Func<T1, T2, T3, T4, (T1, T2, T3, T4)> Grad<T1, T2, T3, T4>(Func<T1, T2, T3, T4, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (x1, x2, x3, x4) => Derivatives.grad("Grad", f.OfTuple().ToCore(), (x1, x2, x3, x4));
    }

    /// <inheritdoc cref="ValueAndGrad{T1, T2, T3, T4}(Func{T1, T2, T3, T4, Scalar})"/>
    [OverloadResolutionPriority(3)]
    public static Func<Scalar, Scalar, (Scalar Value, (Scalar, Scalar) Gradient)> ValueAndGrad(Func<Scalar, Scalar, Scalar> f) =>
        ValueAndGrad<Scalar, Scalar>(f);

    /// <inheritdoc cref="ValueAndGrad{T1, T2, T3, T4}(Func{T1, T2, T3, T4, Scalar})"/>
    [OverloadResolutionPriority(3)]
    public static Func<Scalar, Scalar, Scalar, (Scalar Value, (Scalar, Scalar, Scalar) Gradient)> ValueAndGrad(
        Func<Scalar, Scalar, Scalar, Scalar> f) => ValueAndGrad<Scalar, Scalar, Scalar>(f);

    /// <inheritdoc cref="ValueAndGrad{T1, T2, T3, T4}(Func{T1, T2, T3, T4, Scalar})"/>
    [OverloadResolutionPriority(3)]
    public static Func<Scalar, Scalar, Scalar, Scalar, (Scalar Value, (Scalar, Scalar, Scalar, Scalar) Gradient)> ValueAndGrad(
        Func<Scalar, Scalar, Scalar, Scalar, Scalar> f) => ValueAndGrad<Scalar, Scalar, Scalar, Scalar>(f);

    /// <inheritdoc cref="ValueAndGrad{T1, T2, T3, T4}(Func{T1, T2, T3, T4, Scalar})"/>
    public static Func<T1, T2, (Scalar Value, (T1, T2) Gradient)> ValueAndGrad<T1, T2>(Func<T1, T2, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (x1, x2) => Derivatives.valueAndGrad("ValueAndGrad", f.OfTuple().ToCore(), (x1, x2));
    }

    /// <inheritdoc cref="ValueAndGrad{T1, T2, T3, T4}(Func{T1, T2, T3, T4, Scalar})"/>
    public static Func<T1, T2, T3, (Scalar Value, (T1, T2, T3) Gradient)> ValueAndGrad<T1, T2, T3>(Func<T1, T2, T3, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (x1, x2, x3) => Derivatives.valueAndGrad("ValueAndGrad", f.OfTuple().ToCore(), (x1, x2, x3));
    }

    /// <summary>The value of a scalar function of several structures, and its gradient: a tuple of structures like the arguments.</summary>
    /// <inheritdoc cref="Grad{T1, T2, T3, T4}(Func{T1, T2, T3, T4, Scalar})"/>
    public static Func<T1, T2, T3, T4, (Scalar Value, (T1, T2, T3, T4) Gradient)> ValueAndGrad<T1, T2, T3, T4>(
        Func<T1, T2, T3, T4, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (x1, x2, x3, x4) => Derivatives.valueAndGrad("ValueAndGrad", f.OfTuple().ToCore(), (x1, x2, x3, x4));
    }
}
