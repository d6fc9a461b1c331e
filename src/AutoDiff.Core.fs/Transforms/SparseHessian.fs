/// The Hessian of a scalar function of a vector where its pattern is sparse. The function runs in every call; where its graph has the structure
/// of an earlier one, neither pattern nor colours are looked for again, and a kept plan computes the elements.
[<RequireQualifiedAccess>]
module internal AutoDiff.SparseHessian

/// Both halves in compressed rows whose columns are in order, and how many directions found them.
[<ReferenceEquality>]
type Rows = { Starts: int[]; Columns: int[]; Values: float[]; Colours: int }

/// How many pairs of an element and an argument may depend on each other, at any node on the way: the look is given up past that.
let private limit n = 64L * int64 n

let private ofInts (numbers: int[]) : Node = Node.ofFloats (Extent.vector numbers.Length) (Array.map float numbers)

/// The elements row by row, and the constants that say where they stand.
let private elements token (x: Node) (gradient: Node) (pattern: int[][]) most : Node[] voption =
    let n = x.Shape.Extent.Size
    let plan = Compression.symmetric n pattern

    match (if plan.Count <= most then Compression.sweep token x gradient plan else None) with
    | None -> ValueNone
    | Some swept ->
        let source = Compression.source n plan
        let sources = plan.Pattern |> Array.mapi (fun i row -> row |> Array.map (source i)) |> Array.concat
        let starts = plan.Pattern |> Array.scan (fun start row -> start + row.Length) 0

        let values =
            swept
            |> Batches.reshape swept.Shape (Shape.one (Extent.vector swept.Shape.Size))
            |> Rearranging.gatherRows "Hessian" sources

        ValueSome [| values; ofInts starts; ofInts (Array.concat plan.Pattern); ofInts [| plan.Count |] |]

/// The elements where there are few, else the value alone.
let private transform: Reuse.Transform =
    {
        Name = "sparse Hessian"
        Apply =
            fun token aliases roots ->
                let x = aliases[0]
                let n = x.Shape.Extent.Size
                let gradient = Array.head (Differentiation.pullback token aliases [||] roots [| Node.one roots[0].Precision |])
                let most = min 100 (n / 4)

                Sparsity.tryPattern token x gradient (limit n)
                |> ValueOption.bind (fun pattern ->
                    if Array.forall Array.isEmpty pattern then ValueNone else elements token x gradient pattern most)
                |> ValueOption.defaultValue roots
    }

/// The Hessian at a point; None where it has too many elements, or needs too many directions.
let tryEvaluate (f: Node -> Node) (x: Node) : Rows option =
    let results =
        Differentiation.under "SparseHessian" [| x |] (fun aliases -> f aliases[0]) (fun token aliases y ->
            match Reuse.tryRun transform token aliases [| y |] Plan.NewArray with
            | null -> transform.Apply token aliases [| y |]
            | known -> known)

    if results.Length = 1 then
        None
    else
        let numbers = Differentiation.close results |> Array.map (Read.value >> Read.floats)

        Some
            {
                Starts = Array.map int numbers[1]
                Columns = Array.map int numbers[2]
                Values = numbers[0]
                Colours = int numbers[3].[0]
            }
