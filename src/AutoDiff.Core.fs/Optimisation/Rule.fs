namespace AutoDiff

/// A first-order update rule: a pure function from state, point and gradient to state and point, in the precision of the point.
[<ReferenceEquality>]
type internal Rule =
    {
        /// The first state, from the point.
        Start: Node[] -> SolverState
        /// The next state and point, from state, point and gradient.
        Update: SolverState -> Node[] -> Node[] -> struct (SolverState * Node[])
    }

module internal Rule =
    let scale (factor: float) (x: Node) : Node = Arithmetic.multiply (Node.plain factor) x

    /// x + factor z
    let addScaled (factor: float) (x: Node) (z: Node) : Node = Arithmetic.add x (scale factor z)

    /// x - rate z, exactly as one writes it by hand.
    let descend (rate: float) (x: Node) (z: Node) : Node = Arithmetic.subtract x (scale rate z)

    /// A running average: weight a + (1 - weight) z
    let mix (weight: float) (average: Node) (z: Node) : Node = addScaled (1.0 - weight) (scale weight average) z

    let square (x: Node) : Node = Arithmetic.multiply x x

    /// The gradient with weightDecay x added: that of a penalty on the squares.
    let decayed (weightDecay: float) (xs: Node[]) (gs: Node[]) : Node[] =
        if weightDecay = 0.0 then gs else Array.map2 (addScaled weightDecay) gs xs

    /// A first state with so many slots, each leaf filled with a number.
    let slots (count: int) (fill: float) (xs: Node[]) : SolverState =
        let filled (x: Node) = Arithmetic.add (Node.zeros x.Shape x.Precision) (Node.plain fill)
        { SolverState.empty with Slots = Array.init count (fun _ -> Array.map filled xs) }

    /// The state after a step.
    let next (state: SolverState) (slots: Node[][]) : SolverState = { state with Count = state.Count + 1; Slots = slots }

    /// What is computed of nodes that no derivative is taken of.
    let private alone: Reuse.Transform = { Name = "update"; Apply = fun _ _ roots -> roots }

    /// Nodes below a token computed together, by a plan kept from earlier steps where there is one; an alias is what it stands for.
    let private computed (arena: Arena) (token: Token) (inputs: Node[]) (aliases: Node[]) (nodes: Node[]) : Node[] =
        let isAlias (node: Node) = Array.exists (fun alias -> obj.ReferenceEquals(alias, node)) aliases
        let place (among: Node[]) (node: Node) = Array.findIndex (fun other -> obj.ReferenceEquals(other, node)) among

        let roots = nodes |> Array.filter (fun node -> Node.dependsOn token node && not (isAlias node)) |> Array.distinct

        let results =
            match (if roots.Length = 0 then null else Reuse.tryRun alone token aliases roots arena.Rent) with
            | null -> roots
            | known -> known

        nodes
        |> Array.map (fun node ->
            if isAlias node then inputs[place aliases node]
            elif Node.dependsOn token node then results[place roots node]
            else node)

    /// A rule's state and point after a step.
    let private update (rule: Rule) (arena: Arena) (state: SolverState) (xs: Node[]) (gs: Node[]) : struct (SolverState * Node[]) =
        let split (nodes: Node[]) = Array.chunkBySize xs.Length nodes
        let inputs = Array.concat [ xs; gs; Array.concat state.Slots ]

        let struct (after, nodes) =
            Differentiation.under "Minimize" inputs split (fun token aliases parts ->
                let struct (after, point) = rule.Update { state with Slots = parts[2..] } parts[0] parts[1]
                struct (after, computed arena token inputs aliases (Array.append point (Array.concat after.Slots))))

        let parts = split (Differentiation.close nodes)
        struct ({ after with Slots = parts[1..] }, parts[0])

    /// Numbers that vary among those of the start that do not, as leaves like those of the start.
    let private spread (space: Space) (arena: Arena) (others: float[]) (v: float[]) : Node[] =
        let all = arena.Floats space.Start.Length
        others.CopyTo(all, 0)

        for k in 0 .. v.Length - 1 do
            all[space.Free[k]] <- v[k]

        Leaf.unflattenWith arena space.Pattern all

    /// Those that vary.
    let private gather (space: Space) (arena: Arena) (leaves: Node[]) : float[] =
        let all = Leaf.flattenWith arena leaves
        let v = arena.Floats space.Free.Length

        for k in 0 .. v.Length - 1 do
            v[k] <- all[space.Free[k]]

        v

    /// A rule as a solver: one evaluation a step. What is fixed has no gradient, and is put back.
    let solver (rule: Rule) : Solver =
        let step (objective: Objective) (current: Evaluation) (state: SolverState) =
            let space, arena = objective.Space, objective.Arena

            match objective.Halt with
            | Some status -> Ended status
            | None ->
                let struct (state, next) =
                    if space.IsPlain then
                        let struct (state, point) = update rule arena state current.Point current.Gradient
                        struct (state, objective.EvaluateLeaves point)
                    else
                        let x = spread space arena space.Start current.X
                        let g = spread space arena (Array.zeroCreate space.Start.Length) current.G
                        let struct (state, point) = update rule arena state x g
                        struct (state, objective.Evaluate(Space.project space (gather space arena point)))

                if next.IsFinite then Moved(next, state) else Ended MinimizeStatus.NotFinite

        let start (space: Space) (first: Evaluation) =
            rule.Start(if space.IsPlain then first.Point else spread space Arena.New space.Start first.X)

        { Start = start; Step = step; HasModel = false }
