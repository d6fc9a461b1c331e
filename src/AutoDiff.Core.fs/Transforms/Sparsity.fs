namespace AutoDiff

open System
open AutoDiff.Kernels

/// A result depends on more arguments than sparse differentiation is meant for.
[<Sealed>]
type DensityException
    /// <summary>An exception that says what is wrong.</summary><param name="message">What is wrong, and what to do instead.</param>
    (message: string) =
    inherit ArgumentException(message)

/// What programs that a primitive holds depend on: asked instead of taking every element to depend on all.
type internal IDependent =
    /// For each element of an example of the result the set of arguments, from those of all elements of the operands.
    abstract Sets: operands: int[][][] -> int[][]

/// What results depend on, by the structure of the graph and never by numbers: for each element of a node the set of arguments, as a sorted
/// array that equal elements share.
[<RequireQualifiedAccess>]
module internal Sparsity =
    /// Every element of the result depends on all.
    let private mixed count (operands: int[][][]) : int[][] = Array.create count (IndexSets.unionAll (Seq.collect id operands))

    /// The sets of an operand of an elementwise operation, stretched to those of the result; one that all share stays one.
    let private stretched (result: Shape) (x: Node) (sets: int[][]) : int[][] =
        let shape, size = x.Shape, result.Extent.Size

        if sets.Length = 1 || sets.Length = result.Size then
            sets
        else
            let element i =
                let example = Shape.exampleOf result.Batch shape.Batch (i / size)
                sets[if shape.Extent.IsScalar then example else example * size + i % size]

            Array.init result.Size element

    let private at (sets: int[][]) i = if sets.Length = 1 then sets[0] else sets[i]

    let private elementwise (node: Node) (operands: int[][][]) : int[][] =
        let operands = Array.map2 (stretched node.Shape) node.Operands operands
        Array.init node.Shape.Size (fun i -> operands |> Array.fold (fun set sets -> IndexSets.union set (at sets i)) IndexSets.none)

    /// The sets of each example from those of its operands; everything depends on all where these have other examples.
    let private byExample (node: Node) (operands: int[][][]) (f: int[][][] -> int[][]) : int[][] =
        let count = node.Shape.Count
        let fits (x: Node) = x.Shape.Count = 1 || x.Shape.Count = count

        let part e (x: Node) (sets: int[][]) =
            let size = x.Shape.Extent.Size
            if x.Shape.Count = 1 || sets.Length = 1 then sets else Array.sub sets (e * size) size

        if node.Primitive.Kernel.IsAcross || not (Array.forall fits node.Operands) then
            mixed node.Shape.Size operands
        elif count = 1 then
            f operands
        else
            Array.init count (fun e -> f (Array.map2 (part e) node.Operands operands)) |> Array.concat

    /// Every element of an example depends on every element of the operands in that example.
    let private dense (node: Node) (operands: int[][][]) : int[][] =
        let shared =
            Array.map2 (fun (x: Node) sets -> if x.Shape.Count = 1 then [| IndexSets.unionAll sets |] else sets) node.Operands operands

        byExample node shared (mixed node.Shape.Extent.Size)

    /// As what a primitive holds says.
    let private asked (node: Node) (known: IDependent) (operands: int[][][]) : int[][] =
        let full (x: Node) (sets: int[][]) = if sets.Length = 1 then Array.create x.Shape.Extent.Size sets[0] else sets
        byExample node operands (Array.map2 full node.Operands >> known.Sets)

    let private windows (node: Node) (views: View[]) (operands: int[][][]) : int[][] =
        let sets = Array.create node.Shape.Size IndexSets.absent

        for k in 0 .. views.Length - 1 do
            let view = views[k]

            for column in 0 .. view.Columns - 1 do
                for row in 0 .. view.Rows - 1 do
                    let target = view.Offset + row * view.RowStride + column * view.ColumnStride
                    sets[target] <- IndexSets.union (sets[target]) (at (operands[k]) (row + column * view.Rows))

        sets

    let private isFree (sets: int[][]) = sets |> Array.forall (fun set -> set.Length = 0 && not (IndexSets.isAbsent set))

    let private linear (node: Node) (operands: int[][][]) : int[][] =
        let sets = Array.create node.Shape.Size IndexSets.absent

        let multilinear, transpose =
            match node.Primitive.Derivative with
            | Linear transpose -> false, Some transpose
            | _ -> true, None

        let join k (sources: int[][]) =
            let from (sources: int[]) =
                if sources.Length = 1 then
                    operands[k].[sources[0]]
                else
                    IndexSets.unionAll (sources |> Seq.map (fun i -> operands[k].[i]))

            sources
            |> Array.iteri (fun i sources ->
                if sources.Length > 0 then
                    sets[i] <- IndexSets.union sets[i] (from sources))

        for k in 0 .. operands.Length - 1 do
            if isFree operands[k] then
                for i in 0 .. sets.Length - 1 do
                    sets[i] <- IndexSets.union sets[i] IndexSets.none
            else
                match Dependence.copied multilinear node k with
                | Some sources -> join k (sources |> Array.map (fun source -> if source < 0 then [||] else [| source |]))
                | None ->
                    match
                        transpose
                        |> Option.bind (Dependence.added node k)
                        |> Option.orElseWith (fun () -> Dependence.tried multilinear node k)
                    with
                    | Some sources -> join k sources
                    | None ->
                        let alone = operands |> Array.mapi (fun i sets -> if i = k then sets else [| IndexSets.none |])
                        dense node alone |> Array.iteri (fun i set -> sets[i] <- IndexSets.union sets[i] set)

        sets

    /// Element (i, j) of a product depends on row i of the one operand and column j of the other, without what is multiplied by a zero that
    /// is always one.
    let private product (left: bool) (right: bool) (node: Node) (operands: int[][][]) : int[][] =
        let a, b = node.Operands[0].Shape.Extent, node.Operands[1].Shape.Extent
        let rows, columns, inner = node.Shape.Extent.Rows, node.Shape.Extent.Columns, (if left then a.Rows else a.Columns)
        let inA i k = at operands[0] (if left then k + i * a.Rows else i + k * a.Rows)
        let inB k j = at operands[1] (if right then j + k * b.Rows else k + j * b.Rows)

        if operands |> Array.exists (Array.exists IndexSets.isAbsent) then
            let present i j =
                seq {
                    for k in 0 .. inner - 1 do
                        if not (IndexSets.isAbsent (inA i k)) && not (IndexSets.isAbsent (inB k j)) then
                            k
                }

            let element i j = present i j |> Seq.collect (fun k -> [ inA i k; inB k j ]) |> IndexSets.unionAll
            Array.init (rows * columns) (fun e -> element (e % rows) (e / rows))
        else
            let ofRow = Array.init rows (fun i -> IndexSets.unionAll (Seq.init inner (inA i)))
            let ofColumn = Array.init columns (fun j -> IndexSets.unionAll (Seq.init inner (fun k -> inB k j)))
            Array.init (rows * columns) (fun e -> IndexSets.union ofRow[e % rows] ofColumn[e / rows])

    /// Whether a function is 0 wherever these of its arguments are, told by numbers that stand for any.
    let private staysZero (kernel: Kernel) (isZero: bool[]) =
        let at i z = if isZero[i] then 0.0 else z

        match kernel with
        | Unary map -> map.Apply 0.0 = 0.0
        | Binary map -> [ 7.25; -1.5; 1e-3 ] |> List.forall (fun z -> map.Apply(at 0 z, at 1 z) = 0.0)
        | _ -> false

    /// Element by element; an element stays absent under functions that keep it zero.
    let private pointwise (node: Node) (operands: int[][][]) : int[][] =
        let sets = elementwise node operands

        if Array.exists (Array.exists IndexSets.isAbsent) operands then
            let operands = Array.map2 (stretched node.Shape) node.Operands operands
            let whichIn i = operands |> Array.map (fun sets -> IndexSets.isAbsent (at sets i))

            let result i set =
                let which = whichIn i in
                if Array.contains true which && staysZero node.Primitive.Kernel which then IndexSets.absent else set

            Array.mapi result sets
        else
            sets

    /// The sets of a node from those of its operands.
    let private propagate (node: Node) (operands: int[][][]) : int[][] =
        match node.Primitive.Kernel, node.Primitive.Derivative with
        | _, Constant -> Array.create node.Shape.Size IndexSets.none
        | (Unary _ | Binary _ | Ternary _), LinearGiven _ -> elementwise node (Array.updateAt 0 [| IndexSets.none |] operands)
        | (Unary _ | Binary _ | Ternary _), _ -> pointwise node operands
        | (Same _ | Convert _), (Both _ | Tangent _) -> dense node operands
        | (Same _ | Convert _), _ -> operands[0]
        | _, _ when Indexing.isAssembled node && node.Shape.Rank = 0 -> windows node (Indexing.windows node) operands
        | _ when node.Shape.Rank = 0 && (Products.turned node.Primitive).IsSome ->
            let struct (left, right) = (Products.turned node.Primitive).Value
            product left right node operands
        | _, (Linear _ | Multilinear _) -> linear node operands
        | _ ->
            match node.Primitive.Parameters with
            | :? IDependent as known -> asked node known operands
            | _ -> dense node operands

    let private nameLimit (node: Node) total limit =
        raise (
            DensityException(
                "The result depends on "
                + string total
                + " pairs of elements and arguments, more than the limit of "
                + string limit
                + "; the operation that makes it so is "
                + node.Primitive.Name
                + " ("
                + Extent.describe node.Shape.Extent
                + "). Use Jacobian or Hessian, or raise the limit."
            )
        )

    /// The sets of all nodes below results, from those of some; none where one has too many.
    let private walk belongs (start: Node -> int[][] voption) (ys: Node[]) isTooMany : struct (Schedule * int[][][]) voption =
        let schedule = Schedule.ofRoots belongs ys
        let sets = Array.zeroCreate<int[][]> schedule.Count
        let mutable place = 0

        while place < sets.Length do
            let node = schedule[place]
            let links = (schedule.Links place).ToArray()

            sets[place] <-
                match start node with
                | ValueSome known -> known
                | ValueNone -> propagate node (links |> Array.map (fun link -> if link >= 0 then sets[link] else [| IndexSets.none |]))

            place <- if isTooMany sets[place] then Int32.MaxValue else place + 1

        if place = sets.Length then ValueSome(struct (schedule, sets)) else ValueNone

    let private ofResult (y: Node) root (sets: int[][][]) = if root < 0 then Array.create y.Shape.Size IndexSets.none else sets[root]

    /// The sets of all nodes between x and y.
    let private between (token: Token) (x: Node) (y: Node) isTooMany =
        let start (node: Node) =
            if obj.ReferenceEquals(node, x) then
                ValueSome(Array.init x.Shape.Size Array.singleton)
            else
                ValueNone

        walk (Node.dependsOn token) start [| y |] isTooMany

    /// For each element of the results of a recorded function, one after the other, the elements of its inputs that it depends on.
    let ofFunction (token: Token) (inputs: Node[]) (outputs: Node[]) : int[][] =
        let starts = inputs |> Array.scan (fun start x -> start + x.Shape.Size) 0

        let start (node: Node) =
            match Array.FindIndex(inputs, fun x -> obj.ReferenceEquals(x, node)) with
            | -1 -> ValueNone
            | k -> ValueSome(Array.init node.Shape.Size (fun i -> [| starts[k] + i |]))

        let isOf (node: Node) = Node.dependsOn token node || (start node).IsSome
        let struct (schedule, sets) = (walk isOf start outputs (fun _ -> false)).Value
        Array.map2 (fun y root -> ofResult y root sets) outputs schedule.Roots |> Array.concat

    /// For each element of y the elements of x that it depends on; none where some node on the way has more of them than a limit.
    let tryPattern (token: Token) (x: Node) (y: Node) (limit: int64) : int[][] voption =
        between token x y (fun sets -> IndexSets.total sets > limit)
        |> ValueOption.map (fun (struct (schedule, sets)) -> ofResult y schedule.Roots[0] sets)

    /// For each element of y the elements of x that it depends on. More than a limit is an error that names the operation of the graph which
    /// first depends on that many.
    let pattern (token: Token) (x: Node) (y: Node) (limit: int64) : int[][] =
        let struct (schedule, sets) = (between token x y (fun _ -> false)).Value
        let found = ofResult y schedule.Roots[0] sets
        let pairs = IndexSets.total found

        if pairs > limit then
            // the first node whose widest element is as wide as the widest of the result
            let widest (sets: int[][]) = sets |> Array.fold (fun m s -> max m s.Length) 0
            let most = widest found
            nameLimit schedule[Array.findIndex (fun s -> widest s >= most) sets] pairs limit

        found
