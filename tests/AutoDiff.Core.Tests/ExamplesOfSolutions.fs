/// Examples of the documentation of Diff: equations, sparse derivatives and minimisation.
module AutoDiff.Tests.ExamplesOfSolutions

open AutoDiff

let private root (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // root begins
    let squareRoot = Diff.root (fun (x: Scalar) p -> x * x - p) (Scalar 1.0)
    printfn "%O %O" (squareRoot (Scalar 4.0)) (Diff.grad squareRoot (Scalar 4.0)) // 2 0.25
// root ends

let private fixedPoint (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // fixedPoint begins
    // x = (x + p / x) / 2, Heron's way to the square root
    let squareRoot = Diff.fixedPoint (fun (x: Scalar) (p: Scalar) -> (x + p / x) / 2.0) (Scalar 1.0)
    printfn "%O %O" (squareRoot (Scalar 4.0)) (Diff.grad squareRoot (Scalar 4.0)) // 2 0.25
// fixedPoint ends

let private argMin (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // argMin begins
    let nearest = Diff.argMin (fun (x: Scalar) p -> Maths.square (x - p) + Maths.square x) (Scalar 0.0)
    printfn "%.6f %.6f" (nearest (Scalar 4.0)).Value (Diff.grad nearest (Scalar 4.0)).Value // 2.000000 0.500000
// argMin ends

let private argMinWith (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // argMinWith begins
    let nearest = Diff.argMinWith (Optimizer.Bfgs()) (fun (x: Scalar) p -> Maths.square (x - p) + Maths.square x) (Scalar 0.0)
    printfn "%.6f" (nearest (Scalar 4.0)).Value // 2.000000
// argMinWith ends

let private linearSolve (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // linearSolve begins
    let a = mat [ [ 4.0; 1.0 ]; [ 1.0; 3.0 ] ]
    let x = Diff.linearSolve (fun x -> a * x) (vec [ 1.0; 2.0 ])
    printfn "%b" ((a * x - vec [ 1.0; 2.0 ]).L2Norm().Value < 1e-12) // true
// linearSolve ends

let private sparseJacobian (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // sparseJacobian begins
    let jacobian = Diff.sparseJacobian (fun v -> v[1..] - v[.. v.Count - 2]) (Vector(Array.zeroCreate<float> 1000))
    printfn "%dx%d: %g %g %g" jacobian.RowCount jacobian.ColumnCount jacobian[0, 0] jacobian[0, 1] jacobian[0, 2] // 999x1000: -1 1 0
// sparseJacobian ends

let private sparseHessian (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // sparseHessian begins
    let chain (v: Vector) = (Maths.square (v[1..] - v[.. v.Count - 2])).Sum()
    let hessian = Diff.sparseHessian chain (Vector(Array.zeroCreate<float> 1000))
    printfn "%g %g %g" hessian[0, 0] hessian[0, 1] hessian[0, 2] // 2 -2 0
// sparseHessian ends

let private prepareSparseJacobian (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // prepareSparseJacobian begins
    let jacobian = Diff.prepareSparseJacobian (fun v -> Maths.square v)
    let first = jacobian.Evaluate(Vector(Array.create 100 0.0))
    let second = jacobian.Evaluate(Vector(Array.create 100 1.0))
    printfn "%g %g" first[7, 7] second[7, 7] // 0 2
// prepareSparseJacobian ends

let private prepareSparseHessian (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // prepareSparseHessian begins
    let prepared = Diff.prepareSparseHessian (fun v -> (v * v) / 2.0)
    let hessian = prepared.Evaluate(Vector(Array.create 100 0.0))
    printfn "%g" hessian[7, 7] // 1
// prepareSparseHessian ends

let private minimize (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // minimize begins
    let valley (v: Vector) = Maths.square (1.0 - v[0]) + 100.0 * Maths.square (v[1] - v[0] * v[0])
    let fit = Diff.minimize valley (vec [ -1.2; 1.0 ])
    printfn "%.4f %.4f %b" fit.Point[0].Value fit.Point[1].Value fit.Converged // 1.0000 1.0000 true
// minimize ends

let private minimizeWith (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // minimizeWith begins
    let box = MinimizeOptions(Bounds = Bounds.Between(Scalar 1.0, Scalar 2.0))
    let fit = Diff.minimizeWith (Optimizer.Lbfgs()) box (fun (x: Scalar) -> x * x) (Scalar 2.0)
    printfn "%O" fit.Point // 1
// minimizeWith ends

let private minimizeSubjectTo (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // minimizeSubjectTo begins
    let none (_: Vector) = Vector(Array.empty<float>)
    let circle (v: Vector) = Vector [| v * v - 1.0 |]
    let fit = Diff.minimizeSubjectTo (MinimizeOptions()) circle none (fun v -> v[0] + v[1]) (vec [ 1.0; 0.0 ])
    printfn "%.4f %.4f" fit.Point[0].Value fit.Point[1].Value // -0.7071 -0.7071
// minimizeSubjectTo ends

let private objectiveFunction (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // objectiveFunction begins
    let objective = Diff.objectiveFunction (fun v -> (Maths.square (v - 1.0)).Sum())
    let start = MathNet.Numerics.LinearAlgebra.Vector<float>.Build.Dense 2
    let found = MathNet.Numerics.Optimization.BfgsMinimizer(1e-8, 1e-8, 1e-8).FindMinimum(objective, start)
    printfn "%.4f %.4f" found.MinimizingPoint[0] found.MinimizingPoint[1] // 1.0000 1.0000
// objectiveFunction ends

let private minimizeBatches (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // minimizeBatches begins
    let loss (x: Scalar) (target: float) = Maths.square (x - target)
    let fit = Diff.minimizeBatches (Optimizer.Adam 0.1) (MinimizeOptions(Epochs = 500)) loss (Scalar 0.0) [ 3.0; 3.0 ]
    printfn "%d steps: %.3f" fit.Steps fit.Point.Value // 1000 steps: 3.000
// minimizeBatches ends

let private leastSquares (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // leastSquares begins
    let x, y = vec [ 0.0; 1.0; 2.0; 3.0 ], vec [ 1.0; 3.0; 5.0; 7.0 ]
    let fit = Diff.leastSquares (fun (p: Vector) -> p[0] * x + p[1] - y) (vec [ 0.0; 0.0 ])
    printfn "%.4f %.4f" fit.Point[0].Value fit.Point[1].Value // 2.0000 1.0000
// leastSquares ends

let private leastSquaresWith (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // leastSquaresWith begins
    // an outlier, which Huber's loss lets pull no harder than a residual of 0.1
    let x, y = vec [ 0.0; 1.0; 2.0; 3.0; 4.0 ], vec [ 1.0; 3.0; 5.0; 7.0; 90.0 ]
    let options = MinimizeOptions(Loss = RobustLoss.Huber 0.1)
    let fit = Diff.leastSquaresWith options (fun (p: Vector) -> p[0] * x + p[1] - y) (vec [ 0.0; 0.0 ])
    printfn "%b" (abs (fit.Point[0].Value - 2.0) < 0.2) // true
// leastSquaresWith ends

let private steps (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // steps begins
    for step in Seq.truncate 3 (Diff.steps (Optimizer.Sgd 0.25) (fun (x: Scalar) -> x * x) (Scalar 1.0)) do
        printfn "%O" step.Point // 0.5 0.25 0.125
// steps ends

/// The examples by the names of the functions.
let all: (string * (ResizeArray<string> -> unit)) list =
    [
        "root", root
        "fixedPoint", fixedPoint
        "argMin", argMin
        "argMinWith", argMinWith
        "linearSolve", linearSolve
        "sparseJacobian", sparseJacobian
        "sparseHessian", sparseHessian
        "prepareSparseJacobian", prepareSparseJacobian
        "prepareSparseHessian", prepareSparseHessian
        "minimize", minimize
        "minimizeWith", minimizeWith
        "minimizeSubjectTo", minimizeSubjectTo
        "objectiveFunction", objectiveFunction
        "minimizeBatches", minimizeBatches
        "leastSquares", leastSquares
        "leastSquaresWith", leastSquaresWith
        "steps", steps
    ]
