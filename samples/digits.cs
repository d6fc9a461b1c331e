#:project ../src/AutoDiff.CSharp/AutoDiff.CSharp.csproj
#:package Spectre.Console@0.57.2
#:property PublishAot=false
// A small neural network reads handwritten digits: 64 pixels, 64 hidden numbers, 10 classes; every fifth digit is held back to judge it by.
using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using AutoDiff;
using Spectre.Console;
using static AutoDiff.Maths;

const int Epochs = 40;
const int BatchSize = 32;
var (training, heldBack) = Digits.Read(Path.Combine(Folder(), "data", "digits.csv.gz"));
var batches = Enumerable.Range(0, training.Labels.Length).Chunk(BatchSize).Select(training.Part).ToArray();

static Matrix Scores(Network net, Matrix images) =>
    Relu((images * net.Hidden).AddToRows(net.HiddenBias)) * net.Output + Matrix.OfRows(Enumerable.Repeat(net.OutputBias, images.RowCount));

// The mean cross-entropy: the logarithm of the probability of the right digit, with its sign turned.
static Scalar Loss(Network net, Digits digits) =>
    -(Scores(net, digits.Images).RowLogSoftmax().PointwiseMultiply(digits.OneHot).Sum() / digits.Labels.Length);

static double Accuracy(Network net, Digits digits)
{
    var scores = Scores(net, digits.Images).ToMathNet();
    return digits.Labels.Select((label, i) => scores.Row(i).MaximumIndex() == label ? 1.0 : 0.0).Average();
}

var random = new Random(1);
Matrix Draw(int rows, int columns)
{
    var values = new double[rows, columns];
    foreach (ref var value in System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref values[0, 0], values.Length))
    {
        value = Math.Sqrt(6.0 / rows) * (2 * random.NextDouble() - 1); // K. He et al. (2015), for rectifiers
    }

    return values;
}

var start = new Network(Draw(64, 64), new double[64], Draw(64, 10), new double[10]);
var optimizer = Optimizer.AdamW(weightDecay: 0.1).WithRate(RateSchedule.Cosine(0.01, Epochs * batches.Length));

// A bar in a terminal; redirected into a file or a pipe, nothing of it appears.
var fit = Console.IsOutputRedirected
    ? Train(null)
    : AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn()).Start(context =>
        Train(new Bar(context.AddTask("training", maxValue: Epochs * batches.Length))));

Minimum<Network> Train(IProgress<Step>? progress) =>
    Diff.Minimize(
        (Network net, Digits batch) => Loss(net, batch), start, batches, optimizer, new() { Epochs = Epochs, ShuffleSeed = 1, Progress = progress });

Console.WriteLine($"{training.Labels.Length} digits to learn from, {heldBack.Labels.Length} held back; {fit.Steps} steps of Adam in {fit.Epochs} epochs");
Console.WriteLine($"loss          {Loss(start, training):F4} -> {Loss(fit.Point, training):F4}");
Console.WriteLine($"learnt        {Accuracy(fit.Point, training):P2}");
var accuracy = Accuracy(fit.Point, heldBack);
Console.WriteLine($"held back     {accuracy:P2} right");
Console.WriteLine(accuracy > 0.95 ? "above 95 % on digits that it has not seen" : "not above 95 %");

var shown = Scores(fit.Point, heldBack.Images).RowSoftmax();
for (var i = 0; i < 3; i++)
{
    Console.WriteLine();
    Console.WriteLine($"a {heldBack.Labels[i]}, read as {shown.Row(i).ToMathNet().MaximumIndex()} with probability {shown.Row(i).Maximum():P1}:");
    for (var row = 0; row < 8; row++)
    {
        Console.WriteLine("  " + string.Concat(heldBack.Images.Row(i)[(8 * row)..(8 * row + 8)].ToArray().Select(pixel => new string(" ░▒▓█"[(int)(pixel * 4)], 2))));
    }
}

return accuracy > 0.95 ? 0 : 1;

static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

internal sealed record Network(Matrix Hidden, Vector HiddenBias, Matrix Output, Vector OutputBias);

/// <summary>Digits, one a row: 64 pixels from 0 to 1.</summary>
internal sealed record Digits(Matrix Images, int[] Labels, Matrix OneHot)
{
    public static (Digits Training, Digits HeldBack) Read(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray())
            .ToArray();
        return (Of([.. rows.Where((_, i) => i % 5 != 4)]), Of([.. rows.Where((_, i) => i % 5 == 4)]));
    }

    public Digits Part(int[] rows) => new(Images.GatherRows(rows), [.. rows.Select(row => Labels[row])], OneHot.GatherRows(rows));

    private static Digits Of(double[][] rows)
    {
        int[] labels = [.. rows.Select(row => (int)row[64])];
        return new(
            Matrix.OfRows(rows.Select(row => (Vector)row[..64] / 16)),
            labels,
            Matrix.OfRows(labels.Select(label => (Vector)Enumerable.Range(0, 10).Select(k => k == label ? 1.0 : 0.0).ToArray())));
    }
}

internal sealed class Bar(ProgressTask bar) : IProgress<Step>
{
    public void Report(Step value)
    {
        bar.Value = value.Number + 1;
        bar.Description = $"loss {value.Value.Value:F4}";
    }
}
