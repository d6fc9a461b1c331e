namespace AutoDiff

open System
open System.Collections.Generic
open AutoDiff.Kernels

/// A result depends on more arguments than sparse differentiation is meant for.
[<Sealed>]
type DensityException
    /// <summary>An exception that says what is wrong.</summary><param name="message">What is wrong, and what to do instead.</param>
    (message: string) =
    inherit ArgumentException(message)

/// What results depend on, by the structure of the graph and never by numbers: for each element of a node the set of arguments, as a sorted
/// array that equal elements share.
[<RequireQualifiedAccess>]
module internal Sparsity =
    let private none: int[] = [||]

    /// The union of two sorted sets; one of the two where it holds the other.
    let union (x: int[]) (z: int[]) : int[] =
        if obj.ReferenceEquals(x, z) || z.Length = 0 then
            x
        elif x.Length = 0 then
            z
        else
            let merged = Array.zeroCreate<int>(x.Length + z.Length)
            let mutable i, j, n = 0, 0, 0

            while i < x.Length || j < z.Length do
                let next = if j = z.Length || (i < x.Length && x[i] <= z[j]) then x[i] else z[j]

                if i < x.Length && x[i] = next then
                    i <- i + 1

                if j < z.Length && z[j] = next then
                    j <- j + 1

                merged[n] <- next
                n <- n + 1

            if n = x.Length then x
            elif n = z.Length then z
            else Array.sub merged 0 n

    /// The union of many sets.
    let private unionAll (sets: int[] seq) : int[] =
        let all = SortedSet<int>()
        let mutable single = none
        let mutable several = false

        for set in Seq.distinctBy (fun (s: int[]) -> System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode s) sets do
            if set.Length > 0 then
                several <- several || single.Length > 0
                single <- set
                all.UnionWith set

        if several then Seq.toArray all else single

    /// Every element of the result depends on all.
    let private mixed count (operands: int[][][]) : int[][] = Array.create count (unionAll (Seq.collect id operands))

    let private elementwise count (operands: int[][][]) : int[][] =
        if operands |> Array.forall (fun sets -> sets.Length = 1 || sets.Length = count) then
            let at (sets: int[][]) i = if sets.Length = 1 then sets[0] else sets[i]
            Array.init count (fun i -> operands |> Array.fold (fun set sets -> union set (at sets i)) none)
        else
            mixed count operands

    /// The operand with its elements numbered from 1, as the numbers of a function of the numbering.
    let private numbered (x: Node) (number: int -> float) : Node =
        Node.ofValue x.Shape Precision.Double (Compute.ofElements (Array.init x.Shape.Size (fun i -> number (i + 1))))

    let private hash (i: int) = 1.0 + float ((int64 i * 2654435761L) % 1073741789L)

    let private others (multilinear: bool) (x: Node) : Node =
        if multilinear then
            Node.ofValue x.Shape Precision.Double (Compute.ofElements (Array.create x.Shape.Size 1.0))
        else
            Node.zeros x.Shape Precision.Double

    /// Which element of the operand at a place each element of a result is a copy of, -1 for none, where the result is linear in it (the
    /// others being ones where it is linear in each by itself, else zeros); None where it is no rearrangement, which two different
    /// numberings tell.
    let private rearrangement multilinear (node: Node) place : int[] option =
        let apply number =
            let operands = node.Operands |> Array.mapi (fun i x -> if i = place then numbered x number else others multilinear x)
            Node.apply node.Primitive operands |> Interpreter.force |> Read.floats

        let first, second = apply float, apply hash
        let size = node.Operands[place].Shape.Size

        let source i =
            let k = int first[i]

            if first[i] = 0.0 && second[i] = 0.0 then -1
            elif float k = first[i] && k >= 1 && k <= size && second[i] = hash k then k - 1
            else -2

        let sources = Array.init first.Length source
        if Array.contains -2 sources then None else Some sources

    /// Every element of an example depends on every element of the operands in that example.
    let private dense (node: Node) (operands: int[][][]) : int[][] =
        let count, size = node.Shape.Count, node.Shape.Extent.Size
        let fits (x: Node) = x.Shape.Count = 1 || x.Shape.Count = count

        if node.Primitive.Kernel.IsAcross || not (Array.forall fits node.Operands) then
            mixed node.Shape.Size operands
        else
            let example e (sets: int[][]) =
                let length = if sets.Length = 1 then 1 else sets.Length / count
                if sets.Length <= 1 || count = 1 then sets else Array.sub sets (e * length) length

            let shared =
                Array.map2 (fun (x: Node) sets -> if x.Shape.Count = 1 then [| unionAll sets |] else sets) node.Operands operands

            Array.init count (fun e -> Array.create size (unionAll (Seq.collect (example e) shared))) |> Array.concat

    let private windows (node: Node) (views: View[]) (operands: int[][][]) : int[][] =
        let sets = Array.create node.Shape.Size none
        let at (sets: int[][]) i = if sets.Length = 1 then sets[0] else sets[i]

        for k in 0 .. views.Length - 1 do
            let view = views[k]

            for column in 0 .. view.Columns - 1 do
                for row in 0 .. view.Rows - 1 do
                    let target = view.Offset + row * view.RowStride + column * view.ColumnStride
                    sets[target] <- union (sets[target]) (at (operands[k]) (row + column * view.Rows))

        sets

    let private linear multilinear (node: Node) (operands: int[][][]) : int[][] =
        let sets = Array.create node.Shape.Size none
        let isFree (sets: int[][]) = sets |> Array.forall (fun set -> set.Length = 0)

        for k in 0 .. operands.Length - 1 do
            if not (isFree operands[k]) then
                match rearrangement multilinear node k with
                | Some sources ->
                    sources
                    |> Array.iteri (fun i source ->
                        if source >= 0 then
                            sets[i] <- union (sets[i]) (operands[k][source]))
                | None ->
                    let alone = operands |> Array.mapi (fun i sets -> if i = k then sets else [| none |])
                    dense node alone |> Array.iteri (fun i set -> sets[i] <- union (sets[i]) set)

        sets

    /// The sets of a node from those of its operands.
    let private propagate (node: Node) (operands: int[][][]) : int[][] =
        match node.Primitive.Kernel, node.Primitive.Derivative with
        | _, Constant -> Array.create node.Shape.Size none
        | (Unary _ | Binary _ | Ternary _), LinearGiven _ -> elementwise node.Shape.Size (Array.updateAt 0 [| none |] operands)
        | (Unary _ | Binary _ | Ternary _), _ -> elementwise node.Shape.Size operands
        | (Same _ | Convert _), Both _ -> dense node operands
        | (Same _ | Convert _), _ -> operands[0]
        | _, _ when Indexing.isAssembled node && node.Shape.Rank = 0 -> windows node (Indexing.windows node) operands
        | _, Linear _ -> linear false node operands
        | _, Multilinear _ -> linear true node operands
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

    let private total (sets: int[][]) = sets |> Array.sumBy (fun set -> int64 set.Length)

    /// The sets of all nodes between x and y, as long as none has too many, and where that of y is; -1 where y does not depend on x.
    let private walk (token: Token) (x: Node) (y: Node) (isTooMany: int[][] -> bool) : struct (Schedule * int[][][]) voption =
        let schedule = Schedule.ofRoots (Node.dependsOn token) [| y |]
        let sets = Array.zeroCreate<int[][]> schedule.Nodes.Length
        let mutable place = 0

        while place < sets.Length do
            let node = schedule.Nodes[place]
            let links = (schedule.Links place).ToArray()

            sets[place] <-
                if obj.ReferenceEquals(node, x) then
                    Array.init x.Shape.Size (fun i -> [| i |])
                else
                    propagate node (links |> Array.map (fun link -> if link >= 0 then sets[link] else [| none |]))

            place <- if isTooMany sets[place] then Int32.MaxValue else place + 1

        if place = sets.Length then ValueSome(struct (schedule, sets)) else ValueNone

    let private ofResult (y: Node) (schedule: Schedule) (sets: int[][][]) =
        match schedule.Roots[0] with
        | -1 -> Array.create y.Shape.Size none
        | root -> sets[root]

    /// For each element of y the elements of x that it depends on; none where some node on the way has more of them than a limit.
    let tryPattern (token: Token) (x: Node) (y: Node) (limit: int64) : int[][] voption =
        walk token x y (fun sets -> total sets > limit)
        |> ValueOption.map (fun (struct (schedule, sets)) -> ofResult y schedule sets)

    /// For each element of y the elements of x that it depends on. More than a limit is an error that names the operation of the graph which
    /// first depends on that many.
    let pattern (token: Token) (x: Node) (y: Node) (limit: int64) : int[][] =
        let struct (schedule, sets) = (walk token x y (fun _ -> false)).Value
        let found = ofResult y schedule sets
        let pairs = total found

        if pairs > limit then
            // the first node whose widest element is as wide as the widest of the result
            let widest (sets: int[][]) = sets |> Array.fold (fun m s -> max m s.Length) 0
            let most = widest found
            nameLimit schedule.Nodes[Array.findIndex (fun s -> widest s >= most) sets] pairs limit

        found
