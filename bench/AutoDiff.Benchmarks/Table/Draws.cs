namespace AutoDiff.Benchmarks;

/// <summary>Numbers to compute with, the same in every run.</summary>
internal static class Draws
{
    /// <summary>Numbers between -scale and scale.</summary>
    public static double[] Symmetric(int seed, int count, double scale = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => scale * ((2 * random.NextDouble()) - 1))];
    }

    /// <summary>A matrix of such numbers.</summary>
    public static double[,] Matrix(int seed, int rows, int columns, double scale = 1)
    {
        var numbers = Symmetric(seed, rows * columns, scale);
        var matrix = new double[rows, columns];
        Buffer.BlockCopy(numbers, 0, matrix, 0, numbers.Length * sizeof(double));
        return matrix;
    }
}
