/// What the README's table says in F# is in these lines, which give what they should.
module AutoDiff.Tests.ReadmeTests

// arrays are passed as spans, as users do
#nowarn "3388"

open System
open System.IO
open System.Text.RegularExpressions
open Xunit
open AutoDiff

let private f (v: Vector) = v * v
let private g (v: Vector) = vec [ v[0] * v[1]; v[0] - 3.0; v[1] ]
let private h (s: Scalar) = sin s
let private loss (v: Vector) (target: float) = Maths.square (v.Sum() - target)
let private x = vec [ 1.0; 2.0 ]
let private dx = vec [ 1.0; 0.0 ]
let private rows = mat [ [ 1.0; 2.0 ]; [ 3.0; 4.0 ] ]
let private t = Diff.variable (Scalar 2.0)
let private y = t * t
let private zero, one, two = Scalar 0.0, Scalar 1.0, Scalar 2.0
let private lbfgs = Optimizer.Lbfgs()
let private box = Bounds.Between(vec [ 1.0; -1.0 ], vec [ 3.0; 3.0 ])
let private options = MinimizeOptions()
let private equal (v: Vector) = vec [ v.Sum() - 1.0 ]
let private atMost (v: Vector) = vec [ v[0] - 2.0 ]
let private batches = [ 2.0; 2.0 ]
let private point = [| 3.0; 4.0 |]
let private slopes = Array.zeroCreate<float> 2
let private text (value: obj) = Regex.Replace(String.Format("{0}", value), "\\s+", " ")
let private rounded (x: Scalar) = x.ToString "F6"

let private table () =
    [
        // README table begins
        "[2, 4]", text (Diff.grad f x)
        "(5, [2, 4])", text (Diff.valueAndGrad f x)
        "4", text (Diff.gradient y t)
        "[[2, 1], [1, 0], [0, 1]]", text (Diff.jacobian g x)
        "[[2, 0], [0, 2]]", text (Diff.hessian f x)
        "[2, 0]", text (Diff.hessianVectorProduct f x dx)
        "([2, -2, 2], [2, 1, 0])", text (Diff.jvp g x dx)
        "[3, 1]", text (snd (Diff.vjp g x) (vec [ 1.0; 1.0; 0.0 ]))
        "31", text (Diff.taylor sin t 30).Length
        "[5, 25]", text (Diff.vectorizeRows f rows)
        "0.739085", rounded (Diff.forLoop 100 t (fun _ s -> cos s))
        text (cos t), text (Diff.grad (Diff.withGradient h (fun s _ bar -> bar * cos s)) t)
        "no exception", ((Diff.checkGradient f x).ThrowIfWrong() |> fun () -> "no exception")
        "1.414214", rounded (Diff.root (fun s p -> s * s - p) one two)
        "0.135335", rounded (Ode.solve (fun _ s -> -s) one zero two)
        "2 0 0 2", String.Join(" ", (Diff.sparseHessian f x).ToRowMajorArray())
        "2v", text ((Diff.explain f x).ToLatex())
        "5", text (Diff.compile f x)
        "25", text ((Diff.compileGradient f x).Evaluate(point, slopes))
        "0.000000", rounded (Diff.minimize f x).Value
        "1.000000", rounded (Diff.minimizeWith lbfgs (MinimizeOptions(Bounds = box)) f x).Value
        "0.500000", rounded (Diff.minimizeSubjectTo options equal atMost f x).Value
        "2", text (Diff.leastSquares g x).StandardErrors.Count
        "20", text (Diff.minimizeBatches (Optimizer.Adam 0.01) (MinimizeOptions(Epochs = 10)) loss x batches).Steps
        "100", text (Seq.length (Seq.take 100 (Diff.steps (Optimizer.Sgd 0.1) f x)))
    // README table ends
    ]

[<Fact>]
let ``the lines of the README's table give what they should`` () =
    for expected, found in table () do
        Assert.Equal(expected, found)

[<Fact>]
let ``the README's table shows the compiled lines`` () =
    let source = File.ReadAllText(Pages.pathOf [ "tests"; "AutoDiff.Core.Tests"; "ReadmeTests.fs" ])
    let compiled = Regex.Match(source, "// README table begins\n(.*?)// README table ends", RegexOptions.Singleline).Value

    let shown =
        File.ReadAllLines(Pages.pathOf [ "README.md" ])
        |> Seq.skipWhile ((<>) "## What you can do with a line each")
        |> Seq.skipWhile (fun line -> not (line.StartsWith("| ---", StringComparison.Ordinal)))
        |> Seq.skip 1
        |> Seq.takeWhile _.StartsWith('|')
        |> Seq.collect (fun line -> Regex.Matches(line.Split(" | ")[2], "`([^`]+)`"))
        |> Seq.map _.Groups[1].Value
        |> Seq.filter (fun snippet -> not (snippet.StartsWith("AutoDiffControl", StringComparison.Ordinal))) // compiled by the tests of that class
        |> Seq.toArray

    Assert.True(shown.Length >= 24)

    for snippet in shown do
        Assert.Contains(snippet, compiled)
