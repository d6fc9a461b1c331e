/// A listing as numbered text: what each line computes, its shape, its precision and an estimate of its cost.
[<RequireQualifiedAccess>]
module internal AutoDiff.Text

open System
open System.Text

let private row (listing: Listing) (names: string[]) place : string[] =
    let line = listing.Lines[place]

    let what, cost =
        match line.Constant with
        | null when place < listing.Inputs -> "input", ""
        | null -> Explained.operation listing names line, Explained.count (Listing.cost listing line)
        | node -> Explained.constant line node, ""

    [| names[place] + " = " + what; Explained.shape line.Shape; Explained.precision line.Precision; cost |]

let private append (text: StringBuilder) (widths: int[]) (row: string[]) =
    let cells = row |> Array.mapi (fun i cell -> if i = row.Length - 1 then cell.PadLeft widths[i] else cell.PadRight widths[i])
    text.Append('\n').Append((String.Join("  ", cells)).TrimEnd()) |> ignore

/// The listing, under a title.
let write (title: string) (names: string[]) (listing: Listing) : string =
    let computed = listing.Lines |> Array.skip listing.Inputs |> Array.filter (Listing.isConstant >> not)
    let total = listing.Lines |> Array.sumBy (Listing.cost listing)
    let text = StringBuilder title

    text.Append(": ").Append(computed.Length).Append(if computed.Length = 1 then " operation, about " else " operations, about ")
    |> ignore

    text.Append(Explained.count total).Append(" flops") |> ignore
    let rows = Array.init listing.Lines.Length (row listing names)
    let widths = Array.init 4 (fun i -> rows |> Array.fold (fun width row -> max width row[i].Length) 0)
    Array.iter (append text widths) rows
    text.Append("\nresult = ").Append(String.Join(", ", listing.Outputs |> Array.map (fun k -> names[k]))) |> ignore

    if listing.Decisions > 0 then
        text.Append("\nOf the branch that the function takes at this point, by ").Append(listing.Decisions).Append(" comparisons.")
        |> ignore

    text.ToString()
