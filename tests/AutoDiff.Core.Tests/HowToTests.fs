/// The pages in docs/how-to, and four above them, show the lines of HowTo.fs, which print what stands beside them.
module AutoDiff.Tests.HowToTests

open System
open System.IO
open System.Text.RegularExpressions
open Xunit

let names () = [| for name, _ in HowTo.pages -> [| box name |] |]

let rec private rootFrom (folder: string) =
    if File.Exists(Path.Combine(folder, "AutoDiff.sln")) then
        folder
    else
        rootFrom (Path.GetDirectoryName folder |> string)

let internal root = rootFrom AppContext.BaseDirectory
let private squeeze (line: string) = Regex.Replace(line.Trim(), " +", " ")

let private lines (pattern: string) (file: string) =
    let blocks = Regex.Matches(File.ReadAllText file, pattern, RegexOptions.Singleline)

    String.Concat(blocks |> Seq.map _.Groups[1].Value).Split '\n'
    |> Array.map squeeze
    |> Array.filter (fun line -> line <> "")

let private fileOf (name: string) =
    let file = Path.Combine(root, "docs", name + ".md")
    if File.Exists file then file else Path.Combine(root, "docs", "how-to", name + ".md")

let private shown (name: string) = lines "```fsharp\n(.*?)```" (fileOf name)

[<Theory; MemberData(nameof names)>]
let ``The page shows the compiled lines`` (name: string) =
    let source = Path.Combine(root, "tests", "AutoDiff.Core.Tests", "HowTo.fs")
    Assert.Equal<string[]>(lines ("// " + name + " begins\n(.*?)// " + name + " ends") source, shown name)

[<Theory; MemberData(nameof names)>]
let ``The compiled lines print what the page says`` (name: string) =
    let printed = ResizeArray<string>()
    (HowTo.pages |> List.find (fun (page, _) -> page = name) |> snd) printed

    let promised =
        shown name
        |> Array.filter (fun line -> line.Contains "// " && not (line.StartsWith("//", StringComparison.Ordinal)))
        |> Array.map (fun line -> line.Substring(line.LastIndexOf("// ", StringComparison.Ordinal) + 3))

    Assert.Equal<string[]>(promised, printed |> Seq.map (fun text -> squeeze (text.Replace("\n", ""))) |> Seq.toArray)

[<Fact>]
let ``Every page is one of these`` () =
    let files =
        Directory.GetFiles(Path.Combine(root, "docs", "how-to"), "*.md")
        |> Array.map (Path.GetFileNameWithoutExtension >> string)

    let above = [ "index"; "quickstart"; "reverse-mode"; "accuracy" ]
    Assert.Equal<Set<string>>(set (List.map fst HowTo.pages), set files + set above)
