/// Programs as C# and F# source: compiled, they give the same numbers.
module AutoDiff.Tests.SourceTests

open System
open System.Diagnostics
open System.Globalization
open System.IO
open System.Reflection
open System.Runtime.Loader
open Microsoft.CodeAnalysis
open Microsoft.CodeAnalysis.CSharp
open FsCheck.FSharp
open MathNet.Numerics
open Xunit
open AutoDiff

let private platform =
    lazy
        let paths =
            match AppContext.GetData "TRUSTED_PLATFORM_ASSEMBLIES" with
            | :? string as paths -> paths.Split Path.PathSeparator
            | _ -> failwith "the platform does not say where its assemblies are"

        let isGiven (path: string) =
            let name = path.Substring(1 + path.LastIndexOf Path.DirectorySeparatorChar)
            name.StartsWith "System." || name.StartsWith "MathNet" || name = "netstandard.dll" || name = "mscorlib.dll"

        [|
            for path in paths do
                if isGiven path then
                    MetadataReference.CreateFromFile path :> MetadataReference
        |]

/// Compiles C# files, each with a class Derivative in a namespace of its own, against .NET and MathNet alone.
let private compile (sources: string list) : Assembly =
    let trees = sources |> List.map (fun source -> CSharpSyntaxTree.ParseText source)

    let options =
        CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, generalDiagnosticOption = ReportDiagnostic.Error)

    let compilation = CSharpCompilation.Create("Explained" + Guid.NewGuid().ToString "N", trees, platform.Value, options)
    use stream = new MemoryStream()
    let result = compilation.Emit stream
    Assert.True(result.Success, String.Join("\n", result.Diagnostics) + "\n" + sources.Head)
    stream.Position <- 0L
    AssemblyLoadContext("explained", true).LoadFromStream stream

let private inNamespace (name: string) (source: string) = source.Replace("using System;\n", "using System;\n\nnamespace " + name + ";\n")

let private call (assembly: Assembly) (ns: string) (name: string) (arguments: objnull[]) : objnull =
    let derivative = nonNull (assembly.GetType(ns + ".Derivative"))
    (nonNull (derivative.GetMethod name)).Invoke(null, arguments)

/// The numbers in a result: matrices row by row.
let rec private numbers (result: objnull) : float[] =
    match result with
    | :? float as x -> [| x |]
    | :? float32 as x -> [| float x |]
    | :? (float[]) as xs -> xs
    | :? (float32[]) as xs -> Array.map float xs
    | :? Array as xs -> [| for x in xs -> Convert.ToDouble(x, CultureInfo.InvariantCulture) |]
    | :? Runtime.CompilerServices.ITuple as parts ->
        [|
            for i in 0 .. parts.Length - 1 do
                yield! numbers parts[i]
        |]
    | other -> failwith $"unexpected {other}"

let private close tolerance (expected: float[]) (found: float[]) =
    Assert.Equal(expected.Length, found.Length)
    let scale = expected |> Array.fold (fun most x -> max most (abs x)) 0.0

    for e, f in Array.zip expected found do
        Assert.True(
            (e = f) || (Double.IsNaN e && Double.IsNaN f) || abs (e - f) <= tolerance * (abs e + 0.01 * scale),
            $"{f:R} where {e:R} is expected"
        )

/// A function with what it and its derivatives are at a point.
type private Case =
    {
        Name: string
        /// How many derivatives have source.
        Order: int
        Program: DerivativeProgram
        Arguments: objnull[]
        /// F# expressions of the arguments.
        Written: string
        Value: float[]
        Gradient: float[]
        Hessian: float[]
    }

let private programOf (case: Case) =
    match case.Order with
    | 0 -> case.Program.Function
    | 1 -> case.Program
    | _ -> case.Program.Hessian

let private text (x: float) = Infix.number x

