namespace AutoDiff.Benchmarks;

/// <summary>All cases by their names.</summary>
internal static class Catalogue
{
    private static readonly (string Name, Func<string, Case> Make)[] All =
    [
        ("quad", name => new Quadratic(name)),
        ("rosen-2", name => new RosenbrockOnVectors(name, 2)),
        ("rosen-100", name => new RosenbrockOnVectors(name, 100)),
        ("rosen-100-scalar", name => new RosenbrockOnScalars(name, 100)),
        ("rosen-10000", name => new RosenbrockOnVectors(name, 10_000)),
        ("rosen-10000-scalar", name => new RosenbrockOnScalars(name, 10_000)),
        ("logreg-1000x20", name => new LogisticRegression(name, 1_000, 20)),
        ("logreg-10000x100", name => new LogisticRegression(name, 10_000, 100)),
        ("mlp", name => new Perceptron(name)),
        ("gmm", name => new GaussianMixture(name, 1_000, 10, 5)),
        ("rosen-hess-100", name => new RosenbrockHessian(name, 100)),
        ("chain-1000", name => new Chain(name, 1_000)),
        ("chain-1000000", name => new Chain(name, 1_000_000)),
        ("gmm-d10-k25", name => MixtureCase.Read(name, "gmm/1k/gmm_d10_K25.txt")),
        ("gmm-d20-k50", name => MixtureCase.Read(name, "gmm/1k/gmm_d20_K50.txt")),
        ("lstm-l2", name => LstmCase.Read(name, "lstm/lstm_l2_c1024.txt")),
        ("lstm-l4", name => LstmCase.Read(name, "lstm/lstm_l4_c1024.txt")),
        ("ba1", name => new BundleCase(name, "ba/ba1_n49_m7776_p31843.txt")),
        ("hand1", name => new HandCase(name, "hand/simple_small/hand1_t26_c100.txt")),
    ];

    /// <summary>Gets the names, in the order of the table.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(entry => entry.Name)];

    /// <summary>Makes a case with its data.</summary>
    public static Case Make(string name) => All.First(entry => entry.Name == name).Make(name);
}
