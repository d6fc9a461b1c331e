namespace AutoDiff

open System
open System.Runtime.InteropServices

/// A first-order rule as a function of its rate, the rate, and what is done to the rule.
[<ReferenceEquality>]
type internal RuleFamily = { Make: float -> Rule; Rate: RateSchedule; Wrap: Rule -> Rule }

/// A method of minimisation with its parameters; immutable, and without state of its own.
[<Sealed>]
type Optimizer internal (description: string, solver: Solver, bounded: Solver, family: RuleFamily voption) =
    static let require holds parameter requirement (value: float) =
        if not holds then
            raise (ArgumentOutOfRangeException(parameter, value, "Optimizer: " + parameter + " must be " + requirement + "."))

    static let requirePositive parameter value = require (value > 0.0 && Double.IsFinite value) parameter "positive and finite" value
    static let requireNotNegative parameter value = require (value >= 0.0 && Double.IsFinite value) parameter "0 or more" value
    static let requireFraction parameter value = require (value >= 0.0 && value < 1.0) parameter "at least 0 and below 1" value

    static let text (value: float) = value.ToString(Globalization.CultureInfo.InvariantCulture)

    static let ofFamily (description: string) (family: RuleFamily) =
        let solver = Rule.solver (family.Wrap(Transformation.scheduled family.Rate family.Make))
        Optimizer(description, solver, solver, ValueSome family)

    let firstOrder what =
        match family with
        | ValueSome family -> family
        | ValueNone ->
            raise (
                InvalidOperationException(
                    "Optimizer: "
                    + what
                    + " belongs to first-order rules such as Sgd and Adam; "
                    + description
                    + " chooses its steps by itself."
                )
            )

    static member private FirstOrder(description: string, rate: float, make: float -> Rule) : Optimizer =
        ofFamily description { Make = make; Rate = RateSchedule.Constant rate; Wrap = id }

    member internal _.Solver: Solver = solver

    /// The solver where there are bounds.
    member internal _.Bounded: Solver = bounded

    /// Whether it can do nothing with a function that is not a sum of squares.
    member internal _.NeedsResiduals = LanguagePrimitives.PhysicalEquality solver SumOfSquares.solver

    /// Whether it is a first-order rule, which minds no function that changes from step to step.
    member internal _.IsRule = family.IsSome

    /// <summary>The same rule with a rate that follows a schedule. Raises InvalidOperationException for methods that have no
    /// rate.</summary>
    /// <param name="schedule">The rate of each step.</param><returns>The optimiser.</returns>
    /// <exception cref="T:System.InvalidOperationException">For methods that have no rate.</exception>
    member _.WithRate(schedule: RateSchedule) : Optimizer =
        ArgumentNullException.ThrowIfNull(schedule, nameof schedule)
        ofFamily (description + ", rate " + schedule.ToString()) { firstOrder "WithRate" with Rate = schedule }

    member private _.Transformed(what: string, parameter: string, transform: Rule -> Rule) : Optimizer =
        let family = firstOrder what
        ofFamily (description + ", " + parameter) { family with Wrap = family.Wrap >> transform }

    /// <summary>The same rule by gradients that are shortened to a norm, over all their elements, where they are longer.</summary>
    /// <param name="largest">The largest that is let through.</param><returns>The optimiser.</returns>
    member o.ClipNorm(largest: float) : Optimizer =
        requirePositive (nameof largest) largest
        o.Transformed("ClipNorm", "gradient norm clipped at " + text largest, Transformation.clipNorm largest)

    /// <summary>The same rule by gradients whose elements are brought between -largest and largest.</summary>
    /// <param name="largest">The largest that is let through.</param><returns>The optimiser.</returns>
    member o.ClipValue(largest: float) : Optimizer =
        requirePositive (nameof largest) largest
        o.Transformed("ClipValue", "gradient clipped at " + text largest, Transformation.clipValue largest)

    /// <summary>The same rule by gradients with weightDecay x added. What is chained later acts earlier: Sgd(…).WeightDecay(…).ClipNorm(…)
    /// clips first.</summary>
    /// <param name="weightDecay">How much of the point is added to the gradient.</param><returns>The optimiser.</returns>
    member o.WeightDecay(weightDecay: float) : Optimizer =
        requireNotNegative (nameof weightDecay) weightDecay
        o.Transformed("WeightDecay", "weight decay " + text weightDecay, Transformation.weightDecay weightDecay)

    /// <summary>The same rule by means of so many gradients; the point stands still between.</summary>
    /// <param name="count">How many gradients.</param><returns>The optimiser.</returns>
    member o.Accumulate(count: int) : Optimizer =
        require (count >= 1) (nameof count) "1 or more" (float count)
        o.Transformed("Accumulate", "mean of " + string count + " gradients", Transformation.accumulate count)

    /// <summary>The same rule with the rate multiplied element by element, in a structure like the start. A shape that does not fit raises
    /// ShapeException at the first step.</summary>
    /// <param name="factors">The factors, a structure like the point.</param><returns>The optimiser.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">At the first step.</exception>
    member o.ScaleRates(factors: PerLeaf) : Optimizer =
        ArgumentNullException.ThrowIfNull(factors, nameof factors)

        let negative =
            factors.Leaves
            |> Array.exists (fun leaf -> Array.exists (fun x -> not (x >= 0.0)) (Read.floats (Interpreter.force leaf)))

        if negative then
            raise (ArgumentException("Optimizer: ScaleRates takes factors of 0 or more.", nameof factors))

        o.Transformed("ScaleRates", "rates by leaf", Transformation.perLeaf factors.Leaves)

    /// <summary>The name with the parameters.</summary><returns>The text.</returns>
    override _.ToString() : string = description

    /// <summary>Gradient descent: x - rate g. With momentum μ the gradient is replaced by a running sum b = μ b + (1 - dampening) g, with
    /// Nesterov's form by g + μ b. Weight decay adds weightDecay x to the gradient.</summary>
    /// <param name="rate">The learning rate: how much of the gradient is a step.</param>
    /// <param name="momentum">How much of the last step is taken again.</param>
    /// <param name="dampening">How much of each gradient the momentum leaves out.</param>
    /// <param name="nesterov">Whether the gradient is taken ahead, after the momentum.</param>
    /// <param name="weightDecay">How much of the point is added to the gradient.</param><returns>The optimiser.</returns>
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

        Optimizer.FirstOrder(name, rate, (fun rate -> Sgd.rule rate momentum dampening nesterov weightDecay))

    /// <summary>Adam: steps of about the rate, whatever the scale of the gradient. Weight decay adds weightDecay x to the
    /// gradient.</summary>
    /// <param name="rate">The learning rate: how much of the gradient is a step.</param>
    /// <param name="beta1">How much of the mean gradient stays in each step.</param>
    /// <param name="beta2">How much of the mean square, or of the largest size, stays in each step.</param>
    /// <param name="epsilon">What is added to denominators.</param>
    /// <param name="amsgrad">Whether the largest second moment so far is used.</param>
    /// <param name="weightDecay">How much of the point is added to the gradient.</param><returns>The optimiser.</returns>
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
        Optimizer.FirstOrder("Adam (rate " + text rate + ")", rate, (fun rate -> Adam.rule rate beta1 beta2 epsilon amsgrad weightDecay))

    /// <summary>AdamW: Adam, and every step shrinks x by the factor 1 - rate weightDecay first.</summary>
    /// <param name="rate">The learning rate: how much of the gradient is a step.</param>
    /// <param name="beta1">How much of the mean gradient stays in each step.</param>
    /// <param name="beta2">How much of the mean square, or of the largest size, stays in each step.</param>
    /// <param name="epsilon">What is added to denominators.</param>
    /// <param name="amsgrad">Whether the largest second moment so far is used.</param>
    /// <param name="weightDecay">How much of the point every step takes away, times the rate.</param><returns>The optimiser.</returns>
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

        Optimizer.FirstOrder(
            "AdamW (rate " + text rate + ")",
            rate,
            (fun rate -> Adam.decoupled rate beta1 beta2 epsilon amsgrad weightDecay)
        )

    /// <summary>Adamax: Adam by the largest absolute gradient instead of the average square.</summary>
    /// <param name="rate">The learning rate: how much of the gradient is a step.</param>
    /// <param name="beta1">How much of the mean gradient stays in each step.</param>
    /// <param name="beta2">How much of the mean square, or of the largest size, stays in each step.</param>
    /// <param name="epsilon">What is added to denominators.</param>
    /// <param name="weightDecay">How much of the point is added to the gradient.</param><returns>The optimiser.</returns>
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
        Optimizer.FirstOrder("Adamax (rate " + text rate + ")", rate, (fun rate -> Adam.infinite rate beta1 beta2 epsilon weightDecay))

    /// <summary>RMSProp: steps divided by a running root mean square of the gradients; centred, by their standard deviation.</summary>
    /// <param name="rate">The learning rate: how much of the gradient is a step.</param>
    /// <param name="alpha">How much of the mean square stays in each step.</param>
    /// <param name="epsilon">What is added to denominators.</param><param name="momentum">How much of the last step is taken again.</param>
    /// <param name="centered">Whether the square of the mean gradient is taken from the mean square.</param>
    /// <param name="weightDecay">How much of the point is added to the gradient.</param><returns>The optimiser.</returns>
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

        Optimizer.FirstOrder(
            "RMSProp (rate " + text rate + ")",
            rate,
            (fun rate -> Adaptive.rmsProp rate alpha epsilon momentum centered weightDecay)
        )

    /// <summary>Adagrad: steps divided by the root of the sum of all squared gradients.</summary>
    /// <param name="rate">The learning rate: how much of the gradient is a step.</param>
    /// <param name="epsilon">What is added to denominators.</param>
    /// <param name="initialAccumulator">The sum of squares before the first step.</param>
    /// <param name="rateDecay">How fast the rate falls with the number of steps.</param>
    /// <param name="weightDecay">How much of the point is added to the gradient.</param><returns>The optimiser.</returns>
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

        Optimizer.FirstOrder(
            "Adagrad (rate " + text rate + ")",
            rate,
            (fun rate -> Adaptive.adagrad rate epsilon initialAccumulator rateDecay weightDecay)
        )

    /// <summary>Lion: every element moves by the rate, in the direction of the sign of a running average of the gradients.</summary>
    /// <param name="rate">The learning rate: how much of the gradient is a step.</param>
    /// <param name="beta1">How much of the mean gradient stays in each step.</param>
    /// <param name="beta2">How much of the mean square, or of the largest size, stays in each step.</param>
    /// <param name="weightDecay">How much of the point every step takes away, times the rate.</param><returns>The optimiser.</returns>
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
        Optimizer.FirstOrder("Lion (rate " + text rate + ")", rate, (fun rate -> Adaptive.lion rate beta1 beta2 weightDecay))

    /// <summary>L-BFGS: a quasi-Newton method that remembers so many steps, with a line search that meets the strong Wolfe
    /// conditions.</summary>
    /// <param name="memory">How many of the last steps are remembered.</param><returns>The optimiser.</returns>
    static member Lbfgs([<Optional; DefaultParameterValue(10)>] memory: int) : Optimizer =
        require (memory >= 1) (nameof memory) "1 or more" (float memory)
        Optimizer("L-BFGS (memory " + string memory + ")", LimitedMemoryBfgs.solver memory, ProjectedLbfgs.solver memory, ValueNone)

    /// <summary>BFGS: a quasi-Newton method with a full matrix, with a line search that meets the strong Wolfe conditions.</summary>
    /// <returns>The optimiser.</returns>
    static member Bfgs() : Optimizer = Optimizer("BFGS", Bfgs.solver, ProjectedLbfgs.solver 50, ValueNone)

    /// <summary>Nonlinear conjugate gradients of Hager and Zhang, with a line search that meets the strong Wolfe conditions.</summary>
    /// <returns>The optimiser.</returns>
    static member ConjugateGradient() : Optimizer =
        Optimizer("conjugate gradients", ConjugateGradient.solver, ProjectedLbfgs.solver 3, ValueNone)

    /// <summary>Steepest descent, with a line search that meets the strong Wolfe conditions.</summary><returns>The optimiser.</returns>
    static member GradientDescent() : Optimizer = Optimizer("gradient descent", SteepestDescent.solver, ProjectedLbfgs.solver 1, ValueNone)

    /// <summary>Newton's method in a trust region: by exact Hessians up to 200 numbers; beyond, by sparse Hessians with incomplete factors
    /// where their pattern is sparse, else by Hessian-vector products, and conjugate gradients.</summary>
    /// <returns>The optimiser.</returns>
    static member Newton() : Optimizer =
        let bySize (few: Solver) (many: Solver) =
            let step (objective: Objective) (current: Evaluation) (state: SolverState) =
                (if current.X.Length <= 200 then few else many).Step objective current state

            { few with Step = step }

        Optimizer(
            "Newton (trust region)",
            bySize Newton.solver SteihaugToint.solver,
            bySize BoundedNewton.solver (ProjectedLbfgs.solver 20),
            ValueNone
        )

    /// What Minimize takes for many numbers where nothing is said.
    static member internal ForMany() : Optimizer =
        Optimizer("L-BFGS (memory 10) or Newton", LargeScale.solver, LargeScale.bounded, ValueNone)

    /// Its name with that of the method which it came to.
    member internal _.Used(state: SolverState) : string =
        if not (LanguagePrimitives.PhysicalEquality solver LargeScale.solver) then
            description
        elif LargeScale.isNewton state then
            "L-BFGS (memory 10), then Newton: it was slow, and the Hessian is sparse"
        else
            "L-BFGS (memory 10)"

    /// <summary>The Levenberg-Marquardt method, for LeastSquares; up to 200 numbers with the Hessian of the sum of squares where the linear
    /// model of the residuals is a poor one.</summary><returns>The optimiser.</returns>
    static member LevenbergMarquardt() : Optimizer =
        Optimizer("Levenberg-Marquardt", SumOfSquares.solver, BoundedNewton.leastSquares, ValueNone)
