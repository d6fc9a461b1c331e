using System.Globalization;
using AutoDiff;

namespace Samples;

/// <summary>The breast-cancer data: standardised features, one tumour a row, and labels, 1 for benign and -1 for malignant.</summary>
/// <param name="Features">569 rows and 30 columns, each column with mean 0 and standard deviation 1.</param>
/// <param name="Labels">569 labels.</param>
internal sealed record BreastCancer(Matrix Features, Vector Labels)
{
    /// <summary>Reads the file and standardises its columns.</summary>
    public static BreastCancer Read(string file)
    {
        var rows = File.ReadLines(file).Skip(1)
            .Select(line => line.Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray())
            .ToArray();
        var labels = rows.Select(row => 2 * row[^1] - 1).ToArray();
        var features = new double[rows.Length, rows[0].Length - 1];
        for (var j = 0; j < features.GetLength(1); j++)
        {
            var mean = rows.Average(row => row[j]);
            var deviation = Math.Sqrt(rows.Average(row => (row[j] - mean) * (row[j] - mean)));
            for (var i = 0; i < rows.Length; i++)
            {
                features[i, j] = (rows[i][j] - mean) / deviation;
            }
        }

        return new(features, labels);
    }
}
