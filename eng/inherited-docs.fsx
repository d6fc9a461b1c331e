/// Writes out what members inherit of each other's documentation, which the site's generator does not: `dotnet fsi eng/inherited-docs.fsx FILE.xml …`
/// changes the files in place.
open System.Collections.Generic
open System.Xml.Linq

let name text = XName.Get text
let files = fsi.CommandLineArgs[1..] |> Array.map (fun file -> file, XDocument.Load(file, LoadOptions.PreserveWhitespace))

let documented =
    [
        for _, document in files do
            yield! document.Descendants(name "member")
    ]

let members = Dictionary<string, XElement>()

for m in documented do
    members[m.Attribute(name "name").Value] <- m

/// What identifies an element: its tag, and the parameter that it is about.
let key (element: XElement) = element.Name.LocalName, (element.Attribute(name "name") |> Option.ofObj |> Option.map _.Value)

/// The elements of a member, its own before those that it inherits.
let rec parts depth (m: XElement) : XElement list =
    let own, inherited = List.ofSeq (m.Elements()) |> List.partition (fun e -> e.Name <> name "inheritdoc")

    let above =
        inherited
        |> List.collect (fun e ->
            match Option.ofObj (e.Attribute(name "cref")) with
            | Some cref when depth < 8 && members.ContainsKey cref.Value -> parts (depth + 1) members[cref.Value]
            | _ -> [])

    List.distinctBy key own @ List.filter (fun e -> not (List.exists (fun o -> key o = key e) own)) above

for m in documented |> List.filter (fun m -> not (isNull (m.Element(name "inheritdoc")))) do
    m.ReplaceNodes(parts 0 m |> List.map (fun e -> XElement e))

for file, document in files do
    document.Save file
