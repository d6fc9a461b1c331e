/// Linear equations by products with the matrix alone: conjugate gradients (M. R. Hestenes, E. Stiefel, 1952) where the matrix shows itself
/// symmetric and positive definite, else GMRES (Y. Saad, M. H. Schultz, 1986) without restart up to 200 vectors.
[<RequireQualifiedAccess>]
module internal AutoDiff.Krylov

open System

let private dot (x: float[]) (z: float[]) = Array.fold2 (fun sum a b -> sum + a * b) 0.0 x z
let private norm (x: float[]) = sqrt (dot x x)

/// y + a x, in place.
let private add (a: float) (x: float[]) (y: float[]) =
    for i in 0 .. y.Length - 1 do
        y[i] <- y[i] + a * x[i]

/// Two fixed vectors without symmetries, to try a matrix with.
let private trial n phase = Array.init n (fun i -> 0.5 + Math.Sin(phase + 1.7 * float i * float (i % 7 + 1)))

let private seemsPositiveDefinite (product: float[] -> float[]) n =
    let u, v = trial n 0.3, trial n 1.9
    let au, av = product u, product v
    let left, right = dot v au, dot u av
    abs (left - right) <= 1e-12 * (norm u * norm av + norm v * norm au) && dot u au > 0.0 && dot v av > 0.0

/// The solution, or None where a direction is not of positive curvature or the residual does not get small.
let private conjugateGradients (product: float[] -> float[]) (b: float[]) tolerance =
    let x = Array.zeroCreate<float> b.Length
    let r, p = Array.copy b, Array.copy b
    let mutable rr = dot r r
    let mutable steps = 0
    let mutable broken = false

    while not broken && sqrt rr > tolerance && steps < 10 * b.Length + 50 do
        let ap = product p
        let curvature = dot p ap
        broken <- not (curvature > 0.0)

        if not broken then
            add (rr / curvature) p x
            add (-(rr / curvature)) ap r
            let next = dot r r

            for i in 0 .. p.Length - 1 do
                p[i] <- r[i] + next / rr * p[i]

            rr <- next
            steps <- steps + 1

    if sqrt rr <= tolerance then Some x else None

/// The rotation that turns (a, b) to (r, 0).
let private rotation (a: float) (b: float) = let r = Double.Hypot(a, b) in if r = 0.0 then 1.0, 0.0 else a / r, b / r

/// One run of GMRES from x, which it changes, over up to so many vectors.
let private cycle (product: float[] -> float[]) (b: float[]) tolerance (most: int) (x: float[]) =
    let r = Array.map2 (-) b (product x)
    let beta = norm r
    let basis = ResizeArray [ Array.map (fun v -> v / (if beta = 0.0 then 1.0 else beta)) r ]
    let h = ResizeArray<float[]>()
    let rotations = ResizeArray<struct (float * float)>()
    let g = Array.zeroCreate<float>(most + 1)
    g[0] <- beta
    let mutable k = 0

    while k < most && abs g[k] > tolerance do
        let w = product basis[k]
        let column = Array.zeroCreate<float>(k + 2)

        // twice: what the first projection leaves by rounding, the second takes away
        for _ in 1..2 do
            for j in 0..k do
                let c = dot basis[j] w
                column[j] <- column[j] + c
                add -c basis[j] w

        let length = norm w
        column[k + 1] <- length

        for j in 0 .. k - 1 do
            let struct (c, s) = rotations[j]
            let a, b = column[j], column[j + 1]
            column[j] <- c * a + s * b
            column[j + 1] <- c * b - s * a

        let c, s = rotation column[k] column[k + 1]
        rotations.Add(struct (c, s))
        column[k] <- c * column[k] + s * column[k + 1]
        g[k + 1] <- -s * g[k]
        g[k] <- c * g[k]
        h.Add column
        basis.Add(if length = 0.0 then w else Array.map (fun v -> v / length) w)
        k <- k + 1

    let y = Array.zeroCreate<float> k

    for i in k - 1 .. -1 .. 0 do
        let mutable sum = g[i]

        for j in i + 1 .. k - 1 do
            sum <- sum - h[j][i] * y[j]

        y[i] <- if h[i][i] = 0.0 then 0.0 else sum / h[i][i]

    for j in 0 .. k - 1 do
        add y[j] basis[j] x

let private residual (product: float[] -> float[]) (b: float[]) x = norm (Array.map2 (-) b (product x))

let private gmres product (b: float[]) tolerance =
    let x = Array.zeroCreate<float> b.Length
    let mutable cycles = 0

    while residual product b x > tolerance && cycles < 20 do
        cycle product b (0.1 * tolerance) (min b.Length 200) x
        cycles <- cycles + 1

    x

/// The x with A x = b, from products A v, to a residual of a few roundings. Raises NoSolutionException where it does not come there.
let solve name (product: float[] -> float[]) (unit: float) (b: float[]) : float[] =
    let size = norm b
    let tolerance = 16.0 * unit * size

    if size = 0.0 then
        Array.zeroCreate b.Length
    else
        let x =
            match (if seemsPositiveDefinite product b.Length then conjugateGradients product b tolerance else None) with
            | Some x -> x
            | None -> gmres product b tolerance

        let left = residual product b x

        // products are rounded too: what is left may be of their size
        if not (left <= 1e6 * unit * (size + norm x)) then
            raise (
                NoSolutionException(
                    name
                    + ": the iteration did not solve the "
                    + string b.Length
                    + " equations; the residual is "
                    + string left
                    + " where the right-hand side has the norm "
                    + string size
                    + ". The operator may be singular, or not linear."
                )
            )

        x
