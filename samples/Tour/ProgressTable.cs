using AutoDiff;

namespace Samples;

/// <summary>Prints steps as rows of a table while they are made, and remembers their points.</summary>
/// <typeparam name="T">The structure that is minimised over.</typeparam>
internal sealed class ProgressTable<T> : IProgress<Step>
{
    private readonly List<T> path = [];

    /// <summary>Gets the points after each step.</summary>
    public IReadOnlyList<T> Path => path;

    /// <inheritdoc/>
    public void Report(Step value)
    {
        if (value.Number == 0)
        {
            Console.WriteLine($"{"step",5}  {"loss",14}  {"gradient norm",13}  {"moved",9}");
        }

        if (value.Number < 10 || value.Number % 10 == 0)
        {
            Console.WriteLine($"{value.Number,5}  {value.Value.Value,14:F8}  {value.GradientNorm,13:0.00e-00}  {value.StepLength,9:0.00e-00}");
        }

        if (value is Step<T> step)
        {
            path.Add(step.Point);
        }
    }
}
