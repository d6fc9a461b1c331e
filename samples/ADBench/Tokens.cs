using System.Globalization;

namespace Samples.ADBench;

/// <summary>The numbers of a text file, one after the other.</summary>
internal sealed class Tokens(string path)
{
    private readonly string[] words = File.ReadAllText(path).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    private int next;

    public int Integer() => int.Parse(words[next++], CultureInfo.InvariantCulture);

    public double Number() => double.Parse(words[next++], CultureInfo.InvariantCulture);

    public double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => Number())];

    /// <summary>So many columns of a matrix, one after the other.</summary>
    public double[,] Columns(int rows, int columns)
    {
        var matrix = new double[rows, columns];
        for (var j = 0; j < columns; j++)
        {
            for (var i = 0; i < rows; i++)
            {
                matrix[i, j] = Number();
            }
        }
        return matrix;
    }
}
