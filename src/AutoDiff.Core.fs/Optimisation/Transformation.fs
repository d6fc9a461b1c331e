/// Rules made from rules: what happens to the gradient before, and to the move after.
[<RequireQualifiedAccess>]
module internal AutoDiff.Transformation

/// A rule whose rate follows a schedule.
let scheduled (schedule: RateSchedule) (make: float -> Rule) : Rule =
    {
        Start = fun xs -> (make (schedule.Rate 0)).Start xs
        Update = fun state xs gs -> (make (schedule.Rate state.Count)).Update state xs gs
    }

/// A rule of changed gradients.
let private ofGradients (change: Node[] -> Node[] -> Node[]) (rule: Rule) : Rule =
    { rule with Update = fun state xs gs -> rule.Update state xs (change xs gs) }

/// The gradient brought to a norm where it is longer, all leaves by the same factor: R. Pascanu, T. Mikolov, Y. Bengio, "On the difficulty of
/// training recurrent neural networks", ICML 2013.
let clipNorm (largest: float) : Rule -> Rule =
    ofGradients (fun _ gs ->
        let norm = Arrays.norm (gs |> Array.map Differentiation.known |> Leaf.flatten)
        if norm > largest then Array.map (Rule.scale (largest / norm)) gs else gs)

/// Each element of the gradient brought between -largest and largest.
let clipValue (largest: float) : Rule -> Rule =
    ofGradients (fun _ gs -> gs |> Array.map (fun g -> Arithmetic.max (Node.plain -largest) (Arithmetic.min (Node.plain largest) g)))

/// weightDecay x added to the gradient.
let weightDecay (weightDecay: float) : Rule -> Rule = ofGradients (Rule.decayed weightDecay)

/// One step by the mean of so many gradients; the point stands still between. The sum stands in the last slot, how many in the last number.
let accumulate (count: int) (rule: Rule) : Rule =
    let zeros (xs: Node[]) = xs |> Array.map (fun x -> Node.zeros x.Shape x.Precision)

    let inner (state: SolverState) =
        { state with
            Count = int state.Numbers[0]
            Numbers = [||]
            Slots = Array.truncate (state.Slots.Length - 1) state.Slots
        }

    let wrap (outer: int) pending (inner: SolverState) (sum: Node[]) =
        { inner with
            Count = outer
            Numbers = [| float inner.Count; float pending |]
            Slots = Array.append inner.Slots [| sum |]
        }

    let update (state: SolverState) (xs: Node[]) (gs: Node[]) =
        let sum = Array.map2 (Rule.addScaled (1.0 / float count)) (Array.last state.Slots) gs
        let pending = int state.Numbers[1] + 1

        if pending < count then
            struct (wrap (state.Count + 1) pending (inner state) sum, xs)
        else
            let struct (after, xs') = rule.Update (inner state) xs sum
            struct (wrap (state.Count + 1) 0 after (zeros xs), xs')

    { Start = (fun xs -> wrap 0 0 (rule.Start xs) (zeros xs)); Update = update }

/// Moves multiplied element by element: rates of their own for parts of the point.
let perLeaf (factors: Node[]) (rule: Rule) : Rule =
    let update state (xs: Node[]) gs =
        if xs.Length <> factors.Length then
            raise (
                ShapeException(
                    "ScaleRates has factors for " + string factors.Length + " leaves where the point has " + string xs.Length + "."
                )
            )

        let struct (state, moved) = rule.Update state xs gs

        struct (state,
                Array.map3 (fun x x' factor -> Arithmetic.add x (Arithmetic.multiply factor (Arithmetic.subtract x' x))) xs moved factors)

    { rule with Update = update }
