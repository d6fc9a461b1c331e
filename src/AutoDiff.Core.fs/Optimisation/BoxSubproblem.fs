/// A low value of a quadratic model gᵀs + ½ sᵀHs in a box: projected searches along exact steps in the face of the moment, as in C.-J. Lin, J. J.
/// Moré, "Newton's method for large bound-constrained optimization problems", SIAM Journal on Optimization 9 (1999) 1100-1127.
[<RequireQualifiedAccess>]
module internal AutoDiff.BoxSubproblem

let private value (h: float[]) (g: float[]) (s: float[]) = Arrays.dot g s + 0.5 * Arrays.dot s (Arrays.multiply h s)

let private clip (lower: float[]) (upper: float[]) (s: float[]) = Array.map3 (fun l u s -> max l (min u s)) lower upper s

/// The variables that are not held at an end of the box by the slope of the model.
let private face (lower: float[]) (upper: float[]) (s: float[]) (slope: float[]) =
    [|
        for i in 0 .. s.Length - 1 do
            if not (s[i] <= lower[i] && slope[i] >= 0.0 || s[i] >= upper[i] && slope[i] <= 0.0) then
                i
    |]

/// The exact step in a face, in all variables.
let private faceStep (h: float[]) (slope: float[]) (free: int[]) radius =
    let n, m = slope.Length, free.Length
    let part = Array.init (m * m) (fun q -> h[free[q / m] * n + free[q % m]])

    let step =
        TrustRegionSubproblem.exact (TrustRegionSubproblem.spectrum part m) (free |> Array.map (fun i -> slope[i])) radius

    let d = Array.zeroCreate n
    Array.iteri (fun k i -> d[i] <- step.S[k]) free
    d

/// The first of ever shorter moves along a direction, cut off at the box, that lowers the model enough.
let private search (h: float[]) (g: float[]) lower upper (s: float[]) (slope: float[]) (d: float[]) =
    let before = value h g s

    let rec go t remaining =
        let next = clip lower upper (Arrays.addScaled t d s)
        let promised = Arrays.dot slope (Arrays.subtract next s)

        if promised < 0.0 && value h g next <= before + 1e-4 * promised then Some next
        elif remaining = 0 then None
        else go (t / 2.0) (remaining - 1)

    go 1.0 30

/// The step and the decrease of the model; 0 lies in the box.
let solve (h: float[]) (g: float[]) (lower: float[]) (upper: float[]) : struct (float[] * float) =
    let radius = Arrays.norm (Array.map2 (fun l u -> min 1e150 (u - l)) lower upper)

    let rec go s remaining =
        let slope = Array.map2 (+) g (Arrays.multiply h s)
        let free = face lower upper s slope

        if remaining = 0 || free.Length = 0 then
            s
        else
            let steepest = Array.init s.Length (fun i -> if Array.contains i free then -slope[i] else 0.0)

            let found =
                match search h g lower upper s slope (faceStep h slope free radius) with
                | Some next -> Some next
                | None -> search h g lower upper s slope steepest

            match found with
            | Some next when value h g s - value h g next > 1e-12 * abs (value h g next) -> go next (remaining - 1)
            | Some next -> next
            | None -> s

    let s = go (Array.zeroCreate g.Length) (10 + 2 * g.Length)
    struct (s, -(value h g s))
