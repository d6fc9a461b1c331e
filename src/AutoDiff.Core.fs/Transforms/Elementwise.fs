namespace AutoDiff

open System
open System.Globalization
open AutoDiff.Kernels

/// Elementwise functions of one's own, each a record: applied, differentiated to any order, batched and checked like those of the library,
/// with nothing to register.
[<RequireQualifiedAccess>]
module Elementwise =
    /// An elementwise function of one number.
    [<ReferenceEquality>]
    type Definition =
        {
            /// The name that messages and printed programs use.
            Name: string
            /// One sentence that says what it is, and its slope at kinks and ends.
            Doc: string
            /// The numbers, ends not included, between which it is smooth; the check draws from there.
            Domain: float * float
            /// Further points to check: off kinks, and a thousandth or more inside the ends, for differences look at both sides.
            Special: float list
            /// The function, of one number.
            Function: float -> float
            /// The slope at x, where the result is y, written with functions that have derivatives themselves. May be called on
            /// values of any shape, element by element.
            Slope: Scalar -> Scalar -> Scalar
        }

    let private invariant = CultureInfo.InvariantCulture

    let private primitive (definition: Definition) : Primitive =
        let low, high = definition.Domain

        {
            Name = definition.Name
            Parameters = box definition
            Doc = definition.Doc
            Notation = Notation.byName
            Domain = [ Between(low, high) ]
            Special = [ for x in definition.Special -> [ x ] ]
            Kernel = Unary(UnaryMap(Func<_, _> definition.Function))
            Derivative = Partials(fun xs y -> [ (definition.Slope (Scalar xs[0]) (Scalar y)).Node ])
        }

    /// <summary>The function of a scalar.</summary><param name="definition">The function with its slope.</param>
    /// <param name="x">A number.</param><returns>A number.</returns>
    let scalar (definition: Definition) (x: Scalar) : Scalar = Scalar(Node.apply1 (primitive definition) x.Node)

    /// <summary>The function at every element of a vector.</summary><param name="definition">The function with its slope.</param>
    /// <param name="x">A vector.</param><returns>A vector of the same length.</returns>
    let vector (definition: Definition) (x: Vector) : Vector = Vector(Node.apply1 (primitive definition) x.Node)

    /// <summary>The function at every element of a matrix.</summary><param name="definition">The function with its slope.</param>
    /// <param name="x">A matrix.</param><returns>A matrix of the same shape.</returns>
    let matrix (definition: Definition) (x: Matrix) : Matrix = Matrix(Node.apply1 (primitive definition) x.Node)

    /// Twelve points between two bounds, of which an infinite or distant one is drawn near.
    let private inside (definition: Definition) =
        let low, high = definition.Domain

        if not (low < high) then
            let bounds = "from " + low.ToString("R", invariant) + " to " + high.ToString("R", invariant)
            raise (ArgumentException("The domain of " + definition.Name + ", " + bounds + ", holds no number.", nameof definition))

        let low =
            if low >= -3.0 then low
            elif high > -3.0 then -3.0
            else max low (high - 6.0)

        let high = min high (low + 6.0)
        [| for k in 1..12 -> low + (high - low) * float k / 13.0 |]

    /// A derivative of the sum over a vector beside differences of a function of one number.
    let private beside (points: float[]) (slopes: Vector -> Vector) (f: float -> float) =
        GradientCheck(points, (slopes (Vector points)).ToArray(), Array.map (GradientChecks.difference false f) points, 1e-6)

    /// <summary>Compares first and second derivatives with finite differences at points of the domain and the special ones.</summary>
    /// <param name="definition">The function with its slope.</param><returns>What agrees and what does not.</returns>
    /// <exception cref="T:System.ArgumentException">The domain is empty.</exception>
    let check (definition: Definition) : GradientCheck =
        let points = Array.append (inside definition) (List.toArray definition.Special)
        let slopes = Derivatives.grad "check" (fun (x: Vector) -> (vector definition x).Sum())
        let first = beside points slopes definition.Function

        if first.IsRight then
            let curvatures = Derivatives.grad "check" (fun (x: Vector) -> (slopes x).Sum())
            beside points curvatures (fun x -> (slopes (Vector [| x |])).ToArray()[0])
        else
            first
