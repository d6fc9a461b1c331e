/// First-order rules against trajectories that PyTorch made.
module AutoDiff.Tests.FirstOrderRuleTests

open System
open System.IO
open System.Text.Json
open Xunit
open AutoDiff

let private quadratic (x: Vector) = 0.5 * ((x[0] - 1.0) ** 2.0 + 10.0 * (x[1] - 2.0) ** 2.0 + 100.0 * (x[2] - 3.0) ** 2.0)

let private rosenbrock (x: Vector) = 100.0 * (x[1] - x[0] * x[0]) ** 2.0 + (1.0 - x[0]) ** 2.0

let private beale (x: Vector) =
    let term c (power: int) = (c - x[0] * (1.0 - x[1] ** float power)) ** 2.0
    term 1.5 1 + term 2.25 2 + term 2.625 3

let private functions = dict [ "quadratic_1_10_100", quadratic; "rosenbrock", rosenbrock; "beale", beale ]

let private number (options: JsonElement) (name: string) (otherwise: float) =
    match options.TryGetProperty name with
    | true, value -> value.GetDouble()
    | _ -> otherwise

let private flag (options: JsonElement) (name: string) =
    match options.TryGetProperty name with
    | true, value -> value.GetBoolean()
    | _ -> false

let private optimizer (name: string) (options: JsonElement) =
    let rate = options.GetProperty("lr").GetDouble()
    let decay = number options "weight_decay" 0.0

    match name with
    | "SGD" -> Optimizer.Sgd(rate, number options "momentum" 0.0, number options "dampening" 0.0, flag options "nesterov", decay)
    | "Adam" -> Optimizer.Adam(rate, amsgrad = flag options "amsgrad", weightDecay = decay)
    | "AdamW" -> Optimizer.AdamW(rate, weightDecay = decay)
    | "Adamax" -> Optimizer.Adamax(rate, weightDecay = decay)
    | "RMSprop" -> Optimizer.RmsProp(rate, momentum = number options "momentum" 0.0, centered = flag options "centered")
    | "Adagrad" ->
        Optimizer.Adagrad(
            rate,
            rateDecay = number options "lr_decay" 0.0,
            initialAccumulator = number options "initial_accumulator_value" 0.0
        )
    | other -> failwith ("No rule for " + other)

let private numbers (element: JsonElement) = [| for x in element.EnumerateArray() -> x.GetDouble() |]

/// Every case, by its place in the file.
let cases () =
    use document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "first_order_trajectories.json")))
    [| for case in document.RootElement.GetProperty("cases").EnumerateArray() -> [| box (case.GetRawText()) |] |]

[<Fact>]
let ``there are forty-five trajectories`` () = Assert.Equal(45, (cases ()).Length)

// The checkpoints are where two independent implementations agree to 1e-12; ours is a third.
[<Theory; MemberData(nameof cases)>]
let ``a rule goes where PyTorch's goes`` (text: string) =
    use document = JsonDocument.Parse text
    let case = document.RootElement
    let rule = optimizer (case.GetProperty("optimizer").GetString() |> string) (case.GetProperty "options")
    let f = functions[case.GetProperty("problem").GetString() |> string]

    let checkpoints =
        [|
            for c in case.GetProperty("trajectory").EnumerateArray() -> c.GetProperty("step").GetInt32(), numbers (c.GetProperty "x")
        |]

    let path =
        Diff.steps rule f (Vector(numbers (case.GetProperty "x0")))
        |> Seq.truncate (fst (Array.last checkpoints))
        |> Seq.toArray

    for step, expected in checkpoints do
        let found = path[step - 1].Point.ToArray()
        let scale = expected |> Array.map abs |> Array.max
        Array.iter2 (fun (e: float) (x: float) -> Assert.InRange(x, e - 1e-12 * max scale 1.0, e + 1e-12 * max scale 1.0)) expected found
