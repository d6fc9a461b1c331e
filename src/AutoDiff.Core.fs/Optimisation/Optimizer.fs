namespace AutoDiff

open System
open System.Runtime.InteropServices

/// A method of minimisation with its parameters; immutable, and without state of its own.
[<Sealed>]
type Optimizer internal (description: string, start: Node[] -> Solver) =
    static let require holds parameter requirement (value: float) =
        if not holds then
            raise (ArgumentOutOfRangeException(parameter, value, "Optimizer: " + parameter + " must be " + requirement + "."))

    static let requirePositive parameter value = require (value > 0.0 && Double.IsFinite value) parameter "positive and finite" value
    static let requireNotNegative parameter value = require (value >= 0.0 && Double.IsFinite value) parameter "0 or more" value
    static let requireFraction parameter value = require (value >= 0.0 && value < 1.0) parameter "at least 0 and below 1" value

    static let text (value: float) = value.ToString(Globalization.CultureInfo.InvariantCulture)

    /// The solver at its first step, from a point.
    member internal _.Start(point: Node[]) : Solver = start point

    /// The name with the parameters.
    override _.ToString() : string = description

    /// Gradient descent: x - rate g. With momentum μ the gradient is replaced by a running sum b = μ b + (1 - dampening) g, with Nesterov's
    /// form by g + μ b. Weight decay adds weightDecay x to the gradient.
    static member Sgd
        (
            rate: float,
            [<Optional; DefaultParameterValue(0.0)>] momentum: float,
            [<Optional; DefaultParameterValue(0.0)>] dampening: float,
            [<Optional; DefaultParameterValue(false)>] nesterov: bool,
            [<Optional; DefaultParameterValue(0.0)>] weightDecay: float
        ) : Optimizer =
        requirePositive (nameof rate) rate
        requireNotNegative (nameof momentum) momentum
        requireNotNegative (nameof weightDecay) weightDecay
        if nesterov && (momentum = 0.0 || dampening <> 0.0) then
            raise (ArgumentException("Optimizer: Nesterov's form needs a momentum above 0 and no dampening.", nameof nesterov))
        let name = if momentum = 0.0 then "SGD (rate " + text rate + ")" else "SGD (rate " + text rate + ", momentum " + text momentum + ")"
        let rule = Rules.sgd rate momentum dampening nesterov weightDecay
        Optimizer(name, (fun point -> Rules.solver rule (rule.Start point)))

    /// Adam: steps of about the rate, whatever the scale of the gradient.
    static member Adam
        (
            [<Optional; DefaultParameterValue(1e-3)>] rate: float,
            [<Optional; DefaultParameterValue(0.9)>] beta1: float,
            [<Optional; DefaultParameterValue(0.999)>] beta2: float,
            [<Optional; DefaultParameterValue(1e-8)>] epsilon: float,
            [<Optional; DefaultParameterValue(false)>] amsgrad: bool,
            [<Optional; DefaultParameterValue(0.0)>] weightDecay: float
        ) : Optimizer =
        requirePositive (nameof rate) rate
        requireFraction (nameof beta1) beta1
        requireFraction (nameof beta2) beta2
        requireNotNegative (nameof epsilon) epsilon
        requireNotNegative (nameof weightDecay) weightDecay
        let rule = Rules.adam rate beta1 beta2 epsilon amsgrad weightDecay
        Optimizer("Adam (rate " + text rate + ")", (fun point -> Rules.solver rule (rule.Start point)))

    /// L-BFGS: a quasi-Newton method that remembers so many steps, with a line search that meets the strong Wolfe conditions.
    static member Lbfgs([<Optional; DefaultParameterValue(10)>] memory: int) : Optimizer =
        require (memory >= 1) (nameof memory) "1 or more" (float memory)
        Optimizer("L-BFGS (memory " + string memory + ")", (fun _ -> LimitedMemoryBfgs.solver memory []))
