/// Gradients of one structure use a plan again.
module AutoDiff.Tests.ReuseTests

open System
open Xunit
open AutoDiff

let internal bits (v: Vector) = v.ToArray() |> Array.map BitConverter.DoubleToInt64Bits
let internal pointOf n k = Vector(Array.init n (fun i -> sin (float (i + 7 * k))))

[<Fact>]
let ``Gradients of one structure reuse a plan from the third on, and have the bits of the first`` () =
    let gradient = Diff.grad (fun (v: Vector) -> CompilationTests.chained v + CompilationTests.rosenbrock v)
    use meter = new Meter()
    // the first of each is interpreted
    let point = pointOf 37 0
    let first = bits (gradient point)

    for _ in 1..9 do
        Assert.Equal<int64[]>(first, bits (gradient point))

    Assert.True(meter.Count "reuse.hits" >= 7L, $"""{meter.Count "reuse.hits"} hits in ten gradients""")
    Assert.Equal(1L, meter.Count "reuse.plans")

[<Fact>]
let ``Jacobians, Hessians and tangents of one structure reuse a plan from the third on, and have the bits of the first`` () =
    let wave (v: Vector) = Vector.Sin v * 2.0 + v.PointwiseMultiply(v) / (1.0 + v.L2Norm())
    let f (v: Vector) = CompilationTests.chained v + CompilationTests.rosenbrock v
    let at k = pointOf 37 k
    let elements (m: Matrix) = bits (m.ToColumnMajorVector())
    let tangent (y: Vector, dy: Vector) = Array.append (bits y) (bits dy)

    let ways: (string * (int -> int64[])) list =
        [
            "Jacobian", (fun k -> elements (Diff.jacobian wave (at k)))
            "JacobianForward", (fun k -> elements (Diff.jacobianForward wave (at k)))
            "JacobianReverse", (fun k -> elements (Diff.jacobianReverse wave (at k)))
            "Hessian", (fun k -> elements (Diff.hessian f (at k)))
            "Jvp", (fun k -> tangent (Diff.jvp wave (at k) (at (k + 5))))
            "HessianVectorProduct", (fun k -> bits (Diff.hessianVectorProduct f (at k) (at (k + 5))))
        ]

    for name, way in ways do
        use meter = new Meter()
        Reuse.Interpreting.IsOn <- true
        let expected = Array.init 6 way
        Reuse.Interpreting.IsOn <- false
        Assert.Equal<int64[][]>(expected, Array.init 6 way)
        Assert.True(meter.Count "reuse.hits" >= 3L, $"""{name}: {meter.Count "reuse.hits"} hits in six calls""")

[<Fact>]
let ``Cotangents of a vector and of its elements are added up in one order, with and without a plan`` () =
    let elements (v: Vector) = 0.1 * v[3] + v * v / 3.0 + (Vector.Sin v).Sum() / 7.0 + 0.3 * v[3] + (v * 0.7).Sum()
    // the cotangent of the double is known before the point is: weights on two windows
    let windows weights (v: Vector) = (let twice = v + v in (twice[4..14] + twice[2..12]) * weights)

    let all = (8, elements) :: [ for k in 1..5 -> 15, windows (pointOf 11 (50 * k)) ]

    for n, f in all do
        let at = pointOf n
        Reuse.Interpreting.IsOn <- true
        let expected = Array.init 40 (fun k -> bits (Diff.grad f (at k)))
        Reuse.Interpreting.IsOn <- false
        Assert.Equal<int64[][]>(expected, Array.init 40 (fun k -> bits (Diff.grad f (at k))))
        let compiled = Diff.compile (Diff.grad f)
        Assert.Equal<int64[][]>(expected, Array.init 40 (fun k -> bits (compiled (at k))))

[<Fact>]
let ``What a function does not use has zeros of its own shape when its plan is reused`` () =
    let gradient (unused: Vector) = fst (Diff.grad (fun (_: Vector, b: Scalar) -> b * b) (unused, Scalar 3.0))

    for _ in 1..5 do
        for count in 1..3 do
            Assert.Equal<float[]>(Array.zeroCreate count, (gradient (Vector(Array.create count 1.0))).ToArray())

[<Fact>]
let ``A function that reads what changes is right when its plan is reused`` () =
    let mutable scale = 1.0
    let mutable power = 2
    use meter = new Meter()
    let gradient = Diff.grad (fun (x: Scalar) -> scale * Scalar.Pow(x, float power) + Scalar.Sin(scale * x))

    for k in 1..12 do
        scale <- float k
        power <- 2 + k % 2
        let x = 0.5 + float k
        let expected = scale * float power * Math.Pow(x, float (power - 1)) + scale * Math.Cos(scale * x)
        Assert.Equal(expected, (gradient (Scalar x)).Value, 1e-12 * abs expected)

    Assert.True(meter.Count "reuse.hits" >= 6L)

[<Fact>]
let ``Sharing is part of a structure`` () =
    let a, b = Scalar 3.0, Scalar 4.0

    for _ in 1..6 do
        // d/dx (x a) (x a) = 2 a^2 x; d/dx (x a) (x b) = 2 a b x
        let shared = Diff.grad (fun (x: Scalar) -> (let u = x * a in u * u)) (Scalar 5.0)
        let apart = Diff.grad (fun (x: Scalar) -> (x * a) * (x * b)) (Scalar 5.0)
        Assert.Equal(90.0, shared.Value)
        Assert.Equal(120.0, apart.Value)

[<Fact>]
let ``Other shapes, precisions and parameters have other plans`` () =
    for _ in 1..5 do
        for n in [ 3; 4 ] do
            let doubles = Diff.grad (fun (v: Vector) -> (v.PointwiseMultiply v).Sum()) (Vector(Array.init n float))
            let singles = Diff.grad (fun (v: Vector) -> (v.PointwiseMultiply v).Sum()) (Vector(Array.init n float32))
            Assert.Equal<float[]>(Array.init n (fun i -> 2.0 * float i), doubles.ToArray())
            Assert.Equal<float32[]>(Array.init n (fun i -> 2.0f * float32 i), singles.ToArraySingle())
