/// Newton's method in a trust region for many variables, by conjugate gradients on Hessian-vector products: T. Steihaug, "The conjugate gradient
/// method and trust regions in large scale optimization", SIAM Journal on Numerical Analysis 20 (1983) 626-637; P. L. Toint, "Towards an
/// efficient sparsity exploiting Newton method for minimization" (1981). p, r, d, Δ as there.
[<RequireQualifiedAccess>]
module internal AutoDiff.SteihaugToint

/// p + τ d on the sphere of radius Δ, τ at least 0.
let private toBoundary (p: float[]) (d: float[]) radius =
    let dd, pd, pp = Arrays.dot d d, Arrays.dot p d, Arrays.dot p p
    let root = sqrt (max 0.0 (pd * pd + dd * (radius * radius - pp)))
    // of the two forms of the root the one that does not cancel
    let tau = if pd <= 0.0 then (root - pd) / dd else (radius * radius - pp) / (root + pd)
    Arrays.addScaled tau d p

/// A step that lowers the model gᵀp + ½ pᵀHp, to a residual of the tolerance, to the boundary or along negative curvature; with a map z =
/// M⁻¹ r that stands for the inverse of H.
let stepBy (precondition: float[] -> float[]) (product: float[] -> float[]) (g: float[]) radius tolerance : TrustRegionSubproblem.Step =
    let promised (p: float[]) hp = -(Arrays.dot g p + 0.5 * Arrays.dot p hp)
    let zero: float[] = Array.zeroCreate g.Length

    let boundary p hp d hd =
        let s = toBoundary p d radius
        let tau = Arrays.dot d (Arrays.subtract s p) / Arrays.dot d d
        ({ S = s; Decrease = promised s (Arrays.addScaled tau hd hp); AtBoundary = true }: TrustRegionSubproblem.Step)

    let rec go (p: float[]) (hp: float[]) (r: float[]) (rz: float) (d: float[]) remaining =
        let hd = product d
        let curvature = Arrays.dot d hd

        if not (curvature > 0.0) then
            boundary p hp d hd
        else
            let alpha = rz / curvature
            let next = Arrays.addScaled alpha d p

            if Arrays.norm next >= radius then
                boundary p hp d hd
            else
                let hp = Arrays.addScaled alpha hd hp
                let after = Arrays.addScaled alpha hd r

                if remaining = 0 || Arrays.norm after <= tolerance then
                    { S = next; Decrease = promised next hp; AtBoundary = false }
                else
                    let z = precondition after
                    let next' = Arrays.dot after z
                    go next hp after next' (Arrays.addScaled (next' / rz) d (Arrays.negate z)) (remaining - 1)

    let z = precondition g
    go zero zero g (Arrays.dot g z) (Arrays.negate z) (2 * g.Length)

/// The same without such a map.
let step (product: float[] -> float[]) (g: float[]) radius tolerance = stepBy id product g radius tolerance

/// The solver; its state is the radius. Where the Hessian is sparse it is computed, and its incomplete factors lead to the step in few
/// iterations; else it is known by products alone.
let solver: Solver =
    let step (objective: Objective) (current: Evaluation) (state: SolverState) =
        let precondition, product =
            match objective.SparseHessian current with
            | Some h when Arrays.isFinite h.Values -> IncompleteCholesky.preconditioner h, h.Multiply
            | _ -> id, objective.Product current

        let norm = Arrays.norm current.G

        let rec attempt radius =
            let step = stepBy precondition product current.G radius (norm * min 0.5 (sqrt norm))
            let length = Arrays.norm step.S

            if not step.AtBoundary && Convergence.isNegligible current step.Decrease then
                Ended(Convergence.status current)
            elif not (System.Double.IsFinite(length + step.Decrease)) then
                Ended MinimizeStatus.NotFinite
            elif length <= 1e-17 * Arrays.norm current.X || not (step.Decrease > 0.0) then
                Ended(Convergence.atFailure current step.Decrease)
            else
                match objective.Halt with
                | Some status -> Ended status
                | None ->
                    let next = objective.Evaluate(Arrays.addScaled 1.0 step.S current.X)
                    let ratio = if next.IsFinite then Newton.decrease current next step.S / step.Decrease else -1.0
                    let radius = Newton.resize radius ratio step.AtBoundary length

                    if ratio > 1e-4 then
                        Moved(next, { state with Count = state.Count + 1; Numbers = [| radius |] })
                    else
                        attempt radius

        attempt (if state.Count > 0 then state.Numbers[0] else max 1.0 (Arrays.norm current.X))

    { Start = (fun _ _ -> SolverState.empty); Step = step; HasModel = true }
