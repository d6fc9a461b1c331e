using static AutoDiff.Maths;

namespace AutoDiff.Benchmarks;

/// <summary>
/// The residuals of the test functions of J. J. Moré, B. S. Garbow, K. E. Hillstrom, "Testing unconstrained optimization software", ACM
/// Transactions on Mathematical Software 7 (1981) 17-41, by their numbers there; the functions are sums of squares.
/// </summary>
internal static class MoreGarbowHillstromResiduals
{
    private static readonly double[] Bard = [0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39];

    private static readonly double[] Gaussian = [0.0009, 0.0044, 0.0175, 0.0540, 0.1295, 0.2420, 0.3521, 0.3989];

    private static readonly double[] Meyer =
        [34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872];

    private static readonly double[] KowalikY = [0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246];
    private static readonly double[] KowalikU = [4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625];

    private static readonly double[] Osborne1 =
    [
        0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.850, 0.818, 0.784, 0.751, 0.718, 0.685, 0.658, 0.628, 0.603, 0.580,
        0.558, 0.538, 0.522, 0.506, 0.490, 0.478, 0.467, 0.457, 0.448, 0.438, 0.431, 0.424, 0.420, 0.414, 0.411, 0.406,
    ];

    private static readonly double[] Osborne2 =
    [
        1.366, 1.191, 1.112, 1.013, 0.991, 0.885, 0.831, 0.847, 0.786, 0.725, 0.746, 0.679, 0.608, 0.655, 0.616, 0.606, 0.602,
        0.626, 0.651, 0.724, 0.649, 0.649, 0.694, 0.644, 0.624, 0.661, 0.612, 0.558, 0.533, 0.495, 0.500, 0.423, 0.395, 0.375,
        0.372, 0.391, 0.396, 0.405, 0.428, 0.429, 0.523, 0.562, 0.607, 0.653, 0.672, 0.708, 0.633, 0.668, 0.645, 0.632, 0.591,
        0.559, 0.597, 0.625, 0.739, 0.710, 0.729, 0.720, 0.636, 0.581, 0.428, 0.292, 0.162, 0.098, 0.054,
    ];

    /// <summary>The residuals of a problem for so many variables and residuals.</summary>
    public static Func<Vector, Vector> Of(int number, int n, int m) =>
        number switch
        {
            1 or 21 => ExtendedRosenbrock,
            2 => FreudensteinRoth,
            3 => x => new Vector([1e4 * x[0] * x[1] - 1, Exp(-x[0]) + Exp(-x[1]) - 1.0001]),
            4 => x => new Vector([x[0] - 1e6, x[1] - 2e-6, x[0] * x[1] - 2]),
            5 => x => new Vector([1.5 - x[0] * (1 - x[1]), 2.25 - x[0] * (1 - Pow(x[1], 2)), 2.625 - x[0] * (1 - Pow(x[1], 3))]),
            6 => x => Numbers(m, i => 2 + 2 * i) - Exp(Numbers(m, i => i) * x[0]) - Exp(Numbers(m, i => i) * x[1]),
            7 => HelicalValley,
            8 => Bards,
            9 => x => x[0] * Exp(-x[1] * Square(Numbers(15, i => (8 - i) / 2.0) - x[2]) / 2) - Numbers(15, i => Gaussian[Math.Min(i, 16 - i) - 1]),
            10 => x => x[0] * Exp(x[1] / (Numbers(16, i => 45 + 5 * i) + x[2])) - (Vector)Meyer,
            11 => x => Exp(-Pow(Abs(Numbers(m, GulfY) - x[1]), x[2]) / x[0]) - Numbers(m, i => i / 100.0),
            12 => x => Exp(Numbers(m, i => -0.1 * i) * x[0]) - Exp(Numbers(m, i => -0.1 * i) * x[1]) - x[2] * Numbers(m, i => Math.Exp(-0.1 * i) - Math.Exp(-i)),
            13 or 22 => ExtendedPowell,
            14 => Wood,
            15 => KowalikOsborne,
            16 => BrownDennis(m),
            17 => x => (Vector)Osborne1 - x[0] - x[1] * Exp(Numbers(33, i => -10 * (i - 1)) * x[3]) - x[2] * Exp(Numbers(33, i => -10 * (i - 1)) * x[4]),
            18 => Biggs(m),
            19 => SecondOsborne,
            20 => Watson(n),
            23 => x => Vector.Concatenate(Math.Sqrt(1e-5) * (x - 1), new Vector([x * x - 0.25])),
            24 => SecondPenalty(n),
            25 => VariablyDimensioned,
            26 => x => n - Cos(x).Sum() + Numbers(n, i => i).PointwiseMultiply(1 - Cos(x)) - Sin(x),
            27 => x => Vector.Concatenate(x[..^1] + x.Sum() - (n + 1), new Vector([x.Product() - 1])),
            28 => DiscreteBoundary,
            29 => DiscreteIntegral,
            30 => x => (3 - 2 * x).PointwiseMultiply(x) - Vector.Concatenate(new double[1], x[..^1]) - 2 * Vector.Concatenate(x[1..], new double[1]) + 1,
            31 => BroydenBanded,
            32 => x => Vector.Concatenate(x - 2.0 / m * x.Sum() - 1, Numbers(m - n, _ => 1) * (-2.0 / m * x.Sum()) - 1),
            33 => x => Numbers(m, i => i) * (Numbers(n, j => j) * x) - 1,
            34 => x => Numbers(m, i => i == m ? 0 : i - 1) * (Numbers(n, j => j == 1 || j == n ? 0 : j) * x) - 1,
            35 => Chebyquad(n),
            _ => throw new ArgumentOutOfRangeException(nameof(number)),
        };

