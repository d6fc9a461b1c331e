/// Truncated Taylor series, moved through a graph by the rules that first derivatives have. Where y = y(x(t)), what is linear maps
/// coefficient by coefficient, and anything else follows from its own tangent: y' is the graph of that tangent at (x, y, x'), and the
/// coefficient k of y is the coefficient k - 1 of y', divided by k. Equal nodes of such graphs are one, so that sin, cos, sin … close up,
/// and the cost is polynomial in the order: A. Griewank, A. Walther, Evaluating Derivatives, 2nd ed., chapter 13.
[<RequireQualifiedAccess>]
module internal AutoDiff.Taylor

open System
open System.Collections.Generic

/// Where the coefficients of a series come from.
[<ReferenceEquality>]
type private Source =
    /// Does not vary: the node itself, and zeros.
    | Fixed of Node
    /// The argument: its value, and 1.
    | Argument of Node
    /// The derivative by t of another series.
    | RateOf of Series
    /// A node of the graph, computed from others.
    | Applied of Node * Series[]

/// A power series in t: the coefficients so far, null for a zero.
and [<Sealed; AllowNullLiteral>] private Series(identity: int, source: Source) =
    member _.Identity = identity
    member _.Source = source
    member val Known = List<Node | null>()
    /// The derivative by t, where a rule gives it; null until it is wanted.
    member val Rate: Series = null with get, set
    /// What stands for the derivative by t in the graphs of rules.
    member val Hole: Node | null = null with get, set

    member _.IsFixed =
        match source with
        | Fixed _ -> true
        | _ -> false

/// A primitive applied to series: the same where name, parameters and operands are.
[<Sealed>]
type private Operation(primitive: Primitive, operands: Series[]) =
    member _.Primitive = primitive
    member _.Operands = operands

    override _.GetHashCode() =
        let mutable hash = HashCode()
        hash.Add primitive.Name
        hash.Add primitive.Parameters

        for x in operands do
            hash.Add x.Identity

        hash.ToHashCode()

    override _.Equals(other: obj) =
        match other with
        | :? Operation as other ->
            primitive.Name = other.Primitive.Name
            && Object.Equals(primitive.Parameters, other.Primitive.Parameters)
            && operands.AsSpan().SequenceEqual(ReadOnlySpan other.Operands)
        | _ -> false

/// All series of one expansion. Nodes that depend on the token are symbols: what is computed is computed from coefficients.
[<Sealed>]
type private Expansion(token: Token) =
    let trace = Trace.ofToken token
    let ofNode = Dictionary<Node, Series>(HashIdentity.Reference)
    let ofNumber = Dictionary<struct (Precision * int64), Series>()
    let ofOperation = Dictionary<Operation, Series>()
    let mutable count = 0

    let create source =
        count <- count + 1
        Series(count, source)

    let constant (node: Node) =
        if node.Shape.Size = 1 && node.Shape.Rank = 0 && node.HasValue then
            let key = struct (node.Precision, BitConverter.DoubleToInt64Bits node.Value.Number)

            match ofNumber.TryGetValue key with
            | true, series -> series
            | _ ->
                ofNumber[key] <- create (Fixed node)
                ofNumber[key]
        else
            create (Fixed node)

    let isKnown node = ofNode.ContainsKey node

    let dependsOn (node: Node) =
        match node.Trace with
        | null -> false
        | trace -> trace.Contains token

    let find (node: Node) =
        match ofNode.TryGetValue node with
        | true, series -> series
        | _ ->
            ofNode[node] <- constant node
            ofNode[node]

    let operation (node: Node) =
        let operands = Array.map find node.Operands
        let key = Operation(node.Primitive, operands)

        match ofOperation.TryGetValue key with
        | true, series -> series
        | _ ->
            ofOperation[key] <- create (Applied(node, operands))
            ofOperation[key]

    let hole (x: Series) (operand: Node) : Node | null =
        if x.IsFixed then
            null
        else
            match x.Hole with
            | null ->
                let hole = Node.input operand.Shape operand.Precision trace
                ofNode[hole] <- create (RateOf x)
                x.Hole <- hole
                hole
            | hole -> hole

    member _.Start(alias: Node, x: Node) = ofNode[alias] <- create (Argument x)

    /// The series of a node and before it of all nodes that it is computed from and that had none, each after those of its operands.
    member _.Before(node: Node) : Series[] =
        let nodes = (Schedule.ofRoots (fun node -> dependsOn node && not (isKnown node)) [| node |]).ToArray()

        for node in nodes do
            ofNode[node] <- operation node

        Array.append (Array.map find nodes) [| find node |]

    member expansion.Of(node: Node) : Series = Array.last (expansion.Before node)

    /// The derivative by t of a node that is not linear in what it is computed from.
    member expansion.RateOf(series: Series, node: Node, operands: Series[]) : Series =
        if isNull series.Rate then
            series.Rate <-
                match Forward.tangent 0 node (Array.map2 hole operands node.Operands) with
                | null -> create (Fixed(Node.zero node.Precision))
                | rate -> expansion.Of(Batches.expandTo 0 node.Shape rate)

        series.Rate

