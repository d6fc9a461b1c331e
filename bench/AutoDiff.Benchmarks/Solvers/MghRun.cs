using System.Text.Json;

namespace AutoDiff.Benchmarks;

/// <summary>One run: a problem from one start, with what is known of its minima.</summary>
internal sealed record MghRun(int Number, string Name, int N, int M, double Factor, double[] Start, double Minimum, double[] Others, double? Value, double[]? Gradient)
{
    public Func<Vector, Vector> Residuals { get; } = MoreGarbowHillstromResiduals.Of(Number, N, M);

    public Scalar F(Vector x) => Residuals(x) is var r ? r * r : default;

    /// <summary>Whether a value is the least, to 1e-8 of it or to 1e-14 where it is 0.</summary>
    public bool IsSolved(double value) => Minimum > 1e-15 ? value - Minimum <= 1e-8 * Minimum : value <= 1e-14;

    /// <summary>Whether a value is that of a known local minimum or plateau.</summary>
    public bool IsElsewhere(double value) => Others.Any(other => Math.Abs(value - other) <= 1e-4 * Math.Abs(other));

    public static IReadOnlyList<MghRun> All(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var runs = new List<MghRun>();
        foreach (var problem in document.RootElement.GetProperty("problems").EnumerateArray())
        {
            foreach (var instance in problem.GetProperty("instances").EnumerateArray())
            {
                runs.Add(Read(problem, instance, 1));
                runs.Add(Read(problem, instance, 10));
            }
        }
        return runs;
    }

    private static MghRun Read(JsonElement problem, JsonElement instance, double factor)
    {
        var start = Numbers(instance.GetProperty("x0"));
        var scaled = Array.TrueForAll(start, x => x == 0) && factor > 1 ? Array.ConvertAll(start, _ => factor) : Array.ConvertAll(start, x => factor * x);
        var suffix = factor == 1 ? "x0" : "x10";
        var others = new List<double>();
        if (instance.TryGetProperty("minima", out var minima))
        {
            others.AddRange(minima.EnumerateArray().Select(minimum => ReadNumber(minimum.GetProperty("f"))));
        }
        if (instance.TryGetProperty("other", out var other))
        {
            others.AddRange(other.EnumerateArray().Where(IsPlateau).Select(place => ReadNumber(place.GetProperty("f"))));
        }
        if (problem.GetProperty("number").GetInt32() == 31)
        {
            // a strict local minimum that the list lacks: gradient 7e-13, eigenvalues of the Hessian from 2.4 to 797; SciPy's TNC ends there too
            others.Add(2.680219920726136);
        }
        return new(
            problem.GetProperty("number").GetInt32(),
            problem.GetProperty("name").GetString()!,
            instance.GetProperty("n").GetInt32(),
            instance.GetProperty("m").GetInt32(),
            factor,
            scaled,
            instance.GetProperty("f_star").GetDouble(),
            [.. others],
            instance.TryGetProperty("f_" + suffix, out var f) && f.ValueKind == JsonValueKind.Number ? f.GetDouble() : null,
            instance.TryGetProperty("grad_" + suffix, out var g) && g.ValueKind == JsonValueKind.Array ? Numbers(g) : null);
    }

    private static double ReadNumber(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? double.Parse(element.GetString()!, System.Globalization.CultureInfo.InvariantCulture) : element.GetDouble();

    private static bool IsPlateau(JsonElement place) => place.TryGetProperty("f", out _) && place.GetProperty("kind").GetString() != "saddle";

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(x => x.GetDouble())];
}
