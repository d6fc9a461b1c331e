namespace AutoDiff

open System
open System.Collections.Generic
open System.Linq.Expressions
open System.Reflection
open AutoDiff.Kernels

/// Emitted code: where inputs and outputs lie, the numbers of a frame, the addresses of its arrays, and the indices of all these that this run
/// of the code is about.
type internal Segment =
    delegate of inputs: nativeint * outputs: nativeint * numbers: nativeint * table: nativeint * indices: nativeint -> unit

/// The methods of Cells that emitted code calls.
module internal CellMethods =
    let private method name : MethodInfo = Unchecked.nonNull (typeof<Cells>.GetMethod name)
    let get = method (nameof Cells.Get)
    let set = method (nameof Cells.Set)
    let getAddress = method (nameof Cells.GetAddress)
    let getIndex = method (nameof Cells.GetIndex)
    let at = method (nameof Cells.At)
    let clear = method (nameof Cells.Clear)
    let load = method (nameof Cells.Load)
    let store = method (nameof Cells.Store)
    let loadPart = method (nameof Cells.LoadPart)
    let storePart = method (nameof Cells.StorePart)
    let gather = method (nameof Cells.Gather)
    let scatter = method (nameof Cells.Scatter)
    let loadWithin = method (nameof Cells.LoadWithin)
    let repeatWithin = method (nameof Cells.RepeatWithin)
    let along = method (nameof Cells.Along)
    let repeat = method (nameof Cells.Repeat)
    let fold = method (nameof Cells.Fold)
    let rest = method (nameof Cells.Rest)
    let total = method (nameof Cells.Total)

/// Expressions of emitted code.
module internal Emit =
    let call (method: MethodInfo) (xs: Expression list) : Expression = upcast Expression.Call(method, xs)
    let int (i: int) : Expression = upcast Expression.Constant i
    let long (i: int64) : Expression = upcast Expression.Constant i
    let number (x: float) : Expression = upcast Expression.Constant x

    /// A step again and again while a counter is below a limit.
    let loop (i: ParameterExpression) (limit: Expression) (step: Expression) : Expression =
        let exit = Expression.Label()
        upcast Expression.Loop(Expression.IfThenElse(Expression.LessThan(i, limit), step, Expression.Break exit), exit)

open Emit

