using System.Runtime.CompilerServices;
using Microsoft.FSharp.Core;

namespace AutoDiff;

public static partial class Diff
{
    /// <inheritdoc cref="For{T}(int, T, Func{Scalar, T, T}, int)"/>
    [OverloadResolutionPriority(3)]
    public static Scalar For(int n, Scalar init, Func<Scalar, Scalar, Scalar> body, int memory = int.MaxValue) => For<Scalar>(n, init, body, memory);

    /// <inheritdoc cref="For{T}(int, T, Func{Scalar, T, T}, int)"/>
    [OverloadResolutionPriority(2)]
    public static Vector For(int n, Vector init, Func<Scalar, Vector, Vector> body, int memory = int.MaxValue) => For<Vector>(n, init, body, memory);

    /// <inheritdoc cref="For{T}(int, T, Func{Scalar, T, T}, int)"/>
    [OverloadResolutionPriority(1)]
    public static Matrix For(int n, Matrix init, Func<Scalar, Matrix, Matrix> body, int memory = int.MaxValue) => For<Matrix>(n, init, body, memory);

    /// <summary>
    /// A loop of so many steps that stays one node of the graph: its body runs once, without numbers, and is computed again and again. It is
    /// differentiated in both modes, at every order, also with respect to what the body captured.
    /// </summary>
    /// <typeparam name="T">The structure that is carried.</typeparam>
    /// <param name="n">The number of steps.</param>
    /// <param name="init">What the first step gets.</param>
    /// <param name="body">A step: from its index, counted from 0 (for <c>v.At(i)</c> and <c>m.RowAt(i)</c>), and what is carried to what is
    /// carried on, of the same shapes and precision. Reading a number in it throws a <see cref="TracedValueException"/> that names If and Where.</param>
    /// <param name="memory">How many states may be kept for the way back; with fewer than n, steps are computed again from those kept.</param>
    /// <returns>What the last step gives.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="init"/> or <paramref name="body"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative, or <paramref name="memory"/> below 1.</exception>
    /// <exception cref="ShapeException">The body changes a shape.</exception>
    /// <exception cref="PrecisionException">The body changes the precision.</exception>
    /// <example>
    /// <code>
    /// var power = Diff.Grad(x => Diff.For(10, (Scalar)1, (_, y) => y * x));
    /// Console.WriteLine(power(1.5)); // 384.43359375
    /// </code>
    /// </example>
    public static T For<T>(int n, T init, Func<Scalar, T, T> body, int memory = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(init);
        ArgumentNullException.ThrowIfNull(body);
        return Control.loop("For", memory, n, init, body.ToCore());
    }

    /// <inheritdoc cref="While{T}(T, Func{T, Scalar}, Func{T, T}, int, int)"/>
    [OverloadResolutionPriority(3)]
    public static Scalar While(
        Scalar init, Func<Scalar, Scalar> condition, Func<Scalar, Scalar> body, int maxSteps = 1_000_000, int memory = int.MaxValue) =>
        While<Scalar>(init, condition, body, maxSteps, memory);

    /// <inheritdoc cref="While{T}(T, Func{T, Scalar}, Func{T, T}, int, int)"/>
    [OverloadResolutionPriority(2)]
    public static Vector While(
        Vector init, Func<Vector, Scalar> condition, Func<Vector, Vector> body, int maxSteps = 1_000_000, int memory = int.MaxValue) =>
        While<Vector>(init, condition, body, maxSteps, memory);

    /// <inheritdoc cref="While{T}(T, Func{T, Scalar}, Func{T, T}, int, int)"/>
    [OverloadResolutionPriority(1)]
    public static Matrix While(
        Matrix init, Func<Matrix, Scalar> condition, Func<Matrix, Matrix> body, int maxSteps = 1_000_000, int memory = int.MaxValue) =>
        While<Matrix>(init, condition, body, maxSteps, memory);

