using AutoDiff;
using Xunit;
using static AutoDiff.Maths;

namespace FacadeTests;

/// <summary>
/// Models that people fit and price with. Their numbers were made with mpmath at 40 to 50 digits from the same formulas and the same data,
/// rounded to double as here; derivatives there are central differences, with steps of 1e-12 to 1e-15.
/// </summary>
public class ModelTests
{
    private const double Tolerance = 1e-12;

    private sealed record StudentT(Scalar Location, Scalar Scale, Scalar Degrees);

    private sealed record NegativeBinomial(Scalar Size, Scalar Mean);

    private sealed record Kernel(Scalar Amplitude, Scalar Length, Scalar Noise);

    private sealed record LocalLevel(Scalar LevelVariance, Scalar NoiseVariance, Scalar Start);

    private sealed record Market(Scalar Spot, Scalar Volatility, Scalar Rate, Scalar Time);

    private static double[] Formula(int count, Func<int, double> f) => [.. Enumerable.Range(0, count).Select(f)];

    private static double[,] Formula(int rows, int columns, Func<int, int, double> f)
    {
        var values = new double[rows, columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                values[i, j] = f(i, j);
            }
        }
        return values;
    }

    [Fact]
    public void Student_t_log_likelihood()
    {
        Vector y = [0.4, -1.3, 2.7, 0.9, -0.2, 5.1, 1.6, -0.8];
        Scalar LogLikelihood(StudentT p)
        {
            var half = (p.Degrees + 1) / 2;
            var constant = LogGamma(half) - LogGamma(p.Degrees / 2) - Log(p.Degrees * Math.PI) / 2 - Log(p.Scale);
            return y.Count * constant - half * Log1p(Square((y - p.Location) / p.Scale) / p.Degrees).Sum();
        }
        var point = new StudentT(0.5, 1.3, 3.5);
        var (value, gradient) = Diff.ValueAndGrad((StudentT p) => LogLikelihood(p))(point);
        Near.Equal(-16.99241863575996, value, Tolerance);
        Near.Equal(0.45433232682753217, gradient.Location, Tolerance);
        Near.Equal(1.0532005776067437, gradient.Scale, Tolerance);
        Near.Equal(-0.054713063584844643, gradient.Degrees, Tolerance);
        Near.Equal(
            new[,]
            {
                { -2.8913840122237428, 0.24831227085611891, 0.14707787531114352 },
                { 0.24831227085611891, -6.4482032944950055, 0.55449969671761409 },
                { 0.14707787531114352, 0.55449969671761409, -0.069017353318520933 },
            },
            Diff.Hessian((StudentT p) => LogLikelihood(p))(point), 1e-11);
    }

    [Fact]
    public void Negative_binomial_log_likelihood()
    {
        Vector counts = [0, 3, 1, 7, 2, 0, 4, 12, 1, 5];
        Scalar LogLikelihood(NegativeBinomial p)
        {
            var ways = LogGamma(counts + p.Size) - LogGamma(p.Size) - LogGamma(counts + 1);
            var total = p.Size + p.Mean;
            return ways.Sum() + counts.Count * p.Size * Log(p.Size / total) + counts.Sum() * Log(p.Mean / total);
        }
        var point = new NegativeBinomial(2.3, 3.1);
        var (value, gradient) = Diff.ValueAndGrad((NegativeBinomial p) => LogLikelihood(p))(point);
        Near.Equal(-24.413040522151886, value, Tolerance);
        Near.Equal(-0.62096312767118118, gradient.Size, Tolerance);
        Near.Equal(0.54958183990442038, gradient.Mean, Tolerance);
        Near.Equal(
            new[,] { { -0.026149529732479981, 0.1371742112482853 }, { 0.1371742112482853, -1.653013479043463 } },
            Diff.Hessian((NegativeBinomial p) => LogLikelihood(p))(point), 1e-11);
    }

    [Fact]
    public void Gaussian_process_log_marginal_likelihood()
    {
        // 100 points 1/8 apart
        const int n = 100;
        Vector y = Formula(n, i => Math.Sin(i));
        Matrix distances = Formula(n, n, (i, j) => Math.Abs(i - j) / 8.0);
        var identity = Matrix.Identity(n);
        Scalar LogLikelihood(Kernel p)
        {
            var scaled = Math.Sqrt(3) / p.Length * distances;
            var matern = Square(p.Amplitude) * (1 + scaled).PointwiseMultiply(Exp(-scaled));
            var cholesky = (matern + Square(p.Noise) * identity).Cholesky();
            return -(y * cholesky.Solve(y) + cholesky.DeterminantLn + n * Math.Log(2 * Math.PI)) / 2;
        }
        var point = new Kernel(1.2, 0.7, 0.3);
        var (value, gradient) = Diff.ValueAndGrad((Kernel p) => LogLikelihood(p))(point);
        Near.Equal(-133.02655365111507, value, Tolerance);
        Near.Equal(74.024360697192744, gradient.Amplitude, Tolerance);
        Near.Equal(-193.75120801681122, gradient.Length, Tolerance);
        Near.Equal(75.515304415869976, gradient.Noise, Tolerance);
        Near.Equal(
            new[,]
            {
                { -117.46022195570342, 125.08609744251162, -494.57437911825616 },
                { 125.08609744251162, -51.633266239104061, 1118.0271390084175 },
                { -494.57437911825616, 1118.0271390084175, -102.39111003132801 },
            },
            Diff.Hessian((Kernel p) => LogLikelihood(p))(point), 1e-11);
    }

    [Fact]
    public void Kalman_filter_log_likelihood()
    {
        var y = Formula(200, t => Math.Sin(0.125 * t) + 0.5 * Math.Cos(t));
        Scalar LogLikelihood(LocalLevel p)
        {
            Scalar level = p.Start, variance = 2, logLikelihood = 0;
            foreach (var observed in y)
            {
                variance += p.LevelVariance;
                var predicted = variance + p.NoiseVariance;
                var error = observed - level;
                logLikelihood -= (Log(2 * Math.PI * predicted) + error * error / predicted) / 2;
                var gain = variance / predicted;
                level += gain * error;
                variance *= 1 - gain;
            }
            return logLikelihood;
        }
        var point = new LocalLevel(0.3, 0.8, 0.1);
        var (value, gradient) = Diff.ValueAndGrad((LocalLevel p) => LogLikelihood(p))(point);
        Near.Equal(-235.55313108197018, value, Tolerance);
        Near.Equal(-78.969333286666684, gradient.LevelVariance, Tolerance);
        Near.Equal(-78.325190272970921, gradient.NoiseVariance, Tolerance);
        Near.Equal(0.10135915659434389, gradient.Start, Tolerance);
        Near.Equal(
            new[,]
            {
                { 106.49610043801879, 36.05135461722232, -0.028844300717319406 },
                { 36.05135461722232, 72.031062931652078, -0.020703965822118677 },
                { -0.028844300717319406, -0.020703965822118677, -0.37560836277569268 },
            },
            Diff.Hessian((LocalLevel p) => LogLikelihood(p))(point), 1e-11);
    }

    [Fact]
    public void Fisher_information_of_a_logistic_regression()
    {
        // The number: the sum of p (1 - p) x xᵀ, which the labels have no part in.
        Matrix x = Formula(30, 3, (i, j) => j switch { 0 => 1, 1 => Math.Sin(i), _ => Math.Cos(2 * i) });
        Vector labels = Formula(30, i => i % 3 == 0 ? 1 : 0);
        var information = Diff.Hessian((Vector b) => Softplus(x * b).Sum() - labels * (x * b))([0.3, -0.7, 1.1]);
        Near.Equal(
            new[,]
            {
                { 6.0537421735800406, 0.039099344955592637, -0.13952759554404455 },
                { 0.039099344955592637, 3.0966348845620426, 0.15919378821815848 },
                { -0.13952759554404455, 0.15919378821815848, 2.8081255390439259 },
            },
            information, Tolerance);
        Near.Equal([0.40668912757876648, 0.56913392742698452, 0.59797403486657546], Sqrt(information.Inverse().Diagonal()), Tolerance);
    }

    [Fact]
    public void Portfolio_variance_and_contributions_to_its_risk()
    {
        Vector volatilities = [0.2, 0.15, 0.3, 0.25];
        Matrix correlations = [[1, 0.3, 0.1, -0.2], [0.3, 1, 0.4, 0.05], [0.1, 0.4, 1, 0.25], [-0.2, 0.05, 0.25, 1]];
        var covariance = correlations.ScaleRows(volatilities).ScaleColumns(volatilities);
        Vector weights = [0.4, 0.3, 0.2, 0.1];
        var (variance, gradient) = Diff.ValueAndGrad((Vector w) => w * covariance * w)(weights);
        Near.Equal(0.0179925, variance);
        Near.Equal([0.0378, 0.028275, 0.05535, 0.013125], gradient);
        Near.Equal((2 * covariance).ToArray(), Diff.Hessian((Vector w) => w * covariance * w)(weights));
        var (risk, slopes) = Diff.ValueAndGrad((Vector w) => Sqrt(w * covariance * w))(weights);
        var contributions = weights.PointwiseMultiply(slopes);
        Near.Equal([0.056360656059699875, 0.031618999009682808, 0.041264051757994545, 0.0048924180607378355], contributions);
        Near.Equal(risk.Value, contributions.Sum());
    }

    [Fact]
    public void Procrustes_distance()
    {
        // The square of the least Frobenius distance of two shapes of five points, over all rotations and reflections.
        Matrix a = Formula(5, 3, (i, j) => Math.Sin(1 + 3 * i * j + j));
        Matrix b = Formula(5, 3, (i, j) => Math.Cos(2 * i * j + i - j));
        Scalar Distance(Matrix a) => Square(a.FrobeniusNorm()) + Square(b.FrobeniusNorm()) - 2 * (a.Transpose() * b).Svd().NuclearNorm;
        var (value, gradient) = Diff.ValueAndGrad((Matrix a) => Distance(a))(a);
        Near.Equal(9.8107653824128097, value, Tolerance);
        Near.Equal(
            new[,]
            {
                { 2.0681465389796094, 0.55760101982194131, 2.3124939598331568 },
                { 1.3333867815740588, -0.88334837760405181, 2.9662874422742733 },
                { 0.74960115891760086, 1.7051097861991336, 0.90908488806376979 },
                { 1.7092326973081404, -1.7325180497233741, -1.0149284702578925 },
                { 1.7153514456176184, 1.9379889521793824, 0.055271827321565012 },
            },
            gradient, Tolerance);
        // In closed form the slope is that of the distance to b after the best rotation.
        var svd = (a.Transpose() * b).Svd();
        var rotated = b * (svd.U * svd.VT).Transpose();
        Near.Equal((2 * (a - rotated)).ToArray(), gradient, Tolerance);
        Near.Equal(value.Value, Square((a - rotated).FrobeniusNorm()), Tolerance);
    }

    [Fact]
    public void Black_scholes_with_every_greek_to_second_order()
    {
        const double strike = 105, s = 100, sigma = 0.2, r = 0.03, time = 0.75;
        static Scalar Call(Market m)
        {
            var spread = m.Volatility * Sqrt(m.Time);
            var d = (Log(m.Spot / strike) + (m.Rate + Square(m.Volatility) / 2) * m.Time) / spread;
            return m.Spot * NormalCdf(d) - strike * Exp(-m.Rate * m.Time) * NormalCdf(d - spread);
        }
        var market = new Market(s, sigma, r, time);
        var (price, slopes) = Diff.ValueAndGrad((Market m) => Call(m))(market);
        var second = Diff.Hessian((Market m) => Call(m))(market);

        Near.Equal(5.7414332854856092, price, Tolerance);
        Near.Equal(0.47401383240872759, slopes.Spot, Tolerance);
        Near.Equal(34.47609388940573, slopes.Volatility, Tolerance);
        Near.Equal(31.244962466540363, slopes.Rate, Tolerance);
        Near.Equal(5.8466110172490453, slopes.Time, Tolerance);
        Near.Equal(
            new[,]
            {
                { 0.022984062592937152, 0.474507858871438, 1.7238046944702864, 0.13221990229500319 },
                { 0.474507858871438, 2.6786358131721031, 9.7310189983035531, 23.730454794625576 },
                { 1.7238046944702864, 9.7310189983035531, 105.85163023536621, 47.191484364575605 },
                { 0.13221990229500319, 23.730454794625576, 47.191484364575605, -2.743761342465626 },
            },
            second, Tolerance);

        // The closed forms, of which only the distribution function itself comes from the library.
        var root = Math.Sqrt(time);
        var d1 = (Math.Log(s / strike) + (r + sigma * sigma / 2) * time) / (sigma * root);
        var d2 = d1 - sigma * root;
        var density = Math.Exp(-d1 * d1 / 2) / Math.Sqrt(2 * Math.PI);
        var discounted = strike * Math.Exp(-r * time);
        var (delta, exercise) = (NormalCdf(d1).Value, NormalCdf(d2).Value);
        var vega = s * density * root;
        Near.Equal(delta, slopes.Spot, Tolerance);
        Near.Equal(vega, slopes.Volatility, Tolerance);
        Near.Equal(discounted * time * exercise, slopes.Rate, Tolerance);
        var theta = -s * density * sigma / (2 * root) - r * discounted * exercise;
        Near.Equal(theta, -slopes.Time, Tolerance);
        var gamma = density / (s * sigma * root);
        Near.Equal(gamma, second[0, 0], Tolerance);
        var vanna = -density * d2 / sigma;
        Near.Equal(vanna, second[0, 1], Tolerance);
        var volga = vega * d1 * d2 / sigma;
        Near.Equal(volga, second[1, 1], Tolerance);
        var charm = -density * (2 * r * time - d2 * sigma * root) / (2 * time * sigma * root);
        Near.Equal(charm, -second[0, 3], Tolerance);
    }
}
