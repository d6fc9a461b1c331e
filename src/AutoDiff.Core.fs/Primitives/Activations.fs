/// Activation functions of neural networks, element by element. In a rule, xs are the operands and y is the result.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Activations

open System
open AutoDiff.Kernels

/// log(1 / (1 + exp(-x))).
let logSigmoid (x: Node) : Node = Node.apply1 logSigmoid' x

let private logSigmoid' =
    {
        Name = "logSigmoid"
        Parameters = null
        Doc = "the logarithm of sigmoid x"
        Notation =
            Notation.unary (fun x ->
                Notation.guarded (Notation.log (Notation.sigmoid x)) (Notation.opposite (Notation.softplus (Notation.opposite x))))
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ -700.0 ]; [ 700.0 ]; [ infinity ]; [ -infinity ] ]
        Kernel = Unary(UnaryMap.Over<LogLogistic>())
        Derivative = Partials(fun xs _ -> [ Elementary.sigmoid (Arithmetic.negate xs[0]) ])
    }

/// The larger of x and 0.
let relu (x: Node) : Node = Node.apply1 relu' x

let private relu' =
    {
        Name = "relu"
        Parameters = null
        Doc = "the larger of x and 0; slope 0 at 0, by convention"
        Notation = Notation.unary (fun x -> Notation.call "max" "\\max" "Math.Max" [ x; Notation.zero ])
        Domain = [ NonZero ]
        Special = [ [ infinity ]; [ -infinity ] ]
        Kernel = Unary(UnaryMap.Over<Rectifier>())
        Derivative = Partials(fun xs _ -> [ step xs[0] ])
    }

/// 1 where x > 0, else 0: the slope of relu.
let step (x: Node) : Node = Node.apply1 step' x

let private step' =
    {
        Name = "step"
        Parameters = null
        Doc = "1 where x > 0, else 0, NaN of NaN: the slope of relu"
        Notation = Notation.unary Notation.step
        Domain = [ Reals ]
        Special = [ [ 0.0 ] ]
        Kernel = Unary(UnaryMap.Over<PositiveStep>())
        Derivative = Constant
    }

/// x sigmoid x.
let silu (x: Node) : Node = Node.apply1 silu' x

let private silu' =
    {
        Name = "silu"
        Parameters = null
        Doc = "x sigmoid x"
        Notation =
            Notation.unary (fun x ->
                let product = Notation.times x (Notation.sigmoid x) in
                Notation.guarded product (Notation.choose x "==" (Notation.number -infinity) Notation.zero product))
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ -700.0 ]; [ infinity ]; [ -infinity ] ]
        Kernel = Unary(UnaryMap.Over<Silu>())
        Derivative = Partials(fun xs _ -> [ siluDerivative 1 xs[0] ])
    }

/// The n-th derivative of silu, n > 0.
let private siluDerivative (n: int) (x: Node) : Node = Node.apply1 (siluDerivative' n) x

let private siluDerivative' (n: int) =
    {
        Name = "siluDerivative"
        Parameters = box n
        Doc = "the n-th derivative of silu"
        Notation = Notation.byName
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ -37.0 ]; [ infinity ]; [ -infinity ] ]
        Kernel =
            Unary(
                if n = 1 then
                    UnaryMap.Over<SiluSlope>()
                else
                    UnaryMap.OverWith<SiluDerivative, float[]>(Numeric.moments 0.5 -0.5 n)
            )
        Derivative = Partials(fun xs _ -> [ siluDerivative (n + 1) xs[0] ])
    }

/// x normalCdf x.
let gelu (x: Node) : Node = Node.apply1 gelu' x

let private gelu' =
    {
        Name = "gelu"
        Parameters = null
        Doc = "x normalCdf x, exactly, not by the tangent"
        Notation =
            Notation.unary (fun x ->
                let product = Notation.times x (NormalFormulas.normalCdf x) in
                Notation.guarded product (Notation.choose x "==" (Notation.number -infinity) Notation.zero product))
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ -37.0 ]; [ infinity ]; [ -infinity ] ]
        Kernel = Unary(UnaryMap.Over<Gelu>())
        Derivative = Partials(fun xs _ -> [ geluDerivative 1 xs[0] ])
    }

/// The n-th derivative of gelu, n > 0.
let private geluDerivative (n: int) (x: Node) : Node = Node.apply1 (geluDerivative' n) x

let private geluDerivative' (n: int) =
    {
        Name = "geluDerivative"
        Parameters = box n
        Doc = "the n-th derivative of gelu"
        Notation = Notation.byName
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ -37.0 ]; [ infinity ]; [ -infinity ] ]
        Kernel =
            Unary(
                if n = 1 then
                    UnaryMap.Over<GeluSlope>()
                else
                    UnaryMap.OverWith<GeluDerivative, float[]>(Numeric.moments 1.0 0.0 n)
            )
        Derivative = Partials(fun xs _ -> [ geluDerivative (n + 1) xs[0] ])
    }

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [
        for p in [ logSigmoid'; relu'; step'; silu'; gelu' ] -> Family.elementwise p
        for n in [ 1; 2; 4 ] -> Family.elementwise (siluDerivative' n)
        for n in [ 1; 2; 4 ] -> Family.elementwise (geluDerivative' n)
    ]
