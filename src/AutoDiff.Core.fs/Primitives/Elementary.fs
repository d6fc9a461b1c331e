/// Powers, exponentials and logarithms, element by element. In a rule, xs are the operands and y is the result.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Elementary

open System
open AutoDiff.Kernels

/// x to a whole power.
let powInteger (n: int) (x: Node) : Node = Node.apply1 (powInteger' n) x

// The usual ones are made once; threads that race here make equal ones.
let private usual: (Primitive | null)[] = Array.zeroCreate 13

let private powInteger' n =
    if n < -4 || n > 8 then
        powIntegerOf n
    else
        match usual[n + 4] with
        | null ->
            let made = powIntegerOf n
            usual[n + 4] <- made
            made
        | made -> made

let private powIntegerMap (n: int) =
    match n with
    | -2 -> UnaryMap.Over<ReciprocalOfSquare>()
    | -1 -> UnaryMap.Over<Reciprocal>()
    | 2 -> UnaryMap.Over<Square>()
    | 3 -> UnaryMap.Over<Cube>()
    | 4 -> UnaryMap.Over<FourthPower>()
    | n when abs n <= 64 -> UnaryMap.OverWith<WholePower, float[]> [| float n |]
    | n -> UnaryMap.OverWith<PowerOfNumber, float[]> [| float n |]

let private powIntegerOf (n: int) =
    {
        Name = "powInteger"
        Parameters = box n
        Doc = "x to a whole power: exact signs for negative x, 1 with slope 0 for the power 0"
        Notation = Notation.unary (Notation.power (float n))
        Domain = [ (if n >= 0 then Reals else NonZero) ]
        Special =
            [
                if n >= 0 then
                    [ 0.0 ]
                    [ -0.0 ]
                else
                    [ 1.0 ]
            ]
        Kernel = Unary(powIntegerMap n)
        Derivative =
            match n with
            | 0 -> Constant
            | 1 -> Linear(fun _ ybar -> [ ybar ])
            | n -> Partials(fun xs _ -> [ Arithmetic.multiply (Node.plain (float n)) (powInteger (n - 1) xs[0]) ])
    }

/// x to the power of z.
let pow (x: Node) (z: Node) : Node = Node.apply2 pow' x z

let private pow' =
    {
        Name = "pow"
        Parameters = null
        Doc = "x to the power of z; a negative x has a value for whole z only"
        Notation = Notation.binary (fun x z -> Notation.call "pow" "@1^{#2}" "Math.Pow" [ x; z ])
        Domain = [ Above 0.0; Reals ]
        Special = [ [ 1.0; 0.0 ]; [ 1e-3; 1.0 ] ]
        Kernel = Binary(BinaryMap.Over<Power>())
        Derivative =
            Partials(fun xs _ ->
                [ Arithmetic.strongMultiply (pow xs[0] (Arithmetic.subtract xs[1] (Node.plain 1.0))) xs[1]; powerLog 1 xs[0] xs[1] ])
    }

/// x to the power of z, times the n-th power of log x.
let private powerLog (n: int) (x: Node) (z: Node) : Node = Node.apply2 (powerLog' n) x z

let private powerLog' n =
    {
        Name = "powerLog"
        Parameters = box n
        Doc = "x to the power of z, times the n-th power of log x, also where a factor alone overflows: the n-th derivative of pow in z"
        Notation =
            Notation.binary (fun x z ->
                let power = Notation.call "pow" "{@1}^{#2}" "Math.Pow" [ x; z ]
                let product = Notation.times power (Notation.power (float n) (Notation.log x))
                Notation.guarded product (Notation.choose power "==" Notation.zero Notation.zero product))
        Domain = [ Above 0.0; Reals ]
        Special = [ [ 1.0; 0.0 ]; [ 1e-3; 1.0 ] ]
        Kernel = Binary(BinaryMap.OverWith<PowerTimesLogarithm, int> n)
        Derivative =
            Partials(fun xs _ ->
                let lower = Arithmetic.subtract xs[1] (Node.plain 1.0)
                let ofPower = Arithmetic.strongMultiply (powerLog n xs[0] lower) xs[1]

                let ofLog =
                    if n = 0 then
                        Node.plain 0.0
                    else
                        Arithmetic.multiply (Node.plain (float n)) (powerLog (n - 1) xs[0] lower)

                [ Arithmetic.add ofPower ofLog; powerLog (n + 1) xs[0] xs[1] ])
    }

/// The square root of x.
let sqrt (x: Node) : Node = Node.apply1 sqrt' x

let private sqrt' =
    {
        Name = "sqrt"
        Parameters = null
        Doc = "the square root of x; slope +inf at 0"
        Notation = Notation.unary Notation.sqrt
        Domain = [ AtLeast 0.0 ]
        Special = [ [ 0.0 ]; [ infinity ] ]
        Kernel = Unary(UnaryMap.Over<SquareRoot>())
        Derivative = Partials(fun _ y -> [ Arithmetic.divide (Node.plain 0.5) y ])
    }

/// The cube root of x.
let cbrt (x: Node) : Node = Node.apply1 cbrt' x

let private cbrt' =
    {
        Name = "cbrt"
        Parameters = null
        Doc = "the cube root of x; slope +inf at 0"
        Notation =
            Notation.unary (fun x ->
                Notation.guarded (Notation.power (1.0 / 3.0) x) (Notation.call "cbrt" "\\sqrt[3]{#1}" "Math.Cbrt" [ x ]))
        Domain = [ NonZero ]
        Special = [ [ 0.0 ]; [ -8.0 ]; [ infinity ] ]
        Kernel = Unary(UnaryMap.Over<CubeRoot>())
        Derivative = Partials(fun _ y -> [ Arithmetic.reciprocal (Arithmetic.multiply (Node.plain 3.0) (Arithmetic.multiply y y)) ])
    }

/// 1 / sqrt x
let reciprocalSqrt (x: Node) : Node = Node.apply1 reciprocalSqrt' x

let private reciprocalSqrt' =
    {
        Name = "reciprocalSqrt"
        Parameters = null
        Doc = "1 / sqrt x; +inf with slope -inf at 0"
        Notation = Notation.unary (fun x -> Notation.guarded (Notation.power -0.5 x) (Notation.over Notation.one (Notation.sqrt x)))
        Domain = [ AtLeast 0.0 ]
        Special = [ [ 0.0 ]; [ 1.0 ]; [ infinity ] ]
        Kernel = Unary(UnaryMap.Over<ReciprocalSquareRoot>())
        Derivative = Partials(fun _ y -> [ Arithmetic.multiply (Node.plain -0.5) (powInteger 3 y) ])
    }

/// e to the x.
let exp (x: Node) : Node = Node.apply1 exp' x

let private exp' =
    {
        Name = "exp"
        Parameters = null
        Doc = "e to the x"
        Notation = Notation.unary Notation.exp
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ -infinity ]; [ -745.0 ] ]
        Kernel = Unary(UnaryMap.Over<Exponential>())
        Derivative = Partials(fun _ y -> [ y ])
    }

