/// Programs as text, LaTeX and graphs.
module AutoDiff.Tests.ExplanationTests

open System
open Xunit
open FsCheck
open FsCheck.FSharp
open AutoDiff

let private explain (f: Scalar -> Scalar) = Diff.explain f (Scalar 0.5)
let private ofVector (f: Vector -> Scalar) = Diff.explain f (vec [ 1.0; -1.0 ])

/// What a table of derivatives says: function, first and second derivative.
let private textbook: (string * DerivativeProgram * string * string) list =
    [
        "x^3", explain (fun x -> x ** 3.0), "3x^2", "6x"
        "\\sin(x)", explain sin, "\\cos(x)", "-\\sin(x)"
        "x \\sin(x)", explain (fun x -> x * sin x), "x \\cos(x) + \\sin(x)", "2\\cos(x) - x \\sin(x)"
        "\\tanh(x)", explain tanh, "\\frac{1}{\\cosh^2(x)}", "-\\frac{2\\tanh(x)}{\\cosh^2(x)}"
        "\\ln(x)", explain log, "\\frac{1}{x}", "-\\frac{1}{x^2}"
        "\\sqrt{x}", explain sqrt, "\\frac{1}{2\\sqrt{x}}", "-\\frac{1}{4x^{3/2}}"
        "\\frac{1}{x}", explain (fun x -> 1.0 / x), "-\\frac{1}{x^2}", "\\frac{2}{x^3}"
        "\\arctan(x)", explain atan, "\\frac{1}{1 + x^2}", "-\\frac{2x}{(1 + x^2)^2}"
        "\\arcsin(x)", explain asin, "\\frac{1}{\\sqrt{1 - x^2}}", "\\frac{x}{(1 - x^2)^{3/2}}"
        "\\ln(1 + x^2)", explain (fun x -> log (1.0 + x * x)), "\\frac{2x}{1 + x^2}", "\\frac{2(1 - x^2)}{(1 + x^2)^2}"
        "e^{-\\frac{x^2}{2}}", explain (fun x -> exp (-x * x / 2.0)), "-x e^{-\\frac{x^2}{2}}", "e^{-\\frac{x^2}{2}} (x^2 - 1)"
        "\\frac{1}{1 + e^{-x}}",
        explain (fun x -> 1.0 / (1.0 + exp -x)),
        "\\frac{e^{-x}}{(1 + e^{-x})^2}",
        "-\\frac{e^{-x} (1 - e^{-x})}{(1 + e^{-x})^3}"
        "\\sigma(x)", explain Maths.sigmoid, "\\sigma(x) (1 - \\sigma(x))", "\\sigma(x) (1 - 2\\sigma(x)) (1 - \\sigma(x))"
        "\\frac{x}{1 + x^2}",
        explain (fun x -> x / (1.0 + x * x)),
        "\\frac{1 - x^2}{(1 + x^2)^2}",
        "\\frac{2(x (3x^2 - 1) - 2x (1 + x^2))}{(1 + x^2)^3}"
        "\\sqrt{1 + x^2}", explain (fun x -> sqrt (1.0 + x * x)), "\\frac{x}{\\sqrt{1 + x^2}}", "\\frac{1}{(1 + x^2)^{3/2}}"
        "\\operatorname{erf}(x)", explain Maths.erf, "\\frac{2e^{-x^2}}{\\sqrt{\\pi}}", "-\\frac{4x e^{-x^2}}{\\sqrt{\\pi}}"
        "3x^4 - 2x^2 + x - 7", explain (fun x -> 3.0 * x ** 4.0 - 2.0 * x ** 2.0 + x - 7.0), "12x^3 - 4x + 1", "36x^2 - 4"
    ]

[<Fact>]
let ``Derivatives of textbook functions print as a textbook prints them`` () =
    for value, program, slope, second in textbook do
        Assert.Equal(value, program.Function.ToLatex())
        Assert.Equal(slope, program.ToLatex())
        Assert.Equal(second, program.Hessian.ToLatex())

