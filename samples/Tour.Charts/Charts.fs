/// The pictures of the tour, as one HTML page that needs no network.
module Samples.Charts

open System.IO
open Plotly.NET
open Plotly.NET.LayoutObjects

/// The loss after each step, on a logarithmic axis above its minimum.
let private lossCurve (losses: float[]) =
    let least = Array.min losses
    let above = losses |> Array.map (fun loss -> max (loss - least) 1e-12)

    Chart.Line(x = [ 0 .. above.Length - 1 ], y = above, Name = "loss", ShowMarkers = true, ShowLegend = false)
    |> Chart.withXAxisStyle "step"
    |> Chart.withYAxis (
        LinearAxis.init (
            AxisType = StyleParam.AxisType.Log,
            ExponentFormat = StyleParam.ExponentFormat.Power,
            Title = Title.init "loss above its minimum"
        )
    )

/// The loss over a plane, with the path of the descent in it.
let private contour (xs: float[]) (ys: float[]) (losses: float[][]) (path: (float * float)[]) =
    Chart.combine
        [
            Chart.Contour(zData = losses, X = xs, Y = ys, Name = "log₁₀ of the loss")
            Chart.Line(xy = path, Name = "descent", ShowMarkers = true, ShowLegend = false)
        ]
    |> Chart.withColorBarStyle "log₁₀ of the loss"
    |> Chart.withXAxisStyle "first principal direction of the path"
    |> Chart.withYAxisStyle "second principal direction"

/// Writes the page.
let write (file: string) (losses: float[]) (xs: float[]) (ys: float[]) (surface: float[][]) (pathX: float[]) (pathY: float[]) =
    Chart.Grid (nRows = 2, nCols = 1) [ lossCurve losses; contour xs ys surface (Array.zip pathX pathY) ]
    |> Chart.withTitle "Logistic regression on the breast-cancer data, by L-BFGS"
    |> Chart.withSize (950, 1100)
    |> Chart.withDisplayOptions (DisplayOptions.init (PlotlyJSReference = PlotlyJSReference.Full))
    |> GenericChart.toEmbeddedHTML
    |> fun html -> File.WriteAllText(file, html)
