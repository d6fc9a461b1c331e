/// Stochastic gradient descent with momentum: I. Sutskever, J. Martens, G. Dahl, G. Hinton, "On the importance of initialization and
/// momentum in deep learning", ICML 2013, in PyTorch's form: b = μ b + (1 - τ) g, where the first b is g itself; x -= γ b, or with Nesterov
/// x -= γ (g + μ b).
[<RequireQualifiedAccess>]
module internal AutoDiff.Sgd

let private velocity momentum dampening (state: SolverState) (gs: Node[]) =
    let damped g = if dampening = 0.0 then g else Rule.scale (1.0 - dampening) g

    if state.Count = 0 then
        gs
    else
        Array.map2 (fun b g -> Arithmetic.add (Rule.scale momentum b) (damped g)) state.Slots[0] gs

let rule rate momentum dampening nesterov weightDecay : Rule =
    let update state xs gs =
        let gs = Rule.decayed weightDecay xs gs

        if momentum = 0.0 then
            struct (Rule.next state [||], Array.map2 (Rule.descend rate) xs gs)
        else
            let bs = velocity momentum dampening state gs
            let directions = if nesterov then Array.map2 (Rule.addScaled momentum) gs bs else bs
            struct (Rule.next state [| bs |], Array.map2 (Rule.descend rate) xs directions)

    { Start = Rule.slots 0 0.0; Update = update }
