using System.Numerics;
using System.Reflection;
using AutoDiff;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Providers.LinearAlgebra;
using Xunit;
using Control = MathNet.Numerics.Control;
using Matrix = AutoDiff.Matrix;

namespace FacadeTests;

/// <summary>Tests that change settings of the process run by themselves.</summary>
[CollectionDefinition("settings", DisableParallelization = true)]
public class SettingsGroup;

[Collection("settings")]
public sealed class AutoDiffControlTests : IDisposable
{
    private static readonly ManagedLinearAlgebraProvider Managed = new();

    public static TheoryData<Transpose> Transposes { get; } = new(Enum.GetValues<Transpose>());

    public void Dispose()
    {
        Control.UseManaged();
        AutoDiffControl.MaxThreads = 1;
    }

    [Fact]
    public void One_thread_unless_asked_for_more()
    {
        Assert.Equal(1, AutoDiffControl.MaxThreads);
        AutoDiffControl.MaxThreads = 3;
        Assert.Equal(3, AutoDiffControl.MaxThreads);
        Assert.Throws<ArgumentOutOfRangeException>(() => AutoDiffControl.MaxThreads = 0);
        Assert.Equal(3, AutoDiffControl.MaxThreads);
    }

    [Theory]
    [MemberData(nameof(Transposes))]
    public void Products_are_MathNets_to_rounding(Transpose opA)
    {
        foreach (var opB in Enum.GetValues<Transpose>())
        {
            ComparePrecisions(opA, opB);
        }
    }

    private static void ComparePrecisions(Transpose opA, Transpose opB)
    {
        foreach (var (m, n, k) in new[] { (1, 1, 1), (3, 5, 2), (7, 1, 9), (1, 8, 4), (40, 33, 57), (130, 140, 150) })
        {
            foreach (var (alpha, beta) in new[] { (1.0, 0.0), (1.0, 1.0), (-0.5, 0.0), (2.5, -0.75), (0.0, 3.0), (0.0, 0.0) })
            {
                Compare(opA, opB, m, n, k, alpha, beta, Math.ScaleB(1, -53));
                Compare(opA, opB, m, n, k, (float)alpha, (float)beta, Math.ScaleB(1, -24));
            }
        }
    }

