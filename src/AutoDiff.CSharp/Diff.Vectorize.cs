using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class Diff
{
    /// <summary>A function of one number, applied to every element of a vector.</summary>
    /// <inheritdoc cref="Vectorize(Func{Vector, Vector})"/>
    [OverloadResolutionPriority(3)]
    public static Func<Vector, Vector> Vectorize(Func<Scalar, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return xs => new Vector(Batch.vectorize("Vectorize", [false], OnNodes(n => f(new Scalar(n[0])).Node), [xs.Node]));
    }

    /// <summary>A scalar function of a vector, applied to every row of a matrix: element i of the result is that of row i.</summary>
    /// <inheritdoc cref="Vectorize(Func{Vector, Vector})"/>
    [OverloadResolutionPriority(2)]
    public static Func<Matrix, Vector> Vectorize(Func<Vector, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return rows => new Vector(Batch.vectorize("Vectorize", [true], OnNodes(n => f(new Vector(n[0])).Node), [rows.Node]));
    }

    /// <summary>
    /// A function of vectors, applied to every row of a matrix: row i of the result is that of row i. The function runs once, for one
    /// example that has no numbers, and is computed for all together; what it captures is shared by all, and keeps its derivatives.
    /// </summary>
    /// <param name="f">The function of one example. Reading a number in it throws a <see cref="TracedValueException"/> that names If and Where.</param>
    /// <returns>The function of all examples.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <exception cref="TracedValueException">When the result is called: <paramref name="f"/> reads a number of its argument.</exception>
    /// <example>
    /// <code>
    /// var lengths = Diff.Vectorize((Vector v) => v.L2Norm());
    /// Console.WriteLine(lengths(new double[,] { { 3, 4 }, { 5, 12 } })); // [5, 13]
    /// </code>
    /// </example>
    [OverloadResolutionPriority(1)]
    public static Func<Matrix, Matrix> Vectorize(Func<Vector, Vector> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return rows => new Matrix(Batch.vectorize("Vectorize", [true], OnNodes(n => f(new Vector(n[0])).Node), [rows.Node]));
    }

    /// <summary>A function of something shared and one number, applied to every element of a vector.</summary>
    /// <inheritdoc cref="VectorizeOver{TShared}(Func{TShared, Vector, Vector})"/>
    public static Func<TShared, Vector, Vector> VectorizeOver<TShared>(Func<TShared, Scalar, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (shared, xs) => Vectorize(x => f(shared, x))(xs);
    }

    /// <summary>A scalar function of something shared and a vector, applied to every row of a matrix.</summary>
    /// <inheritdoc cref="VectorizeOver{TShared}(Func{TShared, Vector, Vector})"/>
    public static Func<TShared, Matrix, Vector> VectorizeOver<TShared>(Func<TShared, Vector, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (shared, rows) => Vectorize((Vector x) => f(shared, x))(rows);
    }

    /// <summary>A function of something shared and a vector, applied to every row of a matrix.</summary>
    /// <typeparam name="TShared">What all examples share: anything.</typeparam>
    /// <param name="f">The function of what is shared and one example.</param>
    /// <returns>The function of what is shared and all examples.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <exception cref="TracedValueException">When the result is called: <paramref name="f"/> reads a number of its argument.</exception>
    /// <example>
    /// <code>
    /// var predict = Diff.VectorizeOver((Vector weights, Vector x) => Sigmoid(weights * x));
    /// Console.WriteLine(predict([1, -1], new double[,] { { 2, 1 }, { 0, 0 } })); // [0.7310585786300049, 0.5]
    /// </code>
    /// </example>
    public static Func<TShared, Matrix, Matrix> VectorizeOver<TShared>(Func<TShared, Vector, Vector> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (shared, rows) => Vectorize((Vector x) => f(shared, x))(rows);
    }

    /// <summary>
    /// A scalar function of something shared, a vector and a number, applied to every row of a matrix and element of a vector: the loss of
    /// each example. It throws a <see cref="ShapeException"/> where there are not as many elements as rows.
    /// </summary>
    /// <inheritdoc cref="VectorizeOver{TShared}(Func{TShared, Vector, Vector})"/>
    public static Func<TShared, Matrix, Vector, Vector> VectorizeOver<TShared>(Func<TShared, Vector, Scalar, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (shared, rows, elements) => new Vector(
            Batch.vectorize(
                "VectorizeOver",
                [true, false],
                OnNodes(n => f(shared, new Vector(n[0]), new Scalar(n[1])).Node),
                [rows.Node, elements.Node]));
    }

    private static Microsoft.FSharp.Core.FSharpFunc<Node[], Node> OnNodes(Func<Node[], Node> f) => f.ToCore();
}
