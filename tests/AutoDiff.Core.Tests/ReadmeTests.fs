/// The README's F# lines are these lines, and print what stands beside them.
module AutoDiff.Tests.ReadmeTests

open System
open System.IO
open System.Text.RegularExpressions
open Xunit
open AutoDiff

let private run (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // README begins
    printfn "%O" (Diff.grad (fun (x: Scalar) -> x * sin x) (Scalar 2.0)) // 0.0770037537313969
    let a = mat [ [ 2.0; 1.0 ]; [ 1.0; 3.0 ] ]
    let bowl (v: Vector) = v * (a * v) + (exp v).Sum()
    printfn "%O" (Diff.grad bowl (vec [ 1.0; -1.0 ])) // [4.718281828459045, -3.6321205588285577]
    printfn "%O" (Diff.hessian bowl (vec [ 0.0; 0.0 ])) // [[5, 2], [2, 7]]
    let fit = Diff.minimize bowl (vec [ 1.0; -1.0 ])
    printfn "%s %O" (fit.Value.ToString "F6") fit.Status // 1.870133 GradientConverged
// README ends

// the compiler may have mapped the paths of sources away, so the repository is found from where the tests run
let rec private rootFrom (folder: string) =
    if File.Exists(Path.Combine(folder, "AutoDiff.sln")) then
        folder
    else
        rootFrom (Path.GetDirectoryName folder |> string)

let private root = rootFrom AppContext.BaseDirectory
let private source = Path.Combine(root, "tests", "AutoDiff.Core.Tests", "ReadmeTests.fs")
let private readme = Path.Combine(root, "README.md")

let private squeeze (line: string) = Regex.Replace(line.Trim(), " +", " ")

let private lines (pattern: string) (file: string) =
    let block = Regex.Match(File.ReadAllText file, pattern, RegexOptions.Singleline).Groups[1].Value

    block.Split '\n'
    |> Array.map squeeze
    |> Array.filter (fun line -> line <> "" && not (line.StartsWith("open ", StringComparison.Ordinal)))

let private shown () = lines "```fsharp\n(.*?)```" readme

[<Fact>]
let ``the README shows the compiled lines`` () = Assert.Equal<string[]>(lines "// README begins\n(.*?)// README ends" source, shown ())

[<Fact>]
let ``the compiled lines print what the README says`` () =
    let printed = ResizeArray<string>()
    run printed

    let promised =
        shown ()
        |> Array.filter _.Contains("// ")
        |> Array.map (fun line -> line.Substring(line.IndexOf("// ", StringComparison.Ordinal) + 3))

    Assert.Equal<string[]>(promised, printed |> Seq.map (fun text -> squeeze (text.Replace("\n", ""))) |> Seq.toArray)
