/// How minimisations end on functions that others have published, or that are awkward: without an exception, soon, and with a word that is true.
module AutoDiff.Tests.EndingTests

open System
open Xunit
open AutoDiff

let private places (x: Vector) = Vector(Array.init x.Count (fun i -> float (i + 1)))

/// Numbers (22), (24), (25) and (26) of J. J. Moré, B. S. Garbow, K. E. Hillstrom, ACM Transactions on Mathematical Software 7 (1981) 17-41.
let private singular (x: Vector) =
    (x[0] + 10.0 * x[1]) ** 2.0 + 5.0 * (x[2] - x[3]) ** 2.0 + (x[1] - 2.0 * x[2]) ** 4.0 + 10.0 * (x[0] - x[3]) ** 4.0

let private penalty (x: Vector) = 1e-5 * ((x - 1.0) * (x - 1.0)) + (x * x - 0.25) ** 2.0

let private variablyDimensioned (x: Vector) =
    let s = places x * (x - 1.0)
    (x - 1.0) * (x - 1.0) + s ** 2.0 + s ** 4.0

let private trigonometric (x: Vector) =
    let c = (1.0 - cos x).Sum()
    let r = c + places x .* (1.0 - cos x) - sin x
    r * r

/// L. A. Rastrigin's function: many minima.
let private rastrigin (x: Vector) = 10.0 * float x.Count + x * x - 10.0 * (cos (2.0 * Math.PI * x)).Sum()

/// The logistic loss of points that a plane separates: it falls towards 0 for ever.
let private separable (x: Vector) =
    let points = Matrix(Array2D.init 12 2 (fun i j -> if j = 0 then float i - 5.5 else sin (float i)))
    let labels = Vector(Array.init 12 (fun i -> if i < 6 then -1.0 else 1.0))
    (Maths.softplus (-(labels .* (points * x)))).Sum()

let private illConditioned (x: Vector) =
    0.5 * (Vector(Array.init x.Count (fun i -> 10.0 ** (12.0 * float i / float (x.Count - 1)))) * (x .* x)) - x.Sum()

let private functions: (string * (Vector -> Scalar) * float[]) list =
    [
        "Powell singular", singular, [| 3.0; -1.0; 0.0; 1.0 |]
        "penalty", penalty, Array.init 10 (fun i -> float (i + 1))
        "variably dimensioned", variablyDimensioned, Array.init 60 (fun i -> 1.0 - float (i + 1) / 60.0)
        "trigonometric", trigonometric, Array.create 10 0.1
        "Rastrigin", rastrigin, [| 0.7; -1.3; 2.1 |]
        "a barrier", (fun x -> x[0] - log (1.0 - x * x)), [| 0.5; -0.5 |]
        "minus infinity at a point", (fun x -> log (x * x)), [| 0.5; -0.5 |]
        "a plane", (fun x -> x.Sum()), [| 0.5; -0.5 |]
        "separable", separable, [| 0.0; 0.0 |]
        "condition 1e12", illConditioned, Array.create 10 1.0
        "a saddle", (fun x -> x[0] * x[0] - x[1] * x[1] + x[1] ** 4.0), [| 1.0; 1e-3 |]
        "a maximum", (fun x -> (x * x) ** 2.0 - x * x), [| 0.0; 0.0 |]
        "a kink", (fun x -> (abs x).Sum()), [| 1.0; -2.0; 0.3 |]
        "stairs", (fun x -> (floor x).Sum()), [| 1.5; -2.2 |]
        "one number", (fun x -> x[0] - log x[0]), [| 10.0 |]
    ]

/// Those that choose their steps by themselves.
let methods () = SolverOptionTests.methods () |> Array.truncate 5

[<Theory; MemberData(nameof methods)>]
let ``every search ends soon, no higher than it began, and is true about how`` (optimizer: Optimizer) =
    for name, f, start in functions do
        let found = Diff.minimizeWith optimizer (MinimizeOptions(MaxSteps = 150)) f (Vector start)
        let report = name + ": " + found.ToString()
        Assert.True(found.Value.Value <= (f (Vector start)).Value, report)
        // no search takes more than 40 points, and one more along the gradient
        Assert.True(found.Evaluations.Values <= 81 * (found.Steps + 1), report)

        if found.Converged then
            Assert.True(found.GradientNorm <= 1e-5 * max 1.0 (abs found.Value.Value), report)

/// Without conjugate gradients, whose formula takes squares of gradients too.
let squareless () = methods () |> Array.removeAt 1

[<Theory; MemberData(nameof squareless)>]
let ``slopes whose squares overflow are no end`` (optimizer: Optimizer) =
    for f, start in [ (fun (x: Vector) -> 1e200 * (x * x)), [| 1.0; -2.0 |]; (fun (x: Vector) -> exp (x * x)), [| 5.0; -20.0 |] ] do
        let found = Diff.minimizeWith optimizer (MinimizeOptions(MaxSteps = 1_000)) f (Vector start)
        Assert.True(found.Value.Value <= 1e-100 * (f (Vector start)).Value, found.ToString())
