namespace AutoDiff

open System
open System.Diagnostics
open System.Numerics.Tensors
open System.Threading

/// A function's value and gradient at a point, as leaves.
[<ReferenceEquality>]
type internal Evaluation =
    {
        Point: Node[]
        Value: Node
        Gradient: Node[]
        GradientNorm: float
    }

    /// The value as a number.
    member e.Number = e.Value.Value.Number
    member e.IsFinite = Double.IsFinite e.Number && Double.IsFinite e.GradientNorm

module internal Leaf =
    /// The elements of leaves, one after the other, in float64.
    let flatten (leaves: Node[]) : float[] = leaves |> Array.collect (fun leaf -> Read.floats leaf.Value)

    /// Elements as leaves of the shapes and precisions of a pattern.
    let unflatten (pattern: Node[]) (elements: float[]) : Node[] =
        let starts = pattern |> Array.scan (fun start leaf -> start + leaf.Shape.Size) 0

        let leaf (like: Node) (start: int) =
            let part = elements[start .. start + like.Shape.Size - 1]

            Node.ofValue
                like.Shape
                like.Precision
                (if like.Precision = Precision.Single then
                     Compute.ofElements (Array.map float32 part)
                 else
                     Compute.ofElements part)

        Array.map2 leaf pattern starts[.. pattern.Length - 1]

    /// The 2-norm over all elements of leaves.
    let norm (leaves: Node[]) : float = AutoDiff.Kernels.Norms.Euclidean<float>(ReadOnlySpan(flatten leaves))

/// A function being minimised: counts its evaluations, and keeps the best one, which is what can change in it. One minimisation owns it.
[<Sealed>]
type internal Objective(evaluate: Node[] -> struct (Node * Node[]), options: MinimizeOptions) =
    let clock = Stopwatch.StartNew()
    let mutable count = 0
    let mutable best: Evaluation option = None

    /// Evaluates value and gradient at a point.
    member _.Evaluate(point: Node[]) : Evaluation =
        count <- count + 1
        let struct (value, gradient) = evaluate point
        let evaluation = { Point = point; Value = value; Gradient = gradient; GradientNorm = Leaf.norm gradient }

        match best with
        | Some earlier when not evaluation.IsFinite || evaluation.Number > earlier.Number -> ()
        | _ -> best <- Some evaluation

        evaluation

    /// The finite evaluation with the lowest value; the first one if none was finite.
    member _.Best: Evaluation = best.Value

    member _.Count: Evaluations = { Values = count; Gradients = count; Hessians = 0; HessianVectorProducts = 0 }
    member _.Elapsed: TimeSpan = clock.Elapsed

    /// Why no further evaluation may be made; None where it may.
    member _.Halt: MinimizeStatus option =
        if options.CancellationToken.IsCancellationRequested then
            Some MinimizeStatus.Cancelled
        elif count >= options.MaxEvaluations then
            Some MinimizeStatus.EvaluationLimit
        elif options.TimeLimit <> Timeout.InfiniteTimeSpan && clock.Elapsed >= options.TimeLimit then
            Some MinimizeStatus.TimeLimit
        else
            None

/// The state of a solver between steps: given the objective and where it stands, the next evaluation and the state after it, or why there is
/// none. A pure function of its arguments but for the counting of evaluations.
type internal Solver = Solver of (Objective -> Evaluation -> Result<Evaluation * Solver, MinimizeStatus>)