let private rows (m: Matrix) : float[] =
    [|
        for i in 0 .. m.RowCount - 1 do
            for j in 0 .. m.ColumnCount - 1 -> m[i, j].Value
    |]

let private ofScalar name (f: Scalar -> Scalar) (x: float) =
    {
        Name = name
        Order = 2
        Program = Diff.explain f (Scalar 0.75)
        Arguments = [| box x |]
        Written = text x
        Value = [| (f (Scalar x)).Value |]
        Gradient = [| (Diff.grad f (Scalar x)).Value |]
        Hessian = rows (Diff.hessian f (Scalar x))
    }

let private ofVector name (f: Vector -> Scalar) (x: float[]) =
    {
        Name = name
        Order = 2
        Program = Diff.explain f (Vector(Array.map (fun x -> 0.5 * x + 0.25) x))
        Arguments = [| box x |]
        Written = "[| " + String.Join("; ", Array.map text x) + " |]"
        Value = [| (f (Vector x)).Value |]
        Gradient = (Diff.grad f (Vector x)).ToArray()
        Hessian = rows (Diff.hessian f (Vector x))
    }

let private ofMatrix name (f: Matrix -> Scalar) (x: float[,]) =
    let written =
        [
            for i in 0 .. x.GetLength 0 - 1 -> "[ " + String.Join("; ", [ for j in 0 .. x.GetLength 1 - 1 -> text x[i, j] ]) + " ]"
        ]

    {
        Name = name
        Order = 2
        Program = Diff.explain f (Matrix x * Scalar 0.5)
        Arguments = [| box x |]
        Written = "array2D [ " + String.Join("; ", written) + " ]"
        Value = [| (f (Matrix x)).Value |]
        Gradient = rows (Diff.grad f (Matrix x))
        Hessian = rows (Diff.hessian f (Matrix x))
    }

let private a = mat [ [ 2.0; 1.0; 0.5 ]; [ -0.25; 3.0; 1.0 ]; [ 0.0; 1.5; 4.0 ] ]
let private b = vec [ 1.0; 3.0; -2.0 ]
let private at = [| 0.3; -1.25; 2.0 |]

/// Examples as rows.
let private sheet = mat [ [ 1.0; -0.5; 0.25 ]; [ 0.5; 2.0; -1.0 ]; [ 1.5; 0.75; 0.5 ]; [ -2.0; 1.0; 0.125 ] ]

let private matrixAt = array2D [ [ 1.5; 0.25 ]; [ -0.5; 2.0 ] ]

