namespace AutoDiff.Benchmarks;

/// <summary>A line of the table of solvers: one run.</summary>
/// <param name="Problem">The problem, with its number of variables.</param>
/// <param name="Start">Which start.</param>
/// <param name="Solver">The method.</param>
/// <param name="Status">Why it ended.</param>
/// <param name="Steps">Steps made.</param>
/// <param name="Points">Points at which the function was computed.</param>
/// <param name="Target">The number of the first point that meets the target; 0 for none.</param>
/// <param name="Value">The value returned.</param>
/// <param name="Error">How far it is from the least value; for fits, the digits that agree.</param>
/// <param name="IsPassed">Whether it meets the bar of its family.</param>
internal sealed record SolverRow(
    string Problem,
    string Start,
    string Solver,
    MinimizeStatus Status,
    int Steps,
    int Points,
    int Target,
    double Value,
    double Error,
    bool IsPassed)
{
    /// <summary>The head of the table.</summary>
    public static string Head =>
        "| problem | start | solver | status | steps | points | to target | value | error | |\n|---|---|---|---|---|---|---|---|---|---|";

    /// <inheritdoc/>
    public override string ToString() =>
        $"| {Problem} | {Start} | {Solver} | {Status} | {Steps} | {Points} | {(Target > 0 ? Target : "")} | {Value:G7} | {Error:G3} | {(IsPassed ? "ok" : "")} |";
}
