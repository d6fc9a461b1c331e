/// Derivatives by finite differences, with what they may be wrong by. They know nothing of any rule.
[<RequireQualifiedAccess>]
module internal AutoDiff.Tests.FiniteDifferences

open System

/// Slopes of the elements of a function of one number, and a bound of the error of each; infinite where nothing converged.
[<Struct>]
type Estimate = { Slopes: float[]; Errors: float[] }

/// How many roundings a value may have behind it: recurrences have dozens.
let private roundings = 64.0

/// The error of values of this magnitude, smallest numbers included.
let private noise magnitude = roundings * (Math.ScaleB(1.0, -53) * magnitude + Double.Epsilon)

/// A slope at 0 as a weighted sum of values at multiples of a step, and a cruder one that tells what it may be wrong by.
[<Struct>]
type private Formula = { Points: float[]; Weights: float[]; Cruder: float[][] }

/// The slope at 0 of the polynomial through these points: the derivatives of Lagrange's basis. Berrut, Trefethen: Barycentric Lagrange
/// interpolation, SIAM Review 46 (2004), section 9.
let private lagrange (points: float[]) =
    let others j = points |> Array.indexed |> Array.filter (fun (i, _) -> i <> j)

    Array.init points.Length (fun j ->
        others j
        |> Array.sumBy (fun (m, p) ->
            let rest = others j |> Array.filter (fun (l, _) -> l <> m)
            rest |> Array.fold (fun product (_, q) -> product * (0.0 - q) / (points[j] - q)) (1.0 / (points[j] - p))))

/// Through the first so many of the points only.
let private through (points: float[]) (chosen: float[]) =
    let weights = lagrange chosen

    points
    |> Array.map (fun p ->
        match Array.tryFindIndex ((=) p) chosen with
        | Some i -> weights[i]
        | None -> 0.0)

// Richardson's extrapolation to order 8, against formulas of orders 6 and 4. Two of them may agree by chance over a kink (|x| moved by 9/4
// of x does that); all of them would have to be wrong in the same way.
let private central =
    let points = [| -8.0; -4.0; -2.0; -1.0; 1.0; 2.0; 4.0; 8.0 |]
    let within low high = points |> Array.filter (fun p -> abs p >= low && abs p <= high) |> through points

    {
        Points = points
        Weights = lagrange points
        // the last is from one side: where two sorted numbers change places within reach and their fellows are equal, the sides are two
        // straight lines through one point, and all symmetric formulas agree on their mean
        Cruder = [| within 2.0 8.0; within 1.0 4.0; within 1.0 2.0; within 2.0 4.0; through points [| 1.0; 2.0; 4.0; 8.0 |] |]
    }

// From one side, without the point itself: where a function jumps, each side has its slope.
let private sided =
    let points = [| 1.0; 2.0; 3.0; 4.0; 5.0; 6.0 |]

    {
        Points = points
        Weights = lagrange points
        Cruder = [| through points [| 1.0; 2.0; 3.0; 4.0; 5.0 |]; through points [| 1.0; 2.0; 3.0; 4.0 |] |]
    }

let private weigh (weights: float[]) (values: float[][]) (step: float) element =
    let mutable sum = 0.0

    for i in 0 .. weights.Length - 1 do
        if weights[i] <> 0.0 then
            sum <- sum + weights[i] * values[i][element]

    sum / step

/// What the error of a slope is at least, for the roundings of values of this magnitude.
let private rounded (formula: Formula) magnitude (step: float) =
    let total = formula.Weights |> Array.sumBy abs
    total * noise magnitude / abs step

let private estimate (formula: Formula) (magnitude: float) (f: float -> float[]) (step: float) : Estimate =
    let values = formula.Points |> Array.map (fun p -> f (p * step))
    let slope = weigh formula.Weights values step

    let error element =
        let size = values |> Array.fold (fun size y -> max size (abs y[element])) magnitude
        let truncation = formula.Cruder |> Array.fold (fun e w -> max e (abs (slope element - weigh w values step element))) 0.0
        let error = truncation + rounded formula size step
        if Double.IsNaN error then infinity else error

    let count = values[0].Length
    { Slopes = Array.init count slope; Errors = Array.init count error }

