/// The steps of a minimisation as text.
[<RequireQualifiedAccess>]
module internal AutoDiff.History

open System
open System.Collections.Generic
open System.Globalization

/// The history, where there was a step and it was asked for.
let required (steps: int) (history: IReadOnlyList<Step>) : IReadOnlyList<Step> =
    if steps > 0 && history.Count = 0 then
        raise (InvalidOperationException "Minimum: no history was kept; set MinimizeOptions.KeepHistory.")

    history

/// The most rows of a table.
[<Literal>]
let private Most = 50

let private row (cells: string list) =
    String.Join("  ", List.map2 (fun (cell: string) (width: int) -> cell.PadLeft width) cells [ 6; 22; 13; 10 ])

/// A table with a row for every step, or for every so many and the last.
let table (history: IReadOnlyList<Step>) : string =
    let every = max 1 ((history.Count + Most - 1) / Most)
    let short (x: float) = x.ToString("0.00e+00", CultureInfo.InvariantCulture)

    let lines =
        [
            for k in 0 .. history.Count - 1 do
                if k % every = 0 || k = history.Count - 1 then
                    let step = history[k]

                    row
                        [
                            string step.Number
                            step.Value.ToString("R", CultureInfo.InvariantCulture)
                            short step.GradientNorm
                            short step.StepLength
                        ]
        ]

    String.Join(Environment.NewLine, row [ "step"; "value"; "gradient norm"; "moved" ] :: lines)
