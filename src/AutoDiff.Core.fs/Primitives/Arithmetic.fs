/// Elementwise arithmetic. In a rule, xs are the operands and y is the result.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Arithmetic

open AutoDiff.Kernels

/// x + z
let add (x: Node) (z: Node) : Node =
    if Node.isZero x && obj.ReferenceEquals(x.Shape, z.Shape) then z
    elif Node.isZero z && obj.ReferenceEquals(x.Shape, z.Shape) then x
    else Node.apply2 add' x z

/// Whether a primitive adds: sums of many terms are made of it.
let isAddition (primitive: Primitive) : bool = obj.ReferenceEquals(primitive, add')

let private add' =
    {
        Name = "add"
        Parameters = null
        Doc = "x + z"
        Notation = Notation.binary Notation.plus
        Domain = [ Reals; Reals ]
        Special = [ [ 0.0; -0.0 ]; [ infinity; 1.0 ] ]
        Kernel = Binary(BinaryMap.Over<Sum2>())
        Derivative = Linear(fun _ ybar -> [ ybar; ybar ])
    }

/// x - z
let subtract (x: Node) (z: Node) : Node = Node.apply2 subtract' x z

let private subtract' =
    {
        Name = "subtract"
        Parameters = null
        Doc = "x - z"
        Notation = Notation.binary Notation.minus
        Domain = [ Reals; Reals ]
        Special = [ [ 0.0; 0.0 ] ]
        Kernel = Binary(BinaryMap.Over<Difference>())
        Derivative = Linear(fun _ ybar -> [ ybar; negate ybar ])
    }

/// -x
let negate (x: Node) : Node = Node.apply1 negate' x

let private negate' =
    {
        Name = "negate"
        Parameters = null
        Doc = "-x"
        Notation = Notation.unary Notation.opposite
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ infinity ] ]
        Kernel = Unary(UnaryMap.Over<Negation>())
        Derivative = Linear(fun _ ybar -> [ negate ybar ])
    }

/// x * z, element by element
let multiply (x: Node) (z: Node) : Node = Node.apply2 multiply' x z

let private multiply' =
    {
        Name = "multiply"
        Parameters = null
        Doc = "x * z, element by element"
        Notation = Notation.binary Notation.times
        Domain = [ Reals; Reals ]
        Special = [ [ 0.0; 0.0 ]; [ 0.0; -2.0 ] ]
        Kernel = Binary(BinaryMap.Over<Product2>())
        Derivative = Partials(fun xs _ -> [ xs[1]; xs[0] ])
    }

/// slope * x, but 0 where x is 0, also where the slope is infinite or NaN: how every elementwise rule multiplies.
let strongMultiply (slope: Node) (x: Node) : Node =
    if Node.isOne x && slope.Precision = x.Precision then slope else Node.apply2 strongMultiply' slope x

let private strongMultiply' =
    {
        Name = "strongMultiply"
        Parameters = null
        Doc = "slope * x, but 0 where x is 0, also where the slope is infinite or NaN"
        Notation =
            Notation.binary (fun x z ->
                Notation.guarded (Notation.times x z) (Notation.choose z "==" Notation.zero Notation.zero (Notation.times x z)))
        Domain = [ Reals; Reals ]
        Special = [ [ infinity; 0.0 ]; [ nan; 0.0 ]; [ 0.0; 0.0 ] ]
        Kernel = Binary(BinaryMap.Over<StrongProduct>())
        Derivative =
            Multilinear(
                (fun place -> if place = 0 then strongBoth' else strongMultiply'),
                (fun xs ybar -> [ strongBoth ybar xs[1]; strongMultiply xs[0] ybar ])
            )
    }

/// x * z, but 0 where either is 0, also where the other is infinite or NaN: how two cotangents or tangents multiply.
let strongBoth (x: Node) (z: Node) : Node =
    if Node.isOne x && x.Precision = z.Precision then z
    elif Node.isOne z && x.Precision = z.Precision then x
    else Node.apply2 strongBoth' x z

