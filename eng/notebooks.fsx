/// Writes the notebooks of the pages into a built site, and a link to each beneath the title of its page. Run with
/// `dotnet fsi eng/notebooks.fsx docs artifacts/site`.
#load "Notebook.fs"

open System.IO
open AutoDiff.Engineering

let docs, site = fsi.CommandLineArgs[1], fsi.CommandLineArgs[2]

for page in Notebook.pages docs do
    for language in Notebook.languages do
        File.WriteAllText(Path.Combine(site, Notebook.fileOf language page), Notebook.ofPage docs language page)

    let link (language: Notebook.Language) = $"""<a href="{Path.GetFileName(Notebook.fileOf language page)}" download>{language.Name}</a>"""
    let links = Notebook.languages |> List.map link |> String.concat ", "
    let html = Path.Combine(site, page + ".html")
    let parts = File.ReadAllText(html).Split("</h1>", 2)
    File.WriteAllText(html, $"{parts[0]}</h1>\n<p class=\"notebooks\">Download as a notebook: {links}</p>{parts[1]}")
