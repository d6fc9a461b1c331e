/// The repository's pages, the code that they show, and what it promises to print.
module AutoDiff.Tests.Pages

open System
open System.IO
open System.Text.RegularExpressions

// the compiler may have mapped the paths of sources away, so the repository is found from where the tests run
let rec private rootFrom (folder: string) =
    if File.Exists(Path.Combine(folder, "AutoDiff.sln")) then
        folder
    else
        rootFrom (Path.GetDirectoryName folder |> string)

let private root = rootFrom AppContext.BaseDirectory

/// A file of the repository.
let pathOf (parts: string list) = Path.Combine(Array.ofList (root :: parts))

/// A page of the documentation by its name, in its folder or in how-to.
let fileOf (name: string) =
    let file = pathOf [ "docs"; name + ".md" ]
    if File.Exists file then file else pathOf [ "docs"; "how-to"; name + ".md" ]

let private squeeze (line: string) = Regex.Replace(line.Trim(), " +", " ")

/// The lines of a text, without its layout.
let linesOf (text: string) = text.Split '\n' |> Array.map squeeze |> Array.filter (fun line -> line <> "")

/// The lines of a file that stand in what matches.
let matched (pattern: string) (file: string) =
    let blocks = Regex.Matches(File.ReadAllText file, pattern, RegexOptions.Singleline)
    linesOf (String.Concat(blocks |> Seq.map _.Groups[1].Value))

/// The lines of a file between a name's beginning and its end.
let between (name: string) (file: string) = matched ("// " + name + " begins\n(.*?)// " + name + " ends") file

/// The code in one language that a page shows.
let shown (language: string) (file: string) = matched ("```" + language + "\n(.*?)```") file

/// What lines of code say that they print.
let promised (lines: string[]) =
    lines
    |> Array.filter (fun line -> line.Contains "// " && not (line.StartsWith("//", StringComparison.Ordinal)))
    |> Array.map (fun line -> line.Substring(line.LastIndexOf("// ", StringComparison.Ordinal) + 3))

/// What code printed when it ran, each text on a line.
let printedBy (code: ResizeArray<string> -> unit) =
    let printed = ResizeArray<string>()
    code printed
    [| for text in printed -> squeeze (text.Replace("\n", "")) |]