let private strongBoth' =
    {
        Name = "strongBoth"
        Parameters = null
        Doc = "x * z, but 0 where either is 0, also where the other is infinite or NaN"
        Notation =
            Notation.binary (fun x z ->
                Notation.guarded
                    (Notation.times x z)
                    (Notation.choose
                        x
                        "=="
                        Notation.zero
                        Notation.zero
                        (Notation.choose z "==" Notation.zero Notation.zero (Notation.times x z))))
        Domain = [ Reals; Reals ]
        Special = [ [ infinity; 0.0 ]; [ 0.0; nan ]; [ 0.0; 0.0 ] ]
        Kernel = Binary(BinaryMap.Over<StrongProductOfBoth>())
        Derivative = Multilinear((fun _ -> strongBoth'), (fun xs ybar -> [ strongBoth ybar xs[1]; strongBoth xs[0] ybar ]))
    }

/// x / z, element by element
let divide (x: Node) (z: Node) : Node = Node.apply2 divide' x z

let private divide' =
    {
        Name = "divide"
        Parameters = null
        Doc = "x / z, element by element"
        Notation = Notation.binary Notation.over
        Domain = [ Reals; NonZero ]
        Special = [ [ 0.0; 1.0 ]; [ 0.0; -3.0 ] ]
        Kernel = Binary(BinaryMap.Over<Quotient>())
        Derivative = Partials(fun xs y -> [ reciprocal xs[1]; negate (divide y xs[1]) ])
    }

/// 1 / x
let reciprocal (x: Node) : Node = Node.apply1 reciprocal' x

let private reciprocal' =
    {
        Name = "reciprocal"
        Parameters = null
        Doc = "1 / x"
        Notation = Notation.unary (fun x -> Notation.over Notation.one x)
        Domain = [ NonZero ]
        Special = [ [ 1.0 ]; [ -1e-3 ] ]
        Kernel = Unary(UnaryMap.Over<Reciprocal>())
        Derivative = Partials(fun _ y -> [ negate (multiply y y) ])
    }

/// 1 / x above zero, infinite at zero, NaN below it.
let reciprocalOfPositive (x: Node) : Node = Node.apply1 reciprocalOfPositive' x

let private reciprocalOfPositive' =
    {
        Name = "reciprocalOfPositive"
        Parameters = null
        Doc = "1 / x for positive x, infinite at either zero, NaN below: the slope of functions that end at zero, like log"
        Notation =
            Notation.unary (fun x ->
                Notation.guarded
                    (Notation.over Notation.one x)
                    (Notation.choose x ">=" Notation.zero (Notation.over Notation.one (Notation.abs x)) Notation.notANumber))
        Domain = [ AtLeast 0.0 ]
        Special = [ [ 0.0 ]; [ 1.0 ] ]
        Kernel = Unary(UnaryMap.Over<ReciprocalOfPositive>())
        Derivative = Partials(fun _ y -> [ negate (multiply y y) ])
    }

/// x / z, and 0 where z is 0.
let divideOrZero (x: Node) (z: Node) : Node = Node.apply2 divideOrZero' x z

let private divideOrZero' =
    {
        Name = "divideOrZero"
        Parameters = null
        Doc = "x / z, and 0 with slopes 0 where z is 0: the slope of norms, which have a kink there"
        Notation =
            Notation.binary (fun x z ->
                Notation.guarded (Notation.over x z) (Notation.choose z "==" Notation.zero Notation.zero (Notation.over x z)))
        Domain = [ Reals; NonZero ]
        Special = [ [ 1.0; 1.0 ] ]
        Kernel = Binary(BinaryMap.Over<QuotientOrZero>())
        Derivative = Partials(fun xs y -> [ divideOrZero (Node.one xs[1].Precision) xs[1]; negate (divideOrZero y xs[1]) ])
    }

/// The distance of x from 0.
let abs (x: Node) : Node = Node.apply1 abs' x

let private abs' =
    {
        Name = "abs"
        Parameters = null
        Doc = "the distance of x from 0; slope 0 at 0, the centre of -1 and 1"
        Notation = Notation.unary Notation.abs
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ -0.0 ]; [ infinity ]; [ -infinity ] ]
        Kernel = Unary(UnaryMap.Over<AbsoluteValue>())
        Derivative = Partials(fun xs _ -> [ sign xs[0] ])
    }

/// -1, 0 or 1 by the sign of x.
let sign (x: Node) : Node = Node.apply1 sign' x

let private sign' =
    {
        Name = "sign"
        Parameters = null
        Doc = "-1, 0 or 1 by the sign of x; NaN of NaN; slope 0 everywhere"
        Notation = Notation.unary Notation.sign
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ -0.0 ] ]
        Kernel = Unary(UnaryMap.Over<Sign>())
        Derivative = Constant
    }

/// The larger of x and z.
let max (x: Node) (z: Node) : Node = Node.apply2 max' x z

let private max' =
    {
        Name = "max"
        Parameters = null
        Doc = "the larger of x and z, NaN where one of them is; a tie shares its slope equally"
        Notation = Notation.binary (fun x z -> Notation.call "max" "\\max" "Math.Max" [ x; z ])
        Domain = [ Reals; Reals ]
        Special = [ [ 1.0; 1.0 ]; [ 0.0; 0.0 ]; [ 2.0; -infinity ] ]
        Kernel = Binary(BinaryMap.Over<Larger>())
        Derivative = Partials(fun xs _ -> [ share xs[0] xs[1]; share xs[1] xs[0] ])
    }

/// The smaller of x and z.
let min (x: Node) (z: Node) : Node = Node.apply2 min' x z

let private min' =
    {
        Name = "min"
        Parameters = null
        Doc = "the smaller of x and z, NaN where one of them is; a tie shares its slope equally"
        Notation = Notation.binary (fun x z -> Notation.call "min" "\\min" "Math.Min" [ x; z ])
        Domain = [ Reals; Reals ]
        Special = [ [ 1.0; 1.0 ]; [ 0.0; 0.0 ]; [ 2.0; infinity ] ]
        Kernel = Binary(BinaryMap.Over<Smaller>())
        Derivative = Partials(fun xs _ -> [ share xs[1] xs[0]; share xs[0] xs[1] ])
    }

/// 1 where x is larger than z, 1/2 where they are equal, 0 where it is smaller: the slope of max.
let share (x: Node) (z: Node) : Node = Node.apply2 share' x z

let private share' =
    {
        Name = "share"
        Parameters = null
        Doc = "1 where x > z, 1/2 where x = z, 0 where x < z, NaN where one of them is: the slope of max with respect to x"
        Notation = Notation.binary Notation.share
        Domain = [ Reals; Reals ]
        Special = [ [ 1.0; 1.0 ] ]
        Kernel = Binary(BinaryMap.Over<Share>())
        Derivative = Constant
    }

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [
        add'
        subtract'
        negate'
        multiply'
        strongMultiply'
        strongBoth'
        divide'
        reciprocal'
        reciprocalOfPositive'
        divideOrZero'
        abs'
        sign'
        max'
        min'
        share'
    ]
    |> List.map Family.elementwise
