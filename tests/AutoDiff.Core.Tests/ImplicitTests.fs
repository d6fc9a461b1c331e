/// Solutions of equations as functions of their parameters: against closed forms, at several orders and in both modes.
module AutoDiff.Tests.ImplicitTests

open System
open Xunit
open AutoDiff

let private near tolerance (expected: float) (found: Scalar) =
    Assert.True(abs (found.Value - expected) <= tolerance * (1.0 + abs expected), $"{found.Value} where {expected} is right")

let private nearAll tolerance (expected: float[]) (found: float[]) =
    Assert.Equal(expected.Length, found.Length)
    Array.iter2 (fun e (f: float) -> near tolerance e (Scalar f)) expected found

let private numbers (m: Matrix) = Seq.cast<float>(m.ToArray()) |> Seq.toArray
let rec private derivative order (f: Scalar -> Scalar) = if order = 0 then f else derivative (order - 1) (Diff.grad f)

/// x³ = p
let private cubeRoot: Scalar -> Scalar = Diff.root (fun x p -> x * x * x - p) (Scalar 1.0)

[<Fact>]
let ``A root differentiates at every order`` () =
    // p^(1/3) at 8: 2, 1/12, -1/144, 5/3456
    let expected = [| 2.0; 1.0 / 12.0; -1.0 / 144.0; 5.0 / 3456.0 |]

    for order in 0..3 do
        near 1e-14 expected[order] (derivative order cubeRoot (Scalar 8.0))

    let value, tangent = Diff.jvp (Diff.grad cubeRoot) (Scalar 8.0) (Scalar 1.0)
    near 1e-14 expected[1] value
    near 1e-14 expected[2] tangent
    nearAll 1e-13 expected (Diff.taylor cubeRoot (Scalar 8.0) 3 |> Array.map _.Value)

[<Fact>]
let ``A function of structures may branch, and capture what varies`` () =
    // x² + y² = r², y = k x: x = r / sqrt(1 + k²)
    let solve (r: Scalar) (k: Scalar) : Scalar =
        let g (x: Scalar, y: Scalar) (r: Scalar) = if x > Scalar.Zero then x * x + y * y - r * r, y - k * x else x - 1.0, y - 1.0

        fst (Diff.root g (Scalar 1.0, Scalar 1.0) r)

    let expected r k = r / sqrt (1.0 + k * k)
    near 1e-14 (expected 2.0 3.0) (solve (Scalar 2.0) (Scalar 3.0))
    let dr, dk = Diff.grad (fun (r, k) -> solve r k) (Scalar 2.0, Scalar 3.0)
    near 1e-14 (1.0 / sqrt 10.0) dr
    near 1e-14 (-2.0 * 3.0 / Math.Pow(10.0, 1.5)) dk
    let h = Diff.hessian (fun (v: Vector) -> solve v[0] v[1]) (Vector [| 2.0; 3.0 |])
    let mixed, kk = -3.0 / Math.Pow(10.0, 1.5), -2.0 / Math.Pow(10.0, 1.5) + 3.0 * 2.0 * 9.0 / Math.Pow(10.0, 2.5)
    nearAll 1e-13 [| 0.0; mixed; mixed; kk |] (numbers h)

[<Fact>]
let ``A fixed point is that of the map, by iteration or by Newton`` () =
    // cos x = x at p = 1: the Dottie number, OEIS A003957
    let dottie = 0.73908513321516064
    let f (p: Scalar) : Scalar = Diff.fixedPoint (fun x p -> cos (p * x)) (Scalar 0.5) p
    near 1e-14 dottie (f (Scalar 1.0))
    // x' = -sin(px) x / (1 + p sin(px))
    near 1e-13 (-(sin dottie) * dottie / (1.0 + sin dottie)) (Diff.grad f (Scalar 1.0))
    // the iteration moves away from this one: x = 3 x (1 - x) + 0.5 x has slope -1.5 at it
    let g (p: Scalar) : Scalar = Diff.fixedPoint (fun x p -> p * x * (1.0 - x)) (Scalar 0.7) p
    near 1e-13 (1.0 - 1.0 / 3.5) (g (Scalar 3.5))
    near 1e-13 (1.0 / (3.5 * 3.5)) (Diff.grad g (Scalar 3.5))

/// A small regression: features, targets, and another part to judge by.
let private features i j = sin (float (3 * i + 2 * j + 1)) + (if i % 5 = j then 1.0 else 0.0)
let private x = Matrix(Array2D.init 12 4 features)
let private y = Vector(Array.init 12 (fun i -> cos (float i)))
let private xv = Matrix(Array2D.init 6 4 (fun i j -> features (i + 20) j))
let private yv = Vector(Array.init 6 (fun i -> cos (float i + 0.5)))

