/// Runs the notebooks of the pages, cell by cell, in the kernel of .NET Interactive, with packages from a folder, and compares what they print
/// with what they promise. Run with `dotnet fsi eng/run-notebooks.fsx docs artifacts/packages`.
#load "Notebook.fs"

open System
open System.Diagnostics
open System.IO
open System.Text.Json
open System.Text.RegularExpressions
open AutoDiff.Engineering

let docs, feed = Path.GetFullPath fsi.CommandLineArgs[1], Path.GetFullPath fsi.CommandLineArgs[2]

let start () =
    let info =
        ProcessStartInfo("dotnet", "tool run dotnet-interactive stdio", RedirectStandardInput = true, RedirectStandardOutput = true)

    info.WorkingDirectory <- docs // the tool is one of the repository's
    info.Environment["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] <- "1"
    Process.Start info |> Option.ofObj |> Option.get

/// What a cell printed, and why it failed if it did.
let submit (kernel: Process) (language: Notebook.Language) (token: string) (code: string) =
    let command =
        {|
            token = token
            commandType = "SubmitCode"
            command = {| code = code; targetKernelName = language.Tag |}
        |}

    kernel.StandardInput.WriteLine(JsonSerializer.Serialize command)

    let rec answer printed =
        match kernel.StandardOutput.ReadLine() with
        | null -> printed, Some "the kernel ended"
        | line when not (line.StartsWith '{') -> answer printed
        | line ->
            use json = JsonDocument.Parse line
            let root = json.RootElement
            let value (name: string) = root.GetProperty("event").GetProperty(name)

            match root.GetProperty("eventType").GetString(), root.TryGetProperty "command" with
            | "StandardOutputValueProduced", _ ->
                answer (printed + string ((Seq.head ((value "formattedValues").EnumerateArray())).GetProperty "value"))
            | "CommandSucceeded", (true, command) when command.GetProperty("token").GetString() = token -> printed, None
            | "CommandFailed", (true, command) when command.GetProperty("token").GetString() = token ->
                printed, Some((value "message").ToString())
            | _ -> answer printed

    answer ""

let codeOf (notebook: string) =
    use json = JsonDocument.Parse notebook

    [
        for cell in json.RootElement.GetProperty("cells").EnumerateArray() do
            if cell.GetProperty("cell_type").GetString() = "code" then
                String.Concat [ for line in cell.GetProperty("source").EnumerateArray() -> line.GetString() ]
    ]

let promised (code: string) =
    code.Split '\n'
    |> Array.filter (fun line -> line.Contains "// " && not (line.TrimStart().StartsWith("//", StringComparison.Ordinal)))
    |> Array.map (fun line -> line.Substring(line.LastIndexOf("// ", StringComparison.Ordinal) + 3))
    |> String.concat " "

let squeeze (text: string) = Regex.Replace(text, @"\s", "")

/// The cells that failed, or that print something else. One kernel runs all notebooks of a language, so that in C# a function of a name that
/// another page has for other arguments is an overload.
let failures (language: Notebook.Language) =
    use kernel = start ()
    submit kernel language "feed" $"#i \"nuget:{feed}\"" |> ignore

    let found =
        [
            for page in Notebook.pages docs do
                for number, code in List.indexed (codeOf (Notebook.ofPage docs language page)) do
                    match submit kernel language $"{page} {number}" code with
                    | _, Some failure -> $"{Notebook.fileOf language page}: {failure}\n{code}"
                    | printed, None when squeeze printed <> squeeze (promised code) && number > 0 ->
                        $"{Notebook.fileOf language page} prints\n{printed}\ninstead of\n{promised code}"
                    | _ -> ()
        ]

    kernel.Kill true // it does not end with its input
    found

let all = List.collect failures Notebook.languages
all |> List.iter (printfn "%s")

if all.IsEmpty then
    printfn "as expected: %d notebooks in %d languages" (List.length (Notebook.pages docs)) Notebook.languages.Length

exit all.Length
