/// Minimisation under constraints, on published problems.
module AutoDiff.Tests.ConstraintTests

open System
open Xunit
open AutoDiff

let private none (_: Vector) = Vector(Array.empty<float>)
let private minimize options equal atMost f (start: float[]) = Diff.minimizeSubjectTo options equal atMost f (Vector start)

// J. Nocedal, S. J. Wright, "Numerical Optimization" (2006), examples 12.1 and 12.2
let private sum (x: Vector) = x[0] + x[1]
let private circle (x: Vector) = Vector [| x * x - 2.0 |]

[<Fact>]
let ``an equality constraint is met, with its multiplier`` () =
    let found = minimize (MinimizeOptions()) circle none sum [| 1.0; -0.5 |]
    Assert.True(found.Converged, found.ToString())
    Assert.All(found.Point.ToArray(), (fun x -> Assert.Equal(-1.0, x, 7)))
    Assert.Equal(0.5, found.EqualityMultipliers[0].Value, 6)
    Assert.InRange(found.Violation, 0.0, 1e-8)
    Assert.Equal(-2.0, found.Value.Value, 7)

[<Fact>]
let ``an inequality that binds has a multiplier, one that does not has none`` () =
    let constraints (x: Vector) = Vector [| x * x - 2.0; x[0] - 5.0 |]
    let found = minimize (MinimizeOptions()) none constraints sum [| 1.0; -0.5 |]
    Assert.True(found.Converged, found.ToString())
    Assert.All(found.Point.ToArray(), (fun x -> Assert.Equal(-1.0, x, 7)))
    Assert.Equal(0.5, found.InequalityMultipliers[0].Value, 6)
    Assert.Equal(0.0, found.InequalityMultipliers[1].Value)

[<Fact>]
let ``problem 71 of Hock and Schittkowski`` () =
    // W. Hock, K. Schittkowski, "Test examples for nonlinear programming codes", Lecture Notes in Economics and Mathematical Systems 187 (1981)
    let f (x: Vector) = x[0] * x[3] * (x[0] + x[1] + x[2]) + x[2]
    let product (x: Vector) = Vector [| 25.0 - x[0] * x[1] * x[2] * x[3] |]
    let sphere (x: Vector) = Vector [| x * x - 40.0 |]
    let bounds = Bounds.Between(Vector(Array.create 4 1.0), Vector(Array.create 4 5.0))
    let found = minimize (MinimizeOptions(Bounds = bounds)) sphere product f [| 1.0; 5.0; 5.0; 1.0 |]
    Assert.InRange(found.Violation, 0.0, 1e-8)
    Assert.Equal(17.0140173, found.Value.Value, 6)
    let expected = [| 1.0; 4.7429994; 3.8211503; 1.3794082 |]
    Array.iter2 (fun (e: float) (x: float) -> Assert.Equal(e, x, 5)) expected (found.Point.ToArray())

[<Fact>]
let ``the history is that of all rounds`` () =
    let options = MinimizeOptions(KeepHistory = true)

    let found =
        Diff.minimizeSubjectTo options (fun (x: Vector) -> vec [ x[0] + x[1] - 1.0 ]) none (fun x -> x * x) (Vector [| 2.0; 3.0 |])

    Assert.Equal(found.Steps, found.History.Count)

[<Fact>]
let ``constraints that contradict each other are not said to hold`` () =
    let both (x: Vector) = Vector [| x[0]; x[0] - 1.0 |]
    let found = minimize (MinimizeOptions()) both none (fun x -> x * x) [| 3.0; 3.0 |]
    Assert.False found.Converged
    Assert.Contains("missed", found.Message)