let private cases =
    [
        ofScalar "Wave" (fun x -> x * sin x) 2.0
        ofScalar "Bell" (fun x -> exp (-x * x / 2.0)) -1.3
        ofScalar "Logistic" (fun x -> Maths.sigmoid (3.0 * x) + Maths.softplus x) -40.0
        ofScalar "Roots" (fun x -> sqrt (1.0 + x ** 2.0) + Maths.cbrt x + x ** 2.5) 2.25
        ofScalar "Small" (fun x -> Maths.log1p x * Maths.expm1 x) 1e-9
        ofScalar "Chosen" (fun x -> Maths.where (Maths.greater x (Scalar 0.5)) (tanh x) (x * x)) 0.25
        ofScalar "Angles" (fun x -> atan x + asin (x / 4.0) + Maths.atan2 x (Scalar 2.0) + tan x) 0.6
        ofScalar "BlackScholes" (fun x -> x * Maths.normalCdf (log x + 0.3) - 0.95 * Maths.normalCdf (log x + 0.1)) 1.05
        ofScalar "Gamma" (fun x -> Maths.logGamma (2.0 * x + 1.0)) 1.7
        ofScalar "Reflected" (fun x -> Maths.logGamma x) -2.3
        ofVector "Running" (fun x -> (Maths.cumulativeSum x .* sin x).Sum()) at
        ofVector "Bowl" (fun x -> x * (a * x) + (exp x).Sum()) at
        ofVector "Rosenbrock" (fun x -> (1.0 - x[0]) ** 2.0 + 100.0 * (x[1] - x[0] ** 2.0) ** 2.0 + x[2] ** 2.0) at
        ofVector "Regression" (fun x -> (Maths.softplus (a * x)).Sum() - b * (a * x)) at
        ofVector "Mean" (fun x -> ((a * x - b) .^ 2.0).Mean()) at
        ofVector "Solved" (fun x -> let y = a.Solve x in y * y) at
        ofVector "Halves" (fun x -> let y = x.SubVector(1, 2) in (y * y) * x.Sum()) at
        ofVector "Softmax" (fun x -> Maths.logSumExp (a * x)) at
        ofVector "Norm" (fun x -> Maths.norm (a * x - b)) at
        ofMatrix "Determinant" (fun x -> x.Determinant() * x[0, 1]) matrixAt
        ofMatrix "Cofactors" (fun x -> x.Determinant()) (array2D [ [ 1.5; 0.25; 2.0 ]; [ -0.5; 2.0; 1.0 ]; [ 1.0; 0.75; -1.25 ] ])
        ofScalar "Beta" (fun x -> Maths.logBeta (x * x) (x + 12.0) + Maths.logBeta (Scalar 2.5) x) 1.7
        ofVector "LogShares" (fun x -> b * Maths.logSoftmax (a * x)) at
        ofScalar "For" (fun x -> Diff.forLoop 4 x (fun i s -> cos (s + i) * x)) 0.6
        ofScalar "While" (fun x -> Diff.whileLoop x (fun s -> Maths.less s (Scalar 9.0)) (fun s -> s * s + 0.5)) 0.8
        ofVector "Scan" (fun x -> let struct (s, ys) = Diff.scanElements x[0] x (fun s e -> struct (sin s * e, s * e)) in s + ys * ys) at
        ofVector "Checkpoint" (fun x -> Diff.checkpoint (fun (x: Vector) -> (sin x * exp x)) x) at
        ofVector "Examples" (fun x -> (Diff.vectorizeRows (fun row -> sin (row * x) * row[0]) sheet).Sum()) at
        ofVector "Matrices" (fun x -> (Diff.vectorizeRows (fun row -> Maths.logSumExp (a * (row .* x)) * x[1]) sheet).Sum()) at
        ofVector "Elements" (fun x -> Diff.vectorize (fun e -> e * sin (e * x[0])) x * b) at
        ofMatrix "Inverse" (fun x -> (x.Inverse() * x.Transpose()).Sum()) matrixAt
        ofMatrix "Sandwich" (fun x -> (x.Transpose() * x * x).Trace() + (sin x).Sum()) matrixAt
        ofMatrix "LogDeterminant" (fun x -> x.LogDeterminant()) matrixAt
        ofMatrix "Rows" (fun x -> (x.RowSums() * x.ColumnSums()) ** 2.0) matrixAt
    ]

[<Fact>]
let ``C# source gives the same numbers`` () =
    let assembly = compile (cases |> List.map (fun case -> inNamespace case.Name ((programOf case).ToCSharp())))

    for case in cases do
        let call name = numbers (call assembly case.Name name case.Arguments)
        close 1e-13 case.Value (call "Value")

        if case.Order > 0 then
            close 1e-13 case.Gradient (call "Gradient")

        if case.Order > 1 then
            close 1e-12 case.Hessian (call "Hessian")

[<Fact>]
let ``C# source of each program stands by itself`` () =
    for case in cases |> List.truncate 9 do
        for program in [ case.Program.Function; case.Program ] do
            compile [ program.ToCSharp() ] |> ignore

