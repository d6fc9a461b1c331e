namespace AutoDiff;

// Functions of something shared and of two or three arguments that differ from example to example.
public static partial class Diff
{
    /// <summary>
    /// A function of something shared and of several arguments that differ from example to example, applied to all examples: vectors are the
    /// rows of matrices, and numbers the elements of vectors. What several arguments share goes into one structure, such as a tuple.
    /// </summary>
    /// <typeparam name="TShared">What all examples share: anything.</typeparam>
    /// <param name="f">The function of what is shared and one example. Reading a number in it throws a <see cref="TracedValueException"/> that
    /// names If and Where.</param>
    /// <returns>The function of what is shared and all examples. It throws a <see cref="ShapeException"/> where there are not as many of each.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <exception cref="TracedValueException">When the result is called: <paramref name="f"/> reads a number of its argument.</exception>
    public static Func<TShared, Matrix, Matrix, Vector> VectorizeOver<TShared>(Func<TShared, Vector, Vector, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (shared, first, second) => new Vector(Over([true, true], n => f(shared, new Vector(n[0]), new Vector(n[1])).Node, first.Node, second.Node));
    }

    /// <inheritdoc cref="VectorizeOver{TShared}(Func{TShared, Vector, Vector, Scalar})"/>
    public static Func<TShared, Matrix, Matrix, Matrix> VectorizeOver<TShared>(Func<TShared, Vector, Vector, Vector> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (shared, first, second) => new Matrix(Over([true, true], n => f(shared, new Vector(n[0]), new Vector(n[1])).Node, first.Node, second.Node));
    }

    /// <inheritdoc cref="VectorizeOver{TShared}(Func{TShared, Vector, Vector, Scalar})"/>
    public static Func<TShared, Matrix, Vector, Matrix> VectorizeOver<TShared>(Func<TShared, Vector, Scalar, Vector> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (shared, first, second) => new Matrix(Over([true, false], n => f(shared, new Vector(n[0]), new Scalar(n[1])).Node, first.Node, second.Node));
    }

    /// <inheritdoc cref="VectorizeOver{TShared}(Func{TShared, Vector, Vector, Scalar})"/>
    public static Func<TShared, Vector, Matrix, Vector> VectorizeOver<TShared>(Func<TShared, Scalar, Vector, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (shared, first, second) => new Vector(Over([false, true], n => f(shared, new Scalar(n[0]), new Vector(n[1])).Node, first.Node, second.Node));
    }

    /// <inheritdoc cref="VectorizeOver{TShared}(Func{TShared, Vector, Vector, Scalar})"/>
    public static Func<TShared, Vector, Matrix, Matrix> VectorizeOver<TShared>(Func<TShared, Scalar, Vector, Vector> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (shared, first, second) => new Matrix(Over([false, true], n => f(shared, new Scalar(n[0]), new Vector(n[1])).Node, first.Node, second.Node));
    }

    /// <inheritdoc cref="VectorizeOver{TShared}(Func{TShared, Vector, Vector, Scalar})"/>
    public static Func<TShared, Vector, Vector, Vector> VectorizeOver<TShared>(Func<TShared, Scalar, Scalar, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (shared, first, second) => new Vector(Over([false, false], n => f(shared, new Scalar(n[0]), new Scalar(n[1])).Node, first.Node, second.Node));
    }

    /// <inheritdoc cref="VectorizeOver{TShared}(Func{TShared, Vector, Vector, Scalar})"/>
    public static Func<TShared, Vector, Vector, Matrix> VectorizeOver<TShared>(Func<TShared, Scalar, Scalar, Vector> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (shared, first, second) => new Matrix(Over([false, false], n => f(shared, new Scalar(n[0]), new Scalar(n[1])).Node, first.Node, second.Node));
    }

