/// Programs as C# source: compiled, they give the same numbers; what has no source says so.
module AutoDiff.Tests.SourceTests

open Xunit
open AutoDiff

[<Fact>]
let ``C# source gives the same numbers`` () =
    let assembly =
        CompiledSource.compile (
            SourceCases.all |> List.map (fun case -> CompiledSource.inNamespace case.Name (case.Program.Hessian.ToCSharp()))
        )

    for case in SourceCases.all do
        let call name = CompiledSource.call assembly case.Name name case.Arguments
        CompiledSource.close 1e-13 case.Value (call "Value")
        CompiledSource.close 1e-13 case.Gradient (call "Gradient")
        CompiledSource.close 1e-12 case.Hessian (call "Hessian")

[<Fact>]
let ``C# source of each program stands by itself`` () =
    for case in SourceCases.all |> List.truncate 9 do
        for program in [ case.Program.Function; case.Program ] do
            CompiledSource.compile [ program.ToCSharp() ] |> ignore

[<Fact>]
let ``Source in float32 rounds each operation once, as the library does`` () =
    let f (x: Vector) = (sin x * exp x) + (x .* x).Sum()
    let x = [| 0.3f; -1.25f; 2.0f |]
    let program = Diff.explain f (Vector x)
    let assembly = CompiledSource.compile [ CompiledSource.inNamespace "Single" (program.Hessian.ToCSharp()) ]
    CompiledSource.close 1e-6 [| (f (Vector x)).Value |] (CompiledSource.call assembly "Single" "Value" [| box x |])

    CompiledSource.close
        1e-6
        ((Diff.grad f (Vector x)).ToArraySingle() |> Array.map float)
        (CompiledSource.call assembly "Single" "Gradient" [| box x |])

[<Fact>]
let ``Source of several values takes and gives several`` () =
    let f (x: Scalar, v: Vector) = x * (v * v) + sin x
    let program = Diff.explain f (Scalar 1.0, vec [ 1.0; 2.0 ])
    let assembly = CompiledSource.compile [ CompiledSource.inNamespace "Several" (program.Hessian.ToCSharp()) ]
    let x, v = Scalar 0.4, vec [ -1.0; 0.5 ]
    let arguments = [| box 0.4; box (v.ToArray()) |]
    let gx, gv = Diff.grad f (x, v)
    CompiledSource.close 1e-14 (Array.append [| gx.Value |] (gv.ToArray())) (CompiledSource.call assembly "Several" "Gradient" arguments)
    CompiledSource.close 1e-14 (SourceCases.rows (Diff.hessian f (x, v))) (CompiledSource.call assembly "Several" "Hessian" arguments)

[<Fact>]
let ``What is constant for differentiation is not constant in source`` () =
    let f (x: Scalar) = Diff.stopGradient x * x
    let assembly = CompiledSource.compile [ CompiledSource.inNamespace "Stopped" ((Diff.explain f (Scalar 1.0)).ToCSharp()) ]
    CompiledSource.close 0.0 [| 9.0 |] (CompiledSource.call assembly "Stopped" "Value" [| box 3.0 |])
    CompiledSource.close 0.0 [| 3.0 |] (CompiledSource.call assembly "Stopped" "Gradient" [| box 3.0 |])

[<Fact>]
let ``Source of one branch says so`` () =
    let program = Diff.explain (fun (x: Scalar) -> if x > Scalar 0.0 then x * x else x) (Scalar 2.0)

    for source in [ program.ToCSharp(); program.ToFSharp() ] do
        Assert.Contains("the branch that the function took where it was recorded, by 1 comparisons", source)

[<Fact>]
let ``What has no source says which operation`` () =
    let refused =
        [
            "beta", Diff.explain (fun x -> Maths.beta x (Scalar 3.0)) (Scalar 2.0)
            "Root", Diff.explain (fun x -> Diff.root (fun s p -> s * s - p) (Scalar 1.0) x) (Scalar 2.0)
            "1000 steps", Diff.explain (fun x -> Diff.forLoop 2000 x (fun _ s -> sin s)) (Scalar 2.0)
        ]

    for name, program in refused do
        let error = Assert.Throws<SourceException>(fun () -> program.ToCSharp() |> ignore)
        Assert.Contains(name, error.Message)
        Assert.Contains("Diff.Compile", error.Message)
        Assert.Throws<SourceException>(fun () -> program.ToFSharp() |> ignore) |> ignore
