/// A line search for a step that meets the strong Wolfe conditions: J. J. Moré, D. J. Thuente, "Line search algorithms with guaranteed
/// sufficient decrease", ACM Transactions on Mathematical Software 20 (1994) 286-307. Names as in the paper: φ(α) is the function along the
/// direction, ψ(α) = φ(α) - φ(0) - μ α φ'(0) the auxiliary function.
[<RequireQualifiedAccess>]
module internal AutoDiff.MoreThuente

/// A trial step with φ(α) - φ(0) and φ'(α).
[<Struct>]
type Trial = { Step: float; Value: float; Slope: float }

/// A trial from values and slopes at 0 and at the step. Where the difference of the values is below what they can resolve, it is taken from
/// the slopes, as for a quadratic function; sufficient decrease is then the approximate condition of W. W. Hager, H. Zhang, SIAM Journal on
/// Optimization 16 (2005) 170-192.
let trial (value0: float) (slope0: float) (step: float) (value: float) (slope: float) : Trial =
    let difference = value - value0

    {
        Step = step
        Value = if abs difference <= 1e-10 * abs value0 then step * (slope0 + slope) / 2.0 else difference
        Slope = slope
    }

/// Sufficient decrease (μ of the paper) and curvature (η), and the steps that are allowed.
type Parameters = { Decrease: float; Curvature: float; Smallest: float; Largest: float }

/// Decrease 1e-4 and curvature 0.9, as quasi-Newton methods want them.
let defaults = { Decrease = 1e-4; Curvature = 0.9; Smallest = 1e-20; Largest = infinity }

/// Where the search stands: the trial at 0, the best end x of the interval of uncertainty and the other end z, and how the interval has shrunk.
type State =
    {
        Start: Trial
        X: Trial
        Z: Trial
        Bracketed: bool
        /// Whether ψ has not been seen at a point where it is at most 0 with φ' at least 0.
        Auxiliary: bool
        Width: float
        EarlierWidth: float
        Low: float
        High: float
    }

type Answer =
    /// Evaluate at this step.
    | Try of float * State
    /// The last trial meets the conditions.
    | Found
    /// The interval cannot shrink any further.
    | Exhausted

/// The search before the first trial.
let start parameters (slope: float) (first: float) : State =
    let origin = { Step = 0.0; Value = 0.0; Slope = slope }
    let width = parameters.Largest - parameters.Smallest

    {
        Start = origin
        X = origin
        Z = origin
        Bracketed = false
        Auxiliary = true
        Width = width
        EarlierWidth = 2.0 * width
        Low = 0.0
        High = 5.0 * first
    }

/// The minimiser of the cubic that takes the values and slopes of two trials, by the formula that does not overflow; the sign of the root
/// chooses the minimiser.
let private cubicRoot (a: Trial) (b: Trial) clampRoot =
    let theta = 3.0 * (a.Value - b.Value) / (b.Step - a.Step) + a.Slope + b.Slope
    let s = max (abs theta) (max (abs a.Slope) (abs b.Slope))
    let square = (theta / s) ** 2.0 - (a.Slope / s) * (b.Slope / s)
    struct (theta, s * sqrt (if clampRoot then max 0.0 square else square))

/// Case 1 of section 4: a higher value. The cubic step if it is nearer to x than the quadratic one, else their mean.
let private higher (x: Trial) (t: Trial) =
    let struct (theta, root) = cubicRoot x t false
    let gamma = if t.Step < x.Step then -root else root
    let r = ((gamma - x.Slope) + theta) / (((gamma - x.Slope) + gamma) + t.Slope)
    let cubic = x.Step + r * (t.Step - x.Step)
    let quadratic = x.Step + x.Slope / ((x.Value - t.Value) / (t.Step - x.Step) + x.Slope) / 2.0 * (t.Step - x.Step)
    if abs (cubic - x.Step) < abs (quadratic - x.Step) then cubic else cubic + (quadratic - cubic) / 2.0

/// Case 2: a lower value and a slope of the other sign. The step that is farther from the trial.
let private opposite (x: Trial) (t: Trial) =
    let struct (theta, root) = cubicRoot x t false
    let gamma = if t.Step > x.Step then -root else root
    let r = ((gamma - t.Slope) + theta) / (((gamma - t.Slope) + gamma) + x.Slope)
    let cubic = t.Step + r * (x.Step - t.Step)
    let secant = t.Step + t.Slope / (t.Slope - x.Slope) * (x.Step - t.Step)
    if abs (cubic - t.Step) > abs (secant - t.Step) then cubic else secant

