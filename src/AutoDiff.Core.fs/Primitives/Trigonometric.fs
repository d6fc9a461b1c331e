/// Trigonometric and hyperbolic functions and their inverses. In a rule, xs are the operands and y is the result.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Trigonometric

open System
open AutoDiff.Kernels

let private one = Node.plain 1.0
let private pi = Node.plain Math.PI

/// (1 - x)(1 + x), which keeps its digits near -1 and 1, and whose slope keeps them near 0.
let private oneMinusSquare (x: Node) : Node = Node.apply1 oneMinusSquare' x

let private oneMinusSquare' =
    {
        Name = "oneMinusSquare"
        Parameters = null
        Doc = "(1 - x)(1 + x): the slopes of inverse functions hold it"
        Notation =
            Notation.unary (fun x ->
                Notation.guarded
                    (Notation.minus Notation.one (Notation.power 2.0 x))
                    (Notation.times (Notation.minus Notation.one x) (Notation.plus Notation.one x)))
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ 1.0 ]; [ -1.0 ] ]
        Kernel = Unary(UnaryMap.Over<OneLessSquare>())
        Derivative = Partials(fun xs _ -> [ Arithmetic.multiply (Node.plain -2.0) xs[0] ])
    }

/// The sine of x.
let sin (x: Node) : Node = Node.apply1 sin' x

let private sin' =
    {
        Name = "sin"
        Parameters = null
        Doc = "the sine of x, in radians"
        Notation = Notation.math "sin" "\\sin" "Math.Sin"
        Domain = [ Reals ]
        Special = [ [ 0.0 ] ]
        Kernel = Unary(UnaryMap.Over<Sine>())
        Derivative = Partials(fun xs _ -> [ cos xs[0] ])
    }

/// The cosine of x.
let cos (x: Node) : Node = Node.apply1 cos' x

let private cos' =
    {
        Name = "cos"
        Parameters = null
        Doc = "the cosine of x, in radians"
        Notation = Notation.math "cos" "\\cos" "Math.Cos"
        Domain = [ Reals ]
        Special = [ [ 0.0 ] ]
        Kernel = Unary(UnaryMap.Over<Cosine>())
        Derivative = Partials(fun xs _ -> [ Arithmetic.negate (sin xs[0]) ])
    }

/// The tangent of x.
let tan (x: Node) : Node = Node.apply1 tan' x

let private tan' =
    {
        Name = "tan"
        Parameters = null
        Doc = "the tangent of x, in radians"
        Notation = Notation.math "tan" "\\tan" "Math.Tan"
        Domain = [ Between(-1.57, 1.57) ]
        Special = [ [ 0.0 ] ]
        Kernel = Unary(UnaryMap.Over<CircularTangent>())
        Derivative = Partials(fun _ y -> [ Arithmetic.add one (Arithmetic.multiply y y) ])
    }

/// The sine of π x.
let sinPi (x: Node) : Node = Node.apply1 sinPi' x

let private sinPi' =
    {
        Name = "sinPi"
        Parameters = null
        Doc = "the sine of π x, exact at whole and half multiples"
        Notation = Notation.math "sinPi" "\\sin(\\pi #1)" "Double.SinPi"
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ 0.5 ] ]
        Kernel = Unary(UnaryMap.Over<SineOfHalfTurns>())
        Derivative = Partials(fun xs _ -> [ Arithmetic.multiply pi (cosPi xs[0]) ])
    }

/// The cosine of π x.
let cosPi (x: Node) : Node = Node.apply1 cosPi' x

let private cosPi' =
    {
        Name = "cosPi"
        Parameters = null
        Doc = "the cosine of π x, exact at whole and half multiples"
        Notation = Notation.math "cosPi" "\\cos(\\pi #1)" "Double.CosPi"
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ 0.5 ] ]
        Kernel = Unary(UnaryMap.Over<CosineOfHalfTurns>())
        Derivative = Partials(fun xs _ -> [ Arithmetic.negate (Arithmetic.multiply pi (sinPi xs[0])) ])
    }

/// The tangent of π x.
let tanPi (x: Node) : Node = Node.apply1 tanPi' x

