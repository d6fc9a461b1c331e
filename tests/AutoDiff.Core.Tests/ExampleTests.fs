/// The examples of the documentation of the F# module Diff: they are these lines, which print what stands beside them.
module AutoDiff.Tests.ExampleTests

open System
open System.IO
open System.Reflection
open System.Text.RegularExpressions
open System.Xml.Linq
open Xunit
open AutoDiff

let private grad (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // grad begins
    printfn "%O" (Diff.grad (fun (x: Scalar) -> x * x * x) (Scalar 2.0)) // 12
    printfn "%O" (Diff.grad (fun (v: Vector) -> v * v) (vec [ 1.0; 2.0; 3.0 ])) // [2, 4, 6]
// grad ends

let private valueAndGrad (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // valueAndGrad begins
    let value, gradient = Diff.valueAndGrad (fun (v: Vector) -> v * v) (vec [ 3.0; 4.0 ])
    printfn "%O %O" value gradient // 25 [6, 8]
// valueAndGrad ends

let private gradWithAux (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // gradWithAux begins
    let gradient, length = Diff.gradWithAux (fun (v: Vector) -> v * v, v.Count) (vec [ 3.0; 4.0 ])
    printfn "%O %d" gradient length // [6, 8] 2
// gradWithAux ends

let private jvp (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // jvp begins
    let value, tangent = Diff.jvp (fun (x: Scalar) -> x * x) (Scalar 3.0) (Scalar 1.0)
    printfn "%O %O" value tangent // 9 6
// jvp ends

let private vjp (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // vjp begins
    let value, pullback = Diff.vjp (fun (v: Vector) -> v .* v) (vec [ 1.0; 2.0 ])
    printfn "%O %O %O" value (pullback (vec [ 1.0; 0.0 ])) (pullback (vec [ 0.0; 1.0 ])) // [1, 4] [2, 0] [0, 4]
// vjp ends

let private linearize (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // linearize begins
    let value, pushforward = Diff.linearize (fun (v: Vector) -> v * v) (vec [ 1.0; 2.0 ])
    printfn "%O %O %O" value (pushforward (vec [ 1.0; 0.0 ])) (pushforward (vec [ 0.0; 1.0 ])) // 5 2 4
// linearize ends

let private jacobian (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // jacobian begins
    printfn "%O" (Diff.jacobian (fun v -> v .* v) (vec [ 1.0; 2.0; 3.0 ])) // [[2, 0, 0], [0, 4, 0], [0, 0, 6]]
// jacobian ends

let private jacobianForward (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // jacobianForward begins
    printfn "%O" (Diff.jacobianForward (fun v -> v[0] * v) (vec [ 2.0; 3.0 ])) // [[4, 0], [3, 2]]
// jacobianForward ends

let private jacobianReverse (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // jacobianReverse begins
    printfn "%O" (Diff.jacobianReverse (fun v -> v[..1]) (vec [ 1.0; 2.0; 3.0 ])) // [[1, 0, 0], [0, 1, 0]]
// jacobianReverse ends

let private hessian (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // hessian begins
    printfn "%O" (Diff.hessian (fun (v: Vector) -> v[0] * v[0] * v[1]) (vec [ 2.0; 3.0 ])) // [[6, 4], [4, 0]]
// hessian ends

let private hessianVectorProduct (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // hessianVectorProduct begins
    printfn "%O" (Diff.hessianVectorProduct (fun (v: Vector) -> v[0] * v[0] * v[1]) (vec [ 2.0; 3.0 ]) (vec [ 1.0; 0.0 ])) // [6, 4]
// hessianVectorProduct ends

let private taylor (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // taylor begins
    let derivatives = Diff.taylor (fun x -> 1.0 / (1.0 - x)) (Scalar 0.0) 4
    printfn "%s" (String.Join(" ", derivatives)) // 1 1 2 6 24
// taylor ends

let private laplacian (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // laplacian begins
    printfn "%O" (Diff.laplacian (fun (v: Vector) -> v * v) (vec [ 1.0; 2.0; 3.0 ])) // 6
// laplacian ends

let private divergence (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // divergence begins
    printfn "%O" (Diff.divergence (fun v -> 2.0 * v) (vec [ 1.0; 2.0; 3.0 ])) // 6
// divergence ends

let private curl (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // curl begins
    printfn "%O" (Diff.curl (fun v -> Vector [| -v[1]; v[0]; Scalar 0.0 |]) (vec [ 1.0; 2.0; 3.0 ])) // [0, 0, 2]
// curl ends

let private vectorize (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // vectorize begins
    printfn "%O" (Diff.vectorize (fun x -> x * x) (vec [ 1.0; 2.0; 3.0 ])) // [1, 4, 9]
// vectorize ends

let private vectorizeRows (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // vectorizeRows begins
    printfn "%O" (Diff.vectorizeRows (fun v -> v.L2Norm()) (mat [ [ 3.0; 4.0 ]; [ 5.0; 12.0 ] ])) // [5, 13]
// vectorizeRows ends

let private vectorizeRowsToRows (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // vectorizeRowsToRows begins
    let gradients = Diff.vectorizeRowsToRows (Diff.grad (fun (v: Vector) -> v[0] * v[1]))
    printfn "%O" (gradients (mat [ [ 3.0; 4.0 ]; [ 5.0; 12.0 ] ])) // [[4, 3], [12, 5]]
// vectorizeRowsToRows ends

let private vectorizeOver (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // vectorizeOver begins
    let losses = Diff.vectorizeOver (fun (w: Vector) (x: Vector) y -> Maths.square (w * x - y))
    printfn "%O" (losses (vec [ 1.0; 2.0 ]) (mat [ [ 1.0; 1.0 ]; [ 2.0; 0.0 ] ]) (vec [ 2.0; 5.0 ])) // [1, 9]
// vectorizeOver ends

let private withGradient (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // withGradient begins
    // the slope of sqrt, but never above 1
    let root = Diff.withGradient (fun (x: Scalar) -> sqrt x) (fun _ y ybar -> ybar * Maths.min (0.5 / y) (Scalar 1.0))
    printfn "%O %O %O" (root (Scalar 4.0)) (Diff.grad root (Scalar 4.0)) (Diff.grad root (Scalar 0.0)) // 2 0.25 1
// withGradient ends

let private withTangent (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // withTangent begins
    let cube = Diff.withTangent (fun (x: Scalar) -> x * x * x) (fun x _ dx -> 3.0 * x * x * dx)
    printfn "%O" (Diff.grad cube (Scalar 2.0)) // 12
// withTangent ends

let private straightThrough (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // straightThrough begins
    let rounded = Diff.straightThrough (fun (x: Scalar) -> Maths.round x)
    printfn "%O %O" (rounded (Scalar 2.7)) (Diff.grad rounded (Scalar 2.7)) // 3 1
// straightThrough ends

let private checkGradient (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // checkGradient begins
    printfn "%b" (Diff.checkGradient (fun (x: Scalar) -> sin x) (Scalar 1.0)).IsRight // true
    let wrong = Diff.withGradient (fun (x: Scalar) -> sin x) (fun _ y ybar -> ybar * y)
    printfn "%b" (Diff.checkGradient wrong (Scalar 1.0)).IsRight // false
// checkGradient ends

let private explain (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // explain begins
    printfn "%s" ((Diff.explain (fun (x: Scalar) -> x * sin x) (Scalar 2.0)).ToLatex()) // x \cos(x) + \sin(x)
// explain ends

let private variable (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // variable begins
    let x = Diff.variable (Scalar 3.0)
    let y = x * x
    printfn "%O %O" y (Diff.gradient y x) // 9 6
// variable ends

let private gradient (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // gradient begins
    let x, w = Diff.variable (Scalar 2.0), Diff.variable (vec [ 1.0; 2.0 ])
    printfn "%O" (Diff.gradient (x * (w * w)) w) // [4, 8]
// gradient ends

let private gradientOrZero (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // gradientOrZero begins
    let x, z = Diff.variable (Scalar 2.0), Diff.variable (Scalar 1.0)
    printfn "%O" (Diff.gradientOrZero (x * x) z) // 0
// gradientOrZero ends

let private stopGradient (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // stopGradient begins
    printfn "%O" (Diff.grad (fun (x: Scalar) -> x * Diff.stopGradient x) (Scalar 3.0)) // 3
// stopGradient ends

let private compile (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // compile begins
    let gradient = Diff.compile (Diff.grad (fun (v: Vector) -> (exp v).Sum()))
    printfn "%O" (gradient (vec [ 0.0; 1.0 ])) // [1, 2.718281828459045]
// compile ends

let private compileGradient (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // compileGradient begins
    let compiled = Diff.compileGradient (fun (v: Vector) -> v * v) (vec [ 0.0; 0.0 ])
    let gradient = Array.zeroCreate 2
    printfn "%g %g %g" (compiled.Evaluate(ReadOnlySpan [| 3.0; 4.0 |], Span gradient)) gradient[0] gradient[1] // 25 6 8
// compileGradient ends

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

let private forLoop (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // forLoop begins
    let power = Diff.grad (fun (x: Scalar) -> Diff.forLoop 10 (Scalar 1.0) (fun _ y -> y * x))
    printfn "%O" (power (Scalar 1.5)) // 384.43359375
// forLoop ends

let private forLoopWith (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // forLoopWith begins
    // 3 of the 10 states at once
    let power = Diff.grad (fun (x: Scalar) -> Diff.forLoopWith 3 10 (Scalar 1.0) (fun _ y -> y * x))
    printfn "%O" (power (Scalar 1.5)) // 384.43359375
// forLoopWith ends

let private whileLoop (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // whileLoop begins
    // halved until it is below 1
    let halved (x: Scalar) = Diff.whileLoop x (fun y -> Maths.greaterOrEqual y (Scalar 1.0)) (fun y -> y / 2.0)
    printfn "%O" (Diff.grad halved (Scalar 5.0)) // 0.125
// whileLoop ends

let private whileLoopWith (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // whileLoopWith begins
    let halved (x: Scalar) = Diff.whileLoopWith 10 x (fun y -> Maths.greaterOrEqual y (Scalar 1.0)) (fun y -> y / 2.0)
    printfn "%O" (halved (Scalar 5.0)) // 0.625
// whileLoopWith ends

let private ifElse (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // ifElse begins
    let f = Diff.grad (fun (x: Scalar) -> Diff.ifElse (Maths.greater x (Scalar 0.0)) (fun () -> x * x) (fun () -> -x))
    printfn "%O %O" (f (Scalar 3.0)) (f (Scalar -3.0)) // 6 -1
// ifElse ends

let private scanRows (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // scanRows begins
    let rows = mat [ [ 1.0; 2.0 ]; [ 3.0; 4.0 ] ]
    let struct (total, sums) = Diff.scanRows (vec [ 0.0; 0.0 ]) rows (fun sum row -> struct (sum + row, sum + row))
    printfn "%O %O" total sums // [4, 6] [[1, 2], [4, 6]]
// scanRows ends

let private scanElements (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // scanElements begins
    let struct (total, sums) = Diff.scanElements (Scalar 0.0) (vec [ 1.0; 2.0; 3.0 ]) (fun sum x -> struct (sum + x, sum + x))
    printfn "%O %O" total sums // 6 [1, 3, 6]
// scanElements ends

let private checkpoint (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // checkpoint begins
    let layer = Diff.checkpoint (fun (v: Vector) -> tanh (2.0 * v))
    printfn "%O" (Diff.grad (fun (v: Vector) -> (layer (layer v)).Sum()) (vec [ 0.0; 0.0 ])) // [4, 4]
// checkpoint ends

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

let private vectorize2 (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // vectorize2 begins
    printfn "%O" (Diff.vectorize2 (fun x z -> x * z + 1.0) (vec [ 1.0; 2.0 ]) (vec [ 3.0; 4.0 ])) // [4, 9]
// vectorize2 ends

let private vectorizeRows2 (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // vectorizeRows2 begins
    let rows, others = mat [ [ 1.0; 2.0 ]; [ 3.0; 4.0 ] ], mat [ [ 1.0; 0.0 ]; [ 0.0; 1.0 ] ]
    printfn "%O" (Diff.vectorizeRows2 (fun a b -> a * b) rows others) // [1, 4]
// vectorizeRows2 ends

let private vectorizeRowsToRows2 (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // vectorizeRowsToRows2 begins
    let rows, others = mat [ [ 1.0; 2.0 ]; [ 3.0; 4.0 ] ], mat [ [ 1.0; 0.0 ]; [ 0.0; 1.0 ] ]
    printfn "%O" (Diff.vectorizeRowsToRows2 (fun a b -> a - b) rows others) // [[0, 2], [3, 3]]
// vectorizeRowsToRows2 ends

let private whileLoopIn (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // whileLoopIn begins
    // halved until it is below 1, with 2 states at once
    let halve (x: Scalar) = Diff.whileLoopIn 2 100 x (fun y -> Maths.greaterOrEqual y (Scalar 1.0)) (fun y -> y / 2.0)
    printfn "%O" (Diff.grad halve (Scalar 5.0)) // 0.125
// whileLoopIn ends

let private scanRowsWith (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // scanRowsWith begins
    let add (sum: Vector) (row: Vector) = struct (sum + row, sum + row)
    let struct (total, sums) = Diff.scanRowsWith 1 (vec [ 0.0; 0.0 ]) (mat [ [ 1.0; 2.0 ]; [ 3.0; 4.0 ] ]) add
    printfn "%O %O" total sums // [4, 6] [[1, 2], [4, 6]]
// scanRowsWith ends

let private scanElementsWith (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // scanElementsWith begins
    let add (sum: Scalar) (x: Scalar) = struct (sum + x, sum + x)
    let struct (total, sums) = Diff.scanElementsWith 1 (Scalar 0.0) (vec [ 1.0; 2.0; 3.0 ]) add
    printfn "%O %O" total sums // 6 [1, 3, 6]
// scanElementsWith ends

let private examples: (string * (ResizeArray<string> -> unit)) list =
    [
        "grad", grad
        "valueAndGrad", valueAndGrad
        "gradWithAux", gradWithAux
        "jvp", jvp
        "vjp", vjp
        "linearize", linearize
        "jacobian", jacobian
        "jacobianForward", jacobianForward
        "jacobianReverse", jacobianReverse
        "hessian", hessian
        "hessianVectorProduct", hessianVectorProduct
        "taylor", taylor
        "laplacian", laplacian
        "divergence", divergence
        "curl", curl
        "vectorize", vectorize
        "vectorizeRows", vectorizeRows
        "vectorizeRowsToRows", vectorizeRowsToRows
        "vectorizeOver", vectorizeOver
        "withGradient", withGradient
        "withTangent", withTangent
        "straightThrough", straightThrough
        "checkGradient", checkGradient
        "explain", explain
        "variable", variable
        "gradient", gradient
        "gradientOrZero", gradientOrZero
        "stopGradient", stopGradient
        "compile", compile
        "compileGradient", compileGradient
        "root", root
        "fixedPoint", fixedPoint
        "argMin", argMin
        "argMinWith", argMinWith
        "linearSolve", linearSolve
        "sparseJacobian", sparseJacobian
        "sparseHessian", sparseHessian
        "prepareSparseJacobian", prepareSparseJacobian
        "prepareSparseHessian", prepareSparseHessian
        "forLoop", forLoop
        "forLoopWith", forLoopWith
        "whileLoop", whileLoop
        "whileLoopWith", whileLoopWith
        "ifElse", ifElse
        "scanRows", scanRows
        "scanElements", scanElements
        "vectorize2", vectorize2
        "vectorizeRows2", vectorizeRows2
        "vectorizeRowsToRows2", vectorizeRowsToRows2
        "whileLoopIn", whileLoopIn
        "scanRowsWith", scanRowsWith
        "scanElementsWith", scanElementsWith
        "checkpoint", checkpoint
        "minimize", minimize
        "minimizeWith", minimizeWith
        "minimizeSubjectTo", minimizeSubjectTo
        "objectiveFunction", objectiveFunction
        "minimizeBatches", minimizeBatches
        "leastSquares", leastSquares
        "leastSquaresWith", leastSquaresWith
        "steps", steps
    ]

let names () = [| for name, _ in examples -> [| box name |] |]

let private squeeze (line: string) = Regex.Replace(line.Trim(), " +", " ")
let private linesOf (text: string) = text.Split '\n' |> Array.map squeeze |> Array.filter (fun line -> line <> "")

let private source = lazy File.ReadAllText(Path.Combine(HowToTests.root, "tests", "AutoDiff.Core.Tests", "ExampleTests.fs"))

let private compiled (name: string) =
    let block = Regex.Match(source.Value, "// " + name + " begins\n(.*?)// " + name + " ends", RegexOptions.Singleline)
    linesOf block.Groups[1].Value

let private documentation = lazy XDocument.Load(Path.ChangeExtension(typeof<Scalar>.Assembly.Location, ".xml") |> string)

/// The code in the example of a function of the module.
let private shown (name: string) =
    let isOf (m: XElement) =
        let id = (nonNull (m.Attribute(XName.Get "name"))).Value
        Regex.IsMatch(id, @"^M:AutoDiff\.DiffModule\." + name + @"(``\d+)?\(")

    let members = documentation.Value.Descendants(XName.Get "member") |> Seq.filter isOf |> List.ofSeq
    Assert.Single members |> ignore
    linesOf ((nonNull (members.Head.Element(XName.Get "example"))).Value)

[<Theory; MemberData(nameof names)>]
let ``The documentation shows the compiled lines`` (name: string) = Assert.Equal<string[]>(compiled name, shown name)

[<Theory; MemberData(nameof names)>]
let ``The compiled lines print what stands beside them`` (name: string) =
    let printed = ResizeArray<string>()
    (examples |> List.find (fun (example, _) -> example = name) |> snd) printed

    let promised =
        compiled name
        |> Array.filter (fun line -> line.Contains "// " && not (line.StartsWith("//", StringComparison.Ordinal)))
        |> Array.map (fun line -> line.Substring(line.LastIndexOf("// ", StringComparison.Ordinal) + 3))

    Assert.Equal(String.Join(" ", promised), String.Join(" ", printed |> Seq.map (fun text -> squeeze (text.Replace("\n", "")))))

[<Fact>]
let ``Every function has an example`` () =
    let found =
        (nonNull (typeof<Scalar>.Assembly.GetType "AutoDiff.DiffModule"))
            .GetMethods(BindingFlags.Public ||| BindingFlags.Static ||| BindingFlags.DeclaredOnly)

    Assert.Equal<Set<string>>(set [ for m in found -> m.Name ], set (List.map fst examples))
