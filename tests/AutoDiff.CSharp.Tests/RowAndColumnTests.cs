using System.Reflection;
using AutoDiff;
using Xunit;

namespace FacadeTests;

/// <summary>Functions of rows and columns against formulas over plain numbers, and their gradients against differences of these.</summary>
public class RowAndColumnTests
{
    private const double Order = 3;
    private const double Probability = 0.35;

    /// <summary>What each does to one row or column, written without the library.</summary>
    private static readonly Dictionary<string, Func<double[], double[]>> Formulas = new()
    {
        ["Sums"] = x => [x.Sum()],
        ["Means"] = x => [x.Average()],
        ["Products"] = x => [x.Aggregate((a, b) => a * b)],
        ["Maximums"] = x => [x.Max()],
        ["Minimums"] = x => [x.Min()],
        ["LogSumExp"] = x => [Math.Log(x.Sum(Math.Exp))],
        ["Variances"] = x => [Variance(x)],
        ["StandardDeviations"] = x => [Math.Sqrt(Variance(x))],
        ["Norms"] = x => [Math.Pow(x.Sum(a => Math.Pow(Math.Abs(a), Order)), 1 / Order)],
        ["Medians"] = x => [Quantile(x, 0.5)],
        ["Quantiles"] = x => [Quantile(x, Probability)],
        ["Softmax"] = x => [.. x.Select(a => Math.Exp(a) / x.Sum(Math.Exp))],
        ["LogSoftmax"] = x => [.. x.Select(a => a - Math.Log(x.Sum(Math.Exp)))],
        ["CumulativeSums"] = x => [.. x.Select((_, i) => x[..(i + 1)].Sum())],
        ["CumulativeProducts"] = x => [.. x.Select((_, i) => x[..(i + 1)].Aggregate((a, b) => a * b))],
        ["Sort"] = x => [.. x.Order()],
    };

    public static TheoryData<string> Members => [.. Families().Select(m => m.Name)];

    private static IEnumerable<MethodInfo> Families() =>
        typeof(Maths).GetMethods().Where(m => m.Name.StartsWith("Row", StringComparison.Ordinal) || m.Name.StartsWith("Column", StringComparison.Ordinal));

    private static double Variance(double[] x) => x.Sum(a => Math.Pow(a - x.Average(), 2)) / (x.Length - 1);

    private static double Quantile(double[] x, double probability)
    {
        var (sorted, place) = (x.Order().ToArray(), probability * (x.Length - 1));
        var low = (int)place;
        return sorted[low] + ((place - low) * (sorted[Math.Min(low + 1, x.Length - 1)] - sorted[low]));
    }

    private static double[,] Transposed(double[,] m)
    {
        var result = new double[m.GetLength(1), m.GetLength(0)];
        foreach (var (i, j) in Places(result))
        {
            result[i, j] = m[j, i];
        }
        return result;
    }

    private static IEnumerable<(int I, int J)> Places(double[,] m) =>
        from i in Enumerable.Range(0, m.GetLength(0)) from j in Enumerable.Range(0, m.GetLength(1)) select (i, j);

    private static double[][] Rows(double[,] m) =>
        [.. Enumerable.Range(0, m.GetLength(0)).Select(i => Enumerable.Range(0, m.GetLength(1)).Select(j => m[i, j]).ToArray())];

    /// <summary>All results, row by row of the operand or column by column, one after the other.</summary>
    private static double[] Expected(string name, double[,] m)
    {
        var ofRows = name.StartsWith("Row", StringComparison.Ordinal);
        return [.. Rows(ofRows ? m : Transposed(m)).SelectMany(Formulas[name[(ofRows ? 3 : 6)..]])];
    }

    private static Vector Found(string name, Matrix m)
    {
        var method = Families().Single(f => f.Name == name);
        var parameter = name.EndsWith("Norms", StringComparison.Ordinal) ? Order : Probability;
        var result = method.Invoke(null, method.GetParameters().Length == 1 ? [m] : [m, parameter]);
        return result switch
        {
            Vector v => v,
            Matrix r when name.StartsWith("Row", StringComparison.Ordinal) => r.Transpose().ToColumnMajorVector(),
            Matrix r => r.ToColumnMajorVector(),
            _ => throw new InvalidOperationException(name),
        };
    }

    /// <summary>Distinct numbers, so far apart that a step changes no order.</summary>
    private static double[,] Draw(Random random)
    {
        var (rows, columns) = (random.Next(2, 5), random.Next(2, 5));
        var numbers = Enumerable.Range(0, rows * columns).Select(k => (k - 7) * 0.25 + 0.0717).ToArray();
        random.Shuffle(numbers);
        var m = new double[rows, columns];
        foreach (var (i, j) in Places(m))
        {
            m[i, j] = numbers[i * columns + j];
        }
        return m;
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void Of_each_row_or_column_what_its_formula_gives(string name)
    {
        var random = new Random(11);
        for (var trial = 0; trial < 20; trial++)
        {
            var m = Draw(random);
            Near.Equal(Expected(name, m), Found(name, m), 1e-13);
        }
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void Gradients_are_those_of_the_formulas(string name)
    {
        var random = new Random(12);
        for (var trial = 0; trial < 10; trial++)
        {
            var m = Draw(random);
            var weights = Expected(name, m).Select(_ => random.Next(1, 9) / 4.0).ToArray();
            var gradient = Diff.Grad((Matrix m) => Maths.Dot(weights, Found(name, m)))(m);
            foreach (var (i, j) in Places(m))
            {
                Slopes.Equal(x => Expected(name, With(m, i, j, x)).Zip(weights, (a, w) => a * w).Sum(), m[i, j], gradient[i, j].Value);
            }
        }
    }

    [Fact]
    public void Every_formula_has_a_member_for_rows_and_one_for_columns() =>
        Assert.Equal(
            Formulas.Keys.SelectMany(name => new[] { "Row" + name, "Column" + name }).Order(StringComparer.Ordinal),
            Families().Select(m => m.Name).Order(StringComparer.Ordinal));

    internal static double[,] With(double[,] m, int i, int j, double x)
    {
        var changed = (double[,])m.Clone();
        changed[i, j] = x;
        return changed;
    }
}
