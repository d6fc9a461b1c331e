/// D. P. Kingma, J. Ba, "Adam: a method for stochastic optimization", ICLR 2015, with its variants; defaults and details as in PyTorch. m and v
/// are the running averages of the gradient and of its square.
[<RequireQualifiedAccess>]
module internal AutoDiff.Adam

/// x - γ / (1 - β₁ᵗ) m / (√v / √(1 - β₂ᵗ) + ε)
let private move rate beta1 beta2 epsilon t (x: Node) (m: Node) (v: Node) =
    let root = sqrt (1.0 - beta2 ** t)
    let denominator = Arithmetic.add (Arithmetic.divide (Elementary.sqrt v) (Node.plain root)) (Node.plain epsilon)
    Rule.descend (rate / (1.0 - beta1 ** t)) x (Arithmetic.divide m denominator)

/// Adam. With amsgrad (S. J. Reddi, S. Kale, S. Kumar, "On the convergence of Adam and beyond", ICLR 2018) v is the largest seen.
let rule rate beta1 beta2 epsilon amsgrad weightDecay : Rule =
    let update (state: SolverState) xs gs =
        let gs = Rule.decayed weightDecay xs gs
        let m = Array.map2 (Rule.mix beta1) state.Slots[0] gs
        let v = Array.map2 (Rule.mix beta2) state.Slots[1] (Array.map Rule.square gs)
        let largest = if amsgrad then Array.map2 Arithmetic.max state.Slots[2] v else v
        let move = move rate beta1 beta2 epsilon (float (state.Count + 1))
        struct (Rule.next state [| m; v; largest |], Array.map3 move xs m largest)

    { Start = Rule.slots 3 0.0; Update = update }

/// AdamW: the weights shrink by themselves, not through the gradient. I. Loshchilov, F. Hutter, "Decoupled weight decay regularization", ICLR 2019.
let decoupled rate beta1 beta2 epsilon amsgrad weightDecay : Rule =
    let adam = rule rate beta1 beta2 epsilon amsgrad 0.0

    { adam with
        Update = fun state xs gs -> adam.Update state (Array.map (Rule.scale (1.0 - rate * weightDecay)) xs) gs
    }

/// Adamax, by the largest absolute gradient instead of the average square: section 7.1 of the paper.
let infinite rate beta1 beta2 epsilon weightDecay : Rule =
    let update (state: SolverState) xs gs =
        let gs = Rule.decayed weightDecay xs gs
        let m = Array.map2 (Rule.mix beta1) state.Slots[0] gs
        let largest (u: Node) g = Arithmetic.max (Rule.scale beta2 u) (Arithmetic.add (Arithmetic.abs g) (Node.plain epsilon))
        let u = Array.map2 largest state.Slots[1] gs
        let step = rate / (1.0 - beta1 ** float (state.Count + 1))
        struct (Rule.next state [| m; u |], Array.map3 (fun x m u -> Rule.descend step x (Arithmetic.divide m u)) xs m u)

    { Start = Rule.slots 2 0.0; Update = update }
