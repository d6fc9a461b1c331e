/// The measure is measured: finite differences of functions whose slopes are known.
module AutoDiff.Tests.FiniteDifferenceTests

open System
open Xunit

let private isWithin expected (estimate: FiniteDifferences.Estimate) =
    Assert.True(
        abs (estimate.Slopes[0] - expected) <= estimate.Errors[0] && estimate.Errors[0] <= 1e-7 * (1.0 + abs expected),
        $"{estimate.Slopes[0]} ± {estimate.Errors[0]} where the slope is {expected}"
    )

[<Fact>]
let ``Slopes of smooth functions are found within the error that is claimed`` () =
    for x in [ -2.0; 0.0; 0.5; 3.0 ] do
        isWithin (Math.Exp x) (FiniteDifferences.slope 0.0 0.5 (fun t -> [| Math.Exp(x + t) |]))
        isWithin (Math.Cos x) (FiniteDifferences.slope 0.0 0.5 (fun t -> [| Math.Sin(x + t) |]))
        isWithin (Math.Exp x) (FiniteDifferences.limit 0.0 -0.5 (fun t -> [| Math.Exp(x + t) |]))

[<Fact>]
let ``A kink near by is stepped over`` () = isWithin 1.0 (FiniteDifferences.slope 0.0 0.5 (fun t -> [| abs (t + 1.0 / 1024.0) |]))

[<Fact>]
let ``A jump has the slopes of its sides`` () =
    isWithin 0.0 (FiniteDifferences.slopeOrCentre 0.0 0.5 (fun t -> [| float (sign t) |]))
    isWithin 1.5 (FiniteDifferences.slopeOrCentre 0.0 0.5 (fun t -> [| if t > 0.0 then 1.0 + 2.0 * t else t |]))

[<Fact>]
let ``Conventional slopes are centres, infinite at ends and NaN outside`` () =
    let slope f = FiniteDifferences.conventional 1.0 f
    Assert.Equal(0.0, slope abs, 9)
    Assert.Equal(0.5, slope (max 0.0), 9)
    Assert.Equal(0.0, slope (sign >> float), 9)
    Assert.Equal(infinity, slope Math.Sqrt)
    Assert.Equal(infinity, slope Math.Cbrt)
    Assert.Equal(infinity, slope Math.Log)
    Assert.Equal(-infinity, slope (fun t -> Math.Acos(1.0 + t)))
    Assert.Equal(nan, slope (fun t -> Math.Log(t - 1.0)))
