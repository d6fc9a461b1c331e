/// The history of a minimisation as a table and as a page.
module AutoDiff.Tests.HistoryTests

open System
open System.Globalization
open System.Xml.Linq
open Xunit
open AutoDiff

let private found (optimizer: Optimizer) steps =
    let rosenbrock (x: Vector) = 100.0 * (x[1] - x[0] * x[0]) ** 2.0 + (1.0 - x[0]) ** 2.0
    Diff.minimizeWith optimizer (MinimizeOptions(KeepHistory = true, MaxSteps = steps)) rosenbrock (Vector [| -1.2; 1.0 |])

[<Fact>]
let ``a table has a row for every step, with its figures`` () =
    let fit = found (Optimizer.Newton()) 10_000
    let lines = fit.HistoryTable().Split Environment.NewLine
    Assert.Equal(fit.Steps + 1, lines.Length)
    Assert.Equal<string[]>([| "step"; "value"; "gradient"; "norm"; "moved" |], lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))

    for k in 0 .. fit.Steps - 1 do
        let cells = lines[k + 1].Split(' ', StringSplitOptions.RemoveEmptyEntries)
        Assert.Equal(k, int cells[0])
        Assert.Equal(fit.History[k].Value.Value, Double.Parse(cells[1], CultureInfo.InvariantCulture))
        Assert.Equal(lines[0].Length, lines[k + 1].Length)

[<Fact>]
let ``a table of many steps is short, and has the last one`` () =
    let lines = (found (Optimizer.Sgd 1e-3) 1_234).HistoryTable().Split Environment.NewLine
    Assert.InRange(lines.Length, 40, 52)
    Assert.StartsWith("1233", lines[lines.Length - 1].TrimStart())

[<Fact>]
let ``the page is whole, stands by itself and is the same each time`` () =
    for optimizer, steps in [ Optimizer.Newton(), 10_000; Optimizer.Sgd 1e-3, 500; Optimizer.Lbfgs(), 1 ] do
        let fit = found optimizer steps
        let page = fit.HistoryPlot()
        Assert.Equal(page, (found optimizer steps).HistoryPlot())
        Assert.Contains("prefers-color-scheme:dark", page)
        Assert.Contains(fit.Solver, page)
        Assert.DoesNotContain("<script", page)
        Assert.DoesNotContain("http", page)
        let svg = XElement.Parse(page[page.IndexOf "<svg" .. page.IndexOf "</svg>" + 5])
        let paths = svg.Elements() |> Seq.filter (fun e -> e.Name.LocalName = "path") |> Seq.toArray
        Assert.Equal(2, paths.Length)

        // the gradient norm is never 0 here: a point for every step, all of them inside
        let points =
            (nonNull (paths[0].Attribute(XName.Get "d")))
                .Value.Replace("h0", "")
                .Split([| 'M'; 'L' |], StringSplitOptions.RemoveEmptyEntries)

        Assert.Equal(fit.History |> Seq.filter (fun step -> step.GradientNorm > 0.0) |> Seq.length, points.Length)

        for point in points do
            let numbers = point.Split ' ' |> Array.map (fun x -> Double.Parse(x, CultureInfo.InvariantCulture))
            Assert.InRange(numbers[0], 70.0, 740.0)
            Assert.InRange(numbers[1], 20.0, 370.0)

[<Fact>]
let ``where no history was kept, it says how to keep one`` () =
    let fit = Diff.minimize (fun (x: Scalar) -> x * x) (Scalar 1.0)
    Assert.Contains("KeepHistory", (Assert.Throws<InvalidOperationException>(fun () -> fit.HistoryTable() |> ignore)).Message)
    Assert.Contains("KeepHistory", (Assert.Throws<InvalidOperationException>(fun () -> fit.HistoryPlot() |> ignore)).Message)
