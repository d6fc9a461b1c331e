// dotnet build -c Release src/AutoDiff.Core.fs && dotnet fsi samples/quickstart.fsx
#I "../src/AutoDiff.Core.fs/bin/Release/net10.0"
#r "MathNet.Numerics.dll"
#r "AutoDiff.Core.dll"
// From the package: #r "nuget: AutoDiff.Core, 0.1.0", with #i "nuget: /absolute/path/to/artifacts/packages" before it for packages made here.
open AutoDiff

// A derivative is a function, and so is the derivative of a derivative.
let f (x: Scalar) = x * sin x
let two = Scalar 2.0
printfn $"f  = x sin x    at 2: {f two}"
printfn $"f' = grad f     at 2: {Diff.grad f two}"
printfn $"f''             at 2: {Diff.grad (Diff.grad f) two}"
printfn $"f' as a formula       {(Diff.explain f two).ToLatex()}"
printfn "f to order 4    at 2: %s" (Diff.taylor f two 4 |> Array.map string |> String.concat ", ")

// Vectors and matrices.
let a = mat [ [ 2.0; 1.0 ]; [ 1.0; 3.0 ] ]
let bowl (v: Vector) = v * (a * v) + (exp v).Sum()
printfn $"gradient              {Diff.grad bowl (vec [ 1.0; -1.0 ])}"
printfn $"Hessian\n{Diff.hessian bowl (vec [ 0.0; 0.0 ])}"
printfn $"Jacobian\n{Diff.jacobian (fun v -> vec [ v[0] * v[1]; Maths.hypot v[0] v[1] ]) (vec [ 3.0; 4.0 ])}"

// Records, tuples, lists, maps … of values are arguments like any other: the gradient is a record too.
type Line = { Weights: Vector; Intercept: Scalar }

let slopes =
    Diff.grad
        (fun line -> Maths.square (line.Weights * vec [ 1.0; 2.0 ] + line.Intercept))
        { Weights = vec [ 3.0; 4.0 ]; Intercept = Scalar 5.0 }

printfn $"gradient of a record  weights {slopes.Weights}, intercept {slopes.Intercept}"

// Something already computed, with respect to what it was computed from.
let x = Diff.variable two
let y = x * x
let z = y * y
printfn $"dz/dx, dz/dy          {Diff.gradient z x}, {Diff.gradient z y}"

// A minimum.
let fit = Diff.minimize bowl (vec [ 1.0; -1.0 ])
printfn "minimum               %s at %s: %O by %s" (fit.Value.ToString "F12") (fit.Point.ToString "F6") fit.Status fit.Solver
