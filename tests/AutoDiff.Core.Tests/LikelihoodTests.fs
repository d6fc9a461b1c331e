/// Statistics of maximum-likelihood estimates against closed forms and published fits.
module AutoDiff.Tests.LikelihoodTests

open System
open Xunit
open AutoDiff

let private sample = [| 1.2; 0.4; 2.7; 0.9; 3.3; 1.8; 0.2; 1.1; 2.0; 0.7 |]
let private close (expected: float) (actual: float) = Assert.Equal(1.0, actual / expected, 1e-7)

[<Fact>]
let ``the rate of an exponential distribution`` () =
    let n, sum = float sample.Length, Array.sum sample
    let fit = Diff.minimize (fun (rate: Scalar) -> rate * sum - n * log rate) (Scalar 1.0)
    let statistics = fit.AsLikelihood()
    // λ = n / Σx with variance λ² / n
    close (n / sum) fit.Point.Value
    close (n / sum / sqrt n) statistics.StandardErrors.Value
    close (n * log (n / sum) - n) statistics.LogLikelihood
    // 1.959963984540054: the 0.975 quantile of the normal distribution, from any table
    let struct (low, high) = statistics.ConfidenceInterval 0.95
    close (2.0 * 1.959963984540054 * n / sum / sqrt n) (high.Value - low.Value)
    close fit.Point.Value ((high.Value + low.Value) / 2.0)

[<Fact>]
let ``mean and variance of a normal distribution`` () =
    let x, n = Vector sample, float sample.Length

    let loss (mean: Scalar, variance: Scalar) =
        let d = x - mean
        n / 2.0 * log variance + d * d / (2.0 * variance)

    let fit = Diff.minimize loss (Scalar 1.0, Scalar 1.0)
    let statistics = fit.AsLikelihood()
    let mean = Array.average sample
    let variance = sample |> Array.averageBy (fun x -> (x - mean) ** 2.0)
    let errorOfMean, errorOfVariance = statistics.StandardErrors
    close (sqrt (variance / n)) errorOfMean.Value
    close (variance * sqrt (2.0 / n)) errorOfVariance.Value
    close (variance / n) statistics.Covariance[0, 0].Value
    Assert.Equal(0.0, statistics.Covariance[0, 1].Value, 1e-9)

// The hours that twenty students worked and whether they passed: the standard example of logistic regression, as in the article of that name in
// Wikipedia, where the table of coefficients gives -4.0777 (1.7610) and 1.5046 (0.6287).
let private hours =
    [| 0.5; 0.75; 1.0; 1.25; 1.5; 1.75; 1.75; 2.0; 2.25; 2.5; 2.75; 3.0; 3.25; 3.5; 4.0; 4.25; 4.5; 4.75; 5.0; 5.5 |]

let private passed =
    [| 0.0; 0.0; 0.0; 0.0; 0.0; 0.0; 1.0; 0.0; 1.0; 0.0; 1.0; 0.0; 1.0; 0.0; 1.0; 1.0; 1.0; 1.0; 1.0; 1.0 |]

type Logistic = { Intercept: Scalar; Slope: Scalar; Unit: string }

let private loss (model: Logistic) =
    let z = model.Slope * Vector hours + model.Intercept
    (Maths.softplus z).Sum() - Vector passed * z

let private first = { Intercept = Scalar 0.0; Slope = Scalar 0.0; Unit = "h" }

[<Fact>]
let ``logistic regression has the published standard errors`` () =
    let fit = Diff.minimize loss first
    Assert.Equal(-4.0777, fit.Point.Intercept.Value, 4)
    Assert.Equal(1.5046, fit.Point.Slope.Value, 4)
    let errors = fit.AsLikelihood().StandardErrors
    Assert.Equal(1.7610, errors.Intercept.Value, 4)
    Assert.Equal(0.6287, errors.Slope.Value, 4)
    Assert.Equal("h", errors.Unit)

[<Fact>]
let ``what is fixed or at a bound has no error, and does not add to others`` () =
    let fixedAt = MinimizeOptions(Fixed = PerLeaf.Of { first with Slope = Scalar 1.0 })
    let start = { first with Slope = Scalar 1.5 }
    let errors = (Diff.minimizeWith (Optimizer.Newton()) fixedAt loss start).AsLikelihood().StandardErrors
    Assert.Equal(0.0, errors.Slope.Value)

    let alone (intercept: Scalar) = loss { start with Intercept = intercept }
    let expected = (Diff.minimize alone (Scalar 0.0)).AsLikelihood().StandardErrors.Value
    close expected errors.Intercept.Value

    let low = { Intercept = Scalar -infinity; Slope = Scalar -infinity; Unit = "" }
    let high = { Intercept = Scalar infinity; Slope = Scalar 1.5; Unit = "" }
    let bounded = MinimizeOptions(Bounds = Bounds.Between(low, high))
    let errors = (Diff.minimizeWith (Optimizer.Newton()) bounded loss first).AsLikelihood().StandardErrors
    Assert.Equal(0.0, errors.Slope.Value)
    close expected errors.Intercept.Value

[<Fact>]
let ``what the likelihood does not determine has no finite error`` () =
    let fit = Diff.minimize (fun (p: Vector) -> (p[0] + p[1] - 3.0) ** 2.0 + p[2] * p[2]) (Vector [| 5.0; 5.0; 1.0 |])
    let errors = fit.AsLikelihood().StandardErrors.ToArray()
    Assert.Equal(infinity, errors[0])
    Assert.Equal(infinity, errors[1])
    close (sqrt 0.5) errors[2]
    // a saddle is no minimum
    let saddle =
        Diff.minimizeWith (Optimizer.Lbfgs()) (MinimizeOptions(MaxSteps = 0)) (fun (p: Vector) -> p[0] * p[1]) (Vector [| 0.0; 0.0 |])

    Assert.All(saddle.AsLikelihood().StandardErrors.ToArray(), (fun error -> Assert.True(Double.IsNaN error)))

[<Fact>]
let ``under constraints and over batches there are no such statistics`` () =
    let constrained =
        Diff.minimizeSubjectTo
            (MinimizeOptions())
            (fun (x: Vector) -> vec [ x[0] - 1.0 ])
            (fun _ -> vec List<Scalar>.Empty)
            (fun x -> x * x)
            (Vector [| 2.0 |])

    Assert.Contains("constraints", (Assert.Throws<InvalidOperationException>(fun () -> constrained.AsLikelihood() |> ignore)).Message)

    let batches =
        Diff.minimizeBatches
            (Optimizer.Sgd 0.1)
            (MinimizeOptions(Epochs = 1))
            (fun (x: Scalar) (b: float) -> (x - b) ** 2.0)
            (Scalar 0.0)
            [ 1.0; 2.0 ]

    Assert.Contains("batch", (Assert.Throws<InvalidOperationException>(fun () -> batches.AsLikelihood() |> ignore)).Message)
    let fit = Diff.minimize loss first
    Assert.Throws<ArgumentOutOfRangeException>(fun () -> fit.AsLikelihood().ConfidenceInterval 1.0 |> ignore)
