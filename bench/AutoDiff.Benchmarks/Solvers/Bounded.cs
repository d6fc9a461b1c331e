using System.Globalization;
using System.Text.Json;

namespace AutoDiff.Benchmarks;

/// <summary>
/// Test functions of Moré, Garbow and Hillstrom in the boxes of D. M. Gay, "A trust-region approach to linearly constrained optimization", Lecture
/// Notes in Mathematics 1066 (1984) 72-105, from the standard starts moved into the box.
/// </summary>
internal static class Bounded
{
    /// <summary>All boxes; a run passes with the least value to 1e-8 and no point outside.</summary>
    public static SolverRow[] Rows()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.File("tests/Data/mgh.json")));
        return
        [
            .. from problem in document.RootElement.GetProperty("problems").EnumerateArray()
               where problem.TryGetProperty("bounded", out _)
               from box in problem.GetProperty("bounded").EnumerateArray()
               where problem.GetProperty("number").GetInt32() != 11 && box.TryGetProperty("f", out var f) && f.ValueKind == JsonValueKind.String
               from solver in new (string Name, Optimizer? Optimizer)[] { ("default", null), ("lbfgs", Optimizer.Lbfgs()) }
               select Row(problem, box, solver.Name, solver.Optimizer),
        ];
    }

    private static SolverRow Row(JsonElement problem, JsonElement box, string name, Optimizer? optimizer)
    {
        var (number, n, m) = (problem.GetProperty("number").GetInt32(), box.GetProperty("n").GetInt32(), box.GetProperty("m").GetInt32());
        var (lower, upper) = (Numbers(box.GetProperty("lower")), Numbers(box.GetProperty("upper")));
        var least = double.Parse(box.GetProperty("f").GetString()!, CultureInfo.InvariantCulture);
        var instance = problem.GetProperty("instances").EnumerateArray().First(instance => instance.GetProperty("n").GetInt32() == n);
        var start = Numbers(instance.GetProperty("x0")).Select((x, i) => Math.Clamp(x, lower[i], upper[i])).ToArray();
        var residuals = MoreGarbowHillstromResiduals.Of(number, n, m);
        var isFeasible = true;
        Scalar F(Vector x)
        {
            var r = residuals(x);
            return r * r;
        }
        var options = new MinimizeOptions
        {
            Bounds = Bounds.Between<Vector>(lower, upper),
            Stop = step => !(isFeasible &= IsInside(((Step<Vector>)step).Point.ToArray(), lower, upper)),
        };
        var fit = optimizer is null ? Diff.Minimize(F, start, options) : Diff.Minimize(F, start, optimizer, options);
        var error = fit.Value.Value - least;
        return new(
            $"{number} {problem.GetProperty("name").GetString()} in a box", "×1", name, fit.Status, fit.Steps, fit.Evaluations.Values, 0, fit.Value.Value, error,
            isFeasible && (least > 1e-15 ? error <= 1e-8 * least : fit.Value.Value <= 1e-14));
    }

    private static bool IsInside(double[] x, double[] lower, double[] upper) =>
        x.Index().All(element => element.Item >= lower[element.Index] && element.Item <= upper[element.Index]);

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(x => x.GetDouble())];
}
