// Gaussian-process regression whose hyper-parameters (length, height, noise) maximise the marginal likelihood:
// C. E. Rasmussen, C. K. I. Williams, Gaussian Processes for Machine Learning (2006), chapters 2 and 5.
#I "../src/AutoDiff.Core.fs/bin/Release/net10.0"
#r "MathNet.Numerics.dll"
#r "AutoDiff.Core.dll"

open System
open AutoDiff

type Kernel = { LogLength: Scalar; LogHeight: Scalar; LogNoise: Scalar }

let truth x = sin (1.3 * x) + 0.3 * x

let xs, ys =
    let random = Random 7
    let normal () = Math.Sqrt(-2.0 * Math.Log(1.0 - random.NextDouble())) * Math.Cos(2.0 * Math.PI * random.NextDouble())
    let xs = Array.init 60 (fun _ -> 10.0 * random.NextDouble()) |> Array.sort
    Vector xs, Vector(xs |> Array.map (fun x -> truth x + 0.2 * normal ()))

let squares (a: Vector) (b: Vector) = Matrix(Array2D.init a.Count b.Count (fun i j -> (a[i].Value - b[j].Value) ** 2.0))

let distances = squares xs xs
let identity = Matrix.Identity xs.Count

let covariance k (squares: Matrix) = exp (2.0 * k.LogHeight) * exp (-0.5 * exp (-2.0 * k.LogLength) * squares)
let noisy k = covariance k distances + exp (2.0 * k.LogNoise) * identity

/// Minus the logarithm of the density of what was measured (equation 2.30).
let loss k =
    let factors = (noisy k).Cholesky()
    0.5 * (ys * factors.Solve ys) + 0.5 * factors.DeterminantLn + 0.5 * float ys.Count * Math.Log(2.0 * Math.PI)

let start = { LogLength = Scalar 0.0; LogHeight = Scalar 0.0; LogNoise = Scalar 0.0 }
let fit = Diff.minimize loss start
let k = fit.Point
let f2 (x: Scalar) = x.ToString "F3"

printfn "%s" (fit.ToString())
printfn $"length {f2 (exp k.LogLength)}, height {f2 (exp k.LogHeight)}, noise {f2 (exp k.LogNoise)} (the data were made with noise 0.2)"

// The prediction (equations 2.25 and 2.26), with a band of two standard deviations.
let at = Vector [| 0.0..0.5..10.0 |]
let factors = (noisy k).Cholesky()
let across = covariance k (squares at xs)
let mean = across * factors.Solve ys
let variance = exp (2.0 * k.LogHeight) - (across .* factors.Solve(across.Transpose()).Transpose()).RowSums()
let bands = Array.zip3 (at.ToArray()) (mean.ToArray()) ((sqrt variance).ToArray())
let column y = int (Math.Round(12.0 * (y + 1.0)))

printfn "\n   x    f(x)  found         ( ) band, o found, x truth"

for x, m, s in bands do
    let line = Array.create 70 ' '
    line[column (m - 2.0 * s)] <- '('
    line[column (m + 2.0 * s)] <- ')'
    line[column (truth x)] <- 'x'
    line[column m] <- 'o'
    printfn $"%4.1f{x}  %6.3f{truth x}  %6.3f{m} ± %5.3f{2.0 * s}  {(String line).TrimEnd()}"

let within = bands |> Array.filter (fun (x, m, s) -> abs (truth x - m) < 2.0 * s) |> Array.length
printfn $"the truth is within the band at {within} of {bands.Length} points"