    /// <summary>
    /// A loop that goes on while a condition is not 0, and stays one node of the graph; otherwise as
    /// <see cref="For{T}(int, T, Func{Scalar, T, T}, int)"/>. The number of steps may depend on what is differentiated.
    /// </summary>
    /// <typeparam name="T">The structure that is carried.</typeparam>
    /// <param name="init">What the first step gets.</param>
    /// <param name="condition">What must not be 0 for another step, such as <c>Maths.Greater(a, b)</c>.</param>
    /// <param name="body">A step.</param>
    /// <param name="maxSteps">The largest number of steps.</param>
    /// <param name="memory">How many states may be kept for the way back; with fewer than steps, steps are computed again from those kept.</param>
    /// <returns>What the last step gives.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxSteps"/> is negative, or <paramref name="memory"/> below 1.</exception>
    /// <exception cref="StepLimitException">The condition still holds after <paramref name="maxSteps"/> steps.</exception>
    /// <exception cref="ShapeException">The body changes a shape.</exception>
    /// <exception cref="PrecisionException">The body changes the precision.</exception>
    /// <example>
    /// <code>
    /// // halved until it is below 1
    /// var halved = Diff.Grad(x => Diff.While(x, y => GreaterOrEqual(y, 1), y => y / 2));
    /// Console.WriteLine(halved(5)); // 0.125
    /// </code>
    /// </example>
    public static T While<T>(T init, Func<T, Scalar> condition, Func<T, T> body, int maxSteps = 1_000_000, int memory = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(init);
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(body);
        return Control.loopWhile("While", memory, maxSteps, init, condition.ToCore(), body.ToCore());
    }

    /// <inheritdoc cref="If{T}(Scalar, Func{T}, Func{T})"/>
    [OverloadResolutionPriority(3)]
    public static Scalar If(Scalar condition, Func<Scalar> then, Func<Scalar> otherwise) => If<Scalar>(condition, then, otherwise);

    /// <inheritdoc cref="If{T}(Scalar, Func{T}, Func{T})"/>
    [OverloadResolutionPriority(2)]
    public static Vector If(Scalar condition, Func<Vector> then, Func<Vector> otherwise) => If<Vector>(condition, then, otherwise);

    /// <inheritdoc cref="If{T}(Scalar, Func{T}, Func{T})"/>
    [OverloadResolutionPriority(1)]
    public static Matrix If(Scalar condition, Func<Matrix> then, Func<Matrix> otherwise) => If<Matrix>(condition, then, otherwise);

    /// <summary>
    /// One of two branches, by a condition that need not have a number yet: one branch runs where it has, and inside loop bodies and batches
    /// both are recorded and one is computed.
    /// </summary>
    /// <typeparam name="T">The structure that the branches give.</typeparam>
    /// <param name="condition">What chooses: the first branch where it is not 0.</param>
    /// <param name="then">The first branch.</param>
    /// <param name="otherwise">The second branch; where both are recorded, of the same shapes.</param>
    /// <returns>What the branch gives.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="then"/> or <paramref name="otherwise"/> is null.</exception>
    /// <exception cref="ShapeException">The branches return different shapes.</exception>
    /// <example>
    /// <code>
    /// var f = Diff.Grad(x => Diff.If(Greater(x, 0), () => x * x, () => -x));
    /// Console.WriteLine($"{f(3)} {f(-3)}"); // 6 -1
    /// </code>
    /// </example>
    public static T If<T>(Scalar condition, Func<T> then, Func<T> otherwise)
    {
        ArgumentNullException.ThrowIfNull(then);
        ArgumentNullException.ThrowIfNull(otherwise);
        return Control.branch("If", condition, Thunk(then), Thunk(otherwise));
    }