let private scale (factor: int) (x: Node | null) : Node | null =
    match x with
    | null -> null
    | x -> if factor = 1 then x else Arithmetic.multiply (Node.plain (float factor)) x

let private divide (x: Node | null) (divisor: int) : Node | null =
    match x with
    | null -> null
    | x -> if divisor = 1 then x else Arithmetic.divide x (Node.plain (float divisor))

let private plus (x: Node | null) (z: Node | null) : Node | null =
    match x, z with
    | null, other
    | other, null -> other
    | x, z -> Arithmetic.add x z

/// A linear primitive at coefficients, of which a missing one is zero; so many operands before them are fixed.
let private linear (node: Node) (given: Node[]) (coefficients: (Node | null)[]) : Node | null =
    if Array.forall isNull coefficients then
        null
    else
        Node.apply node.Primitive (Array.append given (Array.map2 Forward.orZero node.Operands[given.Length ..] coefficients))

/// Coefficient k of a series; those below it are known, or follow from lower ones of others.
let rec private coefficient (expansion: Expansion) (series: Series) (k: int) : Node | null =
    while series.Known.Count <= k do
        series.Known.Add(next expansion series series.Known.Count)

    series.Known[k]

and private next expansion series k : Node | null =
    match series.Source with
    | Fixed node -> if k = 0 then node else null
    | Argument x when k = 0 -> x
    | Argument x -> if k = 1 then Reduction.fill x.Shape.Extent (Node.one x.Precision) else null
    | RateOf x -> scale (k + 1) (coefficient expansion x (k + 1))
    | Applied(node, operands) ->
        let at k (x: Series) = coefficient expansion x k

        match node.Primitive.Derivative with
        | _ when k = 0 -> Node.apply node.Primitive (Array.map2 Forward.orZero node.Operands (Array.map (at 0) operands))
        | Constant -> null
        | Linear _ -> linear node [||] (Array.map (at k) operands)
        | LinearGiven _ -> linear node [| Forward.orZero node.Operands[0] (at 0 operands[0]) |] (Array.map (at k) operands[1..])
        | Multilinear(strong, _) when operands.Length = 2 -> convolution (strong 1) (at >> (fun at -> Array.map at operands)) k
        | _ -> divide (coefficient expansion (expansion.RateOf(series, node, operands)) (k - 1)) k

/// Coefficient k of a bilinear function of two series: Cauchy's product.
and private convolution primitive (operands: int -> (Node | null)[]) k : Node | null =
    let term i =
        match (operands i)[0], (operands (k - i))[1] with
        | null, _
        | _, null -> null
        | x, z -> Node.apply2 primitive x z

    Seq.fold (fun sum i -> plus sum (term i)) null (seq { 0..k })

/// The coefficients of t^0 … t^order of f(x + t).
let coefficients name (f: Scalar -> Scalar) (x: Scalar) (order: int) : Node[] =
    let x = if x.Node.Precision = Precision.Weak then Marks.convert Precision.Double x.Node else x.Node

    Differentiation.under name [| x |] (fun aliases -> (f (Scalar aliases[0])).Node) (fun token aliases y ->
        let expansion = Expansion token
        expansion.Start(aliases[0], x)
        let series = expansion.Before y

        [|
            for k in 0..order do
                // in the order of the graph: depth costs no call stack
                for series in series do
                    coefficient expansion series k |> ignore

                Forward.orZero y (coefficient expansion (Array.last series) k)
        |])

/// The value of a function and its derivatives up to an order.
let derivatives name (f: Scalar -> Scalar) (x: Scalar) (order: int) : Scalar[] =
    ArgumentOutOfRangeException.ThrowIfNegative(order, "order")
    let factorials = Array.scan (fun product k -> product * float k) 1.0 [| 1..order |]
    Array.map2 (fun c (factorial: float) -> Scalar(Arithmetic.multiply c (Node.plain factorial))) (coefficients name f x order) factorials
