/// Programs as F# source: run as a script, they give the same numbers.
module AutoDiff.Tests.FSharpSourceTests

open System
open System.Diagnostics
open System.Globalization
open System.IO
open Xunit

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
    let program (case: SourceCase) =
        let source = case.Program.Hessian.ToFSharp()
        let head = "module Derivative\n"
        let body = source.Substring(source.IndexOf head + head.Length).Replace("\n", "\n    ")
        let shown name = $"show (box ({case.Name}.{name} ({case.Written})))\n"

        "module " + case.Name + " =\n" + body + "\n\n" + String.Join("", [ "value"; "gradient"; "hessian" ] |> List.map shown)

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

    let lines = runScript ("#r @\"" + mathNet + "\"\n" + show + String.Join("\n", List.map program SourceCases.all))
    Assert.Equal(3 * SourceCases.all.Length, lines.Length)

    let numbers (line: string) = line.Trim().Split ' ' |> Array.map (fun x -> Double.Parse(x, CultureInfo.InvariantCulture))

    for case, found in List.zip SourceCases.all (List.ofArray (Array.chunkBySize 3 (Array.map numbers lines))) do
        CompiledSource.close 1e-13 case.Value found[0]
        CompiledSource.close 1e-13 case.Gradient found[1]
        CompiledSource.close 1e-12 case.Hessian found[2]
