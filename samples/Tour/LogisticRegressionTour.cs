using AutoDiff;
using static AutoDiff.Maths;

namespace Samples;

/// <summary>What is fitted: the log-odds of a benign tumour are Weights · features + Intercept.</summary>
/// <param name="Weights">One weight for each feature.</param>
/// <param name="Intercept">The log-odds of the average tumour.</param>
internal sealed record Model(Vector Weights, Scalar Intercept);

/// <summary>Fits a logistic regression with an L2 penalty by L-BFGS, and shows how it went.</summary>
internal static class LogisticRegressionTour
{
    private const double Penalty = 1;
    private const string Page = "artifacts/tour.html";

    /// <summary>Fits, prints the result and writes the pictures.</summary>
    /// <returns>Whether the fit converged.</returns>
    public static bool Show()
    {
        var data = BreastCancer.Read(Path.Combine(AppContext.BaseDirectory, "breast_cancer.csv"));
        Scalar Loss(Model model) => LogLoss(data, model);

        Console.WriteLine();
        Console.WriteLine("Logistic regression: 569 tumours, 30 features, L2 penalty 1, L-BFGS from zero");
        Console.WriteLine();
        var start = new Model(new double[data.Features.ColumnCount], 0);
        var progress = new ProgressTable<Model>();
        var fit = Diff.Minimize((Model model) => Loss(model), start, new() { GradientTolerance = 1e-9, Progress = progress });

        Console.WriteLine();
        Console.WriteLine($"loss           {fit.Value:F6}");
        Console.WriteLine($"gradient norm  {fit.GradientNorm:0.0e-00}");
        Console.WriteLine($"accuracy       {Accuracy(data, fit.Point):P2}");
        Console.WriteLine($"evaluations    {fit.Evaluations}");
        Console.WriteLine($"ended          {fit.Message}");
        DescentPage.Write(Page, Loss, [start, .. progress.Path]);
        Console.WriteLine($"pictures       {Page}");
        return fit.Converged && fit.GradientNorm < 1e-8;
    }

    private static Scalar LogLoss(BreastCancer data, Model model)
    {
        var margins = data.Labels.PointwiseMultiply(data.Features * model.Weights + model.Intercept);
        return Softplus(-margins).Sum() + Penalty / 2 * (model.Weights * model.Weights);
    }

    private static double Accuracy(BreastCancer data, Model model)
    {
        var margins = data.Labels.PointwiseMultiply(data.Features * model.Weights + model.Intercept);
        return margins.ToArray().Average(margin => margin > 0 ? 1.0 : 0.0);
    }
}
