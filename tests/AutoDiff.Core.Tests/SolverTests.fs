/// The methods of minimisation one by one: what each promises at every step, and where it ends.
module AutoDiff.Tests.SolverTests

open System
open Xunit
open FsCheck.FSharp
open AutoDiff

let private rosenbrock (x: Vector) = 100.0 * (x[1] - x[0] * x[0]) ** 2.0 + (1.0 - x[0]) ** 2.0

let methods () =
    [|
        [| box (Optimizer.GradientDescent()) |]
        [| box (Optimizer.ConjugateGradient()) |]
        [| box (Optimizer.Bfgs()) |]
        [| box (Optimizer.Lbfgs 3) |]
        [| box (Optimizer.Newton()) |]
    |]

/// Those that follow a curved valley to its end in good time.
let curved () = Array.tail (methods ())

let private minimize optimizer f (start: float[]) = Diff.minimizeWith optimizer (MinimizeOptions()) f (Vector start)

[<Theory; MemberData(nameof curved)>]
let ``every method walks down the valley of Rosenbrock`` (optimizer: Optimizer) =
    let found = minimize optimizer rosenbrock [| -1.2; 1.0 |]
    Assert.InRange(found.Value.Value, 0.0, 1e-14)
    Assert.True(found.Converged, found.ToString())
    Assert.Contains(optimizer.ToString(), found.ToString())

[<Theory; MemberData(nameof methods)>]
let ``a function without a minimum has no search without an end`` (optimizer: Optimizer) =
    let falling: (Vector -> Scalar) list = [ (fun x -> x.Sum()); (fun x -> -(x * x)); (fun x -> x * x.PointwiseMultiply x) ]

    // by all second derivatives, and by products with them
    for n, functions in [ 1, falling; 3, falling; 300, falling[..0] ] do
        for f in functions do
            for isBounded in [ false; true ] do
                let options = MinimizeOptions(MaxSteps = 200, MaxEvaluations = 1_000_000)

                if isBounded then
                    options.Bounds <- Bounds.Between(Vector(Array.create n -infinity), Vector(Array.create n 5.0))

                let found = Diff.minimizeWith optimizer options f (Vector(Array.create n -1.0))
                Assert.NotEqual(MinimizeStatus.EvaluationLimit, found.Status)
                Assert.False(found.Converged, found.ToString())

[<Theory; MemberData(nameof curved)>]
let ``the unit of the function does not matter`` (optimizer: Optimizer) =
    // 2 to the power of 40 is exact: the same steps, up to where they end
    let scaled (x: Vector) = 1099511627776.0 * (1.0 + rosenbrock x)
    let found = minimize optimizer scaled [| -1.2; 1.0 |]
    Assert.True(found.Converged, found.ToString())
    Assert.Equal(1.0, found.Point[0].Value, 4)

[<Theory; MemberData(nameof methods)>]
let ``no step goes up`` (optimizer: Optimizer) =
    let values =
        Diff.steps optimizer rosenbrock (Vector [| -1.2; 1.0 |]) |> Seq.truncate 25 |> Seq.map _.Value.Value |> Seq.toArray

    Assert.Equal<float seq>(Array.sortDescending values, values)

[<Theory; MemberData(nameof methods)>]
let ``a function that turns NaN on the way is backed away from`` (optimizer: Optimizer) =
    let found = minimize optimizer (fun x -> (10.0 * x - log x).Sum()) [| 5.0; 7.0 |]
    Assert.True(found.Converged, found.ToString())
    Assert.All(found.Point.ToArray(), (fun x -> Assert.Equal(0.1, x, 7)))

[<Theory; MemberData(nameof methods)>]
let ``the same input gives the same bits`` (optimizer: Optimizer) =
    let run () = (minimize optimizer rosenbrock [| -1.2; 1.0 |]).Point.ToArray()
    Assert.Equal<float seq>(run (), run ())