    /// <summary>A loop over the elements of a vector that carries something on and gives a number for each.</summary>
    /// <param name="init">What the first step gets.</param>
    /// <param name="elements">The elements.</param>
    /// <param name="body">From what is carried and an element to what is carried on and a number.</param>
    /// <param name="memory">How many states may be kept for the way back.</param>
    /// <inheritdoc cref="Scan{TCarry}(TCarry, Matrix, Func{TCarry, Vector, ValueTuple{TCarry, Vector}}, int)"/>
    public static (TCarry Carry, Vector Outputs) Scan<TCarry>(
        TCarry init, Vector elements, Func<TCarry, Scalar, (TCarry, Scalar)> body, int memory = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(init);
        ArgumentNullException.ThrowIfNull(body);
        return Control.scanElements("Scan", memory, init, elements, body.ToCore());
    }

    /// <summary>A loop over the rows of a matrix that carries something on and gives a vector for each.</summary>
    /// <typeparam name="TCarry">The structure that is carried.</typeparam>
    /// <param name="init">What the first step gets.</param>
    /// <param name="rows">What each step reads one of.</param>
    /// <param name="body">A step: from what is carried and what it reads to what is carried on, of the same shapes and precision, and what it gives.</param>
    /// <param name="memory">How many states may be kept for the way back.</param>
    /// <returns>What the last step carries on, and what all steps gave, in order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="init"/> or <paramref name="body"/> is null.</exception>
    /// <exception cref="ShapeException">The body changes a shape.</exception>
    /// <exception cref="PrecisionException">The body changes the precision.</exception>
    /// <example>
    /// <code>
    /// var (total, sums) = Diff.Scan((Scalar)0, (Vector)new double[] { 1, 2, 3 }, (sum, x) => (sum + x, sum + x));
    /// Console.WriteLine($"{total} {sums}"); // 6 [1, 3, 6]
    /// </code>
    /// </example>
    public static (TCarry Carry, Matrix Outputs) Scan<TCarry>(
        TCarry init, Matrix rows, Func<TCarry, Vector, (TCarry, Vector)> body, int memory = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(init);
        ArgumentNullException.ThrowIfNull(body);
        return Control.scanRows("Scan", memory, init, rows, body.ToCore());
    }

    /// <inheritdoc cref="Checkpoint{T, TResult}(Func{T, TResult})"/>
    [OverloadResolutionPriority(3)]
    public static Func<Scalar, Scalar> Checkpoint(Func<Scalar, Scalar> f) => Checkpoint<Scalar, Scalar>(f);

    /// <inheritdoc cref="Checkpoint{T, TResult}(Func{T, TResult})"/>
    [OverloadResolutionPriority(2)]
    public static Func<Vector, Vector> Checkpoint(Func<Vector, Vector> f) => Checkpoint<Vector, Vector>(f);

    /// <inheritdoc cref="Checkpoint{T, TResult}(Func{T, TResult})"/>
    [OverloadResolutionPriority(1)]
    public static Func<Matrix, Matrix> Checkpoint(Func<Matrix, Matrix> f) => Checkpoint<Matrix, Matrix>(f);

    /// <summary>
    /// A function whose inner values are computed again on the way back instead of being kept: memory for time. It is recorded once a call,
    /// without numbers.
    /// </summary>
    /// <typeparam name="T">The structure that the function takes.</typeparam>
    /// <typeparam name="TResult">The structure that it returns.</typeparam>
    /// <param name="f">The function. Reading a number in it throws a <see cref="TracedValueException"/> that names If and Where.</param>
    /// <returns>The same function.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <exception cref="TracedValueException">When the result is called: <paramref name="f"/> reads a number of its argument.</exception>
    /// <exception cref="PrecisionException">When the result is called: <paramref name="f"/> changes the precision.</exception>
    /// <example>
    /// <code>
    /// var layer = Diff.Checkpoint((Vector v) => Tanh(v * 2.0));
    /// Console.WriteLine(Diff.Grad((Vector v) => layer(layer(v)).Sum())([0, 0])); // [4, 4]
    /// </code>
    /// </example>
    public static Func<T, TResult> Checkpoint<T, TResult>(Func<T, TResult> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return x => Control.checkpoint("Checkpoint", f.ToCore(), x);
    }

    private static FSharpFunc<Unit, T> Thunk<T>(Func<T> f) => FuncConvert.FromFunc(f);
}
