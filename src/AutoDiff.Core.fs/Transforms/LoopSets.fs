namespace AutoDiff

open System.Collections.Generic

/// What the outputs of a loop depend on, and the cotangents of its inputs: index sets through the body step by step, or, where the number of
/// steps is decided by numbers, until they grow no more.
[<Sealed>]
type internal LoopSets(layers: LoopLayers, forwards: BodySets, backwards: Lazy<BodySets>) =
    /// How many pairs of elements and arguments all steps together may have; beyond that everything counts as dense.
    let most = 20_000_000L

    /// The sets of a column of a matrix of so many.
    let column count i (sets: int[][]) =
        let rows = sets.Length / count
        Array.sub sets (i * rows) rows

    // no element depends on the number of the step
    let stepInputs count i carry read captured =
        Array.append [| [| IndexSets.none |] |] (layers.Inputs(carry, Array.map (column count i) read, captured))

    let isFree (parts: int[][][]) = parts |> Array.forall (Array.forall Array.isEmpty)
    let same (x: int[][][]) (z: int[][][]) = Array.forall2 IndexSets.samePattern x z
    let join (x: int[][][]) (z: int[][][]) = Array.map2 (Array.map2 IndexSets.union) x z
    let pairsOf (parts: int[][][]) = parts |> Array.sumBy IndexSets.total

    /// What each step gives, up to the one from which on nothing changes; nothing where it is too much.
    let steps count (inputs: int[][][]) : List<int[][][]> voption =
        let read, captured = layers.ReadOf inputs, layers.CapturedOf inputs
        let results = List<int[][][]>()
        let mutable carry = layers.CarryOf inputs
        let mutable isSteady = false
        let mutable pairs = 0L

        while not isSteady && results.Count < count && pairs <= most do
            let result = forwards.Of(stepInputs count results.Count carry read captured)
            results.Add result
            pairs <- pairs + pairsOf result
            isSteady <- isFree read && same (layers.CarriedOf result) carry
            carry <- layers.CarriedOf result

        if pairs > most then ValueNone else ValueSome results

    /// The carry before each step.
    let carryOf (inputs: int[][][]) (results: List<int[][][]>) i =
        if i = 0 then layers.CarryOf inputs else layers.CarriedOf results[min i results.Count - 1]

    /// The last of what grows until it is the same again.
    let rec grown (step: int[][][] -> int[][][]) (sets: int[][][]) =
        let next = join sets (step sets)
        if same next sets then sets else grown step next

    let carryEver (inputs: int[][][]) =
        let step carry = layers.CarriedOf(forwards.Of(stepInputs 1 0 carry [||] (layers.CapturedOf inputs)))
        grown step (layers.CarryOf inputs)

    let back count i (carry: int[][][]) (inputs: int[][][]) (carryBar: int[][][]) (givenBars: int[][][]) =
        let step = stepInputs count i carry (layers.ReadOf inputs) (layers.CapturedOf inputs)
        backwards.Value.Of(Array.append step (layers.Outputs(carryBar, Array.map (column count i) givenBars)))

    let nothing (parts: int[][][]) = parts |> Array.map (fun sets -> Array.create sets.Length IndexSets.none)

    /// The outputs after so many steps.
    member _.After(count: int, inputs: int[][][]) : int[][][] voption =
        steps count inputs
        |> ValueOption.map (fun results ->
            let given i = layers.GivenOf results[min i (results.Count - 1)]
            let columns = Array.init count given

            let matrices =
                if count = 0 then
                    [||]
                else
                    Array.init columns[0].Length (fun k -> columns |> Array.collect (Array.item k))

            layers.Outputs(carryOf inputs results count, matrices))

    /// The carry after any number of steps.
    member _.While(inputs: int[][][]) : int[][][] = carryEver inputs

    /// The cotangents of the inputs of so many steps.
    member _.BackFrom(count: int, inputs: int[][][], ybars: int[][][]) : int[][][] voption =
        steps count inputs
        |> ValueOption.map (fun results ->
            let read = layers.ReadOf inputs
            let readBars = read |> Array.map (fun _ -> Array.create count [||])
            let mutable carryBar = layers.CarriedOf ybars
            let mutable capturedBar = nothing (layers.CapturedOf inputs)
            let mutable i = count - 1

            while i >= 0 do
                let bars = back count i (carryOf inputs results i) inputs carryBar (layers.GivenOf ybars)
                let captured = join capturedBar (layers.CapturedOf bars)
                layers.ReadOf bars |> Array.iteri (fun k sets -> readBars[k][i] <- sets)
                let isSteady = read.Length = 0 && same (layers.CarryOf bars) carryBar && same captured capturedBar
                carryBar <- layers.CarryOf bars
                capturedBar <- captured
                // in between nothing changes
                i <- if isSteady && i > results.Count then results.Count else i - 1

            layers.Inputs(carryBar, Array.map Array.concat readBars, capturedBar))

    /// The cotangents of the inputs of any number of steps.
    member _.BackFromWhile(inputs: int[][][], ybars: int[][][]) : int[][][] =
        let carry = carryEver inputs
        let step (bars: int[][][]) = back 1 0 carry inputs (layers.CarryOf bars) [||]
        grown step (layers.Inputs(layers.CarriedOf ybars, [||], nothing (layers.CapturedOf inputs)))