/// The better of two estimates, element by element.
let private better (a: Estimate) (b: Estimate) =
    let isFirst i = a.Errors[i] <= b.Errors[i]

    {
        Slopes = Array.init a.Slopes.Length (fun i -> if isFirst i then a.Slopes[i] else b.Slopes[i])
        Errors = Array.map2 min a.Errors b.Errors
    }

/// The best over a ladder of steps, from the reach of the largest point down: a kink within reach of one is out of reach of the next.
/// Steps are powers of two, so that arguments with few digits are moved without rounding.
let private best formula magnitude f (reach: float) =
    let first = Math.ScaleB(float (sign reach), Math.ILogB(abs reach / Array.max formula.Points))

    let rec descend k (found: Estimate) =
        let step = Math.ScaleB(first, -3 * k)
        // what the roundings alone make of the error of this step: where it is larger than what was found, so it is for all further ones
        let least = rounded formula magnitude step

        if k = 8 || Array.forall (fun error -> error <= least) found.Errors then
            found
        else
            descend (k + 1) (better found (estimate formula magnitude f step))

    descend 1 (estimate formula magnitude f first)

/// The slope at 0, by points no further than the reach on both sides. Magnitude: how large what is added up inside the function is.
let slope magnitude reach (f: float -> float[]) : Estimate = best central magnitude f reach

/// The limits of the slope at 0 from one side, by points strictly on that side: of the reach's sign.
let limit magnitude reach (f: float -> float[]) : Estimate = best sided magnitude f reach

/// The centre of the slopes of both sides.
let centre magnitude reach (f: float -> float[]) : Estimate =
    let right, left = limit magnitude reach f, limit magnitude -reach f

    {
        Slopes = Array.map2 (fun a b -> (a + b) / 2.0) right.Slopes left.Slopes
        Errors = Array.map2 (+) right.Errors left.Errors
    }

/// The slope, and where no such thing converges (at a jump) the centre of the slopes of both sides. Only there: seen from a kink's other
/// side, the centre of both sides is another number.
let slopeOrCentre magnitude reach (f: float -> float[]) : Estimate =
    let slope = slope magnitude reach f
    let values = f 0.0
    let isRough i = slope.Errors[i] > 1e-6 * (1.0 + abs slope.Slopes[i] + abs values[i] + magnitude)

    if Array.exists isRough [| 0 .. values.Length - 1 |] then
        let centre = centre magnitude reach f
        let jumps i = isRough i && centre.Errors[i] < slope.Errors[i]

        {
            Slopes = Array.init values.Length (fun i -> if jumps i then centre.Slopes[i] else slope.Slopes[i])
            Errors = Array.init values.Length (fun i -> if jumps i then centre.Errors[i] else slope.Errors[i])
        }
    else
        slope

/// What quotients of differences against the value itself tend to from one side, for one number: finite, infinite, or None where the
/// function is NaN on that side. Scale: how far the function stays what it is here.
let private quotient scale (f: float -> float) : float option =
    let value = f 0.0
    let at k = let t = Math.ScaleB(scale, k) in f t, (f t - value) / t
    let (near, q), (_, further) = at -50, at -30
    // a power less than one has quotients without bound; so has a jump, but there the values do not come together
    let isVertical = abs q > 1e6 / abs scale && abs q > 32.0 * abs further && abs (near - value) < 1e-4 * (1.0 + abs value)

    if Double.IsNaN near then
        None
    elif Double.IsInfinity value <> Double.IsInfinity near || isVertical then
        Some(if q > 0.0 then infinity else -infinity)
    else
        let sided = limit 0.0 (scale / 8.0) (fun t -> [| f t |])
        Some sided.Slopes[0]

/// What the slope of a function of one number at 0 is to be by the conventions: the centre of the slopes of both sides, of the one side
/// where the other has no value; NaN where neither has, or where the function is NaN.
let conventional scale (f: float -> float) : float =
    match quotient scale f, quotient -scale f with
    | _ when Double.IsNaN(f 0.0) -> nan
    | Some right, Some left when right = left -> right
    | Some right, Some left -> (right + left) / 2.0
    | Some slope, None
    | None, Some slope -> slope
    | None, None -> nan
