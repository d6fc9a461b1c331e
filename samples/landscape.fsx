// A landscape to turn about, as a page that needs no network: the four minima of D. M. Himmelblau's function (Applied Nonlinear Programming, 1972),
// and the ways L-BFGS takes to them. It warns of FSharp.Core, of which Plotly.NET asks for a later one than F# Interactive has.
#r "nuget: Fable.Core, 5.6.1"
#r "nuget: Plotly.NET, 6.0.0"
#I "../src/AutoDiff.Core.fs/bin/Release/net10.0"
#r "MathNet.Numerics.dll"
#r "AutoDiff.Core.dll"

open System.IO
open Plotly.NET
open Plotly.NET.LayoutObjects
open AutoDiff

let f (v: Vector) = Maths.square (v[0] * v[0] + v[1] - 11.0) + Maths.square (v[0] + v[1] * v[1] - 7.0)
let number (x: Scalar) = x.Value
let height (v: Vector) = number (Maths.log10 (10.0 + f v)) // low valleys and high walls in one picture

let path (start: Vector) =
    seq {
        yield start
        yield! Diff.steps (Optimizer.Lbfgs()) f start |> Seq.map _.Point |> Seq.truncate 15
    }
    |> Seq.toList

let starts = [ vec [ -0.5; 0.5 ]; vec [ 0.5; 4.5 ]; vec [ -0.3; -4.8 ]; vec [ 4.8; 0.2 ] ]
let paths = starts |> List.map path

for start, steps in List.zip starts paths do
    let last = List.last steps

    printfn
        $"from %4.1f{number start[0]}, %4.1f{number start[1]} to %9.6f{number last[0]}, %9.6f{number last[1]}: f = {number (f last):``0E+0``}"

let axis = [| -5.0 .. 0.1..5.0 |]
let plane = axis |> Array.map (fun y -> axis |> Array.map (fun x -> height (vec [ x; y ])))

let surface =
    Chart.Surface(
        zData = plane,
        X = axis,
        Y = axis,
        ColorScale = StyleParam.Colorscale.Viridis,
        Opacity = 0.95,
        ShowScale = false,
        Name = "f"
    )

let along (points: Vector list) = // between two steps the line stays on the ground
    [
        for before, after in List.pairwise points do
            for part in 0.0..0.05..1.0 -> (1.0 - part) * before + part * after
    ]

let above (points: Vector list) = points |> List.map (fun p -> number p[0], number p[1], height p + 0.02)
let red = Color.fromHex "#ff4d1f"

let ways =
    [
        for points in paths do
            Chart.Line3D(xyz = above (along points), ShowLegend = false, Name = "L-BFGS", LineColor = red, LineWidth = 5.0)

            Chart.Point3D(xyz = above points, ShowLegend = false, Name = "L-BFGS", MarkerColor = red)
            |> Chart.withMarkerStyle (Size = 4)
    ]

let page =
    Chart.combine (surface :: ways)
    |> Chart.withScene (
        Scene.init (
            XAxis = LinearAxis.init (Title = Title.init "x"),
            YAxis = LinearAxis.init (Title = Title.init "y"),
            ZAxis = LinearAxis.init (Title = Title.init "log₁₀(10 + f)"),
            AspectMode = StyleParam.AspectMode.Manual,
            AspectRatio = AspectRatio.init (X = 1.0, Y = 1.0, Z = 0.45)
        )
    )
    |> Chart.withTitle "Himmelblau's function, and four ways down"
    |> Chart.withSize (900, 700)
    |> Chart.withMargin (Margin.init (Left = 10, Right = 10, Top = 60, Bottom = 10))
    |> Chart.withDisplayOptions (DisplayOptions.init (PlotlyJSReference = PlotlyJSReference.Full))
    |> GenericChart.toEmbeddedHTML

let folder =
    match fsi.CommandLineArgs with
    | [| _; folder |] -> folder
    | _ -> Path.Combine("artifacts", "pictures")

Directory.CreateDirectory folder |> ignore
File.WriteAllText(Path.Combine(folder, "landscape.html"), page)
printfn $"landscape.html is in {folder}"
