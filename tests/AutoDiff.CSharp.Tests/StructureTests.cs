using AutoDiff;
using Xunit;

namespace FacadeTests;

public class StructureTests
{
    [Fact]
    public void Tuples_records_and_anonymous_types()
    {
        var tuple = Diff.Grad(((Scalar A, Vector B) x) => x.A * x.B.Sum())((2, [3, 4]));
        Near.Equal(7, tuple.A);
        Near.Equal([2, 2], tuple.B);
        var init = Diff.Grad((InitOnly p) => p.Gain * p.Weights.Sum())(new() { Gain = 2, Name = "kept", Weights = [3, 4] });
        Near.Equal(7, init.Gain);
        Assert.Equal("kept", init.Name);
        Near.Equal(3, Diff.Grad((Point p) => p.X * p.Y)(new(2, 3)).X);
        var start = new { A = (Scalar)2, B = (Scalar)5 };
        Near.Equal(5, Gradient(start, p => p.A * p.B).A);
    }

    private static T Gradient<T>(T x, Func<T, Scalar> f) => Diff.Grad(f)(x);

    [Fact]
    public void Arrays_lists_and_dictionaries()
    {
        var array = Diff.Grad((Scalar[] xs) => xs[0] * xs[1])([2, 3]);
        Assert.Equal([3.0, 2.0], array.Select(x => x.Value));
        var list = Diff.Grad((List<Vector> xs) => xs[0] * xs[1])([[1, 2], [3, 4]]);
        Near.Equal([3, 4], list[0]);
        var dictionary = Diff.Grad((Dictionary<string, Scalar> d) => d["b"] * d["a"] * d["a"])(new() { ["b"] = 2, ["a"] = 3 });
        Near.Equal(12, dictionary["a"]);
        Near.Equal(9, dictionary["b"]);
    }

    [Fact]
    public void Nested_structures()
    {
        var point = new Nested(
            [new(2, [1, 2]), new(3, [4])], new() { ["rate"] = 5 }, (7, [8]), [new double[,] { { 1, 2 } }, new double[,] { { 3 } }]);
        var gradient = Diff.Grad((Nested n) =>
            n.Layers[0].Gain * n.Layers[1].Weights[0] * n.Rates["rate"] + n.Pair.Item1 * n.Pair.Item2[0] + n.Matrices[0][0, 1])(point);
        Near.Equal(20, gradient.Layers[0].Gain);
        Near.Equal([0, 0], gradient.Layers[0].Weights);
        Near.Equal([10], gradient.Layers[1].Weights);
        Near.Equal(8, gradient.Rates["rate"]);
        Near.Equal(8, gradient.Pair.Item1);
        Near.Equal(new double[,] { { 0, 1 } }, gradient.Matrices[0]);
        Near.Equal(new double[,] { { 0 } }, gradient.Matrices[1]);
    }

    [Fact]
    public void What_is_not_a_value_rides_along_unchanged()
    {
        var data = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense([1, 2]);
        var point = new Riders(3, "name", 4, 0.5, [6, 7], data, DayOfWeek.Friday);
        var gradient = Diff.Grad((Riders r) => r.X * r.X * r.Count * r.Rate * r.Table[1] * r.Data[1])(point);
        Near.Equal(2 * 3 * 4 * 0.5 * 7 * 2, gradient.X);
        Assert.Equal(point with { X = gradient.X }, gradient);
        Assert.Same(point.Table, gradient.Table);
        Assert.Same(data, gradient.Data);
    }

    [Fact]
    public void Hessian_goes_over_the_flattened_values_in_order()
    {
        var hessian = Diff.Hessian((Dictionary<string, Scalar> d) => d["b"] * d["a"] * d["a"])(new() { ["b"] = 2, ["a"] = 3 });
        Near.Equal(new double[,] { { 4, 6 }, { 6, 0 } }, hessian);
    }

    [Fact]
    public void Hessian_over_plain_numbers_alone()
    {
        Near.Equal(new double[,] { { 0, 6 }, { 6, 4 } }, Diff.Hessian((Point p) => p.X * p.Y * p.Y)(new(2, 3)));
        Near.Equal([6, 10], Diff.Hessian((Scalar[] xs) => xs[0] * xs[1] * xs[1])([2, 3]) * (Vector)new double[] { 1, 1 });
        Near.Equal(new double[,] { { 6 } }, Diff.Hessian((ValueTuple<Scalar> x) => x.Item1 * x.Item1 * x.Item1)(new(1)));
    }

    [Fact]
    public void Structure_without_values_names_its_numbers()
    {
        var error = Assert.Throws<StructureException>(() => Diff.Grad((OnlyNumbers p) => p.Rate)(new(1, [2], "a")));
        Assert.Contains("OnlyNumbers.Rate", error.Message, StringComparison.Ordinal);
        Assert.Contains("OnlyNumbers.Table", error.Message, StringComparison.Ordinal);
        Assert.Contains("Scalar", error.Message, StringComparison.Ordinal);
        Assert.Throws<StructureException>(() => Diff.Variable("text"));
        var several = Assert.Throws<StructureException>(() => Diff.Grad((double a, double b) => a * b)(1, 2));
        Assert.Contains("tuple.Item1, tuple.Item2", several.Message, StringComparison.Ordinal);
    }

    private sealed class Settable
    {
        public Scalar X { get; set; } = 1;
    }

    private struct Fields
    {
        public Scalar X;
    }

    [Fact]
    public void Values_in_a_class_are_said_to_be_hidden()
    {
        var error = Assert.Throws<StructureException>(() => Diff.Grad((Settable s) => s.X * s.X)(new()));
        Assert.Contains("Settable holds values, but it is not taken apart", error.Message, StringComparison.Ordinal);
        Assert.Contains("Make it a record", error.Message, StringComparison.Ordinal);
        var inside = Assert.Throws<StructureException>(() => Diff.Grad(((Fields First, int Count) t) => t.First.X)((new() { X = 1 }, 1)));
        Assert.Contains("Fields holds values", inside.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_that_refuses_is_named_with_the_leaf()
    {
        var error = Assert.Throws<StructureException>(() => Diff.Grad((Holder h) => -h.Inner.X)(new("a", new(1))));
        Assert.Contains("Positive", error.Message, StringComparison.Ordinal);
        Assert.Contains("Inner", error.Message, StringComparison.Ordinal);
        Assert.Contains("x must be positive", error.Message, StringComparison.Ordinal);
        Assert.IsType<ArgumentOutOfRangeException>(error.InnerException);
    }

    [Fact]
    public void Tangent_of_another_structure_is_refused()
    {
        Scalar[] point = [1, 2];
        var error = Assert.Throws<StructureException>(() => Diff.Jvp((Scalar[] xs) => xs[0], point, [1]));
        Assert.Contains("1 values where the point has 2", error.Message, StringComparison.Ordinal);
    }
}
