/// The pages in docs/how-to, and five above them, show the lines of HowToStart.fs and HowTo.fs, which print what stands beside them.
module AutoDiff.Tests.HowToTests

open System.IO
open Xunit

let names () = [| for name, _ in HowTo.pages -> [| box name |] |]

let private compiled (name: string) =
    [| "HowToStart.fs"; "HowTo.fs" |]
    |> Array.collect (fun file -> Pages.between name (Pages.pathOf [ "tests"; "AutoDiff.Core.Tests"; file ]))

let private shown (name: string) = Pages.shown "fsharp" (Pages.fileOf name)

[<Theory; MemberData(nameof names)>]
let ``The page shows the compiled lines`` (name: string) = Assert.Equal<string[]>(compiled name, shown name)

[<Theory; MemberData(nameof names)>]
let ``The compiled lines print what the page says`` (name: string) =
    Assert.Equal<string[]>(Pages.promised (shown name), Pages.printedBy (HowTo.pages |> List.find (fun (page, _) -> page = name) |> snd))

[<Fact>]
let ``Every page is one of these`` () =
    let files =
        Directory.GetFiles(Pages.pathOf [ "docs"; "how-to" ], "*.md") |> Array.map (Path.GetFileNameWithoutExtension >> string)

    let above = [ "index"; "quickstart"; "reverse-mode"; "explain"; "accuracy" ]
    Assert.Equal<Set<string>>(set (List.map fst HowTo.pages), set files + set above)

[<Fact>]
let ``The README shows the lines of the first page`` () =
    let readme = Pages.shown "fsharp" (Pages.pathOf [ "README.md" ])
    Assert.Equal<string[]>(shown "index", readme |> Array.filter (fun line -> line <> "open AutoDiff"))