[<Fact>]
let ``a direction of conjugate gradients goes down whatever the search did`` () =
    let number = Gen.choose (-64, 64) |> Gen.map (fun k -> float k / 16.0)
    let vector = Gen.arrayOfLength 5 number

    Generators.check 300 (Gen.zip3 vector vector vector) (fun (d, before, g) ->
        if Arrays.norm g > 0.0 && Arrays.norm d > 0.0 && Arrays.norm before > 0.0 then
            // theorem 1.1 of the paper: gᵀd <= -7/8 |g|², where β is not cut off; else at least down
            let next = ConjugateGradient.direction Arena.New d before g
            let y = Arrays.subtract g before

            if Arrays.dot d y > 0.0 && Arrays.dot d before < 0.0 then
                Assert.True(Arrays.dot g next < 0.0, "up"))

/// gᵀs + ½ sᵀHs
let private model (h: float[]) (g: float[]) (s: float[]) = Arrays.dot g s + 0.5 * Arrays.dot s (Arrays.multiply h s)

[<Fact>]
let ``no step within the region promises more than the exact one`` () =
    let number = Gen.choose (-40, 40) |> Gen.map (fun k -> float k / 8.0)
    let n = 4
    let case = Gen.zip3 (Gen.arrayOfLength (n * n) number) (Gen.arrayOfLength n number) (Gen.arrayOfLength (40 * n) number)

    Generators.check 200 case (fun (a, g, others) ->
        let h = Array.init (n * n) (fun k -> a[k] + a[k % n * n + k / n])
        let step = TrustRegionSubproblem.exact (TrustRegionSubproblem.spectrum h n) g 1.5
        let scale = 1.0 + Arrays.norm h + Arrays.norm g
        Assert.InRange(Arrays.norm step.S, 0.0, 1.5 * (1.0 + 1e-8))
        Assert.InRange(step.Decrease + model h g step.S, -1e-10 * scale, 1e-10 * scale)

        for other in Array.chunkBySize n others do
            let length = Arrays.norm other
            let other = if length > 1.5 then Arrays.scale (1.5 / length) other else other
            Assert.True(model h g step.S <= model h g other + 1e-7 * scale, "a lower value elsewhere"))

[<Fact>]
let ``the hard case goes along the direction of least curvature`` () =
    // no slope along the axis of negative curvature
    let step = TrustRegionSubproblem.exact (TrustRegionSubproblem.spectrum [| -2.0; 0.0; 0.0; 1.0 |] 2) [| 0.0; 1.0 |] 2.0
    Assert.Equal(2.0, Arrays.norm step.S, 10)
    Assert.Equal(-1.0 / 3.0, step.S[1], 10)

[<Fact>]
let ``Newton's method leaves a saddle`` () =
    let found = minimize (Optimizer.Newton()) (fun x -> x[0] * x[0] + (x[1] * x[1] - 1.0) ** 2.0) [| 1.0; 0.0 |]
    Assert.Equal(1.0, abs found.Point[1].Value, 8)

[<Fact>]
let ``a singular Hessian does not stop Newton's method`` () =
    let found = minimize (Optimizer.Newton()) (fun x -> (x[0] + x[1] - 3.0) ** 2.0) [| 5.0; 5.0 |]
    Assert.True(found.Converged, found.ToString())
    Assert.Equal(3.0, (found.Point.Sum()).Value, 8)

// D. M. Bates, D. G. Watts, "Nonlinear regression analysis" (1988): a line through points, whose statistics are known in closed form
let private xs = Vector [| 1.0; 2.0; 3.0; 4.0; 5.0 |]
let private ys = Vector [| 2.1; 3.9; 6.2; 7.8; 10.1 |]
let private line (a: Scalar, b: Scalar) = a + b * xs - ys

