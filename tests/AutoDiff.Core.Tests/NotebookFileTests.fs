/// The notebooks of the pages hold the lines that the pages show, which other tests run, in a file that Jupyter and .NET Interactive read.
module AutoDiff.Tests.NotebookFileTests

open System
open System.Text.Json
open Xunit
open AutoDiff.Engineering

let private docs = Pages.pathOf [ "docs" ]

let notebooks () =
    [|
        for page in Notebook.pages docs do
            for language in Notebook.languages -> [| box page; box language.Name |]
    |]

let private languageOf (name: string) = Notebook.languages |> List.find (fun language -> language.Name = name)
let private read (page: string) (language: string) = JsonDocument.Parse(Notebook.ofPage docs (languageOf language) page)
let private text (element: JsonElement) (name: string) = string (element.GetProperty name)

/// The cells of a kind, as texts.
let private cells (kind: string) (notebook: JsonDocument) =
    [
        for cell in notebook.RootElement.GetProperty("cells").EnumerateArray() do
            if text cell "cell_type" = kind then
                String.Concat [ for line in cell.GetProperty("source").EnumerateArray() -> string line ]
    ]

[<Fact>]
let ``Every page that shows compiled lines has notebooks, but the first`` () =
    let names = Notebook.pages docs |> List.map (fun page -> page.Replace("how-to/", ""))
    Assert.Equal<Set<string>>(set (List.map fst HowTo.pages), set ("index" :: names))

[<Theory; MemberData(nameof notebooks)>]
let ``Its cells of code are the blocks of the page`` (page: string) (language: string) =
    use notebook = read page language
    let code = cells "code" notebook
    let shown = Pages.shown (languageOf language).Tag (Pages.fileOf page)
    let declared = shown |> Array.map (fun line -> line.Replace("// with: ", ""))
    Assert.StartsWith("#r \"nuget: AutoDiff", code.Head, StringComparison.Ordinal)
    Assert.NotEmpty shown
    Assert.Equal<string[]>(declared, Pages.linesOf (String.Join("\n", code.Tail)))

[<Theory; MemberData(nameof notebooks)>]
let ``Its prose stands alone, and is of one language`` (page: string) (language: string) =
    use notebook = read page language
    let prose = String.Join("\n", cells "markdown" notebook)
    Assert.StartsWith("# ", prose, StringComparison.Ordinal)
    Assert.DoesNotMatch(@"(?m)\]\((?!https?:|data:)|<img|^```(csharp|fsharp)$|^(C|F)#:$", prose)

[<Theory; MemberData(nameof notebooks)>]
let ``It says its format and its kernel`` (page: string) (language: string) =
    use notebook = read page language
    let root = notebook.RootElement
    let metadata = root.GetProperty "metadata"
    let kernel = metadata.GetProperty "kernelspec"
    Assert.Equal(("4", "5"), (text root "nbformat", text root "nbformat_minor"))
    Assert.Equal((language, $".NET ({language})"), (text kernel "language", text kernel "display_name"))
    Assert.Equal($".net-{(languageOf language).Tag}", text kernel "name")
    Assert.Equal(language, text (metadata.GetProperty "language_info") "name")

    for cell in root.GetProperty("cells").EnumerateArray() do
        let names = [ for property in cell.EnumerateObject() -> property.Name ]
        let code = if text cell "cell_type" = "code" then [ "execution_count"; "outputs" ] else []
        Assert.Equal<Set<string>>(set ([ "cell_type"; "id"; "metadata"; "source" ] @ code), set names)