/// Runs an F# script by the SDK's own F# Interactive, and gives the lines it prints.
let private runScript (script: string) : string[] =
    let path = Path.Combine(Path.GetTempPath(), "explained" + Guid.NewGuid().ToString "N" + ".fsx")
    File.WriteAllText(path, script)

    try
        let start = ProcessStartInfo("dotnet", [ "fsi"; "--quiet"; "--nologo"; path ])
        start.RedirectStandardOutput <- true
        start.RedirectStandardError <- true
        use fsi = nonNull (Process.Start start)
        let errors = fsi.StandardError.ReadToEndAsync()
        let output = fsi.StandardOutput.ReadToEnd()
        fsi.WaitForExit()
        Assert.True((fsi.ExitCode = 0), errors.Result)
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
    finally
        File.Delete path

[<Fact>]
let ``F# source gives the same numbers`` () =
    let program (case: Case) =
        let source = (programOf case).ToFSharp()
        let head = "module Derivative\n"
        let body = source.Substring(source.IndexOf head + head.Length).Replace("\n", "\n    ")
        let shown name = $"show (box ({case.Name}.{name} ({case.Written})))\n"

        "module "
        + case.Name
        + " =\n"
        + body
        + "\n\n"
        + String.Join("", [ "value"; "gradient"; "hessian" ][.. case.Order] |> List.map shown)

    let mathNet = typeof<MathNet.Numerics.LinearAlgebra.Matrix<float>>.Assembly.Location

    let show =
        [
            "let show (x: obj) ="
            "    let numbers ="
            "        match x with"
            "        | :? float as x -> [ x ]"
            "        | x -> [ for y in (x :?> System.Array) -> unbox<float> y ]"
            ""
            "    for y in numbers do"
            "        System.Console.Write(y.ToString(\"R\", System.Globalization.CultureInfo.InvariantCulture) + \" \")"
            ""
            "    System.Console.WriteLine()"
            ""
            ""
        ]
        |> String.concat "\n"

    let lines = runScript ("#r @\"" + mathNet + "\"\n" + show + String.Join("\n", List.map program cases))
    Assert.Equal(cases |> List.sumBy (fun case -> 1 + case.Order), lines.Length)

    let check start (case: Case) =
        let line k = lines[start + k].Trim().Split ' ' |> Array.map (fun x -> Double.Parse(x, CultureInfo.InvariantCulture))
        close 1e-13 case.Value (line 0)

        if case.Order > 0 then
            close 1e-13 case.Gradient (line 1)

        if case.Order > 1 then
            close 1e-12 case.Hessian (line 2)

        start + 1 + case.Order

    List.fold check 0 cases |> ignore

[<Fact>]
let ``Source in float32 rounds each operation once, as the library does`` () =
    let f (x: Vector) = (sin x * exp x) + (x .* x).Sum()
    let x = [| 0.3f; -1.25f; 2.0f |]
    let program = Diff.explain f (Vector x)
    let assembly = compile [ inNamespace "Single" (program.Hessian.ToCSharp()) ]
    close 1e-6 [| (f (Vector x)).Value |] (numbers (call assembly "Single" "Value" [| box x |]))
    close 1e-6 ((Diff.grad f (Vector x)).ToArraySingle() |> Array.map float) (numbers (call assembly "Single" "Gradient" [| box x |]))

[<Fact>]
let ``Source of several values takes and gives several`` () =
    let f (x: Scalar, v: Vector) = x * (v * v) + sin x
    let program = Diff.explain f (Scalar 1.0, vec [ 1.0; 2.0 ])
    let assembly = compile [ inNamespace "Several" (program.Hessian.ToCSharp()) ]
    let x, v = Scalar 0.4, vec [ -1.0; 0.5 ]
    let arguments = [| box 0.4; box (v.ToArray()) |]
    let gx, gv = Diff.grad f (x, v)
    close 1e-14 (Array.append [| gx.Value |] (gv.ToArray())) (numbers (call assembly "Several" "Gradient" arguments))
    close 1e-14 (rows (Diff.hessian f (x, v))) (numbers (call assembly "Several" "Hessian" arguments))