    /// <summary>A vector of numbers by their places, from 1.</summary>
    private static Vector Numbers(int count, Func<int, double> at) => Enumerable.Range(1, count).Select(at).ToArray();

    private static double GulfY(int i) => 25 + Math.Pow(-50 * Math.Log(i / 100.0), 2.0 / 3);

    private static Vector ExtendedRosenbrock(Vector x)
    {
        var r = new Scalar[x.Count];
        for (var i = 0; i < x.Count; i += 2)
        {
            (r[i], r[i + 1]) = (10 * (x[i + 1] - x[i] * x[i]), 1 - x[i]);
        }
        return new Vector(r);
    }

    private static Vector FreudensteinRoth(Vector x) =>
        new([-13 + x[0] + ((5 - x[1]) * x[1] - 2) * x[1], -29 + x[0] + ((x[1] + 1) * x[1] - 14) * x[1]]);

    private static Vector HelicalValley(Vector x)
    {
        var angle = x[0] == 0 ? Sign(x[1]) / 4 : Atan(x[1] / x[0]) / (2 * Math.PI) + (x[0] < 0 ? 0.5 : 0);
        return new([10 * (x[2] - 10 * angle), 10 * (Sqrt(x[0] * x[0] + x[1] * x[1]) - 1), x[2]]);
    }

    private static Vector Bards(Vector x)
    {
        var (u, v, w) = (Numbers(15, i => i), Numbers(15, i => 16 - i), Numbers(15, i => Math.Min(i, 16 - i)));
        return (Vector)Bard - x[0] - u.PointwiseDivide(v * x[1] + w * x[2]);
    }

    private static Vector ExtendedPowell(Vector x)
    {
        var r = new Scalar[x.Count];
        for (var i = 0; i < x.Count; i += 4)
        {
            r[i] = x[i] + 10 * x[i + 1];
            r[i + 1] = Math.Sqrt(5) * (x[i + 2] - x[i + 3]);
            r[i + 2] = Pow(x[i + 1] - 2 * x[i + 2], 2);
            r[i + 3] = Math.Sqrt(10) * Pow(x[i] - x[i + 3], 2);
        }
        return new Vector(r);
    }

    private static Vector Wood(Vector x) =>
        new([
            10 * (x[1] - x[0] * x[0]),
            1 - x[0],
            Math.Sqrt(90) * (x[3] - x[2] * x[2]),
            1 - x[2],
            Math.Sqrt(10) * (x[1] + x[3] - 2),
            (x[1] - x[3]) / Math.Sqrt(10),
        ]);

    private static Vector KowalikOsborne(Vector x)
    {
        var (u, squares) = ((Vector)KowalikU, Numbers(11, i => KowalikU[i - 1] * KowalikU[i - 1]));
        return (Vector)KowalikY - x[0] * (squares + u * x[1]).PointwiseDivide(squares + u * x[2] + x[3]);
    }

