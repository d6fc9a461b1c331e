/// Truncated series: against high precision, against nested first derivatives, and inside other derivatives.
[<Xunit.Collection "measures">]
module AutoDiff.Tests.TaylorTests

open System
open System.Diagnostics
open Xunit
open AutoDiff

let private near (tolerance: float) (expected: float) (found: Scalar) =
    let error = abs (found.Value - expected)
    Assert.True(error <= tolerance * abs expected, $"{found.Value} where {expected} is right")

let private composed (x: Scalar) : Scalar = tanh (sin x * exp x)

/// mpmath 1.3: taylor(lambda x: tanh(sin(x)*exp(x)), 0.5, 30) at 80 digits, times k!.
let private derivatives =
    [|
        0.6586577036113282
        1.2667081275276938
        -2.0949563966586746
        -9.9195168056643013
        52.594982866383604
        359.02285277070867
        -2944.7011276321322
        -29097.021135043764
        297790.11408415446
        4045516.748731749
        -47773901.166218027
        -854204552.31107402
        11184892287.562088
        254753776153.80881
        -3599089718453.6852
        -102017614799617.09
        1521848902452729.0
        52809567643084857.0
        -8.1704102844556719e+17
        -3.4308096013655876e+19
        5.4210810121461541e+20
        2.7322242960373167e+22
        -4.3492045573610832e+23
        -2.6168291120690655e+25
        4.1430132565269571e+26
        2.9668842363650546e+28
        -4.6137731143926988e+29
        -3.929188110532742e+31
        5.9253593500622121e+32
        6.0094903306716292e+34
        -8.6688121533286279e+35
    |]

[<Fact>]
let ``Thirty derivatives of a composition agree with high precision`` () =
    let found = Diff.taylor composed (Scalar 0.5) 30
    Assert.Equal(31, found.Length)
    // alternating sums of up to 30 terms: each order may lose a little
    Array.iter2 (near 1e-11) derivatives found

[<Fact>]
let ``Thirty derivatives take less than five milliseconds`` () =
    let once () =
        let watch = Stopwatch.StartNew()
        Diff.taylor composed (Scalar 0.5) 30 |> ignore
        watch.Elapsed.TotalMilliseconds

    let best = Seq.init 200 (fun _ -> once ()) |> Seq.min
    Assert.True(best < 5.0, $"{best} ms")

/// Elementwise functions of one number on which all derivatives are defined at 0.4.
let private functions: (string * (Scalar -> Scalar)) list =
    [
        "exp", exp
        "log", log
        "sqrt", sqrt
        "power", (fun x -> x ** 2.5)
        "whole power", (fun x -> x ** 7.0)
        "variable power", (fun x -> x ** x)
        "sin", sin
        "cos", cos
        "tan", tan
        "tanh", tanh
        "asin", asin
        "atan", atan
        "sinh", sinh
        "quotient", (fun x -> (1.0 + x) / (2.0 - x * x))
        "sigmoid", Scalar.Sigmoid
        "softplus", Scalar.Softplus
        "erf", Scalar.Erf
        "log1p", Scalar.Log1p
        "log gamma", Scalar.LogGamma
        "abs", (fun x -> abs (x - 1.0))
        "max", (fun x -> Maths.max x (x * x))
        "constant", (fun _ -> Scalar 3.0)
        "square of a sum", (fun x -> let v = Vector [| x; x * x; sin x |] in v * v)
        "linear algebra",
        (fun x ->
            let a = Matrix(array2D [ [ 2.0 + x; x ]; [ sin x; 3.0 - x ] ]: Scalar[,])
            a.Determinant() + a.Inverse()[0, 1])
        "a chosen branch", (fun (x: Scalar) -> if x > Scalar.Zero then x * exp x else -x)
        "an inner derivative", (fun x -> Diff.grad (fun (z: Scalar) -> sin (z * x)) x)
    ]

let names = functions |> Seq.map (fun (name, _) -> [| box name |]) |> Seq.toArray

[<Theory; MemberData(nameof names)>]
let ``Derivatives agree with nested gradients`` (name: string) =
    let f = functions |> List.find (fun (other, _) -> other = name) |> snd
    let x = Scalar 0.4
    let mutable g = f

    for y in Diff.taylor f x 4 do
        let expected = (g x).Value
        Assert.True(abs (y.Value - expected) <= 1e-12 * (1.0 + abs expected), $"{y.Value} where nesting gives {expected}")
        g <- Diff.grad g

[<Fact>]
let ``The derivative of a derivative is the next one`` () =
    for k in 0..5 do
        let slope = Diff.grad (fun x -> (Diff.taylor composed x k)[k]) (Scalar 0.5)
        near 1e-12 derivatives[k + 1] slope

