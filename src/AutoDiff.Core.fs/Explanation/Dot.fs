/// A listing as a graph in Graphviz's language.
[<RequireQualifiedAccess>]
module internal AutoDiff.Dot

open System.Text

let private quoted (text: string) = "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n") + "\""

let private node (listing: Listing) (names: string[]) (text: StringBuilder) place =
    let line = listing.Lines[place]

    let what, shape =
        match line.Constant with
        | null when place < listing.Inputs -> names[place], "ellipse"
        | null -> names[place] + " = " + Explained.operation listing names line, "box"
        | node -> names[place] + " = " + Explained.constant line node, "plaintext"

    let label = what + "\n" + Explained.shape line.Shape + " " + Explained.precision line.Precision

    text.Append("  ").Append(names[place]).Append(" [label=").Append(quoted label).Append(", shape=").Append(shape).Append("];\n")
    |> ignore

    for operand in Array.distinct (Listing.needed line) do
        text.Append("  ").Append(names[operand]).Append(" -> ").Append(names[place]).Append(";\n") |> ignore

/// The listing as a directed graph, from inputs down to results.
let write (title: string) (names: string[]) (listing: Listing) : string =
    let text = StringBuilder "digraph "
    text.Append(quoted title).Append(" {\n  node [fontname=\"Helvetica\"];\n") |> ignore

    for place in 0 .. listing.Lines.Length - 1 do
        node listing names text place

    listing.Outputs
    |> Array.iteri (fun i place ->
        let name = if listing.Outputs.Length = 1 then "result" else "result" + string (i + 1)

        text.Append("  ").Append(name).Append(" [shape=plaintext];\n  ").Append(names[place]).Append(" -> ").Append(name).Append(";\n")
        |> ignore)

    text.Append("}\n").ToString()
