/// Notebooks of the site's pages, for .NET Interactive: prose as cells of Markdown, the blocks of one language as cells of code.
module AutoDiff.Engineering.Notebook

open System
open System.IO
open System.Text.Encodings.Web
open System.Text.Json
open System.Text.RegularExpressions

/// A language of the pages: what they call it, what fences of code and the kernel do, and what its notebooks begin with.
type Language = { Name: string; Tag: string; Extension: string; Start: string list }

let languages =
    [
        {
            Name = "C#"
            Tag = "csharp"
            Extension = ".cs"
            Start = [ "#r \"nuget: AutoDiff.CSharp\""; "using AutoDiff;"; "using static AutoDiff.Maths;"; "using System.Threading;" ]
        }
        {
            Name = "F#"
            Tag = "fsharp"
            Extension = ".fs"
            Start = [ "#r \"nuget: AutoDiff.Core\""; "open System"; "open AutoDiff" ]
        }
    ]

/// The pages that have notebooks, below the folder of the documentation: those whose lines the tests compile and run.
let pages (docs: string) =
    let howTo = Directory.GetFiles(Path.Combine(docs, "how-to"), "*.md") |> Array.sort |> List.ofArray

    [ "quickstart"; "reverse-mode"; "explain"; "accuracy" ]
    @ [ for file in howTo -> "how-to/" + string (Path.GetFileNameWithoutExtension file) ]

/// The name of the notebook of a page.
let fileOf (language: Language) (page: string) = $"{page}-{language.Tag}.ipynb"

type private Cell =
    | Prose of string list
    | Code of string list

/// Ends of links lead nowhere from where a notebook is kept, so words remain of them; pictures are taken along.
let private alone (folder: string) (line: string) =
    let picture (found: Match) =
        let bytes = File.ReadAllBytes(Path.Combine(folder, found.Groups[1].Value))
        let kind = if found.Groups[1].Value.EndsWith(".svg", StringComparison.Ordinal) then "svg+xml" else "png"
        $"![{found.Groups[2].Value}](data:image/{kind};base64,{Convert.ToBase64String bytes})"

    let line = Regex.Replace(line, "<picture>.*<img src=\"([^\"]+)\".* alt=\"([^\"]+)\".*</picture>", picture)
    Regex.Replace(line, @"(?<!!)\[([^\]]+)\]\((?!https?:)[^)]+\)", "$1")

/// A type that the tests declare elsewhere stands in a comment, and is declared here.
let private declared (line: string) = if line.StartsWith("// with: ", StringComparison.Ordinal) then line.Substring 9 else line

let private withoutBlank = List.skipWhile String.IsNullOrWhiteSpace

/// Lines as cells. A block of the other language is left out, and so is a block without one beneath the other's name.
let rec private cells (language: Language) (beneath: string) (prose: string list) (lines: string list) : Cell list =
    let flush () = if List.forall String.IsNullOrWhiteSpace prose then [] else [ Prose(List.rev prose) ]

    match lines with
    | [] -> flush ()
    | name :: rest when languages |> List.exists (fun other -> other.Name + ":" = name) ->
        cells language (name.TrimEnd ':') prose (withoutBlank rest)
    | fence :: rest when fence.StartsWith("```", StringComparison.Ordinal) ->
        let block = List.takeWhile ((<>) "```") rest
        let rest = List.skip (block.Length + 1) rest

        if fence = "```" + language.Tag then
            flush () @ Code(List.map declared block) :: cells language "" [] rest
        elif beneath <> "" && beneath <> language.Name || languages |> List.exists (fun other -> fence = "```" + other.Tag) then
            cells language "" prose (withoutBlank rest)
        else
            cells language "" ("```" :: List.rev block @ fence :: prose) rest
    | line :: rest -> cells language beneath (line :: prose) rest

let private trimmed (lines: string list) = lines |> withoutBlank |> List.rev |> withoutBlank |> List.rev

let private jsonOf (folder: string) (number: int) (cell: Cell) =
    let lines =
        match cell with
        | Prose lines -> trimmed (List.map (alone folder) lines)
        | Code lines -> trimmed lines

    let common =
        [
            "id", box $"cell-{number + 1}"
            "metadata", box (dict<string, obj> [])
            "source", box (lines |> List.mapi (fun i line -> if i < lines.Length - 1 then line + "\n" else line))
        ]

    match cell with
    | Prose _ -> dict (("cell_type", box "markdown") :: common)
    | Code _ -> dict (("cell_type", box "code") :: ("execution_count", null) :: ("outputs", box (Array.empty<obj>)) :: common)

let private metadata (language: Language) =
    {|
        kernelspec =
            {|
                display_name = $".NET ({language.Name})"
                language = language.Name
                name = $".net-{language.Tag}"
            |}
        language_info =
            {|
                file_extension = language.Extension
                mimetype = $"text/x-{language.Tag}"
                name = language.Name
                pygments_lexer = language.Tag
            |}
        polyglot_notebook =
            {|
                kernelInfo =
                    {|
                        defaultKernelName = language.Tag
                        items = [ {| aliases = ([]: string list); name = language.Tag |} ]
                    |}
            |}
    |}

/// The notebook of a page in one language, in Jupyter's format 4.5.
let ofPage (docs: string) (language: Language) (page: string) : string =
    let file = Path.Combine(docs, page + ".md")
    let folder = string (Path.GetDirectoryName file)
    let content = cells language "" [] (List.ofArray (File.ReadAllLines file))

    let notebook =
        {|
            cells = List.mapi (jsonOf folder) (Code language.Start :: content)
            metadata = metadata language
            nbformat = 4
            nbformat_minor = 5
        |}

    JsonSerializer.Serialize(notebook, JsonSerializerOptions(WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping))
    + "\n"
