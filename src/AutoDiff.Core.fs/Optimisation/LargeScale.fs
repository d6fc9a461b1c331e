/// L-BFGS, and Newton's method where that turns out slow: S. G. Nash, J. Nocedal, "A numerical study of the limited memory BFGS method and the
/// truncated-Newton method for large scale optimization", SIAM Journal on Optimization 1 (1991) 358-372, who find the one better for cheap and
/// strongly nonlinear functions, the other for ill-conditioned ones.
[<RequireQualifiedAccess>]
module internal AutoDiff.LargeScale

/// After how many steps the Hessian is looked at first; from then on whenever there are four times as many, unless it is dense.
[<Literal>]
let private First = 200.0

/// The most iterations of conjugate gradients when it is judged.
[<Literal>]
let private Most = 200

/// The two methods, the state that the second begins with after the first, and what it solves at a point with the Hessian and the gradient.
[<ReferenceEquality>]
type private Pair =
    {
        Lbfgs: Solver
        Newton: Solver
        Begin: SolverState -> SolverState
        Reduce: Objective -> Evaluation -> SparseSymmetric -> struct (SparseSymmetric * float[])
    }

/// How many iterations of conjugate gradients solve H p = -g to a hundredth; none where H is not positive definite.
let private iterations (precondition: float[] -> float[]) (product: float[] -> float[]) (g: float[]) : int voption =
    let enough = 0.01 * Arrays.norm g

    let rec go (r: float[]) (rz: float) (d: float[]) count =
        let hd = product d
        let curvature = Arrays.dot d hd

        if not (curvature > 0.0) then
            ValueNone
        else
            let r = Arrays.addScaled (-rz / curvature) hd r

            if Arrays.norm r <= enough || count = Most then
                ValueSome count
            else
                let z = precondition r
                let next = Arrays.dot r z
                go r next (Arrays.addScaled (next / rz) d z) (count + 1)

    let r = Arrays.negate g
    let z = precondition r
    go r (Arrays.dot r z) z 1

/// Whether Newton's method is the better one from a point on: where the Hessian is sparse, positive definite and so ill-conditioned that many
/// iterations are needed without factors and few with them. None where it is dense, at any point.
let private suitsNewton (pair: Pair) (objective: Objective) (current: Evaluation) : bool option =
    objective.SparseHessian current
    |> Option.map (fun h ->
        let struct (h, g) = pair.Reduce objective current h

        Arrays.isFinite h.Values
        && match iterations id h.Multiply g with
           | ValueSome count when count > Most / 2 ->
               match iterations (IncompleteCholesky.preconditioner h) h.Multiply g with
               | ValueSome factored -> factored <= count / 4
               | ValueNone -> false
           | _ -> false)

/// The state of the method of the moment, with the steps made, those after which to look next, and which method it is.
let private wrap steps look isNewton (state: SolverState) =
    { state with
        Numbers = Array.append [| steps; look; (if isNewton then 1.0 else 0.0) |] state.Numbers
    }

/// Whether it went over to Newton's method.
let isNewton (state: SolverState) : bool = state.Numbers.Length >= 3 && state.Numbers[2] = 1.0

let private wrapped steps look isNewton (outcome: Outcome) =
    match outcome with
    | Moved(at, state) -> Moved(at, wrap steps look isNewton state)
    | ended -> ended

let private newton (pair: Pair) objective current steps (state: SolverState) =
    wrapped (steps + 1.0) infinity true (pair.Newton.Step objective current state)

/// A step of L-BFGS; where it fails, of Newton's method if that suits.
let private limited (pair: Pair) (objective: Objective) (current: Evaluation) steps look (state: SolverState) =
    match pair.Lbfgs.Step objective current state with
    | Ended MinimizeStatus.LineSearchFailed when look < infinity && objective.Halt.IsNone && suitsNewton pair objective current = Some true ->
        newton pair objective current steps (pair.Begin state)
    | outcome -> wrapped (steps + 1.0) look false outcome

let private solverOf (pair: Pair) : Solver =
    let step (objective: Objective) (current: Evaluation) (state: SolverState) =
        let steps, look = state.Numbers[0], state.Numbers[1]
        let inner = { state with Numbers = Array.skip 3 state.Numbers }

        if isNewton state then
            newton pair objective current steps inner
        elif steps < look then
            limited pair objective current steps look inner
        else
            match suitsNewton pair objective current with
            | Some true -> newton pair objective current steps (pair.Begin inner)
            | Some false -> limited pair objective current steps (4.0 * look) inner
            | None -> limited pair objective current steps infinity inner

    {
        Start = fun space first -> wrap 0.0 First false (pair.Lbfgs.Start space first)
        Step = step
        HasModel = true
    }

/// The solver.
let solver: Solver =
    solverOf
        {
            Lbfgs = LimitedMemoryBfgs.solver 10
            Newton = SteihaugToint.solver
            Begin = fun _ -> SolverState.empty
            Reduce = fun _ current h -> struct (h, current.G)
        }

/// The solver within bounds.
let bounded: Solver =
    solverOf
        {
            Lbfgs = ProjectedLbfgs.solver 10
            Newton = ProjectedNewton.solver
            Begin = id
            Reduce = ProjectedNewton.reduced
        }
