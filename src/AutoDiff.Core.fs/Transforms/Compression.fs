namespace AutoDiff

open System.Collections.Generic

/// Which elements of a derivative there are, the colours that find them, and how.
[<ReferenceEquality>]
type internal SparsePlan =
    {
        /// The columns of each row, in order.
        Pattern: int[][]
        /// Whether the colours are those of rows, for reverse mode; else of columns.
        ByRows: bool
        /// Whether the matrix is symmetric, so that an element may be found as the one across the diagonal.
        IsSymmetric: bool
        Colours: int[]
        Count: int
    }

/// Derivatives with few elements by few directions: columns that share no row are one direction, and every element of it belongs to one of
/// them. A. R. Curtis, M. J. D. Powell, J. K. Reid, On the estimation of sparse Jacobian matrices (1974).
[<RequireQualifiedAccess>]
module internal Compression =
    let private countOf (colours: int[]) = if colours.Length = 0 then 0 else 1 + Array.max colours

    let private colours isReverse columns (pattern: int[][]) =
        if isReverse then
            Colouring.columns (Colouring.transpose columns pattern) pattern.Length
        else
            Colouring.columns pattern columns

    /// By rows in reverse mode, or by columns.
    let by isReverse columns (pattern: int[][]) : SparsePlan =
        let colours = colours isReverse columns pattern

        {
            Pattern = pattern
            ByRows = isReverse
            IsSymmetric = false
            Colours = colours
            Count = countOf colours
        }

    /// By the mode that has fewer colours.
    let plan columns (pattern: int[][]) : SparsePlan =
        let byColumns, byRows = by false columns pattern, by true columns pattern
        if byRows.Count < byColumns.Count then byRows else byColumns

    /// For a symmetric matrix.
    let symmetric n (pattern: int[][]) : SparsePlan =
        let pattern = Array.map2 IndexSets.union pattern (Colouring.transpose n pattern)
        let colours = Colouring.star pattern

        {
            Pattern = pattern
            ByRows = false
            IsSymmetric = true
            Colours = colours
            Count = countOf colours
        }

    /// The sum of the unit vectors of each colour, as a batch.
    let private seeds (x: Node) (plan: SparsePlan) : Node =
        let n = plan.Colours.Length
        let data = Array.zeroCreate<float>(n * plan.Count)
        plan.Colours |> Array.iteri (fun i colour -> data[colour * n + i] <- 1.0)

        let value =
            if x.Precision = Precision.Single then
                Compute.ofElements (Array.map float32 data)
            else
                Compute.ofElements data

        Node.ofValue (Shape.batched [| plan.Count |] (Extent.vector n)) (Precision.settled x.Precision) value

    /// The derivative along all colours at once, an example for each; nothing where no element depends on x.
    let sweep token (x: Node) (y: Node) (plan: SparsePlan) : Node option =
        if plan.Count = 0 then
            None
        elif plan.ByRows then
            Differentiation.pullback token [| x |] [| plan.Count |] [| y |] [| seeds y plan |] |> Array.tryHead
        else
            Differentiation.pushforward token [| x |] [| plan.Count |] [| seeds x plan |] [| y |] |> Array.tryHead

    /// For each row which colours more than one of its columns have.
    let private shared (plan: SparsePlan) =
        plan.Pattern
        |> Array.map (fun row ->
            row
            |> Array.countBy (fun j -> plan.Colours[j])
            |> Array.filter (fun (_, count) -> count > 1)
            |> Array.map fst
            |> HashSet)

    /// Where a sweep has the element of a row and a column.
    let source columns (plan: SparsePlan) : int -> int -> int =
        let rows = plan.Pattern.Length
        let shared = if plan.IsSymmetric then shared plan else [||]

        fun i j ->
            if plan.ByRows then plan.Colours[i] * columns + j
            elif plan.IsSymmetric && shared[i].Contains plan.Colours[j] then plan.Colours[i] * rows + j
            else plan.Colours[j] * rows + i
