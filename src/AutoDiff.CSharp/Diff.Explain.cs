using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class Diff
{
    /// <inheritdoc cref="Explain{T}(Func{T, Scalar}, T)"/>
    [OverloadResolutionPriority(3)]
    public static DerivativeProgram Explain(Func<Scalar, Scalar> f, Scalar x) => Explain<Scalar>(f, x);

    /// <inheritdoc cref="Explain{T}(Func{T, Scalar}, T)"/>
    [OverloadResolutionPriority(2)]
    public static DerivativeProgram Explain(Func<Vector, Scalar> f, Vector x) => Explain<Vector>(f, x);

    /// <inheritdoc cref="Explain{T}(Func{T, Scalar}, T)"/>
    [OverloadResolutionPriority(1)]
    public static DerivativeProgram Explain(Func<Matrix, Scalar> f, Matrix x) => Explain<Matrix>(f, x);

    /// <summary>
    /// The derivative of a scalar function as a program that can be read: numbered text, LaTeX, a graph, and C# or F# source that computes it
    /// without this library; beside it those of the function itself and of its Hessian.
    /// </summary>
    /// <typeparam name="T">The structure.</typeparam>
    /// <param name="f">The function; a short name of its parameter is the name in what is printed.</param>
    /// <param name="x">The point that it is recorded at: where the function compares numbers, the program is that of the branch taken there.</param>
    /// <returns>The program of the gradient.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> or <paramref name="x"/> is null.</exception>
    /// <exception cref="StructureException"><paramref name="x"/> holds no value.</exception>
    /// <exception cref="TracedValueException">The function reads a number of a value, other than to compare it.</exception>
    /// <example>
    /// <code>
    /// Console.WriteLine(Diff.Explain(x => x * Sin(x), 2).ToLatex()); // x \cos(x) + \sin(x)
    /// </code>
    /// </example>
    public static DerivativeProgram Explain<T>(Func<T, Scalar> f, T x)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(x);
        return Explanation.explain("Explain", ParameterOf(f), f.ToCore(), x);
    }

    private static string? ParameterOf(Delegate f) => f.Method.GetParameters() is [.., var last] ? last.Name : null;
}
