/// Functions of a point in the plane: its distance from the origin and its angle. In a rule, xs are the operands, y is the result.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Plane

open System
open AutoDiff.Kernels

/// The length of the vector (x, z).
let hypot (x: Node) (z: Node) : Node = Node.apply2 hypot' x z

let private hypot' =
    {
        Name = "hypot"
        Parameters = null
        Doc = "the square root of x² + z² without overflow; slopes 0 at the origin, the centre of all directions"
        Notation = Notation.binary Notation.hypot
        Domain = [ Reals; Reals ]
        Special = [ [ 0.0; 0.0 ]; [ 3.0; -4.0 ]; [ 0.0; 2.0 ]; [ 1e200; -1e200 ]; [ 1e-200; 1e-200 ] ]
        Kernel = Binary(BinaryMap.Over<Hypotenuse>())
        Derivative = Partials(fun xs _ -> [ direction xs[0] xs[1]; direction xs[1] xs[0] ])
    }

/// x divided by the length of the vector (x, z): the slope of hypot.
let direction (x: Node) (z: Node) : Node = Node.apply2 direction' x z

let private direction' =
    {
        Name = "direction"
        Parameters = null
        Doc = "x / √(x² + z²), 0 with slopes 0 at the origin: the slope of hypot, and the cosine of the angle of the point (x, z)"
        Notation = Notation.binary Notation.direction
        Domain = [ Reals; NonZero ]
        Special = [ [ 0.0; 1.0 ]; [ 1.0; 1.0 ]; [ 1e200; 1.0 ] ]
        Kernel = Binary(BinaryMap.Over<DirectionOf>())
        Derivative =
            Partials(fun xs y ->
                // by the other direction s, in which 1 - y² does not cancel
                let s = direction xs[1] xs[0]
                let across = Arithmetic.divideOrZero s (hypot xs[0] xs[1])
                [ Arithmetic.multiply s across; Arithmetic.negate (Arithmetic.multiply y across) ])
    }

/// The angle of the point (x, y).
let atan2 (y: Node) (x: Node) : Node = Node.apply2 atan2' y x

let private atan2' =
    {
        Name = "atan2"
        Parameters = null
        Doc = "the angle in (-π, π] from the x-axis to the point (x, y); slopes 0 at the origin"
        Notation = Notation.binary (fun x z -> Notation.call "atan2" "\\operatorname{atan2}" "Math.Atan2" [ x; z ])
        Domain = [ Reals; NonZero ]
        Special = [ [ 0.0; 1.0 ]; [ 1.0; 0.0 ]; [ 1.0; 1.0 ]; [ 1e200; -1e200 ]; [ 1e-200; 1e-200 ] ]
        Kernel = Binary(BinaryMap.Over<AngleOf>())
        Derivative = Partials(fun xs _ -> [ inversion xs[1] xs[0]; Arithmetic.negate (inversion xs[0] xs[1]) ])
    }

/// x / (x² + z²), the slope of the angle.
let inversion (x: Node) (z: Node) : Node = Node.apply2 inversion' x z

let private inversion' =
    {
        Name = "inversion"
        Parameters = null
        Doc = "x / (x² + z²), 0 with slopes 0 at the origin: the slope of atan2, the real part of 1 / (x + iz)"
        Notation = Notation.binary Notation.inversion
        Domain = [ Reals; NonZero ]
        Special = [ [ 0.0; 1.0 ]; [ 1.0; 1.0 ] ]
        Kernel = Binary(BinaryMap.Over<InversionOf>())
        Derivative = Partials(fun xs _ -> [ Arithmetic.negate (realInverse 2 xs[0] xs[1]); imaginaryInverse 2 xs[0] xs[1] ])
    }

/// The real part of 1 / (x + iz)ⁿ.
let private realInverse (n: int) (x: Node) (z: Node) : Node = Node.apply2 (realInverse' n) x z

let private realInverse' (n: int) =
    {
        Name = "realInverse"
        Parameters = box n
        Doc = "the real part of 1 / (x + iz)ⁿ, 0 at the origin: a derivative of atan2"
        Notation = Notation.binary (fun x z -> fst (Notation.inversePower n x z))
        Domain = [ Reals; NonZero ]
        Special = [ [ 0.0; 1.0 ]; [ 1.0; 1.0 ] ]
        Kernel = Binary(BinaryMap.OverWith<RealPartOfInverse, int> n)
        Derivative =
            Partials(fun xs _ ->
                let times c x = Arithmetic.multiply (Node.plain (float c)) x
                [ times -n (realInverse (n + 1) xs[0] xs[1]); times n (imaginaryInverse (n + 1) xs[0] xs[1]) ])
    }

/// The imaginary part of 1 / (x + iz)ⁿ.
let private imaginaryInverse (n: int) (x: Node) (z: Node) : Node = Node.apply2 (imaginaryInverse' n) x z

let private imaginaryInverse' (n: int) =
    {
        Name = "imaginaryInverse"
        Parameters = box n
        Doc = "the imaginary part of 1 / (x + iz)ⁿ, 0 at the origin: a derivative of atan2"
        Notation = Notation.binary (fun x z -> snd (Notation.inversePower n x z))
        Domain = [ Reals; NonZero ]
        Special = [ [ 0.0; 1.0 ]; [ 1.0; 1.0 ] ]
        Kernel = Binary(BinaryMap.OverWith<ImaginaryPartOfInverse, int> n)
        Derivative =
            Partials(fun xs _ ->
                let times c x = Arithmetic.multiply (Node.plain (float c)) x
                [ times -n (imaginaryInverse (n + 1) xs[0] xs[1]); times -n (realInverse (n + 1) xs[0] xs[1]) ])
    }

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [
        for p in [ hypot'; direction'; atan2'; inversion' ] -> Family.elementwise p
        for n in [ 2; 3 ] -> Family.elementwise (realInverse' n)
        for n in [ 2; 3 ] -> Family.elementwise (imaginaryInverse' n)
    ]
