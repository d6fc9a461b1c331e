/// The F# halves of the pages in docs/how-to: they show these lines, which print what stands beside them.
module AutoDiff.Tests.HowTo

open System
open AutoDiff

let private fitACurve (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // fit-a-curve begins
    let x, y = vec [ 0.0; 1.0; 2.0; 3.0; 4.0; 5.0 ], vec [ 2.1; 2.9; 4.2; 5.8; 8.3; 11.4 ]
    let fit = Diff.leastSquares (fun (p: Vector) -> p[0] * exp (p[1] * x) - y) (vec [ 1.0; 0.0 ])
    printfn "%.3f %.3f" fit.Point[0].Value fit.Point[1].Value // 2.120 0.338
    printfn "%.3f %.4f" fit.StandardErrors[0].Value fit.StandardErrors[1].Value // 0.037 0.0042
    let struct (low, high) = fit.ConfidenceInterval 0.95
    printfn "rate between %.3f and %.3f" low[1].Value high[1].Value // rate between 0.326 and 0.349
// fit-a-curve ends

let private constrain (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // constrain begins
    let distance (v: Vector) = (Maths.square (v - vec [ 2.0; 1.0 ])).Sum()
    let box = MinimizeOptions(Bounds = Bounds.Between(vec [ -1.0; -1.0 ], vec [ 1.0; 1.0 ]))
    printfn "%O" (Diff.minimizeWith (Optimizer.Lbfgs()) box distance (vec [ 0.0; 0.0 ])).Point // [1, 1]
    let none (_: Vector) = Vector(Array.empty<float>)
    let options = MinimizeOptions()
    let circle = Diff.minimizeSubjectTo options (fun (v: Vector) -> Vector [| v * v - 1.0 |]) none distance (vec [ 1.0; 0.0 ])
    printfn "%.4f %.4f" circle.Point[0].Value circle.Point[1].Value // 0.8944 0.4472

    let below =
        Diff.minimizeSubjectTo options none (fun (v: Vector) -> Vector [| v[0] + v[1] - 2.0 |]) distance (vec [ 0.0; 0.0 ])

    printfn "%.4f %.4f" below.Point[0].Value below.Point[1].Value // 1.5000 0.5000
// constrain ends

let private equations (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // equations begins
    let root = Diff.root (fun (s: Scalar) (p: Scalar) -> s * s - p) (Scalar 1.0)
    printfn "%.6f %.6f" (root (Scalar 2.0)).Value (Diff.grad root (Scalar 2.0)).Value // 1.414214 0.353553
    // Kepler's equation: the eccentric anomaly, and how it moves with the mean one
    let anomaly = Diff.fixedPoint (fun (e: Scalar) (m: Scalar) -> m + 0.5 * sin e) (Scalar 0.0)
    printfn "%.6f %.6f" (anomaly (Scalar 1.0)).Value (Diff.grad anomaly (Scalar 1.0)).Value // 1.498701 1.037362
    let nearest = Diff.argMin (fun (v: Vector) (p: Scalar) -> (v - p) * (v - p) + v.Sum()) (vec [ 0.0; 0.0 ])
    printfn "%.4f" (Diff.grad (fun (p: Scalar) -> (nearest p).Sum()) (Scalar 3.0)).Value // 2.0000
    // equations by products alone, no matrix
    let solution = Diff.grad (fun (s: Scalar) -> (Diff.linearSolve (fun v -> s * v + v.Sum()) (vec [ 1.0; 2.0 ])).Sum())
    printfn "%.4f" (solution (Scalar 2.0)).Value // -0.1875
    // y' = -k y: the slope of the end in k
    let decay = Diff.grad (fun (k: Scalar) -> Ode.solve (fun _ y -> -k * y) (Scalar 1.0) (Scalar 0.0) (Scalar 2.0))
    printfn "%.6f" (decay (Scalar 0.5)).Value // -0.735759
// equations ends

let private watchAndStop (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // watch-and-stop begins
    let valley (v: Vector) = Maths.square (1.0 - v[0]) + 100.0 * Maths.square (v[1] - Maths.square v[0])
    let start = vec [ -1.2; 1.0 ]
    let low = Diff.minimizeWith (Optimizer.Bfgs()) (MinimizeOptions(Stop = fun step -> step.Value < Scalar 0.1)) valley start
    printfn "%O: %b" low.Status (low.Value < Scalar 0.1) // Stopped: true
    // from another thread, a button, a time out: here after the fifth step
    use source = new System.Threading.CancellationTokenSource()

    let watch (step: Step) =
        if step.Number = 4 then
            source.Cancel()

        false

    let watched = MinimizeOptions(Stop = (fun step -> watch step), CancellationToken = source.Token)
    let cancelled = Diff.minimizeWith (Optimizer.Bfgs()) watched valley start
    printfn "%O after %d steps" cancelled.Status cancelled.Steps // Cancelled after 5 steps
    let further = MinimizeOptions(Resume = cancelled.State, KeepHistory = true)
    let rest = Diff.minimizeWith (Optimizer.Bfgs()) further valley cancelled.Point
    printfn "%b %s" rest.Converged (rest.Point.ToString "F4") // true [1.0000, 1.0000]
    printfn "%b" (rest.HistoryTable().Split('\n').Length = rest.Steps + 1) // true
// watch-and-stop ends

let private fromHandWrittenGradients (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // from-hand-written-gradients begins
    let byHand (v: float[]) = [| 2.0 * (v[0] - 3.0); 2.0 * v[1] * cos (v[1] * v[1]) |]
    let cost (v: Vector) = Maths.square (v[0] - 3.0) + sin (Maths.square v[1])
    // checked
    let errors =
        Array.map2 (fun derived written -> abs (derived - written)) ((Diff.grad cost (vec [ 1.0; 2.0 ])).ToArray()) (byHand [| 1.0; 2.0 |])

    printfn "%b" (Array.max errors < 1e-12) // true
    // replaced: into an array, without allocation
    let compiled = Diff.compileGradient cost (vec [ 0.0; 0.0 ])
    let slopes = Array.zeroCreate 2
    printfn "%.6f %.6f %.6f" (compiled.Evaluate(ReadOnlySpan [| 1.0; 2.0 |], Span slopes)) slopes[0] slopes[1] // 3.243198 -4.000000 -2.614574
    // kept, as the rule of a function that others are made of
    let kept = Diff.withGradient cost (fun v _ ybar -> ybar * Vector(byHand ((Diff.stopGradient v).ToArray())))
    printfn "%b" (Diff.checkGradient (fun v -> exp (-0.1 * kept v)) (vec [ 1.0; 2.0 ])).IsRight // true
// from-hand-written-gradients ends

let private manyExamples (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // many-examples begins
    let rows = mat [ [ 3.0; 4.0 ]; [ 5.0; 12.0 ]; [ 8.0; 15.0 ] ]
    printfn "%O" (Diff.vectorizeRows (fun v -> v.L2Norm()) rows) // [5, 13, 17]
    printfn "%O" (Diff.vectorizeRowsToRows (Diff.grad (fun (v: Vector) -> v[0] * v[1])) rows) // [[4, 3], [12, 5], [15, 8]]
    // parameters are captured: the gradient of the mean with respect to them
    let mean (w: Vector) = (Diff.vectorizeRows (fun x -> tanh (w * x)) rows).Mean()
    printfn "%O" (Diff.grad mean (vec [ 0.0; 0.0 ])) // [5.333333333333333, 10.333333333333332]
// many-examples ends

let private loopsAndMemory (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // loops-and-memory begins
    let grow = Diff.grad (fun (rate: Scalar) -> Diff.forLoop 1000 (Scalar 1.0) (fun _ y -> y + 0.001 * rate * y))
    printfn "%.6f" (grow (Scalar 1.0)).Value // 2.714210
    // 30 of the 1000 states at once
    let frugal = Diff.grad (fun (rate: Scalar) -> Diff.forLoopWith 30 1000 (Scalar 1.0) (fun _ y -> y + 0.001 * rate * y))
    printfn "%b" (frugal (Scalar 1.0) = grow (Scalar 1.0)) // true
    let struct (_, sums) = Diff.scanElements (Scalar 0.0) (vec [ 1.0; 2.0; 3.0 ]) (fun sum x -> struct (sum + x, sum + x))
    printfn "%O" sums // [1, 3, 6]
    let layer = Diff.checkpoint (fun (v: Vector) -> tanh (v * 2.0))
    printfn "%O" (Diff.grad (fun (v: Vector) -> (layer (layer v)).Sum()) (vec [ 0.0; 0.0 ])) // [4, 4]
// loops-and-memory ends

let private ownRules (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // own-rules begins
    let root = Diff.withGradient (fun (x: Scalar) -> sqrt x) (fun _ y ybar -> ybar / (2.0 * y))
    printfn "%O %O %O" (root (Scalar 4.0)) (Diff.grad root (Scalar 4.0)) (Diff.grad (Diff.grad root) (Scalar 4.0)) // 2 0.25 -0.03125
    printfn "%b" (Diff.checkGradient root (Scalar 4.0)).IsRight // true
    let rounded = Diff.straightThrough (fun (x: Scalar) -> Maths.round x)
    printfn "%O %O" (rounded (Scalar 2.7)) (Diff.grad rounded (Scalar 2.7)) // 3 1
// own-rules ends

let private sparse (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // sparse begins
    let chain (v: Vector) = (Maths.square (v[1..] - v[.. v.Count - 2])).Sum()
    let hessian = Diff.sparseHessian chain (Vector(Array.zeroCreate<float> 1000))
    printfn "%g %g %g %g" hessian[500, 499] hessian[500, 500] hessian[500, 501] hessian[500, 502] // -2 4 -2 0
    let prepared = Diff.prepareSparseHessian chain
    prepared.Evaluate(Vector(Array.zeroCreate<float> 1000)) |> ignore
    printfn "%d numbers by %d directions" prepared.NonZeros prepared.Colors // 2998 numbers by 3 directions
    let differences = Diff.sparseJacobian (fun (v: Vector) -> v[1..] - v[.. v.Count - 2]) (Vector(Array.zeroCreate<float> 1000))
    printfn "%d x %d: %g %g" differences.RowCount differences.ColumnCount differences[7, 7] differences[7, 8] // 999 x 1000: -1 1
// sparse ends

let private compile (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // compile begins
    let gradient = Diff.compile (Diff.grad (fun (v: Vector) -> (Maths.log1p (Maths.square v)).Sum()))
    printfn "%O" (gradient (vec [ 0.0; 1.0 ])) // [0, 1]
    // no allocation, from any thread: numbers in, numbers out
    let compiled = Diff.compileGradient (fun (v: Vector) -> (Maths.log1p (Maths.square v)).Sum()) (vec [ 0.0; 0.0 ])
    let slopes = Array.zeroCreate 2
    printfn "%.6f %g %g" (compiled.Evaluate(ReadOnlySpan [| 0.0; 1.0 |], Span slopes)) slopes[0] slopes[1] // 0.693147 0 1
// compile ends

let private testYourGradients (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // test-your-gradients begins
    (Diff.checkGradient (fun (v: Vector) -> Maths.logSumExp v) (vec [ 1.0; 2.0; 3.0 ])).ThrowIfWrong()
    let wrong = Diff.withGradient (fun (x: Scalar) -> sin x) (fun x _ ybar -> ybar * sin x)
    let check = Diff.checkGradient wrong (Scalar 1.0)
    printfn "%b: %.4f, differences have %.4f" check.IsRight check.Gradient[0] check.FiniteDifferences[0] // false: 0.8415, differences have 0.5403
    // second derivatives, likewise: the gradient of a slope along a direction
    let slope (v: Vector) = Diff.hessianVectorProduct (fun (v: Vector) -> Maths.logSumExp v) v (vec [ 1.0; 0.0; 0.0 ])
    (Diff.checkGradient (fun (v: Vector) -> (Maths.square (slope v)).Sum()) (vec [ 1.0; 2.0; 3.0 ])).ThrowIfWrong()
// test-your-gradients ends

let private threads (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // threads begins
    let gradient = Diff.grad (fun (v: Vector) -> (exp v).Sum())
    let last (v: Vector) = v[v.Count - 1].Value
    let slopes: float[] = Array.Parallel.init 4 (fun k -> last (gradient (vec [ float k; 0.0 ])))
    printfn "%s" (String.Join(" ", slopes)) // 1 1 1 1
    let _, pullback = Diff.vjp (fun (v: Vector) -> v.PointwiseMultiply v) (vec [ 1.0; 2.0 ])
    let rows = Array.Parallel.init 2 (fun k -> pullback (vec [ float (1 - k); float k ]))
    printfn "%O %O" rows[0] rows[1] // [2, 0] [0, 4]
// threads ends

let private aheadOfTime (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // ahead-of-time begins
    printfn "%O" (Diff.grad (fun (x: Scalar) -> x * sin x) (Scalar 2.0)) // 0.0770037537313969
    let source = (Diff.explain (fun (x: Scalar) -> x * sin x) (Scalar 2.0)).ToFSharp()
    printfn "%b" (source.Contains("Math.Cos", StringComparison.Ordinal)) // true
// ahead-of-time ends

let private fromFiniteDifferences (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // from-finite-differences begins
    let cost (v: float[]) = exp v[0] * sin v[1] + v[0] * v[0]
    let costOf (v: Vector) = exp v[0] * sin v[1] + v[0] * v[0]
    let gradient = Diff.grad costOf (vec [ 0.5; 1.0 ])
    let difference = (cost [| 0.5 + 1e-6; 1.0 |] - cost [| 0.5 - 1e-6; 1.0 |]) / 2e-6
    printfn "%.12f" gradient[0].Value // 2.387351111330
    printfn "%b" (abs (gradient[0].Value - difference) < 1e-8) // true
// from-finite-differences ends

let private fromOtherFrameworks (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // from-other-frameworks begins
    let x = Diff.variable (Scalar 3.0)
    let y = x * x + 2.0 * x
    printfn "%O" (Diff.gradient y x) // 8
    printfn "%O" (Diff.grad (fun (x: Scalar) -> x * x + 2.0 * x) (Scalar 3.0)) // 8
    let value, tangent = Diff.jvp (fun (x: Scalar) -> x * x + 2.0 * x) (Scalar 3.0) (Scalar 1.0)
    printfn "%O %O" value tangent // 15 8
// from-other-frameworks ends

/// The pages with the lines that they show.
let pages: (string * (ResizeArray<string> -> unit)) list =
    HowToStart.pages
    @ [
        "fit-a-curve", fitACurve
        "constrain", constrain
        "equations", equations
        "watch-and-stop", watchAndStop
        "from-hand-written-gradients", fromHandWrittenGradients
        "many-examples", manyExamples
        "loops-and-memory", loopsAndMemory
        "own-rules", ownRules
        "sparse", sparse
        "compile", compile
        "test-your-gradients", testYourGradients
        "threads", threads
        "ahead-of-time", aheadOfTime
        "from-finite-differences", fromFiniteDifferences
        "from-other-frameworks", fromOtherFrameworks
    ]
