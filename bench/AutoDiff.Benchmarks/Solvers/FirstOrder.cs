using System.Text.Json;

namespace AutoDiff.Benchmarks;

/// <summary>First-order rules against trajectories that PyTorch made.</summary>
internal static class FirstOrder
{
    /// <summary>All trajectories; one passes where every checkpoint agrees to 1e-12.</summary>
    public static SolverRow[] Rows()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.File("tests/Data/first_order_trajectories.json")));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(Row)];
    }

    private static SolverRow Row(JsonElement trajectory)
    {
        var (problem, name) = (trajectory.GetProperty("problem").GetString()!, trajectory.GetProperty("optimizer").GetString()!);
        var checkpoints = trajectory.GetProperty("trajectory").EnumerateArray()
            .Select(point => (Step: point.GetProperty("step").GetInt32(), X: Numbers(point.GetProperty("x"))))
            .ToArray();
        Vector start = Numbers(trajectory.GetProperty("x0"));
        var path = Diff.Steps(Function(problem), start, Rule(name, trajectory.GetProperty("options"))).Take(checkpoints[^1].Step).ToArray();
        var error = checkpoints.Max(checkpoint => Error(path[checkpoint.Step - 1].Point.ToArray(), checkpoint.X));
        return new(problem, "", name, MinimizeStatus.StepLimit, path.Length, path.Length, 0, path[^1].Value.Value, error, error <= 1e-12);
    }

    private static double Error(double[] found, double[] expected) =>
        found.Zip(expected, (a, b) => Math.Abs(a - b)).Max() / Math.Max(1, expected.Max(Math.Abs));

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(x => x.GetDouble())];

    private static Func<Vector, Scalar> Function(string name) =>
        name switch
        {
            "rosenbrock" => x => 100 * Maths.Pow(x[1] - x[0] * x[0], 2) + Maths.Pow(1 - x[0], 2),
            "beale" => x =>
                Maths.Pow(1.5 - x[0] * (1 - x[1]), 2) + Maths.Pow(2.25 - x[0] * (1 - x[1] * x[1]), 2) + Maths.Pow(2.625 - x[0] * (1 - Maths.Pow(x[1], 3)), 2),
            _ => x => 0.5 * (Maths.Pow(x[0] - 1, 2) + 10 * Maths.Pow(x[1] - 2, 2) + 100 * Maths.Pow(x[2] - 3, 2)),
        };

    private static Optimizer Rule(string name, JsonElement options)
    {
        double Number(string key) => options.TryGetProperty(key, out var value) ? value.GetDouble() : 0;
        bool Flag(string key) => options.TryGetProperty(key, out var value) && value.GetBoolean();
        var (rate, decay, momentum) = (Number("lr"), Number("weight_decay"), Number("momentum"));
        return name switch
        {
            "SGD" => Optimizer.Sgd(rate, momentum, Number("dampening"), Flag("nesterov"), decay),
            "Adam" => Optimizer.Adam(rate, amsgrad: Flag("amsgrad"), weightDecay: decay),
            "AdamW" => Optimizer.AdamW(rate, weightDecay: decay),
            "Adamax" => Optimizer.Adamax(rate, weightDecay: decay),
            "RMSprop" => Optimizer.RmsProp(rate, momentum: momentum, centered: Flag("centered")),
            "Adagrad" => Optimizer.Adagrad(rate, rateDecay: Number("lr_decay"), initialAccumulator: Number("initial_accumulator_value")),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No rule of that name."),
        };
    }
}