/// The natural logarithm of x.
let log (x: Node) : Node = Node.apply1 log' x

let private log' =
    {
        Name = "log"
        Parameters = null
        Doc = "the natural logarithm of x; slope +inf at 0"
        Notation = Notation.unary Notation.log
        Domain = [ AtLeast 0.0 ]
        Special = [ [ 0.0 ]; [ 1.0 ]; [ infinity ] ]
        Kernel = Unary(UnaryMap.Over<NaturalLogarithm>())
        Derivative = Partials(fun xs _ -> [ Arithmetic.reciprocalOfPositive xs[0] ])
    }

/// e to the x, minus 1.
let expm1 (x: Node) : Node = Node.apply1 expm1' x

let private expm1' =
    {
        Name = "expm1"
        Parameters = null
        Doc = "e to the x, minus 1, without loss of digits near 0"
        Notation = Notation.unary Notation.expm1
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ -0.0 ]; [ 1e-300 ]; [ -infinity ] ]
        Kernel = Unary(UnaryMap.Over<ExponentialLessOne>())
        Derivative = Partials(fun xs _ -> [ exp xs[0] ])
    }

/// The natural logarithm of 1 + x.
let log1p (x: Node) : Node = Node.apply1 log1p' x

let private log1p' =
    {
        Name = "log1p"
        Parameters = null
        Doc = "the natural logarithm of 1 + x, without loss of digits near 0; slope +inf at -1"
        Notation = Notation.unary Notation.log1p
        Domain = [ AtLeast -1.0 ]
        Special = [ [ -1.0 ]; [ 0.0 ]; [ 1e-300 ]; [ infinity ] ]
        Kernel = Unary(UnaryMap.Over<LogarithmOfNext>())
        Derivative = Partials(fun xs _ -> [ Arithmetic.reciprocalOfPositive (Arithmetic.add (Node.plain 1.0) xs[0]) ])
    }

/// The logistic function 1 / (1 + exp(-x)).
let sigmoid (x: Node) : Node = Node.apply1 sigmoid' x

