/// What the conventions promise at points where the textbook has no derivative, through the functions that users call.
module AutoDiff.Tests.ConventionTests

open System
open Xunit
open FsCheck.FSharp
open AutoDiff

let private forward (f: Scalar -> Scalar) (x: Scalar) : Scalar = snd (Diff.jvp f x (Scalar 1.0))
let private reverse (f: Scalar -> Scalar) (x: Scalar) : Scalar = Diff.grad f x

/// The derivative of some order by every combination of modes.
let rec private derivatives order (f: Scalar -> Scalar) : (Scalar -> Scalar) list =
    if order = 0 then
        [ f ]
    else
        [
            for inner in derivatives (order - 1) f do
                for mode in [ forward; reverse ] -> mode inner
        ]

let private values order f (x: float) = derivatives order f |> List.map (fun d -> (d (Scalar x)).Value)

let private close (expected: float) (found: float) =
    Assert.True(abs (expected - found) <= 1e-12 * (1.0 + abs expected), $"{found} where {expected} is right")

let private zero = Scalar 0.0
let private abs' (x: Scalar) = Scalar.Abs x
let private max' (x: Scalar) (z: Scalar) = Scalar.Max(x, z)
let private min' (x: Scalar) (z: Scalar) = Scalar.Min(x, z)

[<Fact>]
let ``What is not chosen has no influence to third order in every combination of modes`` () =
    let f (x: Scalar) = Scalar.Where(Scalar.Greater(x, zero), Scalar.Sqrt x, zero)

    for order in 0..3 do
        for x in [ 0.0; -1.0 ] do
            Assert.All(values order f x, (fun y -> Assert.Equal(0.0, y)))
    // and where it is chosen it is there: the derivatives of the root at 4
    for order, expected in [ 0, 2.0; 1, 0.25; 2, -1.0 / 32.0; 3, 3.0 / 256.0 ] do
        Assert.All(values order f 4.0, (fun y -> close expected y))

[<Fact>]
let ``Second derivatives survive at a stationary point`` () =
    let squaredSine (x: Scalar) = Scalar.Sin x * Scalar.Sin x
    Assert.All(values 2 squaredSine 0.0, (fun y -> close 2.0 y))
    Assert.All(values 2 (fun x -> Scalar.Pow(Scalar.Sin x, 2.0)) 0.0, (fun y -> close 2.0 y))

[<Fact>]
let ``Rosenbrock's Hessian at its minimum`` () =
    let f (v: Vector) : Scalar = let a, b = 1.0 - v[0], v[1] - v[0] * v[0] in a * a + 100.0 * b * b
    let minimum = Vector [| 1.0; 1.0 |]
    Assert.Equal<float[]>([| 0.0; 0.0 |], (Diff.grad f minimum).ToArray())
    let expected = array2D [ [ 802.0; -400.0 ]; [ -400.0; 200.0 ] ]
    let agree (found: float[,]) = Array2D.iteri (fun i j x -> close expected[i, j] x) found
    agree ((Diff.hessian f minimum).ToArray())
    agree ((Diff.jacobianForward (Diff.grad f) minimum).ToArray())
    agree ((Diff.jacobianReverse (Diff.grad f) minimum).ToArray())

/// Two ways to write one function: equal values, and equal slopes in both modes, to the last bits.
let private identical (f: Scalar -> Scalar) (g: Scalar -> Scalar) x =
    for order in 0..1 do
        List.iter2 close (values order f x) (values order g x)

let private numbers = Gen.frequency [ 1, Gen.constant 0.0; 3, Generators.inside Reals ]

[<Fact>]
let ``The larger and the smaller add up to both`` () = Generators.check 50 numbers (identical (fun x -> max' x zero + min' x zero) id)

[<Fact>]
let ``The larger of a number and its opposite is its distance from zero`` () =
    Generators.check 50 numbers (identical (fun x -> max' x -x) abs')

[<Fact>]
let ``Half of a number and its distance from zero is its positive part`` () =
    Generators.check 50 numbers (identical (fun x -> (x + abs' x) / 2.0) (fun x -> max' x zero))

[<Fact>]
let ``Softplus is the positive part and a rest`` () =
    Generators.check 50 numbers (identical (fun x -> max' x zero + Scalar.Log1p(Scalar.Exp(-(abs' x)))) Scalar.Softplus)

[<Fact>]
let ``Kinks have no second derivative`` () =
    for f in [ abs'; max' zero; min' zero; (fun x -> Scalar.Hypot(x, zero)) ] do
        Assert.All(values 2 f 0.0, (fun y -> Assert.Equal(0.0, y)))

    let norm (v: Vector) : Scalar = v.L2Norm()
    Assert.All((Diff.hessian norm (Vector [| 0.0; 0.0; 0.0 |])).ToArray() |> Seq.cast<float>, (fun y -> Assert.Equal(0.0, y)))

[<Fact>]
let ``Whole powers are exact for negative bases and at zero`` () =
    let power (n: float) (x: Scalar) = Scalar.Pow(x, n)
    Assert.All(values 0 (power 0.0) 0.0, (fun y -> Assert.Equal(1.0, y)))
    Assert.All(values 1 (power 0.0) 0.0, (fun y -> Assert.Equal(0.0, y)))
    Assert.All(values 1 (power 1.0) 0.0, (fun y -> Assert.Equal(1.0, y)))
    Assert.All(values 1 (power 3.0) -2.0, (fun y -> Assert.Equal(12.0, y)))
    Assert.All(values 2 (power 2.0) 0.0, (fun y -> Assert.Equal(2.0, y)))
    Assert.All(values 1 (power -1.0) -2.0, (fun y -> Assert.Equal(-0.25, y)))

[<Fact>]
let ``Slopes keep their digits in the tails`` () =
    // from the series or the leading term, where the next one is below the last digit
    let cases =
        [
            Scalar.Sigmoid, -700.0, Math.Exp -700.0
            Scalar.Sigmoid, 700.0, Math.Exp -700.0
            Scalar.Softplus, -700.0, Math.Exp -700.0
            Scalar.Tanh, 300.0, 4.0 * Math.Exp -600.0
            Scalar.Expm1, 1e-300, 1.0
            Scalar.Log1p, 1e-300, 1.0
            Scalar.Asinh, 1e200, 1e-200
            Scalar.Atanh, 1.0 - Math.ScaleB(1.0, -53), Math.ScaleB(1.0, 52) / (1.0 - Math.ScaleB(1.0, -54))
        ]

    for f, x, expected in cases do
        for slope in values 1 f x do
            Assert.True(abs (slope - expected) <= 1e-12 * expected, $"{slope} at {x} where {expected} is right")

[<Fact>]
let ``A mask has zeros for a gradient, of its own shape`` () =
    let f (mask: Vector) : Scalar = (Vector.Where(mask, Vector [| 1.0; 2.0 |], Vector [| 3.0; 4.0 |])).Sum()
    Assert.Equal<float[]>([| 0.0; 0.0 |], (Diff.grad f (Vector [| 1.0; 0.0 |])).ToArray())

[<Fact>]
let ``What a function does not use has zeros`` () =
    let used, unused = Diff.grad (fun (x: Scalar, _: Matrix) -> x * x) (Scalar 3.0, Matrix(array2D [ [ 1.0; 2.0 ] ]))
    Assert.Equal(6.0, used.Value)
    Assert.Equal<float[,]>(array2D [ [ 0.0; 0.0 ] ], unused.ToArray())
