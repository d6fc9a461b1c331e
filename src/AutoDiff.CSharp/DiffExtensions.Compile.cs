using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class DiffExtensions
{
    /// <inheritdoc cref="Diff.Compile{T, TResult}(Func{T, TResult})"/>
    [OverloadResolutionPriority(3)]
    public static Func<Scalar, TResult> Compile<TResult>(this Func<Scalar, TResult> f) => Diff.Compile(f);

    /// <inheritdoc cref="Diff.Compile{T, TResult}(Func{T, TResult})"/>
    [OverloadResolutionPriority(2)]
    public static Func<Vector, TResult> Compile<TResult>(this Func<Vector, TResult> f) => Diff.Compile(f);

    /// <inheritdoc cref="Diff.Compile{T, TResult}(Func{T, TResult})"/>
    [OverloadResolutionPriority(1)]
    public static Func<Matrix, TResult> Compile<TResult>(this Func<Matrix, TResult> f) => Diff.Compile(f);

    /// <inheritdoc cref="Diff.Compile{T, TResult}(Func{T, TResult})"/>
    public static Func<T, TResult> Compile<T, TResult>(this Func<T, TResult> f) => Diff.Compile(f);

    /// <inheritdoc cref="Diff.CompileGradient{T}(Func{T, Scalar}, T)"/>
    [OverloadResolutionPriority(3)]
    public static CompiledGradient CompileGradient(this Func<Scalar, Scalar> f, Scalar example) => Diff.CompileGradient(f, example);

    /// <inheritdoc cref="Diff.CompileGradient{T}(Func{T, Scalar}, T)"/>
    [OverloadResolutionPriority(2)]
    public static CompiledGradient CompileGradient(this Func<Vector, Scalar> f, Vector example) => Diff.CompileGradient(f, example);

    /// <inheritdoc cref="Diff.CompileGradient{T}(Func{T, Scalar}, T)"/>
    [OverloadResolutionPriority(1)]
    public static CompiledGradient CompileGradient(this Func<Matrix, Scalar> f, Matrix example) => Diff.CompileGradient(f, example);

    /// <inheritdoc cref="Diff.CompileGradient{T}(Func{T, Scalar}, T)"/>
    public static CompiledGradient CompileGradient<T>(this Func<T, Scalar> f, T example) => Diff.CompileGradient(f, example);
}
