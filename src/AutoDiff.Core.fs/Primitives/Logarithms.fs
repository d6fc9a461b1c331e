/// Exponentials and logarithms to other bases, sums of them, and Lambert's W, element by element. In a rule, xs are the operands and y is the result.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Logarithms

open System
open AutoDiff.Kernels

let private one = Node.plain 1.0

/// 2 to the x.
let exp2 (x: Node) : Node = Node.apply1 exp2' x

let private exp2' =
    {
        Name = "exp2"
        Parameters = null
        Doc = "2 to the x"
        Notation = Notation.unary (fun x -> Notation.call "exp2" "2^{#2}" "Math.Pow" [ Notation.number 2.0; x ])
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ 10.0 ]; [ -infinity ]; [ -1074.0 ] ]
        Kernel = Unary(UnaryMap.Over<PowerOfTwo>())
        // log 2 times the value, which may overflow alone
        Derivative = Partials(fun xs _ -> [ Arithmetic.multiply (Node.plain 1.3862943611198906) (exp2 (Arithmetic.subtract xs[0] one)) ])
    } // 2 log 2

/// The logarithm of x to the base 2.
let log2 (x: Node) : Node = Node.apply1 log2' x

let private log2' =
    {
        Name = "log2"
        Parameters = null
        Doc = "the logarithm of x to the base 2; slope +inf at 0"
        Notation = Notation.math "log2" "\\log_2" "Math.Log2"
        Domain = [ AtLeast 0.0 ]
        Special = [ [ 0.0 ]; [ 1.0 ]; [ 1024.0 ]; [ infinity ] ]
        Kernel = Unary(UnaryMap.Over<BinaryLogarithm>())
        Derivative = Partials(fun xs _ -> [ Arithmetic.multiply (Node.plain 1.4426950408889634) (Arithmetic.reciprocalOfPositive xs[0]) ])
    } // 1 / log 2

/// The logarithm of x to the base 10.
let log10 (x: Node) : Node = Node.apply1 log10' x

let private log10' =
    {
        Name = "log10"
        Parameters = null
        Doc = "the logarithm of x to the base 10; slope +inf at 0"
        Notation = Notation.math "log10" "\\log_{10}" "Math.Log10"
        Domain = [ AtLeast 0.0 ]
        Special = [ [ 0.0 ]; [ 1.0 ]; [ 1000.0 ]; [ infinity ] ]
        Kernel = Unary(UnaryMap.Over<DecimalLogarithm>())
        Derivative = Partials(fun xs _ -> [ Arithmetic.multiply (Node.plain 0.4342944819032518) (Arithmetic.reciprocalOfPositive xs[0]) ])
    } // 1 / log 10

/// x log z, and 0 for x = 0.
let xlogy (x: Node) (z: Node) : Node = Node.apply2 xlogy' x z

let private xlogy' =
    {
        Name = "xlogy"
        Parameters = null
        Doc = "x log z, and 0 for x = 0 and z >= 0, also for z = 0; slope 0 in z there"
        Notation =
            Notation.binary (fun x z ->
                Notation.guarded
                    (Notation.times x (Notation.log z))
                    (Notation.choose
                        x
                        "=="
                        Notation.zero
                        (Notation.choose z ">=" Notation.zero Notation.zero Notation.notANumber)
                        (Notation.times x (Notation.log z))))
        Domain = [ Reals; AtLeast 0.0 ]
        Special = [ [ 0.0; 2.0 ]; [ 0.0; 0.0 ]; [ 2.0; 1.0 ] ]
        Kernel = Binary(BinaryMap.Over<ProductWithLogarithm>())
        Derivative = Partials(fun xs _ -> [ Elementary.log xs[1]; quotient xs[0] xs[1] ])
    }

/// x / z, the slope of xlogy in z.
let quotient (x: Node) (z: Node) : Node = Node.apply2 quotient' x z

let private quotient' =
    {
        Name = "quotient"
        Parameters = null
        Doc = "x / z for z >= 0, 0 for x = 0, and NaN below: the slope of xlogy in z"
        Notation =
            Notation.binary (fun x z ->
                Notation.guarded
                    (Notation.over x z)
                    (Notation.choose
                        z
                        ">="
                        Notation.zero
                        (Notation.choose x "==" Notation.zero Notation.zero (Notation.over x (Notation.abs z)))
                        Notation.notANumber))
        Domain = [ Reals; Above 0.0 ]
        Special = [ [ 0.0; 1.0 ] ]
        Kernel = Binary(BinaryMap.Over<QuotientByPositive>())
        Derivative = Partials(fun xs y -> [ Arithmetic.reciprocalOfPositive xs[1]; Arithmetic.negate (quotient y xs[1]) ])
    }

