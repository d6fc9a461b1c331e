namespace AutoDiff

open System
open System.Collections.Generic

/// What a token stands for.
type internal TokenKind =
    /// One call of grad, jvp, vjp …; its values cannot be read while it runs.
    | Differentiation = 0
    /// All values made by Diff.variable together; readable, and never over.
    | Variables = 1
    /// Inputs that have a shape and no number.
    | Recording = 2

/// One running differentiation or recording: what nodes that depend on its argument carry. It changes once, from open to over.
[<Sealed>]
type internal Token(kind: TokenKind, name: string) =
    [<VolatileField>]
    let mutable over = false

    member _.Kind = kind
    /// The call that opened it, for messages.
    member _.Name = name
    /// The thread whose walks may use the mark words of its nodes; 0 for none.
    member val Owner = (if kind = TokenKind.Variables then 0 else Environment.CurrentManagedThreadId)
    /// What a recording notes of decisions that were made on its numbers; null where nobody does.
    member val Decisions: List<obj> | null = null with get, set
    /// Where the numbers of its arguments are lent, the nodes that show them as they are; null where they are there to stay.
    member val Borrowers: List<obj> | null = null with get, set
    member _.IsOver = over
    /// Ends it: what leaked out of it is an ordinary number from now on.
    member _.End() = over <- true

/// The set of tokens that a node depends on. Nearly always the very object that its operands carry.
[<Sealed>]
type internal Trace(tokens: Token[]) =
    let owner =
        let mutable owner = tokens[0].Owner

        for token in tokens do
            if token.Owner <> tokens[0].Owner then
                owner <- 0

        owner

    /// The last union made with this set and its result, and the set without ended tokens: caches, safe because each is one reference.
    member val LastUnion: Union | null = null with get, set

    member val Pruned: Trace | null = null with get, set
    member _.Tokens = tokens
    /// The one thread that owns all its tokens; 0 if there is none.
    member _.Owner = owner

    member _.Contains(token: Token) =
        let mutable found = false

        for t in tokens do
            if obj.ReferenceEquals(t, token) then
                found <- true

        found

/// The result of a union with another set.
and [<Sealed>] internal Union(other: Trace, result: Trace) =
    member _.Other = other
    member _.Result = result

module internal Trace =
    let private variables = Trace [| Token(TokenKind.Variables, "Variable") |]

    /// The trace of every variable.
    let ofVariables = variables

    /// The trace of a token alone.
    let ofToken (token: Token) = Trace [| token |]

    /// The nodes that show lent numbers, where a differentiation in the trace has such; also once it is over.
    let private borrowers (trace: Trace | null) : List<obj> | null =
        match trace with
        | null -> null
        | trace ->
            let mutable found: List<obj> | null = null

            for token in trace.Tokens do
                if isNull found then
                    found <- token.Borrowers

            found

    /// Whether what depends on a trace may show numbers that are only lent.
    let isLent (trace: Trace | null) = not (isNull (borrowers trace))

    /// Notes a node that shows the numbers of an operand as they are: it forgets them when they are taken back.
    let borrow (trace: Trace | null) (node: obj) =
        match borrowers trace with
        | null -> ()
        | borrowers -> borrowers.Add node

    /// The part of a trace that is still open; null if none is.
    let rec live (trace: Trace | null) : Trace | null =
        match trace with
        | null -> null
        | trace ->
            match trace.Pruned with
            | null ->
                let tokens = trace.Tokens
                let mutable over = 0

                for t in tokens do
                    if t.IsOver then
                        over <- over + 1

                if over = 0 then
                    trace
                elif over = tokens.Length then
                    null
                else
                    let pruned = Trace(Array.filter (fun (t: Token) -> not t.IsOver) tokens)
                    trace.Pruned <- pruned
                    live pruned
            | pruned -> live pruned

    let private includes (larger: Trace) (smaller: Trace) = Array.forall larger.Contains smaller.Tokens

    /// The union of two traces, both live.
    let union (left: Trace | null) (right: Trace | null) : Trace | null =
        match left, right with
        | left, right when obj.ReferenceEquals(left, right) -> left
        | null, other
        | other, null -> other
        | left, right ->
            match left.LastUnion with
            | NonNull last when obj.ReferenceEquals(last.Other, right) -> last.Result
            | _ ->
                let result =
                    if includes left right then left
                    elif includes right left then right
                    else Trace(Array.append left.Tokens (Array.filter (left.Contains >> not) right.Tokens))

                left.LastUnion <- Union(right, result)
                result

    let private hasOpen kind (trace: Trace | null) =
        match trace with
        | null -> false
        | trace -> trace.Tokens |> Array.exists (fun (t: Token) -> not t.IsOver && t.Kind = kind)

    /// Whether a trace has a recording that is open: what depends on it is more than one number.
    let isRecorded (trace: Trace | null) = hasOpen TokenKind.Recording trace

    /// Whether a trace has a differentiation that is open: what depends on it has a derivative.
    let isVaried (trace: Trace | null) = hasOpen TokenKind.Differentiation trace

    /// The open differentiation or recording in a trace that forbids reading a number; null if there is none.
    let blocking (trace: Trace | null) : Token | null =
        match trace with
        | null -> null
        | trace ->
            match Array.tryFind (fun (t: Token) -> not t.IsOver && t.Kind <> TokenKind.Variables) trace.Tokens with
            | Some token -> token
            | None -> null