    /// <inheritdoc cref="VectorizeOver{TShared}(Func{TShared, Vector, Vector, Scalar})"/>
    public static Func<TShared, Matrix, Matrix, Matrix, Vector> VectorizeOver<TShared>(Func<TShared, Vector, Vector, Vector, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (shared, first, second, third) => new Vector(Over([true, true, true], n => f(shared, new Vector(n[0]), new Vector(n[1]), new Vector(n[2])).Node, first.Node, second.Node, third.Node));
    }

    /// <inheritdoc cref="VectorizeOver{TShared}(Func{TShared, Vector, Vector, Scalar})"/>
    public static Func<TShared, Matrix, Matrix, Vector, Vector> VectorizeOver<TShared>(Func<TShared, Vector, Vector, Scalar, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (shared, first, second, third) => new Vector(Over([true, true, false], n => f(shared, new Vector(n[0]), new Vector(n[1]), new Scalar(n[2])).Node, first.Node, second.Node, third.Node));
    }

    /// <inheritdoc cref="VectorizeOver{TShared}(Func{TShared, Vector, Vector, Scalar})"/>
    public static Func<TShared, Matrix, Vector, Matrix, Vector> VectorizeOver<TShared>(Func<TShared, Vector, Scalar, Vector, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (shared, first, second, third) => new Vector(Over([true, false, true], n => f(shared, new Vector(n[0]), new Scalar(n[1]), new Vector(n[2])).Node, first.Node, second.Node, third.Node));
    }

    /// <inheritdoc cref="VectorizeOver{TShared}(Func{TShared, Vector, Vector, Scalar})"/>
    public static Func<TShared, Matrix, Vector, Vector, Vector> VectorizeOver<TShared>(Func<TShared, Vector, Scalar, Scalar, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (shared, first, second, third) => new Vector(Over([true, false, false], n => f(shared, new Vector(n[0]), new Scalar(n[1]), new Scalar(n[2])).Node, first.Node, second.Node, third.Node));
    }

    /// <inheritdoc cref="VectorizeOver{TShared}(Func{TShared, Vector, Vector, Scalar})"/>
    public static Func<TShared, Vector, Matrix, Matrix, Vector> VectorizeOver<TShared>(Func<TShared, Scalar, Vector, Vector, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (shared, first, second, third) => new Vector(Over([false, true, true], n => f(shared, new Scalar(n[0]), new Vector(n[1]), new Vector(n[2])).Node, first.Node, second.Node, third.Node));
    }

    /// <inheritdoc cref="VectorizeOver{TShared}(Func{TShared, Vector, Vector, Scalar})"/>
    public static Func<TShared, Vector, Matrix, Vector, Vector> VectorizeOver<TShared>(Func<TShared, Scalar, Vector, Scalar, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (shared, first, second, third) => new Vector(Over([false, true, false], n => f(shared, new Scalar(n[0]), new Vector(n[1]), new Scalar(n[2])).Node, first.Node, second.Node, third.Node));
    }

    /// <inheritdoc cref="VectorizeOver{TShared}(Func{TShared, Vector, Vector, Scalar})"/>
    public static Func<TShared, Vector, Vector, Matrix, Vector> VectorizeOver<TShared>(Func<TShared, Scalar, Scalar, Vector, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (shared, first, second, third) => new Vector(Over([false, false, true], n => f(shared, new Scalar(n[0]), new Scalar(n[1]), new Vector(n[2])).Node, first.Node, second.Node, third.Node));
    }

    /// <inheritdoc cref="VectorizeOver{TShared}(Func{TShared, Vector, Vector, Scalar})"/>
    public static Func<TShared, Vector, Vector, Vector, Vector> VectorizeOver<TShared>(Func<TShared, Scalar, Scalar, Scalar, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (shared, first, second, third) => new Vector(Over([false, false, false], n => f(shared, new Scalar(n[0]), new Scalar(n[1]), new Scalar(n[2])).Node, first.Node, second.Node, third.Node));
    }

    private static Node Over(bool[] rows, Func<Node[], Node> f, params Node[] examples) => Batch.vectorize("VectorizeOver", rows, OnNodes(f), examples);
}
