/// Draws the diagrams of docs/reverse-mode.md, each for light pages and for dark ones. Run with `dotnet fsi eng/diagrams.fsx`.
open System.IO

type Ink = { Text: string; Faint: string; Box: string; Line: string; Forward: string; Back: string }

let light =
    {
        Text = "#24292f"
        Faint = "#57606a"
        Box = "#eef3fa"
        Line = "#8c9bb0"
        Forward = "#1f5fbf"
        Back = "#b8480b"
    }

let dark =
    {
        Text = "#e6edf3"
        Faint = "#9aa5b1"
        Box = "#222a36"
        Line = "#66758a"
        Forward = "#79b8ff"
        Back = "#ffa657"
    }

let text (color: string) (size: int) anchor (x: float) (y: float) (words: string) =
    $"""<text x="{x}" y="{y}" fill="{color}" font-size="{size}" text-anchor="{anchor}">{words}</text>"""

let arrow (ink: Ink) color head (x1: float, y1: float) (x2: float, y2: float) =
    $"""<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{color}" stroke-width="1.6" marker-end="url(#{head})"/>"""

let head name color =
    $"""<marker id="{name}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 1 10 5 0 9z" fill="{color}"/></marker>"""

let svg (width: int) (height: int) (title: string) (ink: Ink) (parts: string list) =
    let parts = String.concat "\n" parts
    let font = "system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif"

    $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="{font}" role="img">
<title>{title}</title>
<defs>{head "forward" ink.Forward}{head "back" ink.Back}{head "line" ink.Line}</defs>
{parts}
</svg>
"""

// f(x₁, x₂) = log x₁ + x₁ x₂ - sin x₂ at (2, 5).
let halfWidth, halfHeight = 58.0, 27.0

/// Where a node is, its formula, its value, and its cotangent.
let nodes =
    [
        "x1", (95.0, 100.0), "x₁", "2", "1 · ½ + 1 · 5 = 5.5"
        "x2", (95.0, 240.0), "x₂", "5", "1 · 2 - 1 · 0.284 = 1.716"
        "v1", (310.0, 55.0), "v₁ = log x₁", "0.693", "1"
        "v2", (310.0, 170.0), "v₂ = x₁ x₂", "10", "1"
        "v3", (310.0, 285.0), "v₃ = sin x₂", "-0.959", "-1"
        "v4", (505.0, 110.0), "v₄ = v₁ + v₂", "10.693", "1"
        "y", (680.0, 190.0), "y = v₄ - v₃", "11.652", "1"
    ]

/// From an operand to a result, with the slope of the result in it, and where to write that.
let edges =
    [
        "x1", "v1", "1/x₁ = ½", ("end", 196.0, 70.0)
        "x1", "v2", "x₂ = 5", ("start", 212.0, 134.0)
        "x2", "v2", "x₁ = 2", ("end", 196.0, 200.0)
        "x2", "v3", "cos x₂ = 0.284", ("start", 212.0, 253.0)
        "v1", "v4", "1", ("start", 414.0, 76.0)
        "v2", "v4", "1", ("start", 414.0, 154.0)
        "v4", "y", "1", ("start", 600.0, 146.0)
        "v3", "y", "-1", ("start", 505.0, 258.0)
    ]

let place name = nodes |> List.pick (fun (n, at, _, _, _) -> if n = name then Some at else None)

let box (ink: Ink) isBack (_, (x, y), formula, value, cotangent) =
    [
        $"""<rect x="{x - halfWidth}" y="{y - halfHeight}" width="{2.0 * halfWidth}" height="{2.0 * halfHeight}" rx="8" fill="{ink.Box}" stroke="{ink.Line}"/>"""
        text ink.Text 15 "middle" x (y - 5.0) formula
        text ink.Forward 14 "middle" x (y + 15.0) value
        if isBack then
            text ink.Back 14 "middle" x (y + halfHeight + 18.0) cotangent
    ]

/// The end of an arrow at the side of a box.
let side dx (x, y) = x + dx * (halfWidth + 3.0), y

let graph isBack (ink: Ink) =
    let arrows =
        [
            for from, into, slope, (anchor, x, y) in edges do
                let a, b = side 1.0 (place from), side -1.0 (place into)

                if isBack then
                    arrow ink ink.Back "back" b a
                    text ink.Faint 13 anchor x y slope
                else
                    arrow ink ink.Forward "forward" a b
        ]

    let title =
        if isBack then
            "The walk back: cotangents flow from y to x₁ and x₂"
        else
            "The run: values flow from x₁ and x₂ to y"

    svg 750 345 title ink (arrows @ List.collect (box ink isBack) nodes)

/// A Jacobian of 4 results by 7 variables, of which forward mode finds a column in one sweep and reverse mode a row.
let jacobian (ink: Ink) =
    let size = 30.0

    let grid left isRow =
        [
            for i in 0..3 do
                for j in 0..6 do
                    let found = if isRow then i = 1 else j = 2
                    let color = if isRow then ink.Back else ink.Forward
                    $"""<rect x="{left + size * float j}" y="{60.0 + size * float i}" width="{size - 4.0}" height="{size - 4.0}" rx="4" fill="{if found then color else ink.Box}" stroke="{ink.Line}" stroke-width="0.8"/>"""
        ]

    let words left isRow =
        let middle = left + 3.5 * size - 2.0
        let color = if isRow then ink.Back else ink.Forward

        [
            text color 16 "middle" middle 28.0 (if isRow then "reverse: a row" else "forward: a column")
            text ink.Faint 13 "middle" middle 47.0 (if isRow then "one result, in all variables" else "all results, in one variable")
            text ink.Faint 13 "middle" middle 200.0 (if isRow then "4 sweeps for all of it" else "7 sweeps for all of it")
        ]

    svg
        560
        215
        "A Jacobian: forward mode finds a column in one sweep, reverse mode a row"
        ink
        (grid 40.0 false @ words 40.0 false @ grid 310.0 true @ words 310.0 true)

let folder = Path.Combine(__SOURCE_DIRECTORY__, "..", "docs", "img")

for name, draw in [ "reverse-run", graph false; "reverse-back", graph true; "reverse-jacobian", jacobian ] do
    File.WriteAllText(Path.Combine(folder, name + ".svg"), draw light)
    File.WriteAllText(Path.Combine(folder, name + "-dark.svg"), draw dark)
