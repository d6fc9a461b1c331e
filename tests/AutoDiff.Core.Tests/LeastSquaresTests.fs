/// Least squares where the linear model of the residuals is not enough. Problems and their values from J. J. Moré, B. S. Garbow, K. E. Hillstrom,
/// "Testing unconstrained optimization software", ACM Transactions on Mathematical Software 7 (1981) 17-41.
module AutoDiff.Tests.LeastSquaresTests

open Xunit
open AutoDiff

/// Problem (8), Bard; 0.00821487 at (0.0824, 1.133, 2.344), and a plateau of 17.4286 where the second and third variables are infinite.
let private bard (x: Vector) =
    let y = [| 0.14; 0.18; 0.22; 0.25; 0.29; 0.32; 0.35; 0.39; 0.37; 0.58; 0.73; 0.96; 1.34; 2.10; 4.39 |]
    let numbers (f: float -> float) = Vector(Array.init 15 (fun i -> f (float (i + 1))))
    let u, v, w = numbers id, numbers (fun i -> 16.0 - i), numbers (fun i -> min i (16.0 - i))
    Vector y - x[0] - u ./ (v * x[1] + w * x[2])

/// Problem (12), Box; 0 at (1, 10, 1), and a plateau of 0.0755887 where the second variable is infinite.
let private box3 (x: Vector) =
    let t = Vector(Array.init 10 (fun i -> -0.1 * float (i + 1)))
    exp (t * x[0]) - exp (t * x[1]) - x[2] * (exp t - exp (10.0 * t))

/// Problem (16), Brown and Dennis; 85822.2.
let private brownDennis (x: Vector) =
    let t = Vector(Array.init 20 (fun i -> float (i + 1) / 5.0))
    let a, b = x[0] + t * x[1] - exp t, x[2] + sin t * x[3] - cos t
    a .* a + b .* b

[<Fact>]
let ``a fit whose variables went off to where they change nothing begins again`` () =
    let found = Diff.leastSquares bard (Vector [| 10.0; 10.0; 10.0 |])
    Assert.True(found.Converged, found.ToString())
    Assert.Equal(0.008214877306578975, found.Value.Value, 14)
    let found = Diff.leastSquares box3 (Vector [| 0.0; 100.0; 200.0 |])
    Assert.True(found.Converged, found.ToString())
    Assert.InRange(found.Value.Value, 0.0, 1e-20)

[<Fact>]
let ``large residuals are met by second derivatives`` () =
    let found = Diff.leastSquares brownDennis (Vector [| 25.0; 5.0; -5.0; -1.0 |])
    Assert.Equal(85822.20162635632, found.Value.Value, 6)
    Assert.InRange(found.Evaluations.Values, 1, 18)
    Assert.InRange(found.Evaluations.Hessians, 1, found.Steps)

[<Fact>]
let ``a robust loss is left to the linear model`` () =
    let options = MinimizeOptions(Loss = RobustLoss.Huber 1.0)
    let found = Diff.leastSquaresWith options brownDennis (Vector [| 25.0; 5.0; -5.0; -1.0 |])
    Assert.Equal(0, found.Evaluations.Hessians)

[<Theory; InlineData 3; InlineData 12; InlineData 30>]
let ``a saved state goes on bit for bit, also after the second beginning`` (steps: int) =
    let start = Vector [| 0.0; 100.0; 200.0 |]
    let whole = Diff.leastSquares box3 start
    let part = Diff.leastSquaresWith (MinimizeOptions(MaxSteps = steps)) box3 start
    let rest = Diff.leastSquaresWith (MinimizeOptions(Resume = part.State)) box3 start
    Assert.Equal(whole.Steps, part.Steps + rest.Steps)
    Assert.Equal<float[]>(whole.Point.ToArray(), rest.Point.ToArray())
