// Logistic regression: benign or malignant? 569 tumours with 30 measured features, every fifth held back to judge the model by.
#I "../src/AutoDiff.Core.fs/bin/Release/net10.0"
#r "MathNet.Numerics.dll"
#r "AutoDiff.Core.dll"

open System
open System.IO
open AutoDiff

type Model = { Weights: Vector; Intercept: Scalar }

let rows =
    File.ReadAllLines(Path.Combine(__SOURCE_DIRECTORY__, "data", "breast_cancer.csv"))[1..]
    |> Array.map (fun line -> line.Split ',' |> Array.map float)

let training, heldBack =
    let numbered = Array.indexed rows
    let part keep = numbered |> Array.filter (fst >> keep) |> Array.map snd
    part (fun i -> i % 5 <> 4), part (fun i -> i % 5 = 4)

let raw (data: float[][]) = Matrix.OfRows(data |> Array.map (fun row -> Vector row[.. row.Length - 2]))
let labels (data: float[][]) = Vector(data |> Array.map (fun row -> 2.0 * Array.last row - 1.0))

// Standardised by what the training data tell.
let means = (raw training).ColumnMeans()
let deviations = (raw training).ColumnStandardDeviations()
let features data = (raw data).AddToRows(-means).ScaleColumns(1.0 / deviations)

let margins (x: Matrix) (y: Vector) model = y .* (x * model.Weights + model.Intercept)
let x, y = features training, labels training
let loss model = (Maths.softplus (-(margins x y model))).Sum() + 0.5 * (model.Weights * model.Weights)

let start = { Weights = Vector(Array.zeroCreate<float> x.ColumnCount); Intercept = Scalar 0.0 }
let fit = Diff.minimize loss start

let accuracy data =
    (margins (features data) (labels data) fit.Point).ToArray()
    |> Array.averageBy (fun margin -> if margin > 0.0 then 1.0 else 0.0)

printfn "%s" (fit.ToString())
printfn $"right on the {training.Length} it learnt from:  {accuracy training:P2}"
printfn $"right on the {heldBack.Length} held back:        {accuracy heldBack:P2}"

// What weighs most. Names of the features are not in the file; they are numbered as in its source.
printfn "\nthe five heaviest weights:"

for i, w in fit.Point.Weights.ToArray() |> Array.indexed |> Array.sortByDescending (snd >> abs) |> Array.truncate 5 do
    printfn $"  feature %2d{i}  %7.3f{w}  {String('█', int (30.0 * abs w))}"

if accuracy heldBack <= 0.95 || not fit.Converged then
    exit 1
