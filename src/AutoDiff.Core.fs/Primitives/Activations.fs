/// Activation functions of neural networks, element by element. In a rule, xs are the operands and y is the result.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Activations

open System
open AutoDiff.Kernels

/// log(1 / (1 + exp(-x))).
let logSigmoid (x: Node) : Node = Node.apply1 logSigmoid' x

let private logSigmoid' =
    { Name = "logSigmoid"
      Parameters = null
      Doc = "the logarithm of sigmoid x"
      Domain = [ Reals ]
      Special = [ [ 0.0 ]; [ -700.0 ]; [ 700.0 ]; [ infinity ]; [ -infinity ] ]
      Kernel = Unary(UnaryMap(fun x -> -(Numeric.softplus -x)))
      Derivative = Partials(fun xs _ -> [ Elementary.sigmoid (Arithmetic.negate xs[0]) ]) }

/// The larger of x and 0.
let relu (x: Node) : Node = Node.apply1 relu' x

let private relu' =
    { Name = "relu"
      Parameters = null
      Doc = "the larger of x and 0; slope 0 at 0, by convention"
      Domain = [ Reals ]
      Special = [ [ 0.0 ]; [ -0.0 ]; [ infinity ]; [ -infinity ] ]
      Kernel = Unary(UnaryMap(fun x -> Math.Max(x, 0.0)))
      Derivative = Partials(fun xs _ -> [ step xs[0] ]) }

/// 1 where x > 0, else 0: the slope of relu.
let step (x: Node) : Node = Node.apply1 step' x

let private step' =
    { Name = "step"
      Parameters = null
      Doc = "1 where x > 0, else 0, NaN of NaN: the slope of relu"
      Domain = [ Reals ]
      Special = [ [ 0.0 ] ]
      Kernel = Unary(UnaryMap(fun x -> if x > 0.0 then 1.0 elif x <= 0.0 then 0.0 else x))
      Derivative = Constant }

/// x sigmoid x.
let silu (x: Node) : Node = Node.apply1 silu' x

let private silu' =
    { Name = "silu"
      Parameters = null
      Doc = "x sigmoid x"
      Domain = [ Reals ]
      Special = [ [ 0.0 ]; [ -700.0 ]; [ infinity ]; [ -infinity ] ]
      Kernel = Unary(UnaryMap(fun x -> if Double.IsNegativeInfinity x then 0.0 else x * Numeric.sigmoid x))
      Derivative = Partials(fun xs _ -> [ siluSlope xs[0] ]) }

/// The slope of silu.
let private siluSlope (x: Node) : Node = Node.apply1 siluSlope' x

let private siluSlope' =
    { Name = "siluSlope"
      Parameters = null
      Doc = "sigmoid x (1 + x sigmoid(-x)), the slope of silu"
      Domain = [ Reals ]
      Special = [ [ 0.0 ]; [ -700.0 ] ]
      Kernel = Unary(UnaryMap(fun x -> Numeric.sigmoid x * (if Double.IsInfinity x then 1.0 else 1.0 + x * Numeric.sigmoid -x)))
      Derivative =
        Partials(fun xs _ ->
            let x = xs[0]
            let twice = Arithmetic.subtract (Node.plain 2.0) (Arithmetic.multiply x (Elementary.tanhOfHalf x))
            [ Arithmetic.strongMultiply twice (Elementary.logisticDensity x) ]) }

/// x normalCdf x.
let gelu (x: Node) : Node = Node.apply1 gelu' x

let private gelu' =
    { Name = "gelu"
      Parameters = null
      Doc = "x normalCdf x, exactly, not by the tangent"
      Domain = [ Reals ]
      Special = [ [ 0.0 ]; [ -37.0 ]; [ infinity ]; [ -infinity ] ]
      Kernel = Unary(UnaryMap(fun x -> if Double.IsNegativeInfinity x then 0.0 else x * NormalNumeric.normalCdf x))
      Derivative = Partials(fun xs _ -> [ geluSlope xs[0] ]) }

/// The slope of gelu.
let private geluSlope (x: Node) : Node = Node.apply1 geluSlope' x

let private geluSlope' =
    { Name = "geluSlope"
      Parameters = null
      Doc = "normalCdf x + x normalPdf x, the slope of gelu"
      Domain = [ Reals ]
      Special = [ [ 0.0 ]; [ -37.0 ] ]
      Kernel = Unary(UnaryMap(fun x -> NormalNumeric.normalCdf x + (if Double.IsInfinity x then 0.0 else x * NormalNumeric.normalPdf x)))
      Derivative =
        Partials(fun xs _ ->
            let x = xs[0]
            [ Arithmetic.strongMultiply (Arithmetic.subtract (Node.plain 2.0) (Arithmetic.multiply x x)) (Normal.normalPdf x) ]) }

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [ logSigmoid'; relu'; step'; silu'; siluSlope'; gelu'; geluSlope' ] |> List.map Family.elementwise
