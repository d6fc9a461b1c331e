/// The steps of a minimisation as a page with a plot, which needs no script and no network.
[<RequireQualifiedAccess>]
module internal AutoDiff.HistoryPlot

open System
open System.Collections.Generic
open System.Globalization
open System.Net

// the drawing, in units of the screen
let private width, height = 760.0, 420.0
let private left, right, top, bottom = 70.0, 20.0, 34.0, 50.0

let private style =
    "<style>:root{color-scheme:light dark;--ground:#fff;--ink:#24292f;--faint:#d8dee4;--first:#0969da;--second:#bc4c00}"
    + "@media(prefers-color-scheme:dark){:root{--ground:#0d1117;--ink:#e6edf3;--faint:#30363d;--first:#58a6ff;--second:#f0883e}}"
    + "body{background:var(--ground);color:var(--ink);font:14px system-ui,sans-serif;margin:2rem auto;padding:0 1rem;max-width:760px}"
    + "h1{font-size:1.1rem}svg{width:100%;height:auto}text{fill:var(--ink);font-size:12px}.grid{stroke:var(--faint)}"
    + ".line{fill:none;stroke-width:1.5;stroke-linejoin:round;stroke-linecap:round}.first{stroke:var(--first)}.second{stroke:var(--second)}"
    + "text.first{fill:var(--first);stroke:none}text.second{fill:var(--second);stroke:none}</style>"

let private text (x: float) = x.ToString("0.##", CultureInfo.InvariantCulture)

let private label (x: float) (y: float) anchor kind (content: string) =
    "<text x=\""
    + text x
    + "\" y=\""
    + text y
    + "\" text-anchor=\""
    + anchor
    + "\" class=\""
    + kind
    + "\">"
    + WebUtility.HtmlEncode content
    + "</text>"

let private gridLine x1 y1 x2 y2 =
    "<line class=\"grid\" x1=\"" + text x1 + "\" y1=\"" + text y1 + "\" x2=\"" + text x2 + "\" y2=\"" + text y2 + "\"/>"

/// The steps between marks of an axis with so many: 1, 2 or 5 times a power of ten.
let private spacing (count: float) =
    let power = 10.0 ** floor (log10 (max 1.0 (count / 8.0)))
    [ 1.0; 2.0; 5.0; 10.0 ] |> List.map ((*) power) |> List.find (fun step -> count / step <= 10.0)

/// The decades that hold all positive figures, one at least, and how far marks are apart: at most ten times, from the highest to the lowest.
let private decades (figures: float seq) =
    let logs = figures |> Seq.filter (fun x -> x > 0.0 && Double.IsFinite x) |> Seq.map log10 |> Seq.toArray

    let low, high = if logs.Length = 0 then -1.0, 0.0 else floor (Array.min logs), ceil (Array.max logs)
    let high = max high (low + 1.0)
    let apart = ceil ((high - low) / 10.0)
    high - apart * ceil ((high - low) / apart), high, apart

/// The pieces of a line through the positive figures; where one is 0 there is a gap. A figure alone is a dot.
let private line kind (at: int -> float -> string) (figures: float[]) =
    let path = Text.StringBuilder()
    let mutable pen = "M"

    for k in 0 .. figures.Length - 1 do
        if figures[k] > 0.0 && Double.IsFinite figures[k] then
            path.Append(pen).Append(at k figures[k]) |> ignore

            if pen = "M" then
                path.Append "h0" |> ignore

            pen <- "L"
        else
            pen <- "M"

    "<path class=\"line " + kind + "\" d=\"" + path.ToString() + "\"/>"

let private plot (values: float[]) (norms: float[]) =
    let low, high, apart = decades (Seq.append values norms)
    let last = float (max 1 (values.Length - 1))
    let x (step: float) = left + (width - left - right) * step / last
    let y (decade: float) = top + (height - top - bottom) * (high - decade) / (high - low)
    let at k figure = text (x (float k)) + " " + text (y (log10 figure))

    String.Concat
        [
            yield
                "<svg viewBox=\"0 0 "
                + text width
                + " "
                + text height
                + "\" role=\"img\" aria-label=\"Value above the lowest and gradient norm over the steps\">"

            for decade in high .. -apart .. low do
                yield gridLine left (y decade) (width - right) (y decade)
                yield label (left - 8.0) (y decade + 4.0) "end" "" ("1e" + text decade)

            for step in 0.0 .. spacing last .. last do
                yield gridLine (x step) top (x step) (height - bottom)
                yield label (x step) (height - bottom + 18.0) "middle" "" (text step)

            yield line "second" at norms
            yield line "first" at values
            yield label (width / 2.0) (height - 10.0) "middle" "" "step"
            yield label left (top - 14.0) "start" "first" "value above the lowest"
            yield label (left + 160.0) (top - 14.0) "start" "second" "gradient norm"
            yield "</svg>"
        ]

/// The page: what was done, how it ended, in a sentence, and the plot.
let page (solver: string) (message: string) (history: IReadOnlyList<Step>) : string =
    let values = history |> Seq.map _.Value.Value |> Seq.toArray
    let least = values |> Seq.filter Double.IsFinite |> Seq.fold min infinity

    "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>"
    + WebUtility.HtmlEncode solver
    + "</title>"
    + style
    + "</head><body><h1>"
    + WebUtility.HtmlEncode(string history.Count + (if history.Count = 1 then " step of " else " steps of ") + solver)
    + "</h1><p>"
    + WebUtility.HtmlEncode message
    + "</p>"
    + plot (values |> Array.map (fun value -> value - least)) (history |> Seq.map _.GradientNorm |> Seq.toArray)
    + "</body></html>"