let private a = mat [ [ 2.0; 1.0 ]; [ 0.0; 3.0 ] ]
let private s = mat [ [ 2.0; 1.0 ]; [ 1.0; 3.0 ] ]
let private b = vec [ 1.0; 3.0 ]

let private ofMatrices: (string * DerivativeProgram * string * string) list =
    [
        "x^\\top A x", ofVector (fun x -> x * (a * x)), "(A + A^\\top) x", "A + A^\\top"
        "\\frac{x^\\top A x}{2} - b^\\top x", ofVector (fun x -> 0.5 * (x * (s * x)) - b * x), "A x - b", "A"
        "(A x - b)^\\top (A x - b)", ofVector (fun x -> let r = a * x - b in r * r), "2A^\\top (A x - b)", "2A^\\top A"
        "\\sum_i e^{x_i}", ofVector (fun x -> (exp x).Sum()), "e^{x}", "\\operatorname{diag}(e^{x})"
        "x^\\top x", ofVector (fun x -> x * x), "2x", "2I"
        "\\left(\\sum_i x_i\\right)^2",
        ofVector (fun x -> x.Sum() ** 2.0),
        "2\\left(\\sum_i x_i\\right) \\mathbf{1}",
        "2\\mathbf{1} \\mathbf{1}^\\top"
        "\\sum_i \\operatorname{softplus}((A x)_i)",
        ofVector (fun x -> (Maths.softplus (a * x)).Sum()),
        "A^\\top \\sigma(A x)",
        "A^\\top \\operatorname{diag}(\\sigma(A x) \\odot (1 - \\sigma(A x))) A"
        "(1 - x_1)^2 + 100(x_2 - x_1^2)^2",
        ofVector (fun x -> (1.0 - x[0]) ** 2.0 + 100.0 * (x[1] - x[0] ** 2.0) ** 2.0),
        "\\begin{pmatrix} -2(1 - x_1) - 400x_1 (x_2 - x_1^2) \\\\ 200(x_2 - x_1^2) \\end{pmatrix}",
        "\\begin{pmatrix} 2 - 400(x_2 - x_1^2) + 800x_1^2 & -400x_1 \\\\ -400x_1 & 200 \\end{pmatrix}"
        "\\operatorname{tr}(X X)", Diff.explain (fun (x: Matrix) -> (x * x).Trace()) a, "2X^\\top", "H \\mapsto 2H^\\top"
        "\\sum_{i,j} ((A X)_{i,j} - B_{i,j})^2",
        Diff.explain (fun (x: Matrix) -> ((a * x - s) .^ 2.0).Sum()) a,
        "2A^\\top (A X - B)",
        "H \\mapsto 2A^\\top A H"
    ]

[<Fact>]
let ``Derivatives of functions of vectors and matrices print as matrix calculus has them`` () =
    for value, program, gradient, hessian in ofMatrices do
        Assert.Equal(value, program.Function.ToLatex())
        Assert.Equal(gradient, program.ToLatex())
        Assert.Equal(hessian, program.Hessian.ToLatex())

[<Fact>]
let ``Text has a numbered line for each operation, with shape, precision and cost`` () =
    let lines =
        (explain (fun x -> x * sin x)).ToString().Split('\n')
        |> Array.map (fun line -> line.Split(' ', StringSplitOptions.RemoveEmptyEntries))

    Assert.Equal("gradient: 4 operations, about 22 flops", String.Join(" ", lines[0]))
    Assert.Equal("x = input scalar float64", String.Join(" ", lines[1]))
    Assert.Equal("t1 = cos(x) scalar float64 10", String.Join(" ", lines[2]))
    Assert.Equal("t2 = t1 * x scalar float64 1", String.Join(" ", lines[3]))
    Assert.Equal("t3 = sin(x) scalar float64 10", String.Join(" ", lines[4]))
    Assert.Equal("t4 = t2 + t3 scalar float64 1", String.Join(" ", lines[5]))
    Assert.Equal("result = t4", String.Join(" ", lines[6]))