[<Fact>]
let ``The gradient of a validation loss with respect to the penalty of a ridge regression`` () =
    let byArgMin (penalty: Scalar) : Scalar =
        let loss (w: Vector) (penalty: Scalar) : Scalar = let r = x * w - y in r * r + penalty * (w * w)
        let w = Diff.argMin loss (Vector(Array.zeroCreate<float> 4)) penalty
        let r = xv * w - yv in
        r * r

    let closed (penalty: Scalar) : Scalar =
        let identity = Matrix(Array2D.init 4 4 (fun i j -> if i = j then 1.0 else 0.0))
        let w = (x.Transpose() * x + penalty * identity).Solve(x.Transpose() * y)
        let r = xv * w - yv in
        r * r

    for penalty in [ 0.1; 1.0; 5.0 ] do
        for order in 0..2 do
            near 1e-11 (derivative order closed (Scalar penalty)).Value (derivative order byArgMin (Scalar penalty))

    // and the penalty chosen by it
    let best = Diff.minimize (fun l -> byArgMin (exp l)) (Scalar 0.0)
    let closedBest = Diff.minimize (fun l -> closed (exp l)) (Scalar 0.0)
    Assert.True best.Converged
    near 1e-6 closedBest.Point.Value best.Point

[<Fact>]
let ``Linear equations by products alone`` () =
    let n = 40
    let a = Matrix(Array2D.init n n (fun i j -> (if i = j then 6.0 else 0.0) + sin (float (i * i + 3 * j))))
    let b = Vector(Array.init n (fun i -> cos (float i)))
    let weights = Vector(Array.init n (fun i -> sin (float i)))

    for matrix in [ a; a * a.Transpose() ] do
        let direct (m: Matrix, b: Vector) : Scalar = weights * m.Solve b
        let products (m: Matrix, b: Vector) : Scalar = weights * Diff.linearSolve (fun v -> m * v) b
        near 1e-11 (direct (matrix, b)).Value (products (matrix, b))
        let da, db = Diff.grad direct (matrix, b)
        let da', db' = Diff.grad products (matrix, b)
        nearAll 1e-10 (numbers da) (numbers da')
        nearAll 1e-10 (db.ToArray()) (db'.ToArray())

    // second derivatives with respect to a number in the operator
    let f solve (s: Scalar) : Scalar = weights * solve s
    let direct = f (fun s -> (s * a).Solve b)
    let products = f (fun s -> Diff.linearSolve (fun v -> s * (a * v)) b)

    for order in 1..3 do
        near 1e-10 (derivative order direct (Scalar 1.5)).Value (derivative order products (Scalar 1.5))

    let j = Diff.jacobian (Diff.linearSolve (fun v -> a * v)) b
    nearAll 1e-11 (numbers (a.Inverse())) (numbers j)

[<Fact>]
let ``Many unknowns are solved without a matrix`` () =
    // -x[i-1] + 3 x[i] - x[i+1] + x[i]³ = p at 1000 points
    let n = 1000

    let g (x: Vector) (p: Vector) : Vector =
        let zero = Vector [| 0.0 |]
        3.0 * x - Vector.Concatenate(x[1..], zero) - Vector.Concatenate(zero, x[.. n - 2]) + (x .* x .* x) - p

    let p = Vector(Array.init n (fun i -> sin (float i / 50.0)))
    let solve p = Diff.root g (Vector(Array.zeroCreate<float> n)) p
    let x = solve p
    Assert.True((g x p).L2Norm().Value <= 1e-12)
    // the tangent solves the linear equations of the Jacobian
    let direction = Vector(Array.init n (fun i -> cos (float i)))
    let _, dx = Diff.jvp solve p direction
    let _, residual = Diff.jvp (fun x -> g x p) x dx
    Assert.True((residual - direction).L2Norm().Value <= 1e-9)
    // and the cotangent is its transpose
    let xbar = Vector(Array.init n (fun i -> sin (3.0 * float i)))
    let _, pullback = Diff.vjp solve p
    near 1e-9 (xbar * dx).Value (pullback xbar * direction)

/// Solutions as functions of a number, and the same in closed form.
let private solved: (string * (Scalar -> Scalar) * (Scalar -> Scalar)) list =
    [
        "root", cubeRoot, (fun p -> Maths.cbrt p)
        "root that captures", (fun p -> Diff.root (fun x q -> x * x - p * q) (Scalar 1.0) (Scalar 4.0)), (fun p -> 2.0 * sqrt p)
        "fixed point", Diff.fixedPoint (fun x p -> (x + p / x) / 2.0) (Scalar 1.0), sqrt
        "minimum",
        (fun p -> (Diff.argMin (fun (x: Vector) p -> (x[0] - p) ** 2.0 + (x[1] - x[0] * p) ** 2.0) (Vector [| 0.0; 0.0 |]) p)[1]),
        (fun p -> p * p)
        "linear equations",
        (fun p -> (Diff.linearSolve (fun v -> p * v + Vector.Concatenate(v[1..], v[..0]) * 0.5) (Vector [| 1.0; 2.0 |]))[0]),
        (fun p -> (p - 1.0) / (p * p - 0.25))
        "differential equation",
        (fun p -> Ode.solve (fun t y -> -p * y * (1.0 + 0.0 * t)) Scalar.One (Scalar 0.0) p),
        (fun p -> exp (-p * p))
    ]

let solvedNames = solved |> List.map (fun (name, _, _) -> [| box name |])

[<Theory; MemberData(nameof solvedNames)>]
let ``Solutions where there are no numbers yet`` (name: string) =
    let _, f, closed = solved |> List.find (fun (other, _, _) -> other = name)
    let tolerance = if name = "differential equation" then 1e-6 else 1e-11
    let ps = Vector [| 0.8; 2.0; 3.5 |]
    let same (expected: Vector) (found: Vector) = nearAll tolerance (expected.ToArray()) (found.ToArray())

    for order in 0..2 do
        same (Diff.vectorize (derivative order closed) ps) (Diff.vectorize (derivative order f) ps)
        near tolerance (derivative order closed (Scalar 2.0)).Value (Diff.compile (derivative order f) (Scalar 2.0))

    let sums (g: Scalar -> Scalar) (w: Scalar) : Scalar = (Diff.vectorize (fun p -> g (w * p)) ps).Sum()
    let slopes (g: Scalar -> Scalar) = Diff.jacobian (Diff.vectorize g) ps |> numbers

    for order in 1..2 do
        near tolerance (derivative order (sums closed) Scalar.One).Value (derivative order (sums f) Scalar.One)

    nearAll tolerance (slopes closed) (slopes f)
    let looped (g: Scalar -> Scalar) (p: Scalar) : Scalar = Diff.forLoop 3 p (fun i x -> g (x + 1.0 + 0.1 * i))

    for order in 0..2 do
        near (10.0 * tolerance) (derivative order (looped closed) Scalar.One).Value (derivative order (looped f) Scalar.One)

    let steps (g: Scalar -> Scalar) (p: Scalar) : Scalar = Diff.whileLoop p (fun x -> Maths.less x (Scalar 5.0)) (fun x -> g x + x + 1.0)
    same (Diff.vectorize (Diff.grad (steps closed)) ps) (Diff.vectorize (Diff.grad (steps f)) ps)
    let _, tangent = Diff.jvp (Diff.vectorize f) ps ps
    let _, expected = Diff.jvp (Diff.vectorize closed) ps ps
    same expected tangent

[<Fact>]
let ``Many unknowns where there are no numbers yet`` () =
    let n = 310
    let g (x: Vector) (p: Scalar) : Vector = x + 0.1 * sin x - p * Vector(Array.init n (fun i -> float i / 100.0))
    let f (p: Scalar) : Scalar = (Diff.root g (Vector(Array.zeroCreate<float> n)) p).Sum()
    let ps = Vector [| 0.5; 1.5 |]
    let each = [| for p in ps.ToArray() -> (Diff.grad f (Scalar p)).Value |]
    nearAll 1e-9 each ((Diff.vectorize (Diff.grad f) ps).ToArray())

[<Fact>]
let ``float32 solutions where there are no numbers yet`` () =
    let ps = Vector [| 1.0f; 8.0f |]
    let slopes = Diff.vectorize (Diff.grad (Diff.root (fun x p -> x * x * x - p) (Scalar.Float32 1.0f))) ps
    nearAll 1e-6 [| 1.0 / 3.0; 1.0 / 12.0 |] (slopes.ToArraySingle() |> Array.map float)

[<Fact>]
let ``What has no solution among examples is refused by name`` () =
    let none () = Diff.vectorize (Diff.root (fun x p -> x * x - p) (Scalar 1.0)) (Vector [| 1.0; -1.0 |]) |> ignore
    Assert.Contains("Root", (Assert.Throws<NoSolutionException> none).Message)
    let compiled = Diff.compile (Diff.root (fun x p -> x * x - p) (Scalar 1.0))
    Assert.Equal(2.0, (compiled (Scalar 4.0)).Value, 1e-14)
    Assert.Contains("Root", (Assert.Throws<NoSolutionException>(fun () -> compiled (Scalar -4.0) |> ignore)).Message)

[<Fact>]
let ``What has no solution is refused by name`` () =
    let none () = Diff.root (fun (x: Scalar) (p: Scalar) -> x * x + p) (Scalar 1.0) (Scalar 1.0) |> ignore
    let e = Assert.Throws<NoSolutionException>(none)
    Assert.Contains("Root", e.Message)
    let shape () = Diff.linearSolve (fun v -> v[1..]) (Vector [| 1.0; 2.0 |]) |> ignore
    Assert.Contains("linearSolve", (Assert.Throws<ShapeException> shape).Message)
    let singular () = Diff.linearSolve (fun v -> v * 0.0) (Vector [| 1.0; 2.0 |]) |> ignore
    Assert.Throws<NoSolutionException> singular |> ignore
    let top () = Diff.argMin (fun x p -> p * cos x) (Scalar 0.0) (Scalar 1.0) |> ignore
    Assert.Contains("no minimum", (Assert.Throws<NoSolutionException> top).Message)
