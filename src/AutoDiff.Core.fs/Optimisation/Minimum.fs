namespace AutoDiff

open System
open System.Collections.Generic

/// <summary>One step of a minimisation. Step k is after k + 1 updates; value and gradient are at its point.</summary>
/// <typeparam name="T">The structure of the point.</typeparam>
[<Sealed>]
type Step<'T> internal (number: int, value: Scalar, gradientNorm: float, stepLength: float, read: unit -> struct ('T * 'T * OptimizerState))
    =
    inherit Step(number, value, gradientNorm, stepLength)

    let mutable read = read
    let parts = lazy (read ())

    /// What has not been read by now is not kept: the minimisation goes on in the same arrays.
    member internal _.Leave() =
        if not parts.IsValueCreated then
            read <-
                fun () ->
                    raise (
                        InvalidOperationException(
                            "Step: its point was not read while Stop was asked, and the minimisation has gone on. Read it there, or set KeepHistory."
                        )
                    )

    /// The point after the step.
    member _.Point: 'T = let struct (point, _, _) = parts.Value in point
    /// The gradient at the point.
    member _.Gradient: 'T = let struct (_, gradient, _) = parts.Value in gradient
    /// What the optimizer remembers after the step: MinimizeOptions.Resume goes on from it.
    member _.State: OptimizerState = let struct (_, _, state) = parts.Value in state

/// What makes up a Minimum.
[<ReferenceEquality>]
type internal MinimumParts<'T> =
    {
        Point: 'T
        Value: Scalar
        Gradient: 'T
        GradientNorm: float
        Steps: int
        Epochs: int
        State: OptimizerState
        Evaluations: Evaluations
        Status: MinimizeStatus
        Message: string
        Solver: string
        Elapsed: TimeSpan
        History: IReadOnlyList<Step>
        /// The statistics of a negative log likelihood; raises where the value cannot be one.
        Likelihood: unit -> LikelihoodStatistics<'T>
    }

/// <summary>What a minimisation found: the best point seen, and why it ended there.</summary>
/// <typeparam name="T">The structure of the point.</typeparam>
[<StructuredFormatDisplay "{Shown}">]
type Minimum<'T> internal (parts: MinimumParts<'T>) =
    /// The point with the lowest value seen.
    member _.Point: 'T = parts.Point
    /// The value there.
    member _.Value: Scalar = parts.Value
    /// The gradient there.
    member _.Gradient: 'T = parts.Gradient
    /// The 2-norm of the gradient there, over all its elements.
    member _.GradientNorm: float = parts.GradientNorm
    /// How many steps were made.
    member _.Steps: int = parts.Steps
    /// How often all batches were gone through; 0 where there are none.
    member _.Epochs: int = parts.Epochs
    /// What the optimizer remembers after the last step: MinimizeOptions.Resume goes on from there, also where Point is an earlier one.
    member _.State: OptimizerState = parts.State
    /// How often the function and its derivatives were evaluated.
    member _.Evaluations: Evaluations = parts.Evaluations
    /// Why it ended.
    member _.Status: MinimizeStatus = parts.Status
    /// Whether it ended because a test of convergence was met.
    member _.Converged: bool = parts.Status <= MinimizeStatus.TargetReached
    /// Why it ended, in a sentence with the figures.
    member _.Message: string = parts.Message
    /// The solver that was used, with its parameters.
    member _.Solver: string = parts.Solver
    /// How long it took.
    member _.Elapsed: TimeSpan = parts.Elapsed
    /// Every step, if MinimizeOptions.KeepHistory asked for it; else empty.
    member _.History: IReadOnlyList<Step> = parts.History

    /// <summary>The statistics of the estimates where the function is a negative log likelihood, constant terms left out or not: by one
    /// Hessian at the point. Raises InvalidOperationException after a minimisation under constraints or over batches.</summary>
    /// <returns>Covariance, standard errors and confidence intervals.</returns>
    /// <exception cref="T:System.InvalidOperationException">After a minimisation under constraints or over batches.</exception>
    /// <example><code>
    /// // the rate of waiting times: the negative log likelihood of an exponential distribution
    /// Vector times = new double[] { 1, 2, 3, 6 };
    /// var fit = Diff.Minimize((Scalar rate) =&gt; rate * times.Sum() - 4 * Log(rate), 1);
    /// Console.WriteLine($"{fit.Point.Value:F4} ± {fit.AsLikelihood().StandardErrors.Value:F4}"); // 0.3333 ± 0.1667
    /// </code></example>
    member _.AsLikelihood() : LikelihoodStatistics<'T> = parts.Likelihood()

    /// <summary>The history as a table: step, value, gradient norm, how far it moved; of long histories every so many rows and the last.
    /// Raises InvalidOperationException where MinimizeOptions.KeepHistory was not set.</summary>
    /// <returns>The text.</returns>
    /// <exception cref="T:System.InvalidOperationException">MinimizeOptions.KeepHistory was not set.</exception>
    /// <example><code>
    /// var found = Diff.Minimize((Vector v) =&gt; (v - 3) * (v - 3), [0, 0], new MinimizeOptions { KeepHistory = true });
    /// var lines = found.HistoryTable().Split('\n');
    /// Console.WriteLine($"{lines.Length - 1 == found.Steps} {lines[0].Contains("gradient norm")}"); // True True
    /// </code></example>
    member _.HistoryTable() : string = History.table (History.required parts.Steps parts.History)

    /// <summary>The history as a page with a plot that needs nothing else: value above the lowest seen and gradient norm over the steps, in
    /// logarithmic scale. Raises InvalidOperationException where MinimizeOptions.KeepHistory was not set.</summary>
    /// <returns>The page, in HTML.</returns>
    /// <exception cref="T:System.InvalidOperationException">MinimizeOptions.KeepHistory was not set.</exception>
    /// <example><code>
    /// // for File.WriteAllText("descent.html", page)
    /// var page = Diff.Minimize((Vector v) =&gt; (v - 3) * (v - 3), [0, 0], new MinimizeOptions { KeepHistory = true }).HistoryPlot();
    /// Console.WriteLine(page.StartsWith("&lt;!DOCTYPE html&gt;")); // True
    /// </code></example>
    member m.HistoryPlot() : string = HistoryPlot.page parts.Solver m.Ending (History.required parts.Steps parts.History)

    member private m.Ending: string = (if m.Converged then "Converged: " else "Not converged: ") + parts.Message

    /// What F# Interactive and %A show: the report, and the point.
    member internal m.Shown: string = m.ToString() + Environment.NewLine + "point          " + String.Format("{0}", parts.Point)

    /// <summary>A report of a few lines.</summary><returns>The text.</returns>
    override m.ToString() =
        String.Join(
            Environment.NewLine,
            [
                m.Ending
                "value          " + parts.Value.ToString()
                "gradient norm  " + parts.GradientNorm.ToString "G3"
                "steps          " + string parts.Steps
                "evaluations    " + parts.Evaluations.ToString()
                "solver         " + parts.Solver
                "time           " + parts.Elapsed.TotalMilliseconds.ToString "F1" + " ms"
            ]
        )
