/// First-order update rules: pure functions from state, point and gradient to state and point, in the precision of the point. Symbols as
/// in PyTorch's documentation, whose defaults these are.
[<RequireQualifiedAccess>]
module internal AutoDiff.Rules

/// What a rule remembers: how many steps it has made, and a structure like the point in each slot.
[<ReferenceEquality>]
type State = { Count: int; Slots: Node[][] }

/// An update rule. Start gives the first state from a point, Update the next state and point from state, point and gradient.
[<ReferenceEquality>]
type Rule =
    { Start: Node[] -> State
      Update: State -> Node[] -> Node[] -> struct (State * Node[]) }

let private scale (factor: float) (x: Node) = Arithmetic.multiply (Node.plain factor) x

/// x + factor z
let private addScaled factor (x: Node) (z: Node) = Arithmetic.add x (scale factor z)

/// x - rate z, exactly as written by hand.
let private descend rate (x: Node) (z: Node) = Arithmetic.subtract x (scale rate z)

/// Stochastic gradient descent, with momentum as in I. Sutskever, J. Martens, G. Dahl, G. Hinton, "On the importance of initialization and
/// momentum in deep learning" (2013), in PyTorch's form: b = μ b + (1 - τ) g; x -= γ b, or with Nesterov x -= γ (g + μ b).
let sgd rate momentum dampening nesterov weightDecay : Rule =
    let decayed xs gs = if weightDecay = 0.0 then gs else Array.map2 (addScaled weightDecay) gs xs
    let velocity state gs =
        if state.Count = 0 then gs
        else Array.map2 (fun b g -> Arithmetic.add (scale momentum b) (if dampening = 0.0 then g else scale (1.0 - dampening) g)) state.Slots[0] gs
    let update state xs gs =
        let gs = decayed xs gs
        if momentum = 0.0 then struct ({ state with Count = state.Count + 1 }, Array.map2 (descend rate) xs gs)
        else
            let bs = velocity state gs
            let directions = if nesterov then Array.map2 (addScaled momentum) gs bs else bs
            struct ({ Count = state.Count + 1; Slots = [| bs |] }, Array.map2 (descend rate) xs directions)
    { Start = (fun _ -> { Count = 0; Slots = [||] }); Update = update }

/// D. P. Kingma, J. Ba, "Adam: a method for stochastic optimization" (2015); with amsgrad as in S. J. Reddi, S. Kale, S. Kumar, "On the
/// convergence of Adam and beyond" (2018).
let adam rate beta1 beta2 epsilon amsgrad weightDecay : Rule =
    let zeros (x: Node) = Node.zeros x.Shape x.Precision
    let mix beta (average: Node) (x: Node) = addScaled (1.0 - beta) (scale beta average) x
    let update state xs gs =
        let gs = if weightDecay = 0.0 then gs else Array.map2 (addScaled weightDecay) gs xs
        let t = float (state.Count + 1)
        let m = Array.map2 (mix beta1) state.Slots[0] gs
        let v = Array.map2 (fun v g -> mix beta2 v (Arithmetic.multiply g g)) state.Slots[1] gs
        let largest = if amsgrad then Array.map2 Arithmetic.max state.Slots[2] v else v
        let step = rate / (1.0 - beta1 ** t)
        let root = sqrt (1.0 - beta2 ** t)
        let move (x: Node) (m: Node, v: Node) =
            let denominator = Arithmetic.add (scale (1.0 / root) (Elementary.sqrt v)) (Node.plain epsilon)
            Arithmetic.subtract x (scale step (Arithmetic.divide m denominator))
        struct ({ Count = state.Count + 1; Slots = [| m; v; largest |] }, Array.map2 move xs (Array.zip m largest))
    { Start = (fun xs -> { Count = 0; Slots = Array.init 3 (fun _ -> Array.map zeros xs) }); Update = update }

/// A rule as a solver: one evaluation a step.
let rec solver (rule: Rule) (state: State) : Solver =
    Solver(fun objective current ->
        match objective.Halt with
        | Some status -> Error status
        | None ->
            let struct (state, point) = rule.Update state current.Point current.Gradient
            let next = objective.Evaluate point
            if next.IsFinite then Ok(next, solver rule state) else Error MinimizeStatus.NotFinite)
