/// Newton's method within bounds, for many variables whose Hessian is sparse: D. P. Bertsekas, "Projected Newton methods for optimization
/// problems with simple constraints", SIAM Journal on Control and Optimization 20 (1982) 221-246. Conjugate gradients with incomplete factors find
/// the direction of the variables that are not driven to a bound; where the curvature is negative it is that of L-BFGS.
[<RequireQualifiedAccess>]
module internal AutoDiff.ProjectedNewton

/// The Hessian and the gradient of the variables that are not driven to a bound.
let reduced (objective: Objective) (current: Evaluation) (h: SparseSymmetric) : struct (SparseSymmetric * float[]) =
    let driven = ProjectedLbfgs.driven objective.Space Arena.New current.X current.G
    struct (h.Without driven, ProjectedLbfgs.without driven Arena.New current.G)

let private direction (objective: Objective) (current: Evaluation) (driven: int[]) (others: float[]) : float[] option =
    match objective.SparseHessian current with
    | Some h when Arrays.isFinite h.Values ->
        let h = h.Without driven
        let norm = Arrays.norm others

        let step =
            SteihaugToint.stepBy (IncompleteCholesky.preconditioner h) h.Multiply others infinity (norm * min 0.5 (sqrt norm))

        if step.AtBoundary then None else Some step.S
    | _ -> None

/// The solver; its state is that of L-BFGS.
let solver: Solver = ProjectedLbfgs.solverBy direction 10