/// log(exp x + exp z).
let logAddExp (x: Node) (z: Node) : Node = Node.apply2 logAddExp' x z

let private logAddExp' =
    {
        Name = "logAddExp"
        Parameters = null
        Doc = "log(exp x + exp z), without overflow; where x = z, infinite too, they share the slope equally"
        Notation =
            Notation.binary (fun x z ->
                Notation.guarded
                    (Notation.log (Notation.plus (Notation.exp x) (Notation.exp z)))
                    (Notation.choose
                        x
                        "=="
                        z
                        (Notation.plus x (Notation.number 0.6931471805599453))
                        (Notation.plus
                            (Notation.max x z)
                            (Notation.log1p (Notation.exp (Notation.opposite (Notation.abs (Notation.minus x z))))))))
        Domain = [ Reals; Reals ]
        Special = [ [ 0.0; 0.0 ]; [ 700.0; -700.0 ]; [ -infinity; 1.0 ] ]
        Kernel = Binary(BinaryMap.Over<LogarithmOfSum>())
        Derivative = Partials(fun xs _ -> [ Elementary.sigmoid (gap xs[0] xs[1]); Elementary.sigmoid (gap xs[1] xs[0]) ])
    }

/// x - z, but 0 where they are equal.
let gap (x: Node) (z: Node) : Node = Node.apply2 gap' x z

let private gap' =
    {
        Name = "gap"
        Parameters = null
        Doc = "x - z, but 0 where they are equal, also at infinity"
        Notation =
            Notation.binary (fun x z -> Notation.guarded (Notation.minus x z) (Notation.choose x "==" z Notation.zero (Notation.minus x z)))
        Domain = [ Reals; Reals ]
        Special = [ [ 1.0; 1.0 ]; [ infinity; infinity ] ]
        Kernel = Binary(BinaryMap.Over<Gap>())
        Derivative = Partials(fun _ _ -> [ Node.plain 1.0; Node.plain -1.0 ])
    }

/// The number w >= -1 with w exp w = x.
let lambertW (x: Node) : Node = Node.apply1 lambertW' x

let private lambertW' =
    {
        Name = "lambertW"
        Parameters = null
        Doc = "the number w >= -1 with w exp w = x, the principal branch of Lambert's W; slope +inf at its end, -1/e"
        Notation = Notation.latex "W"
        Domain = [ AtLeast -0.36787944117144233 ]
        Special = [ [ -0.36787944117144233 ]; [ 0.0 ]; [ -0.0 ]; [ Math.E ]; [ 1e-300 ]; [ 1e300 ]; [ infinity ] ]
        Kernel = Unary(UnaryMap.Over<LambertW>())
        Derivative = Partials(fun xs _ -> [ lambertWSlope xs[0] ])
    }

/// exp(-w) / (1 + w), the slope of lambertW.
let private lambertWSlope (x: Node) : Node = Node.apply1 lambertWSlope' x

let private lambertWSlope' =
    {
        Name = "lambertWSlope"
        Parameters = null
        Doc = "exp(-w) / (1 + w) where w exp w = x: the slope of lambertW; +inf at -1/e"
        Notation = Notation.latex "W'"
        Domain = [ AtLeast -0.36787944117144233 ]
        Special = [ [ -0.36787944117144233 ]; [ 0.0 ]; [ 1e300 ]; [ infinity ] ]
        Kernel = Unary(UnaryMap.Over<LambertWSlope>())
        Derivative =
            Partials(fun xs y ->
                let ratio = Arithmetic.add one (Arithmetic.reciprocal (lambertWNext xs[0]))
                [ Arithmetic.negate (Arithmetic.multiply (Arithmetic.multiply y y) ratio) ])
    }

/// 1 + lambertW x.
let private lambertWNext (x: Node) : Node = Node.apply1 lambertWNext' x

let private lambertWNext' =
    {
        Name = "lambertWNext"
        Parameters = null
        Doc = "1 + lambertW x, with all its digits beside -1/e, where it is 0"
        Notation = Notation.latex "(1 + W)"
        Domain = [ AtLeast -0.36787944117144233 ]
        Special = [ [ -0.36787944117144233 ]; [ 0.0 ]; [ infinity ] ]
        Kernel = Unary(UnaryMap.Over<LambertWNext>())
        Derivative = Partials(fun xs _ -> [ lambertWSlope xs[0] ])
    }

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [ exp2'; log2'; log10'; xlogy'; quotient'; logAddExp'; gap'; lambertW'; lambertWSlope'; lambertWNext' ]
    |> List.map Family.elementwise
