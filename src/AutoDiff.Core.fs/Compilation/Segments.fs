namespace AutoDiff

open System
open System.Collections.Generic
open System.Linq.Expressions
open System.Runtime.InteropServices

/// What an expression is, but for the names of its variables and labels: two with the same tokens do the same.
[<Sealed>]
type private Form(names: Dictionary<obj, int>, tokens: List<int64>) =
    inherit ExpressionVisitor()
    let variables = Dictionary<obj, int>(HashIdentity.Reference)

    let add (x: int) = tokens.Add(int64 x)

    let number (names: Dictionary<obj, int>) (thing: obj | null) =
        match thing with
        | null -> -1
        | thing ->
            match names.TryGetValue thing with
            | true, index -> index
            | _ ->
                names[thing] <- names.Count
                names[thing]

    /// A type, a method or a member, by the number that all expressions know it by.
    let known (thing: obj | null) = add (number names thing)
    /// A variable or a label, by the order in which this expression meets it.
    let own (thing: obj | null) = add (number variables thing)

    let mutable isComplete = true

    let constant (value: obj | null) =
        match value with
        | :? float as x -> tokens.Add(BitConverter.DoubleToInt64Bits x)
        | :? int as i -> add i
        | :? int64 as i -> tokens.Add i
        | :? ValueType -> isComplete <- false
        | value -> known value

    /// What a kind of expression has beside its parts.
    let rest (node: Expression) =
        match node with
        | :? ConstantExpression as node -> constant node.Value
        | :? ParameterExpression -> own node
        | :? MethodCallExpression as node -> known node.Method
        | :? BinaryExpression as node -> known node.Method
        | :? UnaryExpression as node -> known node.Method
        | :? MemberExpression as node -> known node.Member
        | :? NewExpression as node -> known node.Constructor
        | :? BlockExpression as node ->
            add node.Variables.Count
            add node.Expressions.Count
        | :? LoopExpression as node ->
            own node.BreakLabel
            own node.ContinueLabel
        | :? GotoExpression as node -> own node.Target
        | :? ConditionalExpression
        | :? DefaultExpression
        | :? LambdaExpression -> ()
        | _ -> isComplete <- false

    /// Whether all of the expression is told by its tokens.
    member _.IsComplete = isComplete

    override _.Visit(node: Expression | null) : Expression | null =
        match node with
        | null -> add -1
        | node ->
            add (int node.NodeType)
            known node.Type
            rest node

        base.Visit node

/// The pieces of code of a plan, each compiled once: the steps of an ordinary loop leave pieces that differ in nothing but the indices that
/// they look up.
[<Sealed>]
type internal Segments() =
    let names = Dictionary<obj, int>(HashIdentity.Reference)
    // the tokens of the expression that is looked at: most have been seen before, and need not be kept
    let tokens = List<int64>()
    let compiled = Dictionary<int, List<struct (int64[] * Segment)>>()

    /// What has been compiled under the hash of the tokens.
    let alike () =
        let mutable hash = HashCode()
        let all: ReadOnlySpan<int64> = Span.op_Implicit (CollectionsMarshal.AsSpan tokens)
        hash.AddBytes(MemoryMarshal.AsBytes all)
        let hash = hash.ToHashCode()

        match compiled.TryGetValue hash with
        | true, known -> known
        | _ ->
            compiled[hash] <- List()
            compiled[hash]

    let find (known: List<struct (int64[] * Segment)>) : Segment voption =
        let mutable found = ValueNone

        for struct (key, segment) in known do
            if MemoryExtensions.SequenceEqual(CollectionsMarshal.AsSpan tokens, ReadOnlySpan key) then
                found <- ValueSome segment

        found

    /// The code, compiled now or before.
    member _.Compile(code: Expression<Segment>) : Segment =
        tokens.Clear()
        let form = Form(names, tokens)
        form.Visit code |> ignore

        if not form.IsComplete then
            code.Compile()
        else
            let known = alike ()

            match find known with
            | ValueSome segment -> segment
            | ValueNone ->
                let segment = code.Compile()
                known.Add(struct (tokens.ToArray(), segment))
                segment
