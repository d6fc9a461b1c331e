/// Norms of every column by powers of real order. In a rule, xs are the operands, y is the result, dxs are the tangents.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.PowerNorms

open System
open AutoDiff.Kernels

type private Loops = AutoDiff.Kernels.PowerNorms

/// (Σ |x|^p)^(1/p) of each column, for p from 1 on.
let norms (p: float) (x: Node) : Node =
    if not (p >= 1.0) then
        raise (ArgumentOutOfRangeException("p", "Norm: the order " + string p + " is less than 1, and what it gives is not a norm."))
    elif p = 1.0 then
        Reduction.columnSums (Arithmetic.abs x)
    elif Double.IsInfinity p then
        largest x
    else
        Node.apply1 (norms' p) x

/// The largest absolute value of each column; 0 of an empty one.
let private largest (x: Node) : Node =
    let extent = x.Shape.Extent

    if extent.Rows = 0 then
        Node.zeros (Shape.one (Extent.vector extent.Columns)) (Precision.settled x.Precision)
    else
        Extrema.maximum (Arithmetic.abs x)

// Below the order 2, second derivatives are infinite at zeros.
let private smooth p = if p < 2.0 then NonZero else Reals

let private norms' p =
    {
        Name = "norms"
        Parameters = box p
        Doc = "the p-th root of the sum of the p-th powers of the absolute values of each column, without overflow; slope 0 where all are 0"
        Notation =
            (if p = 2.0 then
                 Notation.Routine("\\left\\|#1\\right\\|", ColumnRoutines.norms)
             else
                 Notation.latex "\\operatorname{norms}")
        Domain = [ smooth p ]
        Special = [ [ 0.0 ] ]
        Kernel =
            SharedKernels.toRow
                { new SharedKernels.ByColumns() with
                    override _.Columns(x, y) = Loops.Norm(p, x, y)
                }
        Derivative = Tangent(fun xs _ dxs -> Columns.weigh (signedPower (p - 1.0) (directions p xs[0])) dxs[0])
    }

/// Each column, divided by its norm; 0 where that is 0.
let directions (p: float) (x: Node) : Node = Node.apply1 (directions' p) x

// With s = sign(y) |y|^(p-1), dy = (dx - y Σ s dx) / norm. The s y of a column add up to 1, so no difference of nearly equal terms is left.
let private directions' p =
    {
        Name = "directions"
        Parameters = box p
        Doc = "each column, divided by its norm of order p; 0 with slopes 0 where that is 0"
        Notation =
            (if p = 2.0 then
                 Notation.Routine("\\frac{#1}{\\left\\|#1\\right\\|}", Routines.direction)
             else
                 Notation.latex "\\operatorname{directions}")
        Domain = [ smooth p ]
        Special = []
        Kernel =
            SharedKernels.toColumns
                { new SharedKernels.ByColumns() with
                    override _.Columns(x, y) = Loops.Direction(p, x, y)
                }
        Derivative =
            Tangent(fun xs y dxs ->
                let own = Arithmetic.strongMultiply (Scanning.sumOfOthers (absPower p y)) dxs[0]
                let others = Scanning.sumOfOthers (Arithmetic.strongMultiply (signedPower (p - 1.0) y) dxs[0])

                Arithmetic.divideOrZero
                    (Arithmetic.subtract own (Arithmetic.strongMultiply y others))
                    (Reduction.repeatRow xs[0].Shape.Extent.Rows (norms p xs[0])))
    }

/// |x|^p, element by element.
let absPower (p: float) (x: Node) : Node = if p = 2.0 then Elementary.powInteger 2 x else Node.apply1 (absPower' p) x

let private absPower' p =
    {
        Name = "absPower"
        Parameters = box p
        Doc = "|x|^p, element by element; slope 0 at 0 for p > 0, the centre of the slopes on both sides"
        Notation = Notation.unary (fun x -> Notation.power p (Notation.abs x))
        Domain = [ (if p >= 2.0 || p = 0.0 then Reals else NonZero) ]
        Special = [ if p > 1.0 then [ 0.0 ] else [ -2.0 ] ]
        Kernel = Unary(UnaryMap.OverWith<PowerOfDistance, float[]> [| p |])
        Derivative =
            if p = 0.0 then
                Constant
            else
                Partials(fun xs _ -> [ Arithmetic.multiply (Node.plain p) (signedPower (p - 1.0) xs[0]) ])
    }

/// sign(x) |x|^p, element by element.
let signedPower (p: float) (x: Node) : Node =
    if p = 1.0 then x
    elif p = 0.0 then Arithmetic.sign x
    else Node.apply1 (signedPower' p) x

let private signedPower' p =
    {
        Name = "signedPower"
        Parameters = box p
        Doc = "sign(x) |x|^p, element by element; 0 at 0 for all p, with slope +inf there for p below 1"
        Notation =
            Notation.unary (fun x ->
                let product = Notation.times (Notation.sign x) (Notation.power p (Notation.abs x)) in
                Notation.guarded product (Notation.choose x "==" Notation.zero Notation.zero product))
        Domain = [ (if p >= 2.0 then Reals else NonZero) ]
        Special = [ if p > 1.0 then [ 0.0 ] else [ -2.0 ] ]
        Kernel = Unary(UnaryMap.OverWith<SignedPower, float[]> [| p |])
        Derivative = Partials(fun xs _ -> [ Arithmetic.multiply (Node.plain p) (absPower (p - 1.0) xs[0]) ])
    }

/// The variance of each column, from a sample: the sum of the squares of the deviations from the mean, divided by n - 1.
let variances (x: Node) : Node =
    let n = degrees "Variance" x
    Arithmetic.divide (Reduction.columnSums (Elementary.powInteger 2 (Scanning.centre x))) (Node.plain n)

/// The standard deviation of each column, from a sample; slope 0 where the column is constant.
let standardDeviations (x: Node) : Node =
    let n = degrees "StandardDeviation" x
    Arithmetic.divide (Node.apply1 deviation' x) (Node.plain (Math.Sqrt n))

let private deviation' =
    {
        Name = "deviation"
        Parameters = null
        Doc = "the square root of the sum of squares of the deviations from the mean, of each column; slope 0 where it is constant"
        Notation = Notation.byName
        Domain = [ Reals ]
        Special = [ [ 0.0 ] ]
        Kernel =
            SharedKernels.toRow
                { new SharedKernels.ByColumns() with
                    override _.Columns(x, y) = Centring.Deviation(x, y)
                }
        Derivative = Tangent(fun xs _ dxs -> Columns.weigh (Node.apply1 (deviationGradient' 0) xs[0]) dxs[0])
    }

let private deviationGradient' k =
    Gradients.primitive
        deviationGradient'
        "deviationGradient"
        "the deviations from the mean of each column, divided by their norm, and its derivatives along directions; 0 where it is constant"
        { new Gradients.Along() with
            override _.Columns(x, y) = DeviationDerivatives.Along(x, y)
        }
        k

let private degrees name (x: Node) =
    let extent = x.Shape.Extent

    if extent.Rows < 2 then
        raise (ShapeException(name + ": it takes two elements or more; here there are " + string extent.Rows + "."))

    float (extent.Rows - 1)

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    let matrices p = Family.whole p (fun n m _ -> [ Extent.matrix n m ])

    [
        matrices deviation'
        for k in 0..2 do
            Family.whole (deviationGradient' k) (fun n m _ -> List.replicate (k + 1) (Extent.matrix (n + 2) m))
        for p in [ 1.5; 2.0; 4.0 ] do
            matrices (norms' p)
            matrices (directions' p)
        for p in [ -0.5; 0.0; 1.5; 4.0 ] do
            Family.elementwise (absPower' p)
        for p in [ -0.5; 0.5; 3.0 ] do
            Family.elementwise (signedPower' p)
    ]