[<Fact>]
let ``a straight line has the statistics of the textbook`` () =
    let fit = Diff.leastSquares line (Scalar 0.0, Scalar 0.0)
    let x, y = xs.ToArray(), ys.ToArray()
    let mx, my = Array.average x, Array.average y
    let sxx = Array.sumBy (fun x -> (x - mx) ** 2.0) x
    let b = Array.sum (Array.map2 (fun x y -> (x - mx) * (y - my)) x y) / sxx
    let a = my - b * mx
    let rss = Array.sum (Array.map2 (fun x y -> (a + b * x - y) ** 2.0) x y)
    let s = sqrt (rss / 3.0)
    let found, slope = fit.Point
    Assert.Equal(a, found.Value, 10)
    Assert.Equal(b, slope.Value, 10)
    Assert.Equal(rss, fit.Value.Value, 12)
    Assert.Equal(3, fit.DegreesOfFreedom)
    Assert.Equal(s, fit.ResidualStandardDeviation, 12)
    let errorA, errorB = fit.StandardErrors
    Assert.Equal(s / sqrt sxx, errorB.Value, 12)
    Assert.Equal(s * sqrt (1.0 / 5.0 + mx * mx / sxx), errorA.Value, 12)
    Assert.Equal(errorB.Value * errorB.Value, fit.Covariance[1, 1].Value, 14)
    // Student's t for 3 degrees of freedom at 95 %: 3.182446, from any table
    let struct ((_, low), (_, high)) = fit.ConfidenceInterval 0.95
    Assert.Equal(2.0 * 3.182446 * errorB.Value, high.Value - low.Value, 6)

[<Fact>]
let ``what residuals do not determine has no finite standard error`` () =
    let fit = Diff.leastSquares (fun (p: Vector) -> (p[0] + p[1]) * xs - ys) (Vector [| 0.0; 0.0 |])
    Assert.True fit.Converged
    Assert.All(fit.StandardErrors.ToArray(), (fun error -> Assert.True(Double.IsInfinity error, string error)))

[<Fact>]
let ``fewer residuals than unknowns can be fitted`` () =
    let fit = Diff.leastSquares (fun (p: Vector) -> Vector [| p[0] * p[1] - 6.0 |]) (Vector [| 1.0; 1.0 |])
    Assert.Equal(0.0, fit.Value.Value, 12)
    Assert.True(Double.IsNaN fit.ResidualStandardDeviation)

let losses () =
    [|
        [| box (RobustLoss.Huber 0.1) |]
        [| box (RobustLoss.SoftL1 0.1) |]
        [| box (RobustLoss.Cauchy 0.1) |]
        [| box (RobustLoss.Arctan 0.5) |]
    |]

[<Theory; MemberData(nameof losses)>]
let ``a robust loss looks past an outlier`` (loss: RobustLoss) =
    let x = Vector [| 0.0 .. 9.0 |]
    let y = Vector(Array.init 10 (fun i -> if i = 7 then 60.0 else 1.0 + 2.0 * float i))
    let options = MinimizeOptions(Loss = loss)
    let fit = Diff.leastSquaresWith options (fun (p: Vector) -> p[0] + p[1] * x - y) (Vector [| 1.0; 1.9 |])
    Assert.True(fit.Converged, fit.ToString())
    Assert.Equal(2.0, fit.Point[1].Value, 1)
    Assert.InRange(fit.GradientNorm, 0.0, 1e-5)

[<Theory; MemberData(nameof losses)>]
let ``the slopes of a loss are its slopes`` (loss: RobustLoss) =
    for z in [ 0.01; 0.5; 3.0; 40.0 ] do
        let h = 1e-5 * z
        let at z = loss.Rho z
        let struct (_, first, second) = at z
        let struct (above, slopeAbove, _) = at (z + h)
        let struct (below, slopeBelow, _) = at (z - h)
        Assert.Equal((above - below) / (2.0 * h), first, 7)
        Assert.Equal((slopeAbove - slopeBelow) / (2.0 * h), second, 6)

[<Fact>]
let ``Levenberg-Marquardt says that it needs residuals`` () =
    let error =
        Assert.Throws<ArgumentException>(fun () -> minimize (Optimizer.LevenbergMarquardt()) rosenbrock [| 1.0; 2.0 |] |> ignore)

    Assert.Contains("LeastSquares", error.Message)