    /// <summary>
    /// Two sums of k products, each rounded at every step, are each within γₖ |A||B| of the exact one, whatever the order (Higham, Accuracy
    /// and Stability, §3.5); the factors and the last addition round four times more.
    /// </summary>
    private static void Compare<T>(Transpose opA, Transpose opB, int m, int n, int k, T alpha, T beta, double unit)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(m + n + k);
        T[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => T.CreateChecked(random.NextDouble() - 0.5))];
        T[] a = Numbers(m * k), b = Numbers(k * n), c = Numbers(m * n);
        T[] Update(ILinearAlgebraProvider<T> provider, T[] x, T[] y, T[] start, T factor, T keep)
        {
            var result = start.ToArray();
            var (rowsA, columnsA) = opA == Transpose.DontTranspose ? (m, k) : (k, m);
            var (rowsB, columnsB) = opB == Transpose.DontTranspose ? (k, n) : (n, k);
            provider.MatrixMultiplyWithUpdate(opA, opB, factor, x, rowsA, columnsA, y, rowsB, columnsB, keep, result);
            return result;
        }
        T[] Sizes(T[] x) => Array.ConvertAll(x, T.Abs);
        var managed = (ILinearAlgebraProvider<T>)(object)Managed;
        var expected = Update(managed, a, b, c, alpha, beta);
        var bounds = Update(managed, Sizes(a), Sizes(b), Sizes(c), T.Abs(alpha), T.Abs(beta));
        AutoDiffControl.UseForMathNet();
        var found = Update((ILinearAlgebraProvider<T>)LinearAlgebraControl.Provider, a, b, c, alpha, beta);
        for (var i = 0; i < found.Length; i++)
        {
            var (distance, bound) = (double.CreateChecked(T.Abs(found[i] - expected[i])), double.CreateChecked(bounds[i]));
            Assert.True(distance <= ((2 * k) + 8) * unit * bound, $"{opA} {opB} {m} {n} {k}: {found[i]} for {expected[i]}");
        }
    }

    [Fact]
    public void A_factor_of_zero_leaves_its_numbers_unread()
    {
        AutoDiffControl.UseForMathNet();
        ILinearAlgebraProvider<double> provider = LinearAlgebraControl.Provider;
        double[] c = [double.NaN];
        provider.MatrixMultiplyWithUpdate(Transpose.DontTranspose, Transpose.DontTranspose, 2, [3], 1, 1, [4], 1, 1, 0, c);
        Assert.Equal([24.0], c);
        provider.MatrixMultiplyWithUpdate(Transpose.DontTranspose, Transpose.DontTranspose, 0, [double.NaN], 1, 1, [4], 1, 1, 0.5, c);
        Assert.Equal([12.0], c);
    }

    [Fact]
    public void MathNets_own_operators_compute_our_bits()
    {
        var random = new Random(5);
        Matrix<double> a = Random(random, 70, 90), b = Random(random, 90, 80);
        var managed = a * b;
        AutoDiffControl.UseForMathNet();
        var ours = (new Matrix(a.ToArray()) * new Matrix(b.ToArray())).ToArray();
        Assert.Equal(ours, (a * b).ToArray());
        Assert.Equal(ours, a.TransposeAndMultiply(b.Transpose()).ToArray());
        Assert.Equal(ours, a.Transpose().TransposeThisAndMultiply(b).ToArray());
        Assert.Equal((new Matrix(a.ToArray()) * new AutoDiff.Vector(b.Column(0).ToArray())).ToArray(), (a * b.Column(0)).ToArray());
        Assert.NotEqual(ours, managed.ToArray());
        Control.UseManaged();
        Assert.Equal(managed, a * b);
    }

    [Fact]
    public void A_second_call_changes_nothing_and_the_managed_provider_comes_back()
    {
        AutoDiffControl.UseForMathNet();
        var first = LinearAlgebraControl.Provider;
        Assert.StartsWith("AutoDiff", first.ToString(), StringComparison.Ordinal);
        AutoDiffControl.UseForMathNet();
        Assert.Same(first, LinearAlgebraControl.Provider);
        Control.UseManaged();
        Assert.IsType<ManagedLinearAlgebraProvider>(LinearAlgebraControl.Provider);
        AutoDiffControl.UseForMathNet();
        Assert.NotSame(first, LinearAlgebraControl.Provider);
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_named()
    {
        AutoDiffControl.UseForMathNet();
        ILinearAlgebraProvider<double> provider = LinearAlgebraControl.Provider;
        var error = Assert.Throws<ArgumentException>(() => provider.MatrixMultiply(new double[6], 2, 3, new double[8], 4, 2, new double[4]));
        Assert.Contains("3 columns", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => provider.MatrixMultiply(new double[5], 2, 3, new double[6], 3, 2, new double[4]));
        Assert.Contains("2 x 3", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => provider.MatrixMultiply(null, 2, 3, new double[6], 3, 2, new double[4]));
    }

    [Fact]
    public void All_but_products_of_real_matrices_goes_to_the_provider_that_was_in_use()
    {
        var rest = DispatchProxy.Create<ILinearAlgebraProvider, Recorder>();
        var recorder = (Recorder)(object)rest;
        LinearAlgebraControl.Provider = rest;
        AutoDiffControl.UseForMathNet();
        var provider = LinearAlgebraControl.Provider;
        Assert.NotSame(rest, provider);
        var methods = typeof(ILinearAlgebraProvider).GetInterfaces().Append(typeof(ILinearAlgebraProvider)).SelectMany(t => t.GetMethods());
        foreach (var method in methods.Where(method => !IsRealProduct(method)))
        {
            object?[] arguments = [.. method.GetParameters().Select((parameter, place) => Example(parameter.ParameterType, place))];
            method.Invoke(provider, arguments);
            Assert.Equal(method, recorder.Method);
            Assert.Equal(arguments, recorder.Arguments);
        }
    }

    private static Matrix<double> Random(Random random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, (_, _) => random.NextDouble());

    private static bool IsRealProduct(MethodInfo method) =>
        method.Name.StartsWith("MatrixMultiply", StringComparison.Ordinal)
        && (method.DeclaringType == typeof(ILinearAlgebraProvider<double>) || method.DeclaringType == typeof(ILinearAlgebraProvider<float>));

    /// <summary>An argument that differs from those at other places.</summary>
    private static object Example(Type type, int place) =>
        type.IsArray ? Array.CreateInstance(type.GetElementType()!, place + 1)
        : type.IsEnum ? Enum.GetValues(type).GetValue(place % Enum.GetValues(type).Length)!
        : type == typeof(bool) ? true
        : type == typeof(Complex) ? new Complex(place, 1)
        : type == typeof(MathNet.Numerics.Complex32) ? new MathNet.Numerics.Complex32(place, 1)
        : Convert.ChangeType(place, type, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A provider that remembers the last call.</summary>
    public class Recorder : DispatchProxy
    {
        public MethodInfo? Method { get; private set; }

        public object?[]? Arguments { get; private set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            (Method, Arguments) = (targetMethod, args);
            var type = targetMethod!.ReturnType;
            return type == typeof(void) || !type.IsValueType ? null : Activator.CreateInstance(type);
        }
    }
}
