/// Derivative rules of the user's own: right at every order and in both modes, in batches, refused by name where they do not fit.
module AutoDiff.Tests.RuleTests

open System
open Xunit
open AutoDiff

let private near (expected: float) (found: Scalar) = Assert.Equal(expected, found.Value, 1e-13 * (1.0 + abs expected))

/// sin by another library's numbers, with the rule of the reverse mode.
let private sine: Scalar -> Scalar = Diff.withGradient (fun x -> Scalar(Math.Sin x.Value)) (fun x _ ybar -> ybar * cos x)

/// sin again, with the rule of the forward mode.
let private sine': Scalar -> Scalar = Diff.withTangent (fun x -> Scalar(Math.Sin x.Value)) (fun x _ dx -> cos x * dx)

let rec private derivative order (f: Scalar -> Scalar) = if order = 0 then f else derivative (order - 1) (Diff.grad f)

let private forward (f: Scalar -> Scalar) (x: Scalar) = snd (Diff.jvp f x (Scalar 1.0))

let names = [| [| box "pullback" |]; [| box "pushforward" |] |]
let private find name = if name = "pullback" then sine else sine'

[<Theory; MemberData(nameof names)>]
let ``A rule holds at every order`` name =
    let f = find name
    let expected = [| sin 0.7; cos 0.7; -(sin 0.7); -(cos 0.7) |]

    for order in 1..3 do
        near expected[order] (derivative order f (Scalar 0.7))

    near expected[1] (forward f (Scalar 0.7))
    near expected[2] (forward (Diff.grad f) (Scalar 0.7))
    near expected[2] (Diff.grad (forward f) (Scalar 0.7))
    near expected[3] (forward (forward (forward f)) (Scalar 0.7))
    Assert.Equal<float[]>(Diff.taylor sin (Scalar 0.7) 3 |> Array.map _.Value, Diff.taylor f (Scalar 0.7) 3 |> Array.map _.Value)

/// A structure in, another out: (a, v) to (a v, |v|²).
let private pair (a: Scalar, v: Vector) : Vector * Scalar = a * v, v * v

let private pairByPullback =
    Diff.withGradient pair (fun (a, v) _ (wbar: Vector, sbar: Scalar) -> wbar * v, a * wbar + 2.0 * sbar * v)

let private pairByPushforward =
    Diff.withTangent pair (fun (a, v) _ (da: Scalar, dv: Vector) -> da * v + a * dv, 2.0 * (v * dv))

let private loss f (x: Scalar * Vector) : Scalar =
    let (w: Vector), (s: Scalar) = f x
    exp (s / 10.0) + w[0] * w[1] * s

let private point = Scalar 1.5, Vector [| 0.3; -0.8 |]