[<Fact>]
let ``A function closed over an outer variable is not confused`` () =
    // d/dx [x d/dy (x + y)] = 1
    let f (x: Scalar) : Scalar = x * (Diff.taylor (fun y -> x + y) x 1)[1]
    Assert.Equal(1.0, (Diff.grad f (Scalar 3.0)).Value)
    Assert.Equal<float[]>([| 3.0; 1.0; 0.0 |], Diff.taylor f (Scalar 3.0) 2 |> Array.map _.Value)

[<Fact>]
let ``A long chain has a series`` () =
    // x (1 + h x)ⁿ, whose derivative at 1 is (1 + h)ⁿ (1 + n h / (1 + h))
    let n, h = 30_000, 1e-9
    let chain (x: Scalar) : Scalar = Seq.fold (fun (y: Scalar) _ -> y + x * y * h) x (seq { 1..n })
    let y = Diff.taylor chain (Scalar 1.0) 2
    // A step y + h (x y) rounds its sum, by at most u = 2⁻⁵³ of it; the roundings of what is added are smaller by h. So does the step of the
    // derivative, y' + h (x y' + y). Positive terms only: n steps are off by at most n u (1 + n u) of the result, and as much again for the
    // derivative, into which the value enters by h n = 3e-5 of it. With the roundings of the formula, 4 u: 3.4e-12.
    let bound = float n * Math.ScaleB(1.0, -53) * (1.0 + 1e-4) + 4.0 * Math.ScaleB(1.0, -53)
    let grown = exp (float n * (h - h * h / 2.0))
    near bound grown y[0]
    near bound (grown * (1.0 + float n * h / (1.0 + h))) y[1]

[<Fact>]
let ``float32 stays float32`` () =
    let y = Diff.taylor (fun x -> x * x * x) (Scalar.Float32 2.0f) 3
    Assert.Equal<float[]>([| 8.0; 12.0; 12.0; 6.0 |], y |> Array.map _.Value)
    Assert.Equal(Precision.Single, y[3].Node.Precision)

[<Fact>]
let ``A negative order is refused`` () =
    Assert.Throws<ArgumentOutOfRangeException>(fun () -> Diff.taylor sin (Scalar 1.0) -1 |> ignore) |> ignore

[<Fact>]
let ``The operators of vector calculus`` () =
    let x = Vector [| 1.0; 2.0; 3.0 |]
    // x0² x1 + x1³ x2: 2 x1 + 6 x1 x2
    near 1e-15 40.0 (Diff.laplacian (fun (v: Vector) -> v[0] ** 2.0 * v[1] + v[1] ** 3.0 * v[2]) x)
    near 1e-15 2.0 (Diff.divergence (fun v -> Vector [| v[0] * v[1]; v[0] * v[2]; v[1] |]) x)
    // (y z, x², x y) has the curl (x, 0, 2 x - z) … and d(yz)/dz - d(xy)/dx = y - y
    let curl = Diff.curl (fun v -> Vector [| v[1] * v[2]; v[0] * v[0]; v[0] * v[1] |]) x
    Assert.Equal<float[]>([| 1.0; 0.0; -1.0 |], curl.ToArray())

[<Fact>]
let ``A gradient has no curl and a curl has no divergence`` () =
    let x = Vector [| 0.3; -1.2; 0.7 |]
    let potential (v: Vector) : Scalar = exp (v[0] * v[1]) + sin (v[1] * v[2]) * v[0]
    Assert.All((Diff.curl (Diff.grad potential) x).ToArray(), (fun c -> Assert.True(abs c <= 1e-15)))
    let field (v: Vector) : Vector = Vector [| sin (v[1] * v[2]); exp (v[0] * v[2]); v[0] * v[1] * v[1] |]
    Assert.True(abs (Diff.divergence (Diff.curl field) x).Value <= 1e-15)
    Assert.Equal((Diff.laplacian potential x).Value, (Diff.divergence (Diff.grad potential) x).Value, 1e-14)

[<Fact>]
let ``Operators on fields of other sizes are refused by name`` () =
    let twice (v: Vector) = Vector [| v[0]; v[0] |]
    let e = Assert.Throws<ShapeException>(fun () -> Diff.divergence twice (Vector [| 1.0; 2.0; 3.0 |]) |> ignore)
    Assert.Contains("Divergence", e.Message)
    let e = Assert.Throws<ShapeException>(fun () -> Diff.curl twice (Vector [| 1.0; 2.0 |]) |> ignore)
    Assert.Contains("vectors of 3", e.Message)