let private tanPi' =
    {
        Name = "tanPi"
        Parameters = null
        Doc = "the tangent of π x, exact at whole and half multiples"
        Notation = Notation.math "tanPi" "\\tan(\\pi #1)" "Double.TanPi"
        Domain = [ Between(-0.49, 0.49) ]
        Special = [ [ 0.0 ] ]
        Kernel = Unary(UnaryMap.Over<TangentOfHalfTurns>())
        Derivative = Partials(fun _ y -> [ Arithmetic.multiply pi (Arithmetic.add one (Arithmetic.multiply y y)) ])
    }

/// The angle in [-π/2, π/2] whose sine is x.
let asin (x: Node) : Node = Node.apply1 asin' x

let private asin' =
    {
        Name = "asin"
        Parameters = null
        Doc = "the angle in [-π/2, π/2] whose sine is x; slope +inf at -1 and 1"
        Notation = Notation.math "asin" "\\arcsin" "Math.Asin"
        Domain = [ Within(-1.0, 1.0) ]
        Special = [ [ 0.0 ]; [ 1.0 ]; [ -1.0 ] ]
        Kernel = Unary(UnaryMap.Over<InverseSine>())
        Derivative = Partials(fun xs _ -> [ Arithmetic.reciprocal (Elementary.sqrt (oneMinusSquare xs[0])) ])
    }

/// The angle in [0, π] whose cosine is x.
let acos (x: Node) : Node = Node.apply1 acos' x

let private acos' =
    {
        Name = "acos"
        Parameters = null
        Doc = "the angle in [0, π] whose cosine is x; slope -inf at -1 and 1"
        Notation = Notation.math "acos" "\\arccos" "Math.Acos"
        Domain = [ Within(-1.0, 1.0) ]
        Special = [ [ 0.0 ]; [ 1.0 ]; [ -1.0 ] ]
        Kernel = Unary(UnaryMap.Over<InverseCosine>())
        Derivative = Partials(fun xs _ -> [ Arithmetic.negate (Arithmetic.reciprocal (Elementary.sqrt (oneMinusSquare xs[0]))) ])
    }

/// The angle in [-π/2, π/2] whose tangent is x.
let atan (x: Node) : Node = Node.apply1 atan' x

let private atan' =
    {
        Name = "atan"
        Parameters = null
        Doc = "the angle in [-π/2, π/2] whose tangent is x"
        Notation = Notation.math "atan" "\\arctan" "Math.Atan"
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ infinity ]; [ -infinity ] ]
        Kernel = Unary(UnaryMap.Over<InverseTangent>())
        Derivative = Partials(fun xs _ -> [ Arithmetic.reciprocal (Arithmetic.add one (Arithmetic.multiply xs[0] xs[0])) ])
    }

/// The hyperbolic sine of x.
let sinh (x: Node) : Node = Node.apply1 sinh' x

let private sinh' =
    {
        Name = "sinh"
        Parameters = null
        Doc = "the hyperbolic sine of x"
        Notation = Notation.math "sinh" "\\sinh" "Math.Sinh"
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ 1e-300 ] ]
        Kernel = Unary(UnaryMap.Over<HyperbolicSine>())
        Derivative = Partials(fun xs _ -> [ cosh xs[0] ])
    }

/// The hyperbolic cosine of x.
let cosh (x: Node) : Node = Node.apply1 cosh' x

let private cosh' =
    {
        Name = "cosh"
        Parameters = null
        Doc = "the hyperbolic cosine of x"
        Notation = Notation.math "cosh" "\\cosh" "Math.Cosh"
        Domain = [ Reals ]
        Special = [ [ 0.0 ] ]
        Kernel = Unary(UnaryMap.Over<HyperbolicCosine>())
        Derivative = Partials(fun xs _ -> [ sinh xs[0] ])
    }

/// The hyperbolic tangent of x.
let tanh (x: Node) : Node = Node.apply1 tanh' x

let private tanh' =
    {
        Name = "tanh"
        Parameters = null
        Doc = "the hyperbolic tangent of x"
        Notation = Notation.math "tanh" "\\tanh" "Math.Tanh"
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ 20.0 ]; [ infinity ]; [ -infinity ] ]
        Kernel = Unary(UnaryMap.Over<HyperbolicTangent>())
        Derivative = Partials(fun xs _ -> [ squaredSech xs[0] ])
    }

/// 1 / cosh² x, the slope of tanh.
let private squaredSech (x: Node) : Node = Node.apply1 squaredSech' x

