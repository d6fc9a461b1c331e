namespace AutoDiff

/// What the outputs of a recorded function depend on: looked up once, element by element, and put together with what the inputs depend on.
[<Sealed>]
type internal BodySets(body: Body) =
    let local = lazy Sparsity.ofFunction body.Token body.Inputs body.Outputs
    let sizes = body.Outputs |> Array.map _.Shape.Size
    let starts = Array.scan (+) 0 sizes

    /// The sets of each output from those of each input.
    member _.Of(inputs: int[][][]) : int[][][] =
        let all = Array.concat inputs
        let sets = local.Value |> Array.map (fun places -> places |> Array.map (fun place -> all[place]) |> IndexSets.unionAll)
        Array.map2 (fun start size -> Array.sub sets start size) starts[.. sizes.Length - 1] sizes
