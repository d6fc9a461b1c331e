using System.Globalization;
using AutoDiff;

namespace Samples.ADBench;

/// <summary>A hand: bones, each hung on another, and vertices that move with them.</summary>
internal sealed class HandModel
{
    public int[] Parents { get; }

    public Matrix[] Relatives { get; }

    public Matrix[] InverseAbsolutes { get; }

    /// <summary>Gets the vertices in homogeneous coordinates, one a column.</summary>
    public Matrix Vertices { get; }

    /// <summary>Gets how much each bone, a row, moves each vertex, a column.</summary>
    public Matrix Weights { get; }

    public int[][] Triangles { get; }

    public HandModel(string folder)
    {
        var bones = Lines(folder, "bones.txt");
        Parents = [.. bones.Select(b => int.Parse(b[1], CultureInfo.InvariantCulture))];
        Relatives = [.. bones.Select(b => Square(b[2..18]))];
        InverseAbsolutes = [.. bones.Select(b => Square(b[18..34]))];
        var vertices = Lines(folder, "vertices.txt");
        var (places, weights) = (new double[4, vertices.Length], new double[bones.Length, vertices.Length]);
        for (var j = 0; j < vertices.Length; j++)
        {
            var line = vertices[j];
            (places[0, j], places[1, j], places[2, j], places[3, j]) = (Number(line[0]), Number(line[1]), Number(line[2]), 1);
            for (var q = 0; q < int.Parse(line[8], CultureInfo.InvariantCulture); q++)
            {
                weights[int.Parse(line[9 + (2 * q)], CultureInfo.InvariantCulture), j] = Number(line[10 + (2 * q)]);
            }
        }
        (Vertices, Weights) = (places, weights);
        Triangles = [.. Lines(folder, "triangles.txt").Select(t => t.Select(v => int.Parse(v, CultureInfo.InvariantCulture)).ToArray())];
    }

    private static string[][] Lines(string folder, string name) =>
        [.. File.ReadLines(Path.Combine(folder, name)).Where(line => line.Length > 0).Select(line => line.Split(':'))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Matrix Square(string[] numbers)
    {
        var matrix = new double[4, 4];
        for (var k = 0; k < 16; k++)
        {
            matrix[k / 4, k % 4] = Number(numbers[k]);
        }
        return matrix;
    }
}
