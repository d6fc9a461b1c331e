using System.Text.Json;
using static AutoDiff.Maths;

namespace AutoDiff.Benchmarks;

/// <summary>One nonlinear regression of NIST's Statistical Reference Datasets, from one of its two starts, with the certified fit.</summary>
internal sealed record NistRegression(string Name, int StartNumber, double[] Start, double[] Estimates, double[] StandardDeviations, double ResidualDeviation, double SumOfSquares, Func<Vector, Vector> Residuals)
{
    /// <summary>The digits that agree with the certified estimates, at the worst one: -log10 of the relative error, at most 11.</summary>
    public double LogRelativeError(double[] estimates)
    {
        static double Digits(double found, double certified) =>
            found == certified ? 11 : Math.Min(11, -Math.Log10(Math.Abs(found - certified) / Math.Abs(certified)));
        var worst = estimates.Zip(Estimates, Digits).Min();
        return double.IsNaN(worst) ? 0 : Math.Max(0, worst);
    }

    public static IReadOnlyList<NistRegression> All(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return
        [
            .. from dataset in document.RootElement.GetProperty("datasets").EnumerateArray()
               from start in Enumerable.Range(1, 2)
               select Read(dataset, start),
        ];
    }

    private static NistRegression Read(JsonElement dataset, int start)
    {
        var name = dataset.GetProperty("name").GetString()!;
        var y = Numbers(dataset.GetProperty("y"));
        var x = dataset.GetProperty("x");
        var columns = x.ValueKind == JsonValueKind.Object
            ? x.EnumerateObject().Select(column => (Vector)Numbers(column.Value)).ToArray()
            : x[0].ValueKind == JsonValueKind.Array ? Columns(x) : [Numbers(x)];
        return new(
            name,
            start,
            Numbers(dataset.GetProperty("start" + start)),
            Numbers(dataset.GetProperty("refined")),
            Numbers(dataset.GetProperty("certified_sd")),
            dataset.GetProperty("residual_sd").GetDouble(),
            dataset.GetProperty("refined_rss").GetDouble(),
            Model(name, name == "Nelson" ? Array.ConvertAll(y, Math.Log) : y, columns));
    }

    private static Vector[] Columns(JsonElement rows)
    {
        var lists = rows.EnumerateArray().Select(Numbers).ToArray();
        return lists.Length == 2 && lists[0].Length > 2
            ? Array.ConvertAll(lists, list => (Vector)list)
            : [.. Enumerable.Range(0, lists[0].Length).Select(i => (Vector)lists.Select(list => list[i]).ToArray())];
    }

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(x => x.GetDouble())];

    private static Func<Vector, Vector> Model(string name, Vector y, Vector[] columns)
    {
        var x = columns[0];
        var (x2, x3) = (Square(x), Pow(x, 3));
        return name switch
        {
            "Bennett5" => b => b[0] * Pow(b[1] + x, -1 / b[2]) - y,
            "BoxBOD" or "Misra1a" => b => b[0] * (1 - Exp(-b[1] * x)) - y,
            "Chwirut1" or "Chwirut2" => b => Exp(-b[0] * x).PointwiseDivide(b[1] + b[2] * x) - y,
            "DanWood" => b => b[0] * Exp(b[1] * Log(x)) - y,
            "ENSO" => b => Ocean(b, x) - y,
            "Eckerle4" => b => b[0] / b[1] * Exp(-0.5 * Square((x - b[2]) / b[1])) - y,
            "Gauss1" or "Gauss2" or "Gauss3" => b =>
                b[0] * Exp(-b[1] * x) + b[2] * Exp(-Square((x - b[3]) / b[4])) + b[5] * Exp(-Square((x - b[6]) / b[7])) - y,
            "Hahn1" or "Thurber" => b =>
                (b[0] + b[1] * x + b[2] * x2 + b[3] * x3).PointwiseDivide(1 + b[4] * x + b[5] * x2 + b[6] * x3) - y,
            "Kirby2" => b => (b[0] + b[1] * x + b[2] * x2).PointwiseDivide(1 + b[3] * x + b[4] * x2) - y,
            "Lanczos1" or "Lanczos2" or "Lanczos3" => b => b[0] * Exp(-b[1] * x) + b[2] * Exp(-b[3] * x) + b[4] * Exp(-b[5] * x) - y,
            "MGH09" => b => b[0] * (x2 + b[1] * x).PointwiseDivide(x2 + b[2] * x + b[3]) - y,
            "MGH10" => b => b[0] * Exp(b[1] / (x + b[2])) - y,
            "MGH17" => b => b[0] + b[1] * Exp(-b[3] * x) + b[2] * Exp(-b[4] * x) - y,
            "Misra1b" => b => b[0] * (1 - Pow(1 + b[1] * x / 2, -2)) - y,
            "Misra1c" => b => b[0] * (1 - Pow(1 + 2 * b[1] * x, -0.5)) - y,
            "Misra1d" => b => b[0] * b[1] * x.PointwiseDivide(1 + b[1] * x) - y,
            "Nelson" => b => b[0] - b[1] * x.PointwiseMultiply(Exp(-b[2] * columns[1])) - y,
            "Rat42" => b => b[0] / (1 + Exp(b[1] - b[2] * x)) - y,
            "Rat43" => b => b[0] * Pow(1 + Exp(b[1] - b[2] * x), -1 / b[3]) - y,
            "Roszman1" => b => b[0] - b[1] * x - Atan(b[2] / (x - b[3])) / Math.PI - y,
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No model of that name."),
        };
    }

    private static Vector Ocean(Vector b, Vector x)
    {
        Vector Wave(Scalar period, Scalar cosine, Scalar sine) =>
            cosine * Cos(2 * Math.PI / period * x) + sine * Sin(2 * Math.PI / period * x);
        return b[0] + Wave(12, b[1], b[2]) + Wave(b[3], b[4], b[5]) + Wave(b[6], b[7], b[8]);
    }
}
