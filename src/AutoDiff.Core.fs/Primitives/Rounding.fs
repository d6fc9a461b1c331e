/// Whole numbers near x, what is left beside them, and bounds. In a rule, xs are the operands and y is the result.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Rounding

open System
open AutoDiff.Kernels

/// The largest whole number that is not above x.
let floor (x: Node) : Node = Node.apply1 floor' x

let private floor' =
    {
        Name = "floor"
        Parameters = null
        Doc = "the largest whole number that is not above x; slope 0 everywhere"
        Notation = Notation.math "floor" "\\lfloor #1 \\rfloor" "Math.Floor"
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ -0.0 ]; [ 2.5 ]; [ -1.0 ] ]
        Kernel = Unary(UnaryMap.Over<WholeBelow>())
        Derivative = Constant
    }

/// The smallest whole number that is not below x.
let ceiling (x: Node) : Node = Node.apply1 ceiling' x

let private ceiling' =
    {
        Name = "ceiling"
        Parameters = null
        Doc = "the smallest whole number that is not below x; slope 0 everywhere"
        Notation = Notation.math "ceiling" "\\lceil #1 \\rceil" "Math.Ceiling"
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ -0.0 ]; [ 2.5 ]; [ -1.0 ] ]
        Kernel = Unary(UnaryMap.Over<WholeAbove>())
        Derivative = Constant
    }

/// The whole number nearest to x, and the even one of two.
let round (x: Node) : Node = Node.apply1 round' x

let private round' =
    {
        Name = "round"
        Parameters = null
        Doc = "the whole number nearest to x, and the even one of two; slope 0 everywhere"
        Notation = Notation.math "round" "\\operatorname{round}" "Math.Round"
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ -0.0 ]; [ 2.5 ]; [ -1.0 ] ]
        Kernel = Unary(UnaryMap.Over<NearestWhole>())
        Derivative = Constant
    }

/// x - z floor(x / z).
let modulo (x: Node) (z: Node) : Node = Node.apply2 modulo' x z

let private modulo' =
    {
        Name = "modulo"
        Parameters = null
        Doc = "x - z floor(x / z), which has the sign of z; where it jumps, the slopes are those to the right"
        Notation = Notation.byName
        Domain = [ Between(8.0, 9.0); Between(3.0, 4.0) ] // where it does not jump
        Special = [ [ 8.5; 3.5 ]; [ -8.5; 3.5 ]; [ 8.5; -3.5 ] ]
        Kernel = Binary(BinaryMap.Over<Modulo>())
        Derivative = Partials(fun xs _ -> [ moduloSlope xs[0] xs[1]; Arithmetic.negate (floorQuotient xs[0] xs[1]) ])
    }

/// floor(x / z), the multiple that modulo leaves out.
let floorQuotient (x: Node) (z: Node) : Node = Node.apply2 floorQuotient' x z

let private floorQuotient' =
    {
        Name = "floorQuotient"
        Parameters = null
        Doc = "floor(x / z), the multiple that modulo leaves out; slope 0 everywhere"
        Notation = Notation.byName
        Domain = [ Between(8.0, 9.0); Between(3.0, 4.0) ] // where it does not jump
        Special = [ [ 8.5; 3.5 ]; [ -8.5; 3.5 ]; [ 8.5; -3.5 ] ]
        Kernel = Binary(BinaryMap.Over<FlooredQuotient>())
        Derivative = Constant
    }

/// The slope of modulo and remainder in x.
let private moduloSlope (x: Node) (z: Node) : Node = Node.apply2 moduloSlope' x z

let private moduloSlope' =
    {
        Name = "moduloSlope"
        Parameters = null
        Doc = "1 where modulo and remainder have a value, else NaN: their slope in x"
        Notation =
            Notation.binary (fun x z ->
                let rest = Notation.call "remainder" "" "Math.IEEERemainder" [ x; z ]
                Notation.helper "ModuloSlope" "" (Notation.choose rest "==" rest Notation.one Notation.notANumber) [ x; z ])
        Domain = [ Between(8.0, 9.0); Between(3.0, 4.0) ] // where it does not jump
        Special = [ [ 8.5; 3.5 ]; [ -8.5; 3.5 ]; [ 8.5; -3.5 ] ]
        Kernel = Binary(BinaryMap.Over<RemainderSlope>())
        Derivative = Constant
    }

/// x - z truncate(x / z): the % of C# and F#.
let remainder (x: Node) (z: Node) : Node = Node.apply2 remainder' x z

let private remainder' =
    {
        Name = "remainder"
        Parameters = null
        Doc = "x - z truncate(x / z), which has the sign of x: the % of C# and F#; where it jumps, the slopes are those away from 0"
        Notation = Notation.binary (fun x z -> Notation.call "remainder" "(#1 \\bmod #2)" "((#1) % (#2))" [ x; z ])
        Domain = [ Between(8.0, 9.0); Between(3.0, 4.0) ] // where it does not jump
        Special = [ [ 8.5; 3.5 ]; [ -8.5; 3.5 ]; [ 8.5; -3.5 ] ]
        Kernel = Binary(BinaryMap.Over<Remainder>())
        Derivative = Partials(fun xs _ -> [ moduloSlope xs[0] xs[1]; Arithmetic.negate (truncatedQuotient xs[0] xs[1]) ])
    }

/// truncate(x / z), the multiple that remainder leaves out.
let truncatedQuotient (x: Node) (z: Node) : Node = Node.apply2 truncatedQuotient' x z

let private truncatedQuotient' =
    {
        Name = "truncatedQuotient"
        Parameters = null
        Doc = "truncate(x / z), the multiple that remainder leaves out; slope 0 everywhere"
        Notation = Notation.byName
        Domain = [ Between(8.0, 9.0); Between(3.0, 4.0) ] // where it does not jump
        Special = [ [ 8.5; 3.5 ]; [ -8.5; 3.5 ]; [ 8.5; -3.5 ] ]
        Kernel = Binary(BinaryMap.Over<TruncatedQuotient>())
        Derivative = Constant
    }

/// x, but not below low and not above high.
let clip (x: Node) (low: Node) (high: Node) : Node = Node.apply3 clip' x low high

let private clip' =
    {
        Name = "clip"
        Parameters = null
        Doc = "min(max(x, low), high); at a bound x and the bound have slope 1/2 each"
        Notation =
            Notation.ternary (fun x z w -> Notation.call "min" "\\min" "Math.Min" [ Notation.call "max" "\\max" "Math.Max" [ x; z ]; w ])
        Domain = [ Reals; Reals; Reals ]
        Special = [ [ 1.0; 1.0; 2.0 ]; [ 2.0; 1.0; 2.0 ]; [ 0.0; -infinity; infinity ] ]
        Kernel = Ternary(TernaryMap(fun x low high -> Math.Min(Math.Max(x, low), high)))
        Derivative =
            Partials(fun xs _ ->
                let raised = Arithmetic.max xs[0] xs[1]
                let passes = Arithmetic.share xs[2] raised

                [
                    Arithmetic.multiply (Arithmetic.share xs[0] xs[1]) passes
                    Arithmetic.multiply (Arithmetic.share xs[1] xs[0]) passes
                    Arithmetic.share raised xs[2]
                ])
    }

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [ floor'; ceiling'; round'; modulo'; moduloSlope'; floorQuotient'; remainder'; truncatedQuotient'; clip' ]
    |> List.map Family.elementwise