[<Fact>]
let ``Text shows precision, shapes and the branch taken`` () =
    let text = (Diff.explain (fun (x: Scalar) -> if x > Scalar 0.0 then x * x else x) (Scalar.Float32 2.0f)).Function.ToString()
    Assert.Contains("float32", text)
    Assert.Contains("by 1 comparisons", text)
    let text = (ofVector (fun x -> x * (a * x))).ToString()
    Assert.Contains("c1 = 4 numbers", text)
    Assert.Contains("matrix 2x2", text)
    Assert.Contains("transpose(c1) * x", text)

[<Fact>]
let ``A graph has a node for each line and an edge for each operand`` () =
    let dot = (explain (fun x -> x * sin x)).ToDot()
    Assert.StartsWith("digraph \"gradient\" {", dot)
    Assert.Equal(5, dot.Split("[label=").Length - 1)
    Assert.Equal(7, dot.Split(" -> ").Length - 1)

/// What commands and patterns of LaTeX mean, for functions of one number.
let private meanings: Map<string, float -> float> =
    Map
        [
            "\\sin", Math.Sin
            "\\cos", Math.Cos
            "\\tanh", Math.Tanh
            "\\cosh", Math.Cosh
            "\\arctan", Math.Atan
            "\\ln", Math.Log
            "e^{#1}", Math.Exp
            "\\sigma", (fun x -> 1.0 / (1.0 + Math.Exp -x))
        ]

let rec private valueOf (known: Map<string, float>) (e: Expression) : float =
    e.Terms |> List.sumBy (fun t -> t.Coefficient * productOf known t.Factors)

and private productOf known factors =
    factors
    |> List.fold (fun product (struct (atom: Atom, exponent)) -> product * Math.Pow(atomOf known atom, exponent)) 1.0

and private atomOf known (atom: Atom) : float =
    match atom.Kind with
    | AtomKind.Symbol(name, _) -> known[name]
    | AtomKind.Group e -> valueOf known e
    | AtomKind.Applied(latex, [ e ]) -> meanings[latex](valueOf known e)
    | _ -> failwith atom.Key

/// Random functions of one number, finite with two derivatives everywhere.
let rec private functions depth : Gen<Scalar -> Scalar> =
    if depth = 0 then
        Gen.oneof [ Gen.constant id; Gen.choose (-4, 4) |> Gen.map (fun k _ -> Scalar(0.5 * float k)) ]
    else
        let inner = functions (depth - 1)

        Gen.oneof
            [
                Gen.map2 (fun f g x -> f x + g x) inner inner
                Gen.map2 (fun f g x -> f x - g x) inner inner
                Gen.map2 (fun f g x -> f x * g x) inner inner
                Gen.map2 (fun f g (x: Scalar) -> f x / (2.0 + g x ** 2.0)) inner inner
                Gen.map (fun f x -> sin (f x)) inner
                Gen.map (fun f x -> tanh (f x)) inner
                Gen.map (fun f x -> atan (f x)) inner
                Gen.map (fun f x -> Maths.sigmoid (f x)) inner
                Gen.map (fun f (x: Scalar) -> exp (-(f x ** 2.0))) inner
                Gen.map (fun f (x: Scalar) -> log (1.0 + f x ** 2.0)) inner
                Gen.map (fun f (x: Scalar) -> sqrt (1.0 + f x * f x)) inner
                Gen.map (fun f (x: Scalar) -> f x ** 3.0) inner
            ]

let private point = Gen.choose (-12, 12) |> Gen.map (fun k -> float k / 8.0 + 0.0625)

[<Fact>]
let ``Collecting terms changes no value`` () =
    Generators.check 300 (Gen.zip (functions 4) point) (fun (f, x) ->
        let program = Diff.explain f (Scalar x)
        let values = [ f (Scalar x); Diff.grad f (Scalar x); Diff.grad (Diff.grad f) (Scalar x) ]

        for program, value in List.zip [ program.Function; program; program.Hessian ] values do
            let outputs, named = Latex.outputs (Latex.Constants [| "x" |]) [| "x" |] program.Listing
            let known = named |> List.fold (fun known (name, e) -> Map.add name (valueOf known e) known) (Map [ "x", x ])
            let found = valueOf known outputs[0]
            let error = abs (found - value.Value)

            Assert.True(
                (error <= 1e-9 * (1.0 + abs value.Value)),
                $"{program.ToLatex()} is {found:R} at {x:R}, where {value.Value:R} is expected"
            ))

