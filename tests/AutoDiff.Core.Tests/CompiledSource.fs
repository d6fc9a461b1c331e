/// C# source, compiled and called.
[<RequireQualifiedAccess>]
module internal AutoDiff.Tests.CompiledSource

open System
open System.Globalization
open System.IO
open System.Reflection
open System.Runtime.Loader
open Microsoft.CodeAnalysis
open Microsoft.CodeAnalysis.CSharp
open Xunit

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
let compile (sources: string list) : Assembly =
    let trees = sources |> List.map (fun source -> CSharpSyntaxTree.ParseText source)

    let options =
        CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, generalDiagnosticOption = ReportDiagnostic.Error)

    let compilation = CSharpCompilation.Create("Explained" + Guid.NewGuid().ToString "N", trees, platform.Value, options)
    use stream = new MemoryStream()
    let result = compilation.Emit stream
    Assert.True(result.Success, String.Join("\n", result.Diagnostics) + "\n" + sources.Head)
    stream.Position <- 0L
    AssemblyLoadContext("explained", true).LoadFromStream stream

let inNamespace (name: string) (source: string) = source.Replace("using System;\n", "using System;\n\nnamespace " + name + ";\n")

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

/// The numbers that a method gives: matrices row by row.
let call (assembly: Assembly) (ns: string) (name: string) (arguments: objnull[]) : float[] =
    let derivative = nonNull (assembly.GetType(ns + ".Derivative"))
    numbers ((nonNull (derivative.GetMethod name)).Invoke(null, arguments))

/// Whether numbers are those expected, to a relative error of each and a hundredth of it of the largest.
let close tolerance (expected: float[]) (found: float[]) =
    Assert.Equal(expected.Length, found.Length)
    let scale = expected |> Array.fold (fun most x -> max most (abs x)) 0.0

    for e, f in Array.zip expected found do
        Assert.True(
            (e = f) || (Double.IsNaN e && Double.IsNaN f) || abs (e - f) <= tolerance * (abs e + 0.01 * scale),
            $"{f:R} where {e:R} is expected"
        )