let private squaredSech' =
    {
        Name = "squaredSech"
        Parameters = null
        Doc = "1 / cosh² x: the slope of tanh"
        Notation =
            Notation.unary (fun x ->
                Notation.guarded
                    (Notation.power -2.0 (Notation.call "cosh" "\\cosh" "Math.Cosh" [ x ]))
                    (Notation.power -2.0 (Notation.call "cosh" "\\cosh" "Math.Cosh" [ x ])))
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ 20.0 ]; [ -300.0 ]; [ infinity ] ]
        Kernel = Unary(UnaryMap.Over<SquaredHyperbolicSecant>())
        Derivative = Partials(fun xs y -> [ Arithmetic.multiply (Node.plain -2.0) (Arithmetic.multiply (tanh xs[0]) y) ])
    }

/// The inverse of sinh.
let asinh (x: Node) : Node = Node.apply1 asinh' x

let private asinh' =
    {
        Name = "asinh"
        Parameters = null
        Doc = "the inverse of the hyperbolic sine"
        Notation = Notation.math "asinh" "\\operatorname{arsinh}" "Math.Asinh"
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ 1e200 ] ]
        Kernel = Unary(UnaryMap.Over<InverseHyperbolicSine>())
        Derivative = Partials(fun xs _ -> [ Arithmetic.reciprocal (Plane.hypot one xs[0]) ])
    }

/// The inverse of cosh.
let acosh (x: Node) : Node = Node.apply1 acosh' x

let private acosh' =
    {
        Name = "acosh"
        Parameters = null
        Doc = "the inverse of the hyperbolic cosine; slope +inf at 1"
        Notation = Notation.math "acosh" "\\operatorname{arcosh}" "Math.Acosh"
        Domain = [ AtLeast 1.0 ]
        Special = [ [ 1.0 ]; [ 2.0 ] ]
        Kernel = Unary(UnaryMap.Over<InverseHyperbolicCosine>())
        Derivative =
            Partials(fun xs _ ->
                let root z = Elementary.sqrt (Arithmetic.add z xs[0])
                [ Arithmetic.reciprocal (Arithmetic.multiply (root (Node.plain -1.0)) (root one)) ])
    }

/// The inverse of tanh.
let atanh (x: Node) : Node = Node.apply1 atanh' x

let private atanh' =
    {
        Name = "atanh"
        Parameters = null
        Doc = "the inverse of the hyperbolic tangent; slope +inf at -1 and 1"
        Notation = Notation.math "atanh" "\\operatorname{artanh}" "Math.Atanh"
        Domain = [ Within(-1.0, 1.0) ]
        Special = [ [ 0.0 ]; [ 1.0 ]; [ -1.0 ] ]
        Kernel = Unary(UnaryMap.Over<InverseHyperbolicTangent>())
        Derivative = Partials(fun xs _ -> [ Arithmetic.reciprocalOfPositive (oneMinusSquare xs[0]) ])
    }

/// sin(x)/x, and 1 at 0.
let sinc (x: Node) : Node = sincDerivative 0 x

/// The n-th derivative of sin(x)/x.
let private sincDerivative (n: int) (x: Node) : Node = Node.apply1 (sinc' n) x

let private sinc' (n: int) =
    {
        Name = "sinc"
        Parameters = box n
        Doc = "the n-th derivative of sin(x)/x, which is 1 at 0"
        Notation =
            (if n = 0 then
                 Notation.unary (fun x ->
                     let quotient = Notation.over (Notation.call "sin" "\\sin" "Math.Sin" [ x ]) x in

                     Notation.guarded
                         quotient
                         (Notation.choose
                             x
                             "=="
                             Notation.zero
                             Notation.one
                             (Notation.choose (Notation.abs x) ">" (Notation.number 1.7976931348623157e308) Notation.zero quotient)))
             else
                 Notation.byName)
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ 1e-300 ]; [ 3.5 ]; [ infinity ] ]
        Kernel = Unary(UnaryMap.OverWith<SincDerivative, float[]>(Numeric.sinc n))
        Derivative = Partials(fun xs _ -> [ sincDerivative (n + 1) xs[0] ])
    }

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [
        for p in
            [
                oneMinusSquare'
                sin'
                cos'
                tan'
                sinPi'
                cosPi'
                tanPi'
                asin'
                acos'
                atan'
                sinh'
                cosh'
                tanh'
                squaredSech'
                asinh'
                acosh'
                atanh'
            ] -> Family.elementwise p
        for n in [ 0; 1; 4 ] -> Family.elementwise (sinc' n)
    ]
