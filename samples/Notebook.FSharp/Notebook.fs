/// The computations of a GradientTape notebook, in F# and float32: what was computed, and the numbers as printed.
module Samples.FSharp.Notebook

open System
open AutoDiff

let private print (numbers: Scalar seq) = String.Join(" ", numbers |> Seq.map (fun x -> x.ToString "G9"))
let private single (x: float32) = Scalar.Float32 x
let private column = Matrix(array2D [ [ 0f ]; [ 1f ]; [ 2f ]; [ 3f ] ])
let private elements (m: Matrix) = m.Column 0

let private quadratic (x: Scalar, a: Scalar, b: Scalar, c: Scalar) = a * x * x + b * x + c
let private f (x: Scalar) = quadratic (x, single 1f, single -2f, single 1f)

let private gradientOfProduct () = print (elements (Diff.grad (fun (x: Matrix) -> 2.0 * (x.Transpose() * x).[0, 0]) column))

let private gradientsFromTheSameValues () =
    let x = Diff.variable column
    let y = x .* x
    let z = y .* y
    print (elements (Diff.gradient (z.Sum()) x)) + "; " + print (elements (Diff.gradient (y.Sum()) x))

let private derivativesOfAll () =
    let x, a, b, c = Diff.grad quadratic (single 0f, single 1f, single -2f, single 1f)
    print [ x; a; b; c ]

let private theWrongWayRound () =
    let x = Diff.variable (single 2f)

    try
        print [ Diff.gradient x (f x) ]
    with :? UnconnectedGradientException ->
        "UnconnectedGradientException"

let private descentByHand () =
    let step (x, _) =
        let y, slope = Diff.valueAndGrad f x
        x - 0.01 * slope, y

    let x, y = Seq.fold (fun state _ -> step state) (single 0f, single 0f) (seq { 1..100 })
    print [ x; y ]

let private descentBySteps () =
    let last = Diff.steps (Optimizer.Sgd 0.01) f (single 0f) |> Seq.item 99
    print [ last.Point; last.Value ]

let private descent steps =
    let found = Diff.minimizeWith (Optimizer.Sgd 0.01) (MinimizeOptions(MaxSteps = steps)) f (single 0f)
    print [ found.Value; found.Point ]

/// Every computation with its printed result, in the order of the notebook.
let rows () : struct (string * string)[] =
    [|
        struct ("gradient of 2 xᵀx at x = (0, 1, 2, 3)ᵀ", gradientOfProduct ())
        struct ("y = x∘x, z = y∘y: gradient of the sum of z, then of y", gradientsFromTheSameValues ())
        struct ("x² - 2x + 1 at x = 0: derivative", print [ Diff.grad f (single 0f) ])
        struct ("ax² + bx + c with respect to x, a, b, c", derivativesOfAll ())
        struct ("first and second derivative", print [ Diff.grad f (single 0f); Diff.grad (Diff.grad f) (single 0f) ])
        struct ("derivative at x = 2 and x = -2", print [ Diff.grad f (single 2f); Diff.grad f (single -2f) ])
        struct ("derivative of x with respect to the result", theWrongWayRound ())
        struct ("descent by hand, 100 steps: x, y before the last step", descentByHand ())
        struct ("descent by steps, 100: x, y after the last step", descentBySteps ())
        struct ("minimise, 100 steps: y, x", descent 100)
        struct ("minimise, 1000 steps: y, x", descent 1000)
    |]