/// Case 3: a lower value and a smaller slope of the same sign. The cubic may have no minimiser beyond the trial.
let private flatter (s: State) (t: Trial) =
    let x = s.X
    let struct (theta, root) = cubicRoot x t true
    let gamma = if t.Step > x.Step then -root else root
    let r = ((gamma - t.Slope) + theta) / ((gamma + (x.Slope - t.Slope)) + gamma)

    let cubic =
        if r < 0.0 && gamma <> 0.0 then t.Step + r * (x.Step - t.Step)
        elif t.Step > x.Step then s.High
        else s.Low

    let secant = t.Step + t.Slope / (t.Slope - x.Slope) * (x.Step - t.Step)
    let cubicIsNearer = abs (cubic - t.Step) < abs (secant - t.Step)

    if s.Bracketed then
        let step = if cubicIsNearer then cubic else secant
        let guard = t.Step + 0.66 * (s.Z.Step - t.Step)
        if t.Step > x.Step then min guard step else max guard step
    else
        max s.Low (min s.High (if cubicIsNearer then secant else cubic))

/// Case 4: a lower value and a steeper slope of the same sign.
let private steeper (s: State) (t: Trial) =
    if s.Bracketed then
        let struct (theta, root) = cubicRoot t s.Z false
        let gamma = if t.Step > s.Z.Step then -root else root
        let r = ((gamma - t.Slope) + theta) / (((gamma - t.Slope) + gamma) + s.Z.Slope)
        t.Step + r * (s.Z.Step - t.Step)
    elif t.Step > s.X.Step then
        s.High
    else
        s.Low

/// The next step and the interval after a trial: section 4 of the paper.
let private shrink (s: State) (t: Trial) : float * State =
    let opposed = t.Slope * float (sign s.X.Slope) < 0.0

    let step =
        if t.Value > s.X.Value then higher s.X t
        elif opposed then opposite s.X t
        elif abs t.Slope < abs s.X.Slope then flatter s t
        else steeper s t

    let bracketed = s.Bracketed || t.Value > s.X.Value || opposed

    let s =
        if t.Value > s.X.Value then { s with Z = t }
        elif opposed then { s with Z = s.X; X = t }
        else { s with X = t }

    step, { s with Bracketed = bracketed }

/// The same on ψ, which differs from φ by a straight line.
let private shrinkAuxiliary decrease (s: State) (t: Trial) : float * State =
    let line = decrease * s.Start.Slope
    let tilt by (t: Trial) = { t with Value = t.Value + by * t.Step * line; Slope = t.Slope + by * line }
    let step, after = shrink { s with X = tilt -1.0 s.X; Z = tilt -1.0 s.Z } (tilt -1.0 t)
    step, { after with X = tilt 1.0 after.X; Z = tilt 1.0 after.Z }

/// Bisects where the interval has not shrunk enough, and sets the bounds of the next trial.
let private safeguard parameters (step: float, s: State) : float * State =
    if s.Bracketed then
        let width = abs (s.Z.Step - s.X.Step)
        let step = if width >= 0.66 * s.EarlierWidth then s.X.Step + 0.5 * (s.Z.Step - s.X.Step) else step
        let low, high = min s.X.Step s.Z.Step, max s.X.Step s.Z.Step
        let step = if step <= low || step >= high then s.X.Step else step
        step, { s with EarlierWidth = s.Width; Width = width; Low = low; High = high }
    else
        let low, high = step + 1.1 * (step - s.X.Step), step + 4.0 * (step - s.X.Step)
        max parameters.Smallest (min parameters.Largest step), { s with Low = low; High = high }

/// Sufficient decrease and curvature.
let private isWolfe parameters (s: State) (t: Trial) =
    t.Value <= parameters.Decrease * t.Step * s.Start.Slope && abs t.Slope <= parameters.Curvature * abs s.Start.Slope

/// What to do after a trial.
let advance parameters (s: State) (t: Trial) : Answer =
    let bound = parameters.Decrease * t.Step * s.Start.Slope

    if isWolfe parameters s t then
        Found
    elif s.Bracketed && (t.Step <= s.Low || t.Step >= s.High || s.High - s.Low <= 1e-16 * s.High) then
        Exhausted
    elif t.Step >= parameters.Largest || t.Step <= parameters.Smallest then
        Exhausted
    else
        let auxiliary = s.Auxiliary && not (t.Value <= bound && t.Slope >= 0.0)
        let s = { s with Auxiliary = auxiliary }

        let shrunk =
            if auxiliary && t.Value <= s.X.Value && t.Value > bound then
                shrinkAuxiliary parameters.Decrease s t
            else
                shrink s t

        Try(safeguard parameters shrunk)