let private sigmoid' =
    {
        Name = "sigmoid"
        Parameters = null
        Doc = "the logistic function 1 / (1 + exp(-x))"
        Notation = Notation.unary Notation.sigmoid
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ -700.0 ]; [ 700.0 ]; [ infinity ]; [ -infinity ] ]
        Kernel = Unary(UnaryMap.Over<Logistic>())
        Derivative = Partials(fun xs _ -> [ logisticDensity xs[0] ])
    }

/// exp(-x) / (1 + exp(-x))², the slope of sigmoid.
let logisticDensity (x: Node) : Node = Node.apply1 logisticDensity' x

let private logisticDensity' =
    {
        Name = "logisticDensity"
        Parameters = null
        Doc = "exp(-x) / (1 + exp(-x))²: the slope of sigmoid"
        Notation = Notation.unary Notation.logisticDensity
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ -700.0 ]; [ 700.0 ]; [ infinity ] ]
        Kernel = Unary(UnaryMap.Over<LogisticDensity>())
        Derivative = Partials(fun xs y -> [ Arithmetic.multiply (Arithmetic.negate (tanhOfHalf xs[0])) y ])
    }

/// sigmoid x - sigmoid(-x), which is tanh(x/2).
let tanhOfHalf (x: Node) : Node = Node.apply1 tanhOfHalf' x

let private tanhOfHalf' =
    {
        Name = "tanhOfHalf"
        Parameters = null
        Doc = "sigmoid x - sigmoid(-x), which is tanh(x/2)"
        Notation =
            Notation.unary (fun x ->
                Notation.guarded
                    (Notation.minus (Notation.times (Notation.number 2.0) (Notation.sigmoid x)) Notation.one)
                    (Notation.tanh (Notation.times Notation.half x)))
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ infinity ] ]
        Kernel = Unary(UnaryMap.Over<HyperbolicTangentOfHalf>())
        Derivative = Partials(fun xs _ -> [ Arithmetic.multiply (Node.plain 2.0) (logisticDensity xs[0]) ])
    }

/// log(1 + exp x).
let softplus (x: Node) : Node = Node.apply1 softplus' x

let private softplus' =
    {
        Name = "softplus"
        Parameters = null
        Doc = "log(1 + exp x), a smooth max(x, 0)"
        Notation = Notation.unary Notation.softplus
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ -40.0 ]; [ 40.0 ]; [ infinity ]; [ -infinity ] ]
        Kernel = Unary(UnaryMap.Over<Softplus>())
        Derivative = Partials(fun xs _ -> [ sigmoid xs[0] ])
    }

/// x to a constant power: whole powers by powInteger, which knows negative x.
let power (x: Node) (exponent: float) : Node =
    if Math.Floor exponent = exponent && Math.Abs exponent <= 1e9 then
        powInteger (int exponent) x
    else
        pow x (Node.plain exponent)

/// The n-th root of x.
let root (n: int) (x: Node) : Node = Node.apply1 (root' n) x

let private rootMap (n: int) =
    match n with
    | 2 -> UnaryMap.Over<SquareRoot>()
    | 3 -> UnaryMap.Over<CubeRoot>()
    | 0 -> UnaryMap(fun _ -> nan)
    | n -> UnaryMap.OverWith<RootOf, float[]> [| float n |]

let private root' (n: int) =
    {
        Name = "root"
        Parameters = box n
        Doc = "the n-th root of x, defined for negative x where n is odd; slope +inf at 0"
        Notation = Notation.math ("root" + string n) ("\\sqrt[" + string n + "]{#1}") ("Double.RootN(#1, " + string n + ")")
        Domain = [ (if n % 2 = 0 then Above 0.0 else NonZero) ]
        Special = []
        Kernel = Unary(rootMap n)
        Derivative = Partials(fun _ y -> [ Arithmetic.reciprocal (Arithmetic.multiply (Node.plain (float n)) (powInteger (n - 1) y)) ])
    }

/// x to a power that may be a value: a plain number counts as constant.
let powerOf (x: Node) (exponent: Node) : Node =
    if exponent.Precision = Precision.Weak then power x exponent.Value.Number else pow x exponent

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [
        for p in [ pow'; sqrt'; cbrt'; reciprocalSqrt'; exp'; log'; expm1'; log1p'; sigmoid'; logisticDensity'; tanhOfHalf'; softplus' ] ->
            Family.elementwise p
        for n in [ 1; 2 ] -> Family.elementwise (powerLog' n)
        for n in [ -2; -1; 0; 1; 2; 3; 4; 9 ] -> Family.elementwise (powInteger' n)
        for n in [ -3; 4; 5 ] -> Family.elementwise (root' n)
    ]
