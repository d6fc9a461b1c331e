open AutoDiff

type Decay = { Amplitude: Scalar; Rate: Scalar; Background: Scalar }

// What was measured. Replace it by your own.
let times = vec [ 0.0; 0.5; 1.0; 1.5; 2.0; 2.5; 3.0; 3.5; 4.0; 4.5 ]
let counts = vec [ 10.07; 6.92; 4.71; 3.35; 2.46; 1.89; 1.41; 1.15; 0.97; 0.82 ]

// What should explain it: any function of values, with loops and branches if need be. Its derivatives are exact.
let model p = p.Amplitude * exp (-p.Rate * times) + p.Background

let start = { Amplitude = Scalar 5.0; Rate = Scalar 1.0; Background = Scalar 0.0 }
let fit = Diff.leastSquares (fun p -> model p - counts) start
let struct (low, high) = fit.ConfidenceInterval 0.95

let row name (part: Decay -> Scalar) =
    let f (x: Scalar) = x.ToString "F3"
    printfn $"%-11s{name} {f (part fit.Point)} ± {f (part fit.StandardErrors)}   95 %%: {f (part low)} to {f (part high)}"

row "amplitude" _.Amplitude
row "rate" _.Rate
row "background" _.Background
printfn $"{fit.Status} after {fit.Steps} steps; residual standard deviation {fit.ResidualStandardDeviation:F3}"
