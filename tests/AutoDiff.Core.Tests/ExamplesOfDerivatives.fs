/// Examples of the documentation of Diff: derivatives, and functions with rules of their own.
module AutoDiff.Tests.ExamplesOfDerivatives

open System
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

/// The examples by the names of the functions.
let all: (string * (ResizeArray<string> -> unit)) list =
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
    ]
