using System.Diagnostics;
using System.Globalization;
using Samples.ADBench;

// objective and file: gmm data/gmm/1k/gmm_d10_K25.txt
if (args.Length != 2)
{
    Console.WriteLine("usage: ADBench gmm|ba|ba-perturbed|lstm|hand|hand-complicated file");
    return 1;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var instance = Instance.Read(args[0], args[1]);
var values = instance.Objective();
var derivative = instance.Derivative().Values;
Console.WriteLine($"value       {(values.Length == 1 ? values[0] : values.Sum(Math.Abs)):G17}{(values.Length == 1 ? "" : $"  (sum of {values.Length} sizes)")}");
Console.WriteLine($"derivative  1-norm {derivative.Sum(Math.Abs):G17}, 2-norm {Math.Sqrt(derivative.Sum(v => v * v)):G17}, {derivative.Length} elements");
var (objectiveTime, derivativeTime) = (Milliseconds(() => instance.Objective()), Milliseconds(() => instance.Derivative()));
Console.WriteLine($"times       objective {objectiveTime:G4} ms, derivative {derivativeTime:G4} ms, ratio {derivativeTime / objectiveTime:G3}");
return 0;

// the benchmark's protocol: as many repeats as take half a second, the least of ten such means; here three
static double Milliseconds(Action action)
{
    var best = double.PositiveInfinity;
    for (var (repeats, samples) = (1, 0); samples < 3;)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < repeats; i++)
        {
            action();
        }
        if (watch.Elapsed.TotalSeconds < 0.5)
        {
            repeats *= 2;
            continue;
        }
        best = Math.Min(best, watch.Elapsed.TotalMilliseconds / repeats);
        samples++;
    }
    return best;
}