[<Fact>]
let ``A rule of structures gives gradients and Hessians of the function itself`` () =
    let expected = Diff.hessian (loss pair) point
    let a, v = Diff.grad (loss pair) point

    for f in [ pairByPullback; pairByPushforward ] do
        let a', v' = Diff.grad (loss f) point
        near a.Value a'
        Array.iter2 near (v.ToArray()) [| for x in v'.ToArray() -> Scalar x |]
        let found = Diff.hessian (loss f) point
        Array.iter2 near (Seq.cast<float>(expected.ToArray()) |> Seq.toArray) [| for x in Seq.cast<float>(found.ToArray()) -> Scalar x |]
        (Diff.checkGradient (loss f) point).ThrowIfWrong()

[<Fact>]
let ``A rule is carried through a Jacobian in one sweep, and through a batch`` () =
    let square = Diff.withGradient (fun (v: Vector) -> v .* v) (fun v _ ybar -> 2.0 * (v .* ybar))

    let x = Vector [| 1.0; 2.0; 3.0 |]
    let expected = array2D [ [ 2.0; 0.0; 0.0 ]; [ 0.0; 4.0; 0.0 ]; [ 0.0; 0.0; 6.0 ] ]
    Assert.Equal<float[,]>(expected, (Diff.jacobianReverse square x).ToArray())
    Assert.Equal<float[,]>(expected, (Diff.jacobianForward square x).ToArray())
    let rows = Matrix(array2D [ [ 1.0; 2.0 ]; [ 3.0; 4.0 ] ])
    let gradients = Diff.vectorizeRowsToRows (Diff.grad (fun v -> (square v).Sum())) rows
    Assert.Equal<float[,]>(array2D [ [ 2.0; 4.0 ]; [ 6.0; 8.0 ] ], gradients.ToArray())

/// Functions with a rule of either kind, and the Jacobian that it says: of all directions, of some, of none.
let private vectorRules: (string * (Vector -> Vector) * (float[] -> float[,])) list =
    let diagonal (slope: float -> float) (x: float[]) = Array2D.init x.Length x.Length (fun i j -> if i = j then slope x[i] else 0.0)
    let nothing (x: Vector) = Vector(Array.zeroCreate<float> x.Count)
    let looped (x: Vector) : Vector = Diff.forLoop 2 x (fun _ u -> sin u)
    let slopeOfLooped x = cos (sin x) * cos x

    [
        "pullback", Diff.withGradient sin (fun x _ ybar -> ybar .* cos x), diagonal cos
        "pushforward", Diff.withTangent sin (fun x _ dx -> dx .* cos x), diagonal cos
        "straight through", Diff.straightThrough round, diagonal (fun _ -> 1.0)
        "pullback of a loop", Diff.withGradient looped (fun x _ ybar -> snd (Diff.vjp looped x) ybar), diagonal slopeOfLooped
        "pushforward of a loop", Diff.withTangent looped (fun x _ dx -> snd (Diff.jvp looped x dx)), diagonal slopeOfLooped
        "constant pullback", Diff.withGradient sin (fun x _ _ -> nothing x), diagonal (fun _ -> 0.0)
        "constant pushforward", Diff.withTangent sin (fun x _ _ -> nothing x), diagonal (fun _ -> 0.0)
    ]

let namesOfVectorRules = [ for name, _, _ in vectorRules -> [| box name |] ]

[<Theory; MemberData(nameof namesOfVectorRules)>]
let ``A rule gives the same Jacobian in every way`` (name: string) =
    let _, f, jacobian = vectorRules |> List.find (fun (other, _, _) -> other = name)

    let same (expected: float[,]) (found: float[,]) =
        Assert.Equal(expected.Length, found.Length)
        Array2D.iteri (fun i j (e: float) -> Assert.Equal(e, found[i, j], 1e-14 * abs e)) expected

    // from 32 arguments on, recorded Jacobians are of fewer directions where these find all
    for n in [ 1; 3; 40 ] do
        let numbers = Array.init n (fun i -> 0.3 + sin (float i))
        let x = Vector numbers
        let expected = jacobian numbers
        same expected ((Diff.jacobianForward f x).ToArray())
        same expected ((Diff.jacobianReverse f x).ToArray())
        same expected ((Diff.compile (Diff.jacobian f) x).ToArray())
        same expected ((Diff.sparseJacobian f x).ToArray())
        let square (v: Vector) = f v * f v
        let expected = (Diff.hessian square x).ToArray()
        same expected ((Diff.sparseHessian square x).ToArray())
        same expected ((Diff.compile (Diff.hessian square) x).ToArray())

[<Fact>]
let ``Straight through`` () =
    let quantised (x: Scalar) : Scalar = Diff.straightThrough round x * x
    Assert.Equal(3.8, (quantised (Scalar 1.9)).Value)
    // round(x) + x
    Assert.Equal(3.9, (Diff.grad quantised (Scalar 1.9)).Value)

[<Fact>]
let ``A wrong rule is found`` () =
    let wrong: Scalar -> Scalar = Diff.withGradient sin (fun x _ ybar -> ybar * sin x)
    let check = Diff.checkGradient wrong (Scalar 0.3)
    Assert.False check.IsRight
    Assert.Equal(0, check.WorstElement)
    let e = Assert.Throws<WrongGradientException>(fun () -> check.ThrowIfWrong())
    Assert.Contains("element 0, at 0.3: 0.2955", e.Message)
    Assert.True((Diff.checkGradient sine (Scalar 0.3)).IsRight)
    Assert.True((Diff.checkGradient (fun (v: Vector) -> (v * v) * v[0]) (Vector [| 1.0f; 2.0f |])).IsRight)
    Assert.False((Diff.checkGradient (fun (x: Scalar) -> log x) (Scalar -1.0)).IsRight)

[<Fact>]
let ``A rule of the wrong shape is refused by name`` () =
    let wrong = Diff.withGradient (fun (v: Vector) -> v.Sum()) (fun v _ ybar -> ybar * v[1..])
    let e = Assert.Throws<ShapeException>(fun () -> Diff.grad wrong (Vector [| 1.0; 2.0; 3.0 |]) |> ignore)
    Assert.Contains("WithGradient", e.Message)
    Assert.Contains("a vector of 2", e.Message)

[<Fact>]
let ``A tangent of the wrong shape is refused by name`` () =
    let wrong = Diff.withTangent (fun (v: Vector) -> 2.0 * v) (fun _ _ dv -> dv[1..])

    let e =
        Assert.Throws<ShapeException>(fun () -> Diff.jvp wrong (Vector [| 1.0; 2.0; 3.0 |]) (Vector [| 1.0; 0.0; 0.0 |]) |> ignore)

    Assert.Contains("WithTangent", e.Message)

[<Fact>]
let ``A captured value that varies is refused`` () =
    let f (x: Scalar) : Scalar = Diff.withGradient (fun z -> x * z) (fun _ _ ybar -> x * ybar) (Scalar 2.0 * x)
    let e = Assert.Throws<TracedValueException>(fun () -> Diff.grad f (Scalar 3.0) |> ignore)
    Assert.Contains("captured", e.Message)

[<Fact>]
let ``A captured value that does not is taken, compiled too`` () =
    let f (v: Vector) : Vector =
        let fixed' = Diff.stopGradient v
        v + Diff.withTangent (fun z -> z .* fixed') (fun _ _ dz -> dz .* fixed') (vec [ 2.0; 3.0 ])

    let x = vec [ 0.5; -1.0 ]
    Assert.Equal<float[]>([| 1.5; -4.0 |], (f x).ToArray())
    Assert.Equal<float[]>([| 1.5; -4.0 |], (Diff.compile f x).ToArray())
    Assert.Equal<float[,]>(array2D [ [ 1.0; 0.0 ]; [ 0.0; 1.0 ] ], (Diff.jacobian (Diff.compile f) x).ToArray())

[<Fact>]
let ``A rule that captured an example of a batch says what to do`` () =
    let f (v: Vector) : Scalar = (Diff.withGradient (fun z -> z * v[0]) (fun _ _ zbar -> zbar * v[0]) (Scalar 2.0 * v.Sum())) * v[1]
    let loss (m: Matrix) : Scalar = (Diff.vectorizeRows f m).Sum()
    let e = Assert.Throws<TracedValueException>(fun () -> Diff.grad loss (mat [ [ 1.0; 2.0 ]; [ 3.0; 4.0 ] ]) |> ignore)
    Assert.Contains("captured by a rule", e.Message)

let private cube: Elementwise.Definition =
    {
        Name = "cube"
        Doc = "x³"
        Domain = -infinity, infinity
        Special = [ 0.0; 2.0 ]
        Function = fun x -> x * x * x
        Slope = fun x _ -> 3.0 * x * x
    }

[<Fact>]
let ``A primitive of one's own is a record`` () =
    (Elementwise.check cube).ThrowIfWrong()
    near 12.0 (Diff.grad (Elementwise.scalar cube) (Scalar 2.0))
    near 6.0 (derivative 3 (Elementwise.scalar cube) (Scalar 2.0))
    near 12.0 (forward (Diff.grad (Elementwise.scalar cube)) (Scalar 2.0))
    Assert.Equal<float[]>([| 1.0; 8.0 |], (Elementwise.vector cube (Vector [| 1.0; 2.0 |])).ToArray())
    Assert.Equal<float[,]>(array2D [ [ 1.0; 8.0 ] ], (Elementwise.matrix cube (Matrix(array2D [ [ 1.0; 2.0 ] ]))).ToArray())
    let slopes = Diff.vectorize (Diff.grad (Elementwise.scalar cube)) (Vector [| 1.0; 2.0 |])
    Assert.Equal<float[]>([| 3.0; 12.0 |], slopes.ToArray())
    Assert.Equal(Precision.Single, (Elementwise.scalar cube (Scalar.Float32 2.0f)).Node.Precision)

let private root =
    { cube with
        Name = "root"
        Domain = 0.0, infinity
        Special = [ 1e6 ]
        Function = sqrt
        Slope = fun _ y -> 0.5 / y
    }

[<Fact>]
let ``The check of one's own primitive looks inside its domain, wherever that is`` () =
    (Elementwise.check root).ThrowIfWrong()
    Assert.False((Elementwise.check { cube with Slope = fun x _ -> 2.0 * x * x }).IsRight)

    for domain in [ 0.0, infinity; -infinity, -10.0; 5.0, 5.5; -20.0, infinity; -1e9, 1e9 ] do
        let wrong = { cube with Domain = domain; Special = []; Slope = fun x _ -> 2.0 * x * x }
        let check = Elementwise.check wrong
        Assert.False(check.IsRight, $"{domain}")
        Assert.All(check.FiniteDifferences, fun x -> Assert.True(Double.IsFinite x))
        (Elementwise.check { wrong with Slope = fun x _ -> 3.0 * x * x }).ThrowIfWrong()

[<Fact>]
let ``A point outside the domain is named, and spoils no other`` () =
    let check = Elementwise.check { root with Special = [ -2.5 ] }
    Assert.Equal(12, check.WorstElement)
    let e = Assert.Throws<WrongGradientException>(fun () -> check.ThrowIfWrong())
    Assert.Equal(2, e.Message.Split('\n').Length)
    Assert.Contains("at -2.5: NaN", e.Message)

[<Fact>]
let ``A slope that is wrong only in its own derivative is found`` () =
    let frozen = { cube with Slope = fun x _ -> 3.0 * x * Diff.stopGradient x }
    Assert.False((Elementwise.check frozen).IsRight)

[<Fact>]
let ``A domain without numbers is refused`` () =
    let e = Assert.Throws<ArgumentException>(fun () -> Elementwise.check { cube with Domain = 3.0, 3.0 } |> ignore)
    Assert.Contains("The domain of cube, from 3 to 3, holds no number.", e.Message)
