/// Compiled Hessians and Jacobians with few colours are recorded by few directions.
module AutoDiff.Tests.CompressionTests

open System
open Xunit
open AutoDiff

/// Functions whose Hessians have few colours, and some whose Hessians have not.
let private sparse: (string * (Vector -> Scalar)) list =
    let inner (x: Vector) = x.SubVector(1, x.Count - 1).PointwiseMultiply(x.SubVector(0, x.Count - 1))

    [
        "chained", CompilationTests.rosenbrock
        "arrow", (fun x -> x[0] * (x * x) + Scalar.Exp(x[1]))
        "separable", (fun x -> (Vector.Exp(-x)).Sum())
        "quotients", (fun x -> (x.SubVector(2, x.Count - 2).PointwiseDivide(x.SubVector(0, x.Count - 2))).Sum())
        "linear", (fun x -> x.Sum())
        "dense", (fun x -> Scalar.Exp(0.01 * x.Sum()))
        "partly dense", (fun x -> CompilationTests.rosenbrock x * x[3])
        "branching", (fun x -> if x[0] > Scalar 0.0 then CompilationTests.rosenbrock x else (inner x).Sum())
    ]

/// Equal numbers; zeros of either sign are, as a sum has one more zero or one less by colours than by single directions.
let private sameNumbers name (expected: Matrix) (found: Matrix) =
    let expected, found = expected.Node.Value |> Read.floats, found.Node.Value |> Read.floats
    Assert.Equal(expected.Length, found.Length)
    Assert.True(Array.forall2 (fun (e: float) f -> e = f || (Double.IsNaN e && Double.IsNaN f)) expected found, name)

[<Fact>]
let ``Compiled Hessians and Jacobians by few directions are those by all`` () =
    for n in [ 15; 16; 31; 32; 45; 100 ] do
        for name, f in sparse do
            let hessian: Vector -> Matrix = Diff.hessian f
            let compiled = Diff.compile hessian
            let jacobian = Diff.jacobian (Diff.grad f >> fun (g: Vector) -> g.SubVector(1, n - 3))
            let compiledJacobian = Diff.compile jacobian
            let third: Vector -> Vector = Diff.grad (fun x -> (hessian x * x).Sum())
            let compiledThird = Diff.compile third

            for k in 0..3 do
                // with a point that is not finite in one place
                let x = Vector(Array.init n (fun i -> if k = 3 && i = 5 then infinity else cos (float (i + 5 * k))))
                sameNumbers name (hessian x) (compiled x)
                sameNumbers (name + ", Jacobian") (jacobian x) (compiledJacobian x)

                if k < 3 then
                    let expected, found = (third x).ToArray(), (compiledThird x).ToArray()
                    Assert.True(Array.forall2 (fun e f -> abs (e - f) <= 1e-12 * (1.0 + abs e)) expected found, name + ", third derivative")

[<Fact>]
let ``A compiled Hessian with few colours has few directions`` () =
    let x = Numbers.node Precision.Double (Shape.one (Extent.vector 100)) (Array.init 100 (fun i -> cos (float i)))

    let largest f =
        let recording = Recording.record "Test" [| x |] (fun xs -> [| (Diff.hessian f (Vector xs[0])).Node |])

        recording.Program.Entries.ToArray()
        |> Array.filter (fun entry -> entry.Shape.Rank > 0)
        |> Array.fold (fun most entry -> max most entry.Shape.Count) 0

    let counts = sparse |> List.map (fun (name, f) -> name, largest f) |> Map.ofList
    Assert.Equal(3, counts["chained"])
    Assert.Equal(1, counts["separable"])
    Assert.Equal(100, counts["dense"])
