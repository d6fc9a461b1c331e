namespace AutoDiff

open System
open System.Collections.Generic

/// Why a minimisation ended. The first four are convergence: the test of that name was met.
type MinimizeStatus =
    /// The norm of the gradient is at most GradientTolerance.
    | GradientConverged = 0
    /// The last move was at most StepTolerance long.
    | StepConverged = 1
    /// The last step lowered the value by at most ValueTolerance.
    | ValueConverged = 2
    /// The value is at most TargetValue.
    | TargetReached = 3
    /// MaxSteps steps were made.
    | StepLimit = 4
    /// MaxEvaluations evaluations were made.
    | EvaluationLimit = 5
    /// TimeLimit has passed.
    | TimeLimit = 6
    /// Stop said so.
    | Stopped = 7
    /// The cancellation token was cancelled on the way.
    | Cancelled = 8
    /// No lower point was found along the direction of search; often the value cannot be resolved any finer.
    | LineSearchFailed = 9
    /// The function or its gradient turned infinite or NaN, and there was no way around.
    | NotFinite = 10
    /// The function or its gradient is infinite or NaN at the start; nothing was done.
    | NotFiniteAtStart = 11
    /// The batches were gone through Epochs times.
    | EpochLimit = 12

/// How often a function was evaluated.
[<Struct>]
type Evaluations =
    {
        /// Evaluations of the function.
        Values: int
        /// Evaluations of its gradient, most of them together with a value.
        Gradients: int
        /// Evaluations of its Hessian.
        Hessians: int
        /// Evaluations of its Hessian times a vector.
        HessianVectorProducts: int
    }

    /// <summary>The counts that are not 0, in words.</summary><returns>The text.</returns>
    override e.ToString() =
        let count n what = if n = 0 then [] else [ string n + " " + what ]

        let parts =
            count e.Values "values"
            @ count e.Gradients "gradients"
            @ count e.Hessians "Hessians"
            @ count e.HessianVectorProducts "Hessian-vector products"

        String.Join(", ", parts)

/// One step of a minimisation, without the point itself.
type Step internal (number: int, value: Scalar, gradientNorm: float, stepLength: float) =
    /// The number of the step, from 0.
    member _.Number: int = number
    /// The value after the step.
    member _.Value: Scalar = value
    /// The 2-norm of the gradient after the step, over all its elements.
    member _.GradientNorm: float = gradientNorm
    /// How far the step moved: the 2-norm of the difference of the points.
    member _.StepLength: float = stepLength

    /// <summary>The figures on one line.</summary><returns>The text.</returns>
    override _.ToString() =
        "step "
        + string number
        + ": value "
        + value.ToString()
        + ", gradient norm "
        + gradientNorm.ToString "G3"
        + ", moved "
        + stepLength.ToString "G3"
