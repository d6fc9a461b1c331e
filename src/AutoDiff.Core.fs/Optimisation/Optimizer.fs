namespace AutoDiff

open System
open System.Runtime.InteropServices

/// A method of minimisation with its parameters; immutable, and without state of its own.
[<Sealed>]
type Optimizer internal (description: string, solver: Solver) =
    static let require holds parameter requirement (value: float) =
        if not holds then
            raise (ArgumentOutOfRangeException(parameter, value, "Optimizer: " + parameter + " must be " + requirement + "."))

    static let requirePositive parameter value = require (value > 0.0 && Double.IsFinite value) parameter "positive and finite" value
    static let requireNotNegative parameter value = require (value >= 0.0 && Double.IsFinite value) parameter "0 or more" value
    static let requireFraction parameter value = require (value >= 0.0 && value < 1.0) parameter "at least 0 and below 1" value

    static let text (value: float) = value.ToString(Globalization.CultureInfo.InvariantCulture)

    static member private FirstOrder(description: string, rule: Rule) : Optimizer = Optimizer(description, Rule.solver rule)

    member internal _.Solver: Solver = solver

    /// Whether it can do nothing with a function that is not a sum of squares.
    member internal _.NeedsResiduals = LanguagePrimitives.PhysicalEquality solver LevenbergMarquardt.solver

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

        let name =
            if momentum = 0.0 then
                "SGD (rate " + text rate + ")"
            else
                "SGD (rate " + text rate + ", momentum " + text momentum + ")"

        Optimizer.FirstOrder(name, Sgd.rule rate momentum dampening nesterov weightDecay)

    /// Adam: steps of about the rate, whatever the scale of the gradient. Weight decay adds weightDecay x to the gradient.
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
        Optimizer.FirstOrder("Adam (rate " + text rate + ")", Adam.rule rate beta1 beta2 epsilon amsgrad weightDecay)

    /// AdamW: Adam, and every step shrinks x by the factor 1 - rate weightDecay first.
    static member AdamW
        (
            [<Optional; DefaultParameterValue(1e-3)>] rate: float,
            [<Optional; DefaultParameterValue(0.9)>] beta1: float,
            [<Optional; DefaultParameterValue(0.999)>] beta2: float,
            [<Optional; DefaultParameterValue(1e-8)>] epsilon: float,
            [<Optional; DefaultParameterValue(false)>] amsgrad: bool,
            [<Optional; DefaultParameterValue(1e-2)>] weightDecay: float
        ) : Optimizer =
        requirePositive (nameof rate) rate
        requireFraction (nameof beta1) beta1
        requireFraction (nameof beta2) beta2
        requireNotNegative (nameof epsilon) epsilon
        requireNotNegative (nameof weightDecay) weightDecay
        Optimizer.FirstOrder("AdamW (rate " + text rate + ")", Adam.decoupled rate beta1 beta2 epsilon amsgrad weightDecay)

    /// Adamax: Adam by the largest absolute gradient instead of the average square.
    static member Adamax
        (
            [<Optional; DefaultParameterValue(2e-3)>] rate: float,
            [<Optional; DefaultParameterValue(0.9)>] beta1: float,
            [<Optional; DefaultParameterValue(0.999)>] beta2: float,
            [<Optional; DefaultParameterValue(1e-8)>] epsilon: float,
            [<Optional; DefaultParameterValue(0.0)>] weightDecay: float
        ) : Optimizer =
        requirePositive (nameof rate) rate
        requireFraction (nameof beta1) beta1
        requireFraction (nameof beta2) beta2
        requireNotNegative (nameof epsilon) epsilon
        requireNotNegative (nameof weightDecay) weightDecay
        Optimizer.FirstOrder("Adamax (rate " + text rate + ")", Adam.infinite rate beta1 beta2 epsilon weightDecay)

    /// RMSProp: steps divided by a running root mean square of the gradients; centred, by their standard deviation.
    static member RmsProp
        (
            [<Optional; DefaultParameterValue(1e-2)>] rate: float,
            [<Optional; DefaultParameterValue(0.99)>] alpha: float,
            [<Optional; DefaultParameterValue(1e-8)>] epsilon: float,
            [<Optional; DefaultParameterValue(0.0)>] momentum: float,
            [<Optional; DefaultParameterValue(false)>] centered: bool,
            [<Optional; DefaultParameterValue(0.0)>] weightDecay: float
        ) : Optimizer =
        requirePositive (nameof rate) rate
        requireFraction (nameof alpha) alpha
        requireNotNegative (nameof epsilon) epsilon
        requireNotNegative (nameof momentum) momentum
        requireNotNegative (nameof weightDecay) weightDecay
        Optimizer.FirstOrder("RMSProp (rate " + text rate + ")", Adaptive.rmsProp rate alpha epsilon momentum centered weightDecay)

    /// Adagrad: steps divided by the root of the sum of all squared gradients.
    static member Adagrad
        (
            [<Optional; DefaultParameterValue(1e-2)>] rate: float,
            [<Optional; DefaultParameterValue(1e-10)>] epsilon: float,
            [<Optional; DefaultParameterValue(0.0)>] initialAccumulator: float,
            [<Optional; DefaultParameterValue(0.0)>] rateDecay: float,
            [<Optional; DefaultParameterValue(0.0)>] weightDecay: float
        ) : Optimizer =
        requirePositive (nameof rate) rate
        requireNotNegative (nameof epsilon) epsilon
        requireNotNegative (nameof initialAccumulator) initialAccumulator
        requireNotNegative (nameof rateDecay) rateDecay
        requireNotNegative (nameof weightDecay) weightDecay
        Optimizer.FirstOrder("Adagrad (rate " + text rate + ")", Adaptive.adagrad rate epsilon initialAccumulator rateDecay weightDecay)

    /// Lion: every element moves by the rate, in the direction of the sign of a running average of the gradients.
    static member Lion
        (
            [<Optional; DefaultParameterValue(1e-4)>] rate: float,
            [<Optional; DefaultParameterValue(0.9)>] beta1: float,
            [<Optional; DefaultParameterValue(0.99)>] beta2: float,
            [<Optional; DefaultParameterValue(0.0)>] weightDecay: float
        ) : Optimizer =
        requirePositive (nameof rate) rate
        requireFraction (nameof beta1) beta1
        requireFraction (nameof beta2) beta2
        requireNotNegative (nameof weightDecay) weightDecay
        Optimizer.FirstOrder("Lion (rate " + text rate + ")", Adaptive.lion rate beta1 beta2 weightDecay)

    /// L-BFGS: a quasi-Newton method that remembers so many steps, with a line search that meets the strong Wolfe conditions.
    static member Lbfgs([<Optional; DefaultParameterValue(10)>] memory: int) : Optimizer =
        require (memory >= 1) (nameof memory) "1 or more" (float memory)
        Optimizer("L-BFGS (memory " + string memory + ")", LimitedMemoryBfgs.solver memory)

    /// BFGS: a quasi-Newton method with a full matrix, with a line search that meets the strong Wolfe conditions.
    static member Bfgs() : Optimizer = Optimizer("BFGS", Bfgs.solver)

    /// Nonlinear conjugate gradients of Hager and Zhang, with a line search that meets the strong Wolfe conditions.
    static member ConjugateGradient() : Optimizer = Optimizer("conjugate gradients", ConjugateGradient.solver)

    /// Steepest descent, with a line search that meets the strong Wolfe conditions.
    static member GradientDescent() : Optimizer = Optimizer("gradient descent", SteepestDescent.solver)

    /// Newton's method in a trust region, by exact Hessians.
    static member Newton() : Optimizer = Optimizer("Newton (trust region)", Newton.solver)

    /// The Levenberg-Marquardt method, for LeastSquares.
    static member LevenbergMarquardt() : Optimizer = Optimizer("Levenberg-Marquardt", LevenbergMarquardt.solver)
