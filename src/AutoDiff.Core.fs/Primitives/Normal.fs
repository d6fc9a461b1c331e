/// The error function and the normal distribution, element by element. In a rule, xs are the operands and y is the result.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Normal

open AutoDiff.Kernels

/// The error function.
let erf (x: Node) : Node = Node.apply1 erf' x

let private erf' =
    {
        Name = "erf"
        Parameters = null
        Doc = "the error function"
        Notation = Notation.unary NormalFormulas.erf
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ 1e-300 ]; [ infinity ]; [ -infinity ] ]
        Kernel = Unary(UnaryMap.Over<ErrorFunction>())
        Derivative = Partials(fun xs _ -> [ Arithmetic.multiply (Node.plain 1.1283791670955126) (gaussian xs[0]) ])
    } // 2 / sqrt π

/// 1 - erf x.
let erfc (x: Node) : Node = Node.apply1 erfc' x

let private erfc' =
    {
        Name = "erfc"
        Parameters = null
        Doc = "1 - erf x, with its digits in the upper tail"
        Notation = Notation.unary NormalFormulas.erfc
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ 26.0 ]; [ infinity ]; [ -infinity ] ]
        Kernel = Unary(UnaryMap.Over<ComplementaryErrorFunction>())
        Derivative = Partials(fun xs _ -> [ Arithmetic.multiply (Node.plain -1.1283791670955126) (gaussian xs[0]) ])
    } // -2 / sqrt π

/// exp(-x²).
let gaussian (x: Node) : Node = Node.apply1 gaussian' x

let private gaussian' =
    {
        Name = "gaussian"
        Parameters = null
        Doc = "exp(-x²), with its digits in the tails"
        Notation = Notation.unary NormalFormulas.gaussian
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ 26.0 ] ]
        Kernel = Unary(UnaryMap.Over<Gaussian>())
        Derivative = Partials(fun xs y -> [ Arithmetic.strongMultiply (Arithmetic.multiply (Node.plain -2.0) xs[0]) y ])
    }

/// The density of the standard normal distribution.
let normalPdf (x: Node) : Node = Node.apply1 normalPdf' x

let private normalPdf' =
    {
        Name = "normalPdf"
        Parameters = null
        Doc = "the density of the standard normal distribution"
        Notation = Notation.unary NormalFormulas.normalPdf
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ -37.0 ] ]
        Kernel = Unary(UnaryMap.Over<NormalDensity>())
        Derivative = Partials(fun xs y -> [ Arithmetic.strongMultiply (Arithmetic.negate xs[0]) y ])
    }

/// The standard normal distribution.
let normalCdf (x: Node) : Node = Node.apply1 normalCdf' x

let private normalCdf' =
    {
        Name = "normalCdf"
        Parameters = null
        Doc = "the standard normal distribution, with its digits in the lower tail"
        Notation = Notation.unary NormalFormulas.normalCdf
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ -37.0 ]; [ infinity ]; [ -infinity ] ]
        Kernel = Unary(UnaryMap.Over<NormalDistribution>())
        Derivative = Partials(fun xs _ -> [ normalPdf xs[0] ])
    }

/// The logarithm of normalCdf x.
let normalLogCdf (x: Node) : Node = Node.apply1 normalLogCdf' x

let private normalLogCdf' =
    {
        Name = "normalLogCdf"
        Parameters = null
        Doc = "the logarithm of the standard normal distribution, finite where that underflows"
        Notation = Notation.latex "\\ln\\Phi"
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ -40.0 ]; [ -1e6 ]; [ 9.0 ]; [ infinity ] ]
        Kernel = Unary(UnaryMap.Over<LogNormalDistribution>())
        Derivative = Partials(fun xs _ -> [ inverseMills xs[0] ])
    }

/// normalPdf x / normalCdf x.
let inverseMills (x: Node) : Node = Node.apply1 inverseMills' x

let private inverseMills' =
    {
        Name = "inverseMills"
        Parameters = null
        Doc = "λ = normalPdf x / normalCdf x, the slope of normalLogCdf"
        Notation = Notation.latex "\\lambda"
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ -2.0 ]; [ -1e6 ]; [ infinity ] ]
        Kernel = Unary(UnaryMap.Over<InverseMills>())
        Derivative = Partials(fun xs _ -> [ inverseMillsSlope xs[0] ])
    }

