/// Rules whose rates adapt to the gradients seen; defaults and details as in PyTorch.
[<RequireQualifiedAccess>]
module internal AutoDiff.Adaptive

/// g / (√s + ε)
let private scaled epsilon (g: Node) (s: Node) = Arithmetic.divide g (Arithmetic.add (Elementary.sqrt s) (Node.plain epsilon))

/// RMSProp: T. Tieleman, G. Hinton, Coursera lecture 6.5 (2012); centred as in A. Graves, arXiv:1308.0850. ε stands outside the root.
let rmsProp rate alpha epsilon momentum centered weightDecay : Rule =
    let update (state: SolverState) xs gs =
        let gs = Rule.decayed weightDecay xs gs
        let squares = Array.map2 (Rule.mix alpha) state.Slots[0] (Array.map Rule.square gs)
        let means = if centered then Array.map2 (Rule.mix alpha) state.Slots[1] gs else state.Slots[1]
        let variance s mean = if centered then Arithmetic.subtract s (Rule.square mean) else s
        let steps = Array.map2 (scaled epsilon) gs (Array.map2 variance squares means)

        let buffer =
            if momentum = 0.0 then
                steps
            else
                Array.map2 (fun b step -> Arithmetic.add (Rule.scale momentum b) step) state.Slots[2] steps

        struct (Rule.next state [| squares; means; buffer |], Array.map2 (Rule.descend rate) xs buffer)

    { Start = Rule.slots 3 0.0; Update = update }

/// Adagrad: J. Duchi, E. Hazan, Y. Singer, Journal of Machine Learning Research 12 (2011) 2121-2159.
let adagrad rate epsilon initialAccumulator rateDecay weightDecay : Rule =
    let update (state: SolverState) xs gs =
        let gs = Rule.decayed weightDecay xs gs
        let sums = Array.map2 (fun s g -> Arithmetic.add s (Rule.square g)) state.Slots[0] gs
        let step = rate / (1.0 + float state.Count * rateDecay)
        struct (Rule.next state [| sums |], Array.map3 (fun x g s -> Rule.descend step x (scaled epsilon g s)) xs gs sums)

    { Start = Rule.slots 1 initialAccumulator; Update = update }

/// Lion: X. Chen and others, "Symbolic discovery of optimization algorithms", NeurIPS 2023. Every element moves by the rate.
let lion rate beta1 beta2 weightDecay : Rule =
    let update (state: SolverState) xs gs =
        let m = state.Slots[0]
        let direction x m g = Rule.addScaled weightDecay (Arithmetic.sign (Rule.mix beta1 m g)) x
        struct (Rule.next state [| Array.map2 (Rule.mix beta2) m gs |], Array.map2 (Rule.descend rate) xs (Array.map3 direction xs m gs))

    { Start = Rule.slots 1 0.0; Update = update }
