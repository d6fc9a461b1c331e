/// Divided differences, and the sums over paths that make derivatives of functions of symmetric matrices of them (Daleckii and Krein 1965;
/// Higham, Functions of Matrices, 2008, section 3.2).
[<RequireQualifiedAccess>]
module internal AutoDiff.DividedDifferences

open System

/// A scalar function with its Taylor coefficients.
[<ReferenceEquality>]
type internal Analytic =
    {
        Name: string
        /// The n-th derivative at x, divided by n!.
        Coefficient: int -> float -> float
        /// How far apart numbers from x on may be for the Taylor series to be the better way.
        Reach: float -> float
        /// Whether eigenvalues must be positive, and if so whether 0 is allowed.
        IsDefined: float -> bool
    }

let private terms = 24

/// By the Taylor series about the middle: coefficients times the complete homogeneous symmetric polynomials of the distances.
let private bySeries (f: Analytic) (xs: float[]) =
    let order = xs.Length - 1
    let middle = xs[0] + 0.5 * (xs[order] - xs[0])

    if xs[0] = xs[order] then
        f.Coefficient order middle
    else
        let h = Array.zeroCreate<float> terms
        h[0] <- 1.0

        for x in xs do
            for m in 1 .. terms - 1 do
                h[m] <- h[m] + (x - middle) * h[m - 1]

        let mutable sum = 0.0

        for m in terms - 1 .. -1 .. 0 do
            sum <- sum + f.Coefficient (order + m) middle * h[m]

        sum

/// The divided difference of f over ascending numbers, which may be equal.
let rec over (f: Analytic) (xs: float[]) : float =
    let order = xs.Length - 1

    if order = 0 then f.Coefficient 0 xs[0]
    elif xs[order] - xs[0] <= f.Reach xs[0] then bySeries f xs
    else (over f xs[1..] - over f xs[.. order - 1]) / (xs[order] - xs[0])

/// For each of ascending numbers, its cluster of numbers that count as equal: neighbours no further apart than rounding explains.
let clusters (epsilon: float) (values: float[]) : int[] =
    let tolerance = 4.0 * float values.Length * epsilon * Dense.largest values
    let labels = Array.zeroCreate<int> values.Length

    for i in 1 .. values.Length - 1 do
        labels[i] <- if values[i] - values[i - 1] <= tolerance then labels[i - 1] else labels[i - 1] + 1

    labels

/// The mean of each number's cluster, in its place.
let averages (labels: int[]) (values: float[]) : float[] =
    let count = if labels.Length = 0 then 0 else labels[labels.Length - 1] + 1
    let sums, sizes = Array.zeroCreate<float> count, Array.zeroCreate<float> count

    for i in 0 .. labels.Length - 1 do
        sums[labels[i]] <- sums[labels[i]] + values[i]
        sizes[labels[i]] <- sizes[labels[i]] + 1.0

    labels |> Array.map (fun label -> sums[label] / sizes[label])

/// Adds to the weights of the eigenvalues what each contributes to the divided difference, over ascending indices, of a function that is
/// constant on every cluster: nothing inside a cluster.
let rec spread (labels: int[]) (values: float[]) (weights: float[]) (indices: int[]) (amount: float) =
    let order = indices.Length - 1
    let first, last = indices[0], indices[order]

    if order = 0 then
        weights[first] <- weights[first] + amount
    elif labels[first] <> labels[last] then
        let share = amount / (values[last] - values[first])
        spread labels values weights indices[1..] share
        spread labels values weights indices[.. order - 1] -share

/// The divided difference over ascending indices of the function that has these numbers on the clusters.
let rec ofSteps (labels: int[]) (values: float[]) (steps: float[]) (indices: int[]) : float =
    let order = indices.Length - 1
    let first, last = indices[0], indices[order]

    if order = 0 then
        steps[first]
    elif labels[first] = labels[last] then
        0.0
    else
        (ofSteps labels values steps indices[1..] - ofSteps labels values steps indices[.. order - 1])
        / (values[last] - values[first])

/// The sum over all arrangements of matrices of their products along a path of indices.
let private along (orders: int[][]) (es: float[][]) n (path: int[]) =
    let mutable sum = 0.0

    for order in orders do
        let mutable product = 1.0

        for step in 0 .. order.Length - 1 do
            product <- product * es[order[step]][path[step] + n * path[step + 1]]

        sum <- sum + product

    sum

/// Calls back with every path through k matrices on which their products, in all arrangements, are not 0: the path in ascending order, the
/// place of its ends, and the sum of the products.
let forPaths n (es: float[][]) (visit: int[] -> int -> float -> unit) =
    let orders = Towers.permutations es.Length |> Array.map (fun (struct (order, _)) -> order)

    Towers.forIndices n (es.Length + 1) (fun path ->
        let product = along orders es n path

        if product <> 0.0 then
            visit (Array.sort path) (path[0] + n * path[path.Length - 1]) product)