    private static Func<Vector, Vector> BrownDennis(int m) =>
        x =>
        {
            var t = Numbers(m, i => i / 5.0);
            return Square(x[0] + t * x[1] - Exp(t)) + Square(x[2] + Sin(t) * x[3] - Cos(t));
        };

    private static Func<Vector, Vector> Biggs(int m)
    {
        var t = Numbers(m, i => -0.1 * i);
        var y = Exp(t) - 5 * Exp(10 * t) + 3 * Exp(4 * t);
        return x => x[2] * Exp(t * x[0]) - x[3] * Exp(t * x[1]) + x[5] * Exp(t * x[4]) - y;
    }

    private static Vector SecondOsborne(Vector x)
    {
        var t = Numbers(65, i => (i - 1) / 10.0);
        return (Vector)Osborne2 - x[0] * Exp(-t * x[4]) - x[1] * Exp(-Square(t - x[8]) * x[5]) - x[2] * Exp(-Square(t - x[9]) * x[6]) - x[3] * Exp(-Square(t - x[10]) * x[7]);
    }

    private static Func<Vector, Vector> Watson(int n)
    {
        var slopes = new double[29, n];
        var powers = new double[29, n];
        for (var i = 0; i < 29; i++)
        {
            for (var j = 0; j < n; j++)
            {
                powers[i, j] = Math.Pow((i + 1) / 29.0, j);
                slopes[i, j] = j == 0 ? 0 : j * Math.Pow((i + 1) / 29.0, j - 1);
            }
        }
        Matrix s = slopes, p = powers;
        return x => Vector.Concatenate(s * x - Square(p * x) - 1, new Vector([x[0], x[1] - x[0] * x[0] - 1]));
    }

    private static Func<Vector, Vector> SecondPenalty(int n)
    {
        var root = Math.Sqrt(1e-5);
        var y = Numbers(n - 1, i => Math.Exp((i + 1) / 10.0) + Math.Exp(i / 10.0));
        return x =>
        {
            var e = Exp(x / 10);
            return Vector.Concatenate(
                new Vector([x[0] - 0.2]),
                root * (e[1..] + e[..^1] - y),
                root * (e[1..] - Math.Exp(-0.1)),
                new Vector([Numbers(n, j => n - j + 1) * Square(x) - 1]));
        };
    }

    private static Vector VariablyDimensioned(Vector x)
    {
        var s = Numbers(x.Count, j => j) * (x - 1);
        return Vector.Concatenate(x - 1, new Vector([s, s * s]));
    }

    private static Vector DiscreteBoundary(Vector x)
    {
        var h = 1.0 / (x.Count + 1);
        var cubes = Pow(x + Numbers(x.Count, i => i * h + 1), 3);
        return 2 * x - Vector.Concatenate(new double[1], x[..^1]) - Vector.Concatenate(x[1..], new double[1]) + h * h / 2 * cubes;
    }

    private static Vector DiscreteIntegral(Vector x)
    {
        var h = 1.0 / (x.Count + 1);
        var t = Numbers(x.Count, i => i * h);
        var cubes = Pow(x + t + 1, 3);
        var (left, right) = (t.PointwiseMultiply(cubes), (1 - t).PointwiseMultiply(cubes));
        var below = CumulativeSum(left);
        var above = right.Sum() - CumulativeSum(right);
        return x + h / 2 * ((1 - t).PointwiseMultiply(below) + t.PointwiseMultiply(above));
    }

    private static Vector BroydenBanded(Vector x)
    {
        var n = x.Count;
        var r = new Scalar[n];
        for (var i = 0; i < n; i++)
        {
            r[i] = x[i] * (2 + 5 * x[i] * x[i]) + 1;
            for (var j = Math.Max(0, i - 5); j <= Math.Min(n - 1, i + 1); j++)
            {
                r[i] -= j == i ? 0 : x[j] * (1 + x[j]);
            }
        }
        return new Vector(r);
    }

    private static Func<Vector, Vector> Chebyquad(int n) =>
        x =>
        {
            var z = 2 * x - 1;
            var (before, current) = (Numbers(n, _ => 1), z);
            var r = new Scalar[n];
            for (var i = 1; i <= n; i++)
            {
                r[i - 1] = current.Mean() + (i % 2 == 0 ? 1.0 / (i * i - 1) : 0);
                (before, current) = (current, 2 * z.PointwiseMultiply(current) - before);
            }
            return new Vector(r);
        };
}
