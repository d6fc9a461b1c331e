using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class Diff
{
    /// <summary>A pure function of a scalar, compiled.</summary>
    /// <inheritdoc cref="Compile{T, TResult}(Func{T, TResult})"/>
    [OverloadResolutionPriority(3)]
    public static Func<Scalar, TResult> Compile<TResult>(Func<Scalar, TResult> f) => Compile<Scalar, TResult>(f);

    /// <summary>A pure function of a vector, compiled.</summary>
    /// <inheritdoc cref="Compile{T, TResult}(Func{T, TResult})"/>
    [OverloadResolutionPriority(2)]
    public static Func<Vector, TResult> Compile<TResult>(Func<Vector, TResult> f) => Compile<Vector, TResult>(f);

    /// <summary>A pure function of a matrix, compiled.</summary>
    /// <inheritdoc cref="Compile{T, TResult}(Func{T, TResult})"/>
    [OverloadResolutionPriority(1)]
    public static Func<Matrix, TResult> Compile<TResult>(Func<Matrix, TResult> f) => Compile<Matrix, TResult>(f);

    /// <summary>
    /// A pure function, compiled: it is run once for each structure and set of shapes of its argument and for each branch taken, and what
    /// it computes is recorded, fused and compiled. Comparisons of scalars are noted and checked in each call; whatever else is in the
    /// argument counts by its <c>Equals</c>, arrays element by element. At most 64 branches are kept, and past 256 the function runs as it
    /// is. The compiled function may be called from many threads, and differentiated like the function itself.
    /// </summary>
    /// <typeparam name="T">The structure that the function takes.</typeparam>
    /// <typeparam name="TResult">The structure that it returns.</typeparam>
    /// <param name="f">The function: the same argument, the same result, and nothing else done.</param>
    /// <returns>The compiled function. It throws a <see cref="TracedValueException"/> where <paramref name="f"/> reads a number.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <exception cref="TracedValueException">When the result is called: <paramref name="f"/> reads a number of its argument.</exception>
    /// <example>
    /// <code>
    /// var gradient = Diff.Compile(Diff.Grad((Vector v) => Exp(v).Sum()));
    /// Console.WriteLine(gradient([0, 1])); // [1, 2.718281828459045]
    /// </code>
    /// </example>
    public static Func<T, TResult> Compile<T, TResult>(Func<T, TResult> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return Compiled.functionOf("Compile", f.ToCore()).Invoke;
    }

    /// <summary>A scalar function of a scalar and its derivative, compiled.</summary>
    /// <inheritdoc cref="CompileGradient{T}(Func{T, Scalar}, T)"/>
    [OverloadResolutionPriority(3)]
    public static CompiledGradient CompileGradient(Func<Scalar, Scalar> f, Scalar example) => CompileGradient<Scalar>(f, example);

    /// <summary>A scalar function of a vector and its gradient, compiled.</summary>
    /// <inheritdoc cref="CompileGradient{T}(Func{T, Scalar}, T)"/>
    [OverloadResolutionPriority(2)]
    public static CompiledGradient CompileGradient(Func<Vector, Scalar> f, Vector example) => CompileGradient<Vector>(f, example);

    /// <summary>A scalar function of a matrix and its gradient, compiled.</summary>
    /// <inheritdoc cref="CompileGradient{T}(Func{T, Scalar}, T)"/>
    [OverloadResolutionPriority(1)]
    public static CompiledGradient CompileGradient(Func<Matrix, Scalar> f, Matrix example) => CompileGradient<Matrix>(f, example);

    /// <summary>
    /// A scalar function of a structure and its gradient, recorded at an example, fused and compiled. The function is not run again but
    /// where a comparison of scalars comes out in a new way, so it must be pure.
    /// </summary>
    /// <typeparam name="T">The structure.</typeparam>
    /// <param name="f">The function.</param>
    /// <param name="example">A point; others must have its structure and shapes.</param>
    /// <returns>What evaluates both, over the values of the structure one after the other.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <exception cref="StructureException">The example holds no value.</exception>
    /// <exception cref="TracedValueException"><paramref name="f"/> reads a number.</exception>
    /// <example>
    /// <code>
    /// var compiled = Diff.CompileGradient((Vector v) => v * v, new double[2]);
    /// var gradient = new double[2];
    /// Console.WriteLine($"{compiled.Evaluate([3, 4], gradient)} {gradient[0]} {gradient[1]}"); // 25 6 8
    /// </code>
    /// </example>
    public static CompiledGradient CompileGradient<T>(Func<T, Scalar> f, T example)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(example);
        return Compiled.gradient("CompileGradient", f.ToCore(), example);
    }
}
