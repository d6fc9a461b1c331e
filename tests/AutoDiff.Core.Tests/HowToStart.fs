/// The F# halves of the pages that a newcomer reads first, and of those above docs/how-to.
module AutoDiff.Tests.HowToStart

open System
open AutoDiff

type private Line = { Slope: Scalar; Height: Scalar }

let private index (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // index begins
    printfn "%O" (Diff.grad (fun (x: Scalar) -> x * sin x) (Scalar 2.0)) // 0.0770037537313969
    let a = mat [ [ 2.0; 1.0 ]; [ 1.0; 3.0 ] ]
    let bowl (v: Vector) = v * (a * v) + (exp v).Sum()
    printfn "%O" (Diff.grad bowl (vec [ 1.0; -1.0 ])) // [4.718281828459045, -3.6321205588285577]
    printfn "%s" ((Diff.explain bowl (vec [ 1.0; -1.0 ])).ToLatex()) // 2A v + e^{v}
    printfn "%s" ((Diff.minimize bowl (vec [ 1.0; -1.0 ])).Point.ToString "F6") // [-0.163871, -0.096684]
// index ends

let private quickstart (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // quickstart begins
    let wave (x: Scalar) = x * sin x
    let slope = Diff.grad wave
    printfn "%.6f %.6f" (slope (Scalar 2.0)).Value (Diff.grad slope (Scalar 2.0)).Value // 0.077004 -2.650889
    let a = mat [ [ 2.0; 1.0 ]; [ 1.0; 3.0 ] ]
    let bowl (v: Vector) = v * (a * v) + (exp v).Sum()
    printfn "%O" (Diff.grad bowl (vec [ 0.0; 0.0 ])) // [1, 1]
    printfn "%O" (Diff.hessian bowl (vec [ 0.0; 0.0 ])) // [[5, 2], [2, 7]]
    printfn "%O" (Diff.jacobian (fun v -> v[0] * v) (vec [ 2.0; 3.0 ])) // [[4, 0], [3, 2]]
    // with: type Line = { Slope: Scalar; Height: Scalar }
    let x, y = vec [ 0.0; 1.0; 2.0; 3.0 ], vec [ 1.0; 3.0; 5.0; 7.0 ]
    let loss line = (Maths.square (line.Slope * x + line.Height - y)).Sum()
    let downhill = Diff.grad loss { Slope = Scalar 1.0; Height = Scalar 0.0 }
    printfn "%O %O" downhill.Slope downhill.Height // -40 -20
    let best = Diff.minimize loss { Slope = Scalar 0.0; Height = Scalar 0.0 }
    printfn "%.4f %.4f %b" best.Point.Slope.Value best.Point.Height.Value best.Converged // 2.0000 1.0000 true
// quickstart ends

let private chooseADerivative (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // choose-a-derivative begins
    let volume (v: Vector) = v[0] * v[0] * v[1]
    let value, gradient = Diff.valueAndGrad volume (vec [ 2.0; 3.0 ])
    printfn "%O %O" value gradient // 12 [12, 4]
    // with what else the function computed
    let slope, sum = Diff.gradWithAux (fun (v: Vector) -> volume v, v.Sum()) (vec [ 2.0; 3.0 ])
    printfn "%O %O" slope sum // [12, 4] 5
    // many directions at one point: the function runs once
    let _, along = Diff.linearize (fun (v: Vector) -> v[0] * v) (vec [ 2.0; 3.0 ])
    printfn "%O %O" (along (vec [ 1.0; 0.0 ])) (along (vec [ 0.0; 1.0 ])) // [4, 3] [0, 2]
    printfn "%s" (String.Join(" ", Diff.taylor (fun x -> 1.0 / x) (Scalar 1.0) 4)) // 1 -1 2 -6 24
    let whirl (v: Vector) = vec [ -v[1]; v[0]; Scalar 0.0 ]
    printfn "%O %O" (Diff.laplacian volume (vec [ 2.0; 3.0 ])) (Diff.curl whirl (vec [ 1.0; 1.0; 1.0 ])) // 6 [0, 0, 2]
    // values already computed, of which one has no part in the result
    let a, b = Diff.variable (Scalar 2.0), Diff.variable (Scalar 3.0)
    printfn "%O %O" (Diff.gradient (a * a) a) (Diff.gradientOrZero (a * a) b) // 4 0
// choose-a-derivative ends

let private minimize (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // minimize begins
    let valley (v: Vector) = Maths.square (1.0 - v[0]) + 100.0 * Maths.square (v[1] - Maths.square v[0])
    let start = vec [ -1.2; 1.0 ]
    let least = Diff.minimize valley start
    printfn "%s: %b, %s" least.Solver least.Converged (least.Point.ToString "F4") // Newton (trust region): true, [1.0000, 1.0000]
    let loose = MinimizeOptions(MaxSteps = 1000, GradientTolerance = 1e-4)
    let near = Diff.minimizeWith (Optimizer.Lbfgs 5) loose valley start
    printfn "%O: %b" near.Status (near.GradientNorm <= 1e-4) // GradientConverged: true
    // training: a loss of the parameters and a batch, a rule whose rate falls, and gradients that are clipped
    let loss (w: Vector) (target: float) = Maths.square (w.Sum() - target)
    let rule = Optimizer.AdamW(0.1).WithRate(RateSchedule.Cosine(0.1, 100)).ClipNorm 1.0
    let often = MinimizeOptions(Epochs = 50, ShuffleSeed = Nullable 1)
    let trained = Diff.minimizeBatches rule often loss (vec [ 0.0; 0.0 ]) [ 1.0; 3.0 ]
    printfn "%O after %d steps" trained.Status trained.Steps // EpochLimit after 100 steps
// minimize ends

let private values (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // values begins
    let v = vec [ 1.0; 2.0; 3.0 ]
    let m = mat [ [ 1.0; 2.0 ]; [ 3.0; 4.0 ] ]
    printfn "%O %O %O" (v * v) (v .* v) v[1..] // 14 [1, 4, 9] [2, 3]
    printfn "%O %O %O" (m * m) (m.Transpose()) (m.Row 0) // [[7, 10], [15, 22]] [[1, 3], [2, 4]] [1, 2]
    printfn "%O" (m.AddToRows(vec [ 10.0; 20.0 ])) // [[11, 22], [13, 24]]
    // numbers out, as an array and for MathNet
    printfn "%g" (float (v.ToArray().Length) + v.ToMathNet().Maximum()) // 6
    // single precision; a plain number takes the precision of what it meets
    printfn "%O %O" (Scalar.Float32 1.0f / 3.0) (v.ToFloat32() / 3.0) // 0.33333334 [0.33333334, 0.6666667, 1]
    // code for numbers of any kind, as it stands
    let inline cube x = x * x * x
    printfn "%g %O" (cube 2.0) (Diff.grad (fun (x: Scalar) -> cube x) (Scalar 2.0)) // 8 12
// values ends

let private reverseMode (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // reverse-mode begins
    let f (struct (x1: Scalar, x2: Scalar)) = log x1 + x1 * x2 - sin x2
    let struct (byX1, byX2) = Diff.grad f (struct (Scalar 2.0, Scalar 5.0))
    printfn "%.3f: %.3f %.3f" (f (struct (Scalar 2.0, Scalar 5.0))).Value byX1.Value byX2.Value // 11.652: 5.500 1.716
    // one direction at a time, forward: the tangent of x1 is 1, that of x2 is 0
    let _, tangent = Diff.jvp f (struct (Scalar 2.0, Scalar 5.0)) (struct (Scalar 1.0, Scalar 0.0))
    printfn "%.3f" tangent.Value // 5.500
// reverse-mode ends

let private explain (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // explain begins
    let wave = Diff.explain (fun (x: Scalar) -> x * sin x) (Scalar 2.0)
    printfn "%s" (wave.ToLatex()) // x \cos(x) + \sin(x)
    printfn "%s" (wave.Hessian.ToLatex()) // 2\cos(x) - x \sin(x)
    let a = mat [ [ 2.0; 1.0 ]; [ 0.0; 3.0 ] ]
    let bowl = Diff.explain (fun (v: Vector) -> v * (a * v) + (exp v).Sum()) (vec [ 1.0; -1.0 ])
    printfn "%s" (bowl.Function.ToLatex()) // v^\top A v + \sum_i e^{v_i}
    printfn "%s" (bowl.ToLatex()) // (A + A^\top) v + e^{v}
    printfn "%s" (bowl.Hessian.ToLatex()) // A + A^\top + \operatorname{diag}(e^{v})
// explain ends

let private accuracy (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // accuracy begins
    let slope = (Diff.grad (fun (x: Scalar) -> exp x) (Scalar 1.0)).Value
    printfn "%.0e" (abs (slope - Math.E)) // 0e+000
    let difference = (Math.Exp(1.0 + 1e-8) - Math.Exp 1.0) / 1e-8
    printfn "%b" (abs (difference - Math.E) > 1e-9) // true
    // far in a tail, where the probability itself is 5E-198
    printfn "%.6f" (Diff.grad (fun (x: Scalar) -> log (Maths.normalCdf x)) (Scalar -30.0)).Value // 30.033260
// accuracy ends

/// The pages with the lines that they show.
let pages: (string * (ResizeArray<string> -> unit)) list =
    [
        "index", index
        "quickstart", quickstart
        "choose-a-derivative", chooseADerivative
        "minimize", minimize
        "values", values
        "reverse-mode", reverseMode
        "explain", explain
        "accuracy", accuracy
    ]
