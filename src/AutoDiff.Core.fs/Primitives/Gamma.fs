/// The gamma function's logarithm, its derivatives, and the beta function, element by element. In a rule, xs are the operands and y is
/// the result.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Gamma

open System
open AutoDiff.Kernels

/// The logarithm of |Γ(x)|.
let logGamma (x: Node) : Node = Node.apply1 logGamma' x

let private logGamma' =
    {
        Name = "logGamma"
        Parameters = null
        Doc = "the logarithm of |Γ(x)|; +inf with slope NaN at its poles, 0 and the negative whole numbers"
        Notation = Notation.unary GammaFormulas.logGamma
        Domain = [ Above 0.0 ]
        Special = [ [ 1.0 ]; [ 2.0 ]; [ 1e-300 ]; [ 1e300 ] ]
        Kernel = Unary(UnaryMap.Over<LogGamma>())
        Derivative = Partials(fun xs _ -> [ digamma xs[0] ])
    }

/// The slope of logGamma.
let digamma (x: Node) : Node = Node.apply1 digamma' x

let private digamma' =
    {
        Name = "digamma"
        Parameters = null
        Doc = "the slope of logGamma; NaN at its poles"
        Notation = Notation.unary GammaFormulas.digamma
        Domain = [ Above 0.0 ]
        Special = [ [ 1.0 ]; [ 1e-3 ]; [ 1e300 ]; [ infinity ] ]
        Kernel = Unary(UnaryMap.Over<Digamma>())
        Derivative = Partials(fun xs _ -> [ polygamma 1 xs[0] ])
    }

/// The n-th derivative of digamma.
let polygamma (n: int) (x: Node) : Node =
    if n < 0 then
        raise (ArgumentOutOfRangeException(nameof n, n, "Polygamma needs an order from 0 on."))
    elif n = 0 then
        digamma x
    else
        Node.apply1 (polygamma' n) x

let private polygamma' (n: int) =
    {
        Name = "polygamma"
        Parameters = box n
        Doc = "the n-th derivative of digamma; NaN at its poles"
        Notation = GammaFormulas.polygamma n
        Domain = [ Above 0.0 ]
        Special = [ [ 1.0 ]; [ 1e-3 ]; [ 1e9 ]; [ infinity ] ]
        Kernel = Unary(GammaNumeric.polygamma n)
        Derivative = Partials(fun xs _ -> [ polygamma (n + 1) xs[0] ])
    }

/// The n-th derivative of digamma at a less that at a + b.
let private polygammaDifference (n: int) (a: Node) (b: Node) : Node = Node.apply2 (polygammaDifference' n) a b

let private polygammaDifference' (n: int) =
    {
        Name = "polygammaDifference"
        Parameters = box n
        Doc = "the n-th derivative of digamma at a less that at a + b, without cancellation: the slope of logBeta"
        Notation = BetaFormulas.polygammaDifference n
        Domain = [ Above 0.0; Above 0.0 ]
        Special = [ [ 1.0; 1.0 ]; [ 1e9; 1e-3 ] ]
        Kernel = Binary(GammaNumeric.polygammaDifference n)
        Derivative =
            Partials(fun xs _ ->
                [ polygammaDifference (n + 1) xs[0] xs[1]; Arithmetic.negate (polygamma (n + 1) (Arithmetic.add xs[0] xs[1])) ])
    }

/// log(Γ(x) Γ(z) / Γ(x + z)).
let logBeta (x: Node) (z: Node) : Node = Node.apply2 logBeta' x z

let private logBeta' =
    {
        Name = "logBeta"
        Parameters = null
        Doc = "log(Γ(x) Γ(z) / Γ(x + z)) for x, z > 0, where large terms cancel before they are rounded"
        Notation = Notation.binary BetaFormulas.logBeta
        Domain = [ Above 0.0; Above 0.0 ]
        Special = [ [ 1.0; 1.0 ]; [ 1e9; 2.0 ]; [ 1e-3; 1e-3 ]; [ 1e6; 1e6 ] ]
        Kernel = Binary(BinaryMap.Over<LogBeta>())
        Derivative = Partials(fun xs _ -> [ polygammaDifference 0 xs[0] xs[1]; polygammaDifference 0 xs[1] xs[0] ])
    }

/// Γ(x) Γ(z) / Γ(x + z).
let beta (x: Node) (z: Node) : Node = Node.apply2 beta' x z

let private beta' =
    {
        Name = "beta"
        Parameters = null
        Doc = "Γ(x) Γ(z) / Γ(x + z) for x, z > 0"
        Notation = Notation.latex "B"
        Domain = [ Above 0.0; Above 0.0 ]
        Special = [ [ 1.0; 1.0 ]; [ 1e-3; 5.0 ]; [ 1e6; 2.0 ]; [ 300.0; 400.0 ] ]
        Kernel = Binary(BinaryMap.Over<Beta>())
        Derivative = Partials(fun xs _ -> [ betaDerivative 1 0 xs[0] xs[1]; betaDerivative 0 1 xs[0] xs[1] ])
    }

/// The m-th derivative in x and n-th in z of beta.
let private betaDerivative (m: int) (n: int) (x: Node) (z: Node) : Node = Node.apply2 (betaDerivative' m n) x z

let private betaDerivative' (m: int) (n: int) =
    {
        Name = "betaDerivative"
        Parameters = box struct (m, n)
        Doc = "the m-th derivative in x and n-th in z of beta, right also beside the poles that cancel in mixed ones"
        Notation = Notation.byName
        Domain = [ Above 0.0; Above 0.0 ]
        Special = [ [ 1.0; 1.0 ]; [ 300.0; 400.0 ] ]
        Kernel = Binary(GammaNumeric.betaDerivative m n)
        Derivative = Partials(fun xs _ -> [ betaDerivative (m + 1) n xs[0] xs[1]; betaDerivative m (n + 1) xs[0] xs[1] ])
    }

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [
        for p in [ logGamma'; digamma'; logBeta'; beta' ] -> Family.elementwise p
        for n in [ 1; 2; 5 ] -> Family.elementwise (polygamma' n)
        for n in [ 0; 1; 2 ] -> Family.elementwise (polygammaDifference' n)
        for m, n in [ 1, 0; 0, 1; 1, 1; 2, 1 ] -> Family.elementwise (betaDerivative' m n)
    ]
