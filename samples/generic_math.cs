#:project ../src/AutoDiff.CSharp/AutoDiff.CSharp.csproj
#:property PublishAot=false
// Code written for .NET's generic math, with no thought of derivatives, differentiated as it stands: T is double here and Scalar there.
using System.Numerics;
using AutoDiff;

// Kepler's equation E - e sin E = M by Newton's method: where a planet is at mean anomaly M, on an orbit of eccentricity e.
static T Anomaly<T>(T mean, T eccentricity) where T : IFloatingPointConstants<T>, ITrigonometricFunctions<T>, IComparisonOperators<T, T, bool>
{
    var anomaly = mean;
    T step;
    do
    {
        step = (anomaly - eccentricity * T.Sin(anomaly) - mean) / (T.One - eccentricity * T.Cos(anomaly));
        anomaly -= step;
    }
    while (T.Abs(step) > T.CreateChecked(1e-13));
    return anomaly;
}

// The arithmetic-geometric mean of Gauss, which gives the period of a pendulum: T / T₀ = 1 / agm(1, cos(θ/2)).
static T Period<T>(T swing) where T : IFloatingPointConstants<T>, ITrigonometricFunctions<T>, IRootFunctions<T>
{
    var (a, b) = (T.One, T.Cos(swing / (T.One + T.One)));
    for (var i = 0; i < 6; i++)
    {
        (a, b) = ((a + b) / (T.One + T.One), T.Sqrt(a * b));
    }

    return T.One / a;
}

var (mean, eccentricity) = (1.2, 0.3);
var anomaly = Anomaly(mean, eccentricity);
Console.WriteLine($"Kepler at M = {mean}, e = {eccentricity}: E = {anomaly}");
var (dMean, dEccentricity) = Diff.Grad((m, e) => Anomaly(m, e))(mean, eccentricity);
Check("dE/dM", dMean.Value, 1 / (1 - eccentricity * Math.Cos(anomaly)));
Check("dE/de", dEccentricity.Value, Math.Sin(anomaly) / (1 - eccentricity * Math.Cos(anomaly)));
Check("d²E/dM²", Diff.Hessian((Scalar m) => Anomaly(m, eccentricity))(mean).Value, -eccentricity * Math.Sin(anomaly) / Math.Pow(1 - eccentricity * Math.Cos(anomaly), 3));

Console.WriteLine();
Console.WriteLine($"a pendulum that swings to 1 rad is slower by {Period(1.0) - 1:P4}");
// T/T₀ = 1 + θ²/16 + 11 θ⁴/3072 + 173 θ⁶/737280 + …
var series = Diff.Taylor(Period, 0, 6);
Check("θ²", series[2].Value / 2, 1 / 16.0);
Check("θ⁴", series[4].Value / 24, 11 / 3072.0);
Check("θ⁶", series[6].Value / 720, 173 / 737280.0);

static void Check(string name, double derived, double known)
{
    if (Math.Abs(derived - known) > 1e-12 * Math.Abs(known))
    {
        throw new InvalidOperationException($"{name}: {derived}, and known is {known}");
    }

    Console.WriteLine($"{name,-8} {derived:R}, as known");
}