/// One piece of code as it is written: statements on numbers, and what loops need around them.
[<Sealed>]
type internal Code(program: Program, grouping: Grouping, places: Places, isKept: int -> bool, isShared: bool) =
    let entries = program.Entries
    let inputs = Expression.Parameter(typeof<nativeint>, "inputs")
    let outputs = Expression.Parameter(typeof<nativeint>, "outputs")
    let numbers = Expression.Parameter(typeof<nativeint>, "numbers")
    let table = Expression.Parameter(typeof<nativeint>, "table")
    let indices = Expression.Parameter(typeof<nativeint>, "indices")
    let listed = List<int>()
    let variables = List<ParameterExpression>()
    let preamble = List<Expression>()
    let mutable statements = List<Expression>()
    let locals = Dictionary<int, ParameterExpression>()
    let bases = Dictionary<struct (Address * int), ParameterExpression>()

    /// Where something is: written into the code, or looked up, where pieces that differ in nothing else are to be one.
    let index (i: int) : Expression =
        if isShared then
            listed.Add i
            call CellMethods.getIndex [ indices; int (listed.Count - 1) ]
        else
            int i

    /// A constant, likewise.
    let literal (x: float) : Expression = if isShared then call CellMethods.get [ numbers; index (places.Literal x) ] else number x

    let declare (t: Type) =
        let variable = Expression.Variable t
        variables.Add variable
        variable

    let assign (into: List<Expression>) (t: Type) (value: Expression) =
        let variable = declare t
        into.Add(Expression.Assign(variable, value))
        variable

    /// The address of element i of an array, fetched once for the whole piece.
    let baseOf (address: Address) (i: int) : Expression =
        match bases.TryGetValue(struct (address, i)) with
        | true, variable -> upcast variable
        | _ ->
            let start: Expression =
                match address with
                | InInputs offset -> call CellMethods.at [ inputs; index (offset + i) ]
                | InOutputs offset -> call CellMethods.at [ outputs; index (offset + i) ]
                | InTable array -> call CellMethods.at [ call CellMethods.getAddress [ table; index array ]; index i ]

            let variable = assign preamble typeof<nativeint> start
            bases[struct (address, i)] <- variable
            upcast variable

    /// The number that an entry holds.
    let read place : Expression =
        match locals.TryGetValue place, grouping.Uniform place with
        | (true, local), _ -> upcast local
        | _, ValueSome x -> literal x
        | _ ->
            let cell: Expression =
                match grouping.Roles[place] with
                | Given ->
                    match places.Address place with
                    | InInputs offset -> call CellMethods.get [ inputs; index offset ]
                    | _ -> invalidOp "A number is never in an array of its own."
                | _ -> call CellMethods.get [ numbers; index (places.Number place) ]

            let local = assign statements typeof<float> cell
            locals[place] <- local
            upcast local

    /// Keeps a number for whoever reads it in another piece.
    let keep place (value: Expression) =
        locals[place] <- assign statements typeof<float> value

        if isKept place then
            statements.Add(call CellMethods.set [ numbers; index (places.Number place); locals[place] ])

    let write (entry: Entry) (xs: Expression[]) : Expression =
        match entry.Primitive.Kernel with
        | Unary map -> map.Write xs[0]
        | Binary map -> map.Write(xs[0], xs[1])
        | Ternary map -> map.Write(xs[0], xs[1], xs[2])
        | _ -> xs[0]

    let rounded (entry: Entry) (x: Expression) : Expression =
        if entry.Precision = Precision.Single then
            upcast Expression.Convert(Expression.Convert(x, typeof<float32>), typeof<float>)
        else
            x

    let lay place (indices: int[]) =
        let start = baseOf (places.Address place) 0
        let sums = Dictionary<int, Expression>()

        Array.iter2
            (fun index operand ->
                let term = read (grouping.Root operand)

                sums[index] <-
                    (match sums.TryGetValue index with
                     | true, sum -> Expression.Add(sum, term)
                     | _ -> Expression.Add(number 0.0, term)))
            indices
            entries[place].Operands

        if sums.Count < entries[place].Shape.Size then
            statements.Add(call CellMethods.clear [ start; int entries[place].Shape.Size ])

        for sum in sums do
            statements.Add(call CellMethods.set [ start; int sum.Key; sum.Value ])

    /// A variable of the piece.
    member _.Declare(t: Type) = declare t

    /// A variable with a value that is found here.
    member _.Assign(t: Type, value: Expression) = assign statements t value

    member _.Add(statement: Expression) = statements.Add statement

    /// What an action adds, kept apart.
    member _.Apart(write: unit -> unit) : Expression list =
        let before = statements
        let apart = List<Expression>()
        statements <- apart
        write ()
        statements <- before
        List.ofSeq apart

    /// The address of element i of an entry, fetched once for the whole piece.
    member _.Base(address: Address, i: int) = baseOf address i

    /// A constant.
    member _.Literal(x: float) = literal x

    /// The number that an entry holds.
    member _.Read(place: int) = read place

    /// Keeps a number for whoever reads it in another piece.
    member _.Keep(place: int, value: Expression) = keep place value

    /// The elementwise function of an entry.
    member _.Write(entry: Entry, xs: Expression[]) = write entry xs

    /// A number, an element or an array laid out from numbers.
    member _.Number(place: int) =
        let entry = entries[place]

        match grouping.Roles[place] with
        | Element(source, i) -> keep place (call CellMethods.get [ baseOf (places.Address source) 0; index i ])
        | Laid indices -> lay place indices
        | _ -> keep place (rounded entry (write entry (entry.Operands |> Array.map (fun o -> read (grouping.Root o)))))

    /// Writes a number among the outputs.
    member _.Output(place: int, offset: int) = statements.Add(call CellMethods.set [ outputs; index offset; read place ])

    /// The indices that the code looks up.
    member _.Listed = listed.ToArray()

    member _.Lambda() : Expression<Segment> =
        let body = Expression.Block(variables, Seq.append preamble statements)
        Expression.Lambda<Segment>(Expression.Block(body, Expression.Empty()), inputs, outputs, numbers, table, indices)