/// The listing of one primitive at inputs of the shapes of its sample.
let internal listingOf (primitive: Primitive) (shapes: Shape list) precision : Listing =
    let kinds = shapes |> List.map (fun shape -> shape, precision) |> Array.ofList
    let body, _ = Body.record "test" kinds (Node.apply primitive) (fun y -> [| y |])
    Listing.ofProgram (Program.ofNodes (Node.dependsOn body.Token) body.Inputs body.Outputs) 0

[<Theory; MemberData(nameof FamilyNames.All, MemberType = typeof<FamilyNames>)>]
let ``Every primitive prints, and its operands stand in what is printed`` (name: string) =
    let primitive, shapes = (Families.find name).Sample 2 3 2
    let listing = listingOf primitive shapes Precision.Double
    let names = List.init shapes.Length (fun i -> "in" + string (i + 1)) |> Array.ofList
    let used = if listing.Lines.Length = shapes.Length then [||] else Listing.needed (Array.last listing.Lines)
    let text = Text.write "test" (Listing.names names listing) listing
    let dot = Dot.write "test" (Listing.names names listing) listing
    let latex = Latex.write (Latex.Constants names) [| for i in 1 .. shapes.Length -> "v" + string i |] listing
    Assert.NotEmpty latex

    for operand in used do
        Assert.Contains(names[operand], text.Split('\n')[listing.Lines.Length])
        Assert.Contains(names[operand] + " -> t1;", dot)

    // mathematics does not name the factors of a matrix beside it
    let isRead operand = latex.Contains("v_" + string (operand + 1)) || latex.Contains("V_" + string (operand + 1))
    Assert.True(used.Length = 0 || Array.exists isRead used, latex)

[<Fact>]
let ``F# Interactive shows numbers`` () =
    Assert.Equal("[1, 2, 3]", sprintf "%A" (vec [ 1.0; 2.0; 3.0 ]))
    Assert.Equal("[[1, 2],\n [3, 4]]", (sprintf "%A" (mat [ [ 1.0; 2.0 ]; [ 3.0; 4.0 ] ])).Replace("\r", ""))
    Assert.Equal("[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ..., 999] (1000 elements)", sprintf "%A" (Vector(Array.init 1000 float)))
    Assert.Equal("Matrix of 100x50", sprintf "%A" (Matrix(Array2D.zeroCreate<float> 100 50)))
    Assert.Equal("[]", sprintf "%A" (Unchecked.defaultof<Vector>))
    Assert.Equal("2.5", sprintf "%A" (Scalar 2.5))

[<Fact>]
let ``F# Interactive shows a minimum, a program and a check as they print themselves, once`` () =
    let minimum = Diff.minimize (fun (v: Vector) -> (v - 1.0) * (v - 1.0)) (vec [ 0.0; 3.0 ])
    let shown = sprintf "%A" minimum
    Assert.StartsWith(minimum.ToString(), shown)
    Assert.EndsWith("point          [1, 1]", shown)
    let fit = Diff.leastSquares (fun (v: Vector) -> v - vec [ 1.0; 2.0 ]) (vec [ 0.0; 0.0 ])
    Assert.StartsWith(fit.ToString(), sprintf "%A" fit)
    Assert.DoesNotContain("GradientNorm =", sprintf "%A" fit)
    let program = Diff.explain (fun (x: Scalar) -> x * sin x) (Scalar 2.0)
    Assert.Equal(program.ToString(), sprintf "%A" program)
    let check = Diff.checkGradient (fun (x: Scalar) -> sin x) (Scalar 1.0)
    Assert.Equal(check.ToString(), sprintf "%A" check)