/// The slope of inverseMills.
let inverseMillsSlope (x: Node) : Node = Node.apply1 inverseMillsSlope' x

let private inverseMillsSlope' =
    {
        Name = "inverseMillsSlope"
        Parameters = null
        Doc = "-λ(x + λ), the slope of inverseMills"
        Notation = Notation.byName
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ -2.0 ]; [ infinity ] ]
        Kernel = Unary(UnaryMap.Over<InverseMillsSlope>())
        Derivative = Partials(fun xs _ -> [ inverseMillsCurvature xs[0] ])
    }

/// The second derivative of inverseMills.
let inverseMillsCurvature (x: Node) : Node = Node.apply1 inverseMillsCurvature' x

let private inverseMillsCurvature' =
    {
        Name = "inverseMillsCurvature"
        Parameters = null
        Doc = "λ(2(x + λ)² - x(x + λ) - 1), the second derivative of inverseMills"
        Notation = Notation.byName
        Domain = [ Between(-22.0, -2.0) ] // above, two or three digits cancel
        Special = [ [ 0.0 ]; [ -2.0 ]; [ infinity ] ]
        Kernel = Unary(UnaryMap.Over<InverseMillsCurvature>())
        Derivative = Partials(fun xs _ -> [ inverseMillsDerivative 3 xs[0] ])
    }

/// The n-th derivative of inverseMills, n > 2.
let private inverseMillsDerivative (n: int) (x: Node) : Node = Node.apply1 (inverseMillsDerivative' n) x

let private inverseMillsDerivative' (n: int) =
    {
        Name = "inverseMillsDerivative"
        Parameters = box n
        Doc = "a higher derivative of inverseMills"
        Notation = Notation.byName
        Domain = [ Between(-22.0, -2.0) ] // above, two or three digits cancel
        Special = [ [ 0.0 ]; [ -2.0 ] ]
        Kernel = Unary(UnaryMap.OverWith<InverseMillsDerivative, int> n)
        Derivative = Partials(fun xs _ -> [ inverseMillsDerivative (n + 1) xs[0] ])
    }

/// The number below which a standard normal variable is with probability x.
let normalQuantile (x: Node) : Node = Node.apply1 normalQuantile' x

let private normalQuantile' =
    {
        Name = "normalQuantile"
        Parameters = null
        Doc = "the inverse of normalCdf; slope +inf at 0 and 1"
        Notation = Notation.latex "\\Phi^{-1}"
        Domain = [ Within(0.0, 1.0) ]
        Special = [ [ 0.0 ]; [ 0.5 ]; [ 1.0 ]; [ 1e-300 ] ]
        Kernel = Unary(UnaryMap.Over<NormalQuantile>())
        Derivative = Partials(fun _ y -> [ reciprocalNormalPdf y ])
    }

/// 1 / normalPdf x.
let reciprocalNormalPdf (x: Node) : Node = Node.apply1 reciprocalNormalPdf' x

let private reciprocalNormalPdf' =
    {
        Name = "reciprocalNormalPdf"
        Parameters = null
        Doc = "1 / normalPdf x: the slope of normalQuantile, at its result"
        Notation = Notation.unary (fun x -> Notation.over Notation.one (NormalFormulas.normalPdf x))
        Domain = [ Between(-13.0, 13.0) ]
        Special = [ [ 0.0 ] ]
        Kernel = Unary(UnaryMap.Over<ReciprocalNormalDensity>())
        Derivative = Partials(fun xs y -> [ Arithmetic.multiply xs[0] y ])
    }

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [
        for p in
            [
                erf'
                erfc'
                gaussian'
                normalPdf'
                normalCdf'
                normalLogCdf'
                inverseMills'
                inverseMillsSlope'
                inverseMillsCurvature'
                normalQuantile'
                reciprocalNormalPdf'
                inverseMillsDerivative' 3
            ] -> Family.elementwise p
    ]
