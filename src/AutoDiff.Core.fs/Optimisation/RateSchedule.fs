namespace AutoDiff

open System

/// The rate of a first-order rule as a function of the step, from 0: for Optimizer.WithRate. Immutable.
[<Sealed>]
type RateSchedule internal (description: string, rate: int -> float) =
    static let require holds name (requirement: string) (value: obj) =
        if not holds then
            raise (ArgumentOutOfRangeException(name, value, "RateSchedule: " + name + " must be " + requirement + "."))

    static let positive name (value: float) = require (value > 0.0 && Double.IsFinite value) name "positive and finite" value
    static let counted name (value: int) = require (value >= 1) name "1 or more" value
    static let text (value: float) = value.ToString Globalization.CultureInfo.InvariantCulture

    /// <summary>The rate at a step.</summary><param name="step">The number of the step, counted from 0.</param><returns>The rate.</returns>
    member _.Rate(step: int) : float = rate step

    /// <summary>The name with the parameters.</summary><returns>The text.</returns>
    override _.ToString() : string = description

    /// <summary>The same rate at every step.</summary><param name="rate">The learning rate: how much of the gradient is a step.</param>
    /// <returns>The schedule.</returns>
    static member Constant(rate: float) : RateSchedule =
        positive (nameof rate) rate
        RateSchedule("constant " + text rate, (fun _ -> rate))

    /// <summary>Multiplied by a factor after every so many steps.</summary>
    /// <param name="rate">The learning rate: how much of the gradient is a step.</param><param name="every">How many steps apart.</param>
    /// <param name="factor">What the rate is multiplied by.</param><returns>The schedule.</returns>
    static member Step(rate: float, every: int, factor: float) : RateSchedule =
        positive (nameof rate) rate
        counted (nameof every) every
        positive (nameof factor) factor

        RateSchedule(
            text rate + ", times " + text factor + " every " + string every + " steps",
            (fun step -> rate * factor ** float (step / every))
        )

    /// <summary>Multiplied by a factor after every step.</summary>
    /// <param name="rate">The learning rate: how much of the gradient is a step.</param>
    /// <param name="factor">What the rate is multiplied by.</param><returns>The schedule.</returns>
    static member Exponential(rate: float, factor: float) : RateSchedule =
        positive (nameof rate) rate
        positive (nameof factor) factor
        RateSchedule(text rate + ", times " + text factor + " a step", (fun step -> rate * factor ** float step))

    /// <summary>Half a wave of the cosine from the rate down to the last one, which it keeps: I. Loshchilov, F. Hutter, "SGDR: stochastic
    /// gradient descent with warm restarts", ICLR 2017, formula (5).</summary>
    /// <param name="rate">The learning rate: how much of the gradient is a step.</param><param name="steps">How many steps.</param>
    /// <param name="last">The rate at the end.</param><returns>The schedule.</returns>
    static member Cosine
        (rate: float, steps: int, [<Runtime.InteropServices.Optional; Runtime.InteropServices.DefaultParameterValue(0.0)>] last: float)
        : RateSchedule =
        positive (nameof rate) rate
        counted (nameof steps) steps
        require (last >= 0.0 && last <= rate) (nameof last) "between 0 and the rate" last
        let at step = last + 0.5 * (rate - last) * (1.0 + cos (Math.PI * float (min step steps) / float steps))
        RateSchedule("cosine from " + text rate + " in " + string steps + " steps", at)

    /// <summary>Rises in equal parts to the first rate of another schedule, which it then follows: step k of so many has (k + 1) / steps
    /// of it.</summary>
    /// <param name="steps">How many steps.</param><param name="next">What follows.</param><returns>The schedule.</returns>
    static member WarmUp(steps: int, next: RateSchedule) : RateSchedule =
        counted (nameof steps) steps
        ArgumentNullException.ThrowIfNull(next, nameof next)
        let at step = if step < steps then next.Rate 0 * float (step + 1) / float steps else next.Rate(step - steps)
        RateSchedule("warm-up of " + string steps + " steps, then " + next.ToString(), at)

    /// <summary>Up from a 25th of the peak in the first 30 % of the steps and down to a 250,000th, both along half a cosine: L. N. Smith,
    /// N. Topin, "Super-convergence", arXiv:1708.07120, with the numbers of PyTorch.</summary>
    /// <param name="peak">The highest rate.</param><param name="steps">How many steps.</param><returns>The schedule.</returns>
    static member OneCycle(peak: float, steps: int) : RateSchedule =
        positive (nameof peak) peak
        counted (nameof steps) steps
        let turn = 0.3 * float steps - 1.0
        let between from until part = until + 0.5 * (from - until) * (1.0 + cos (Math.PI * part))

        let at step =
            let step = float (min step (steps - 1))

            if step <= turn then
                between (peak / 25.0) peak (if turn > 0.0 then step / turn else 1.0)
            else
                between peak (peak / 25.0e4) ((step - turn) / max 1e-300 (float (steps - 1) - turn))

        RateSchedule("one cycle to " + text peak + " in " + string steps + " steps", at)