[<Fact>]
let ``What is constant for differentiation is not constant in source`` () =
    let f (x: Scalar) = Diff.stopGradient x * x
    let assembly = compile [ inNamespace "Stopped" ((Diff.explain f (Scalar 1.0)).ToCSharp()) ]
    close 0.0 [| 9.0 |] (numbers (call assembly "Stopped" "Value" [| box 3.0 |]))
    close 0.0 [| 3.0 |] (numbers (call assembly "Stopped" "Gradient" [| box 3.0 |]))

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

/// A method of one elementwise primitive.
let private methodOf (primitive: Primitive) name : Method =
    let listing = ExplanationTests.listingOf primitive [ for _ in primitive.Domain -> Shape.Scalar ] Precision.Double

    {
        Name = name
        Doc = primitive.Name
        Parameters = Array.init listing.Inputs (fun i -> "v" + string (i + 1))
        Listing = listing
        Results = [| Extent.scalar |]
    }

let private isWritten (m: Method) =
    try
        CSharpSource.write "" [ m ] None |> ignore
        true
    with :? SourceException ->
        false

/// Random points of the domain, and the special ones.
let private points (primitive: Primitive) : float[] list =
    let drawn = primitive.Domain |> List.map (Generators.inside >> Gen.sampleWithSeed (FsCheck.Rnd 20260101UL) 50 40)
    let random = [ for k in 0..39 -> [| for values in drawn -> values[k] |] ]
    random @ (primitive.Special |> List.map Array.ofList)

/// The number of whose last place errors are counted: what is expected. The parts of a complex power cancel where it turns through an
/// axis, in the library too, so there it is the modulus of the power. The terms of digamma, which are up to the logarithm of where Stirling's
/// series begins, cancel beside its root at 1.46, and those of the logarithm of the beta function beside its zeros.
let private measure (primitive: Primitive) (point: float[]) (expected: float) =
    match primitive.Name, primitive.Parameters with
    | ("realInverse" | "imaginaryInverse"), (:? int as n) -> max (abs expected) (Math.Pow(Double.Hypot(point[0], point[1]), float -n))
    | "digamma", _ -> max (abs expected) (Math.Log(point[0] + 8.0))
    | "logBeta", _ ->
        let smaller = min point[0] point[1]
        let largest = if max point[0] point[1] < 10.0 then point[0] + point[1] else smaller
        max (abs expected) (abs (SpecialFunctions.GammaLn largest))
    | _ -> abs expected

let private ulps size (expected: float) (found: float) =
    if expected = found || Double.IsNaN expected && Double.IsNaN found then
        0.0
    else
        abs (expected - found) / (Math.BitIncrement size - size)

let private valueOf (primitive: Primitive) (point: float[]) =
    (Node.apply primitive (point |> Array.map (Node.number Precision.Double))).Value.Number

[<Fact>]
let ``Source of every elementwise primitive agrees with it to a few units in the last place`` () =
    let methods =
        Families.all
        |> List.map (fun name -> Families.primitive name)
        |> List.filter Families.isElementwise
        |> List.mapi (fun i primitive -> primitive, methodOf primitive ("M" + string i))

    let written = methods |> List.filter (snd >> isWritten)
    Assert.True(written.Length >= 98, $"{written.Length} of {methods.Length} have source")
    let assembly = compile [ inNamespace "All" (CSharpSource.write "" (List.map snd written) None) ]

    let worst =
        [
            for primitive, m in written do
                for point in points primitive do
                    let expected = valueOf primitive point
                    let found = (numbers (call assembly "All" m.Name (point |> Array.map (fun x -> box x))))[0]
                    let error = ulps (measure primitive point expected) expected found

                    if not (error <= 8.0) then
                        $"{primitive.Name} at {Numbers.text point}: {found:R} where {expected:R} is expected, {error:F1} units"
        ]

    Assert.Empty worst
