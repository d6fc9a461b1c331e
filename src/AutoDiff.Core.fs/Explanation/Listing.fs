namespace AutoDiff

open System
open System.Collections.Generic

/// What a line of a listing does.
[<RequireQualifiedAccess; ReferenceEquality>]
type internal Line =
    {
        /// How it is written; its operands are counted within Operands.
        Notation: Notation
        Primitive: Primitive
        /// The lines before that it reads.
        Operands: int[]
        Shape: Shape
        Precision: Precision
        /// The numbers of a constant; null for an input and for what is computed.
        Constant: Node | null
    }

/// A program after simplification: inputs, then constants and computations, each line once and only lines that an output needs.
[<ReferenceEquality>]
type internal Listing =
    {
        Lines: Line[]
        Inputs: int
        Outputs: int[]
        /// How many comparisons of numbers the function made: the program is that of the branch they led to.
        Decisions: int
    }

[<RequireQualifiedAccess>]
module internal Listing =
    /// The one number that all elements of a constant are.
    let private everywhere (entry: Line) : float voption =
        match entry.Constant with
        | null -> ValueNone
        | node ->
            let elements = Read.floats (Interpreter.force node)

            if elements.Length > 0 && Array.forall (fun x -> x = elements[0]) elements then
                ValueSome elements[0]
            else
                ValueNone

    /// The notation of a primitive; of an elementwise one always a formula.
    let private notationOf (primitive: Primitive) : Notation =
        let arguments =
            match primitive.Kernel with
            | Unary _ -> 1
            | Binary _ -> 2
            | Ternary _ -> 3
            | _ -> 0

        match primitive.Notation with
        | Notation.Named latex when arguments > 0 ->
            let latex =
                match latex with
                | null -> "\\operatorname{" + primitive.Name + "}"
                | latex -> latex

            let written = { Name = primitive.Name; Latex = latex; Source = Unwritten }
            Notation.Elementwise(Formula.Apply(written, List.init arguments Formula.Operand))
        | notation ->
            match primitive.Kernel with
            | Convert _ -> Notation.Elementwise(Formula.Operand 0)
            | _ -> notation

    /// Lines as they are found, each once.
    [<Sealed>]
    type private Builder() =
        let lines = List<Line>()
        let formulas = Dictionary<struct (Formula * string), int>(HashIdentity.Structural)

        let add line =
            lines.Add line
            lines.Count - 1

        member _.Lines = lines
        member _.Add(line: Line) = add line

        /// A formula of lines: one of them, or a line of its own, which stands once.
        member _.Formula(entry: Line, formula: Formula) =
            let operand i =
                let line = lines[entry.Operands[i]]

                match everywhere line with
                | ValueSome number -> Formula.Number number
                | ValueNone -> Formula.Operand entry.Operands[i]

            match Simplify.formula operand formula with
            | Formula.Operand place when lines[place].Shape.Equals entry.Shape && lines[place].Precision = entry.Precision -> place
            | formula ->
                let key = struct (formula, string entry.Shape + " " + string (int entry.Precision))

                match formulas.TryGetValue key with
                | true, place -> place
                | _ ->
                    let operands = Simplify.operands formula |> Array.ofList
                    let local = Simplify.formula (fun place -> Formula.Operand(Array.IndexOf(operands, place))) formula
                    let place = add { entry with Notation = Notation.Elementwise local; Operands = operands }
                    formulas[key] <- place
                    place

    let private append (builder: Builder) (line: Line) =
        match line.Notation with
        | Notation.Unchanged when builder.Lines[line.Operands[0]].Shape.Equals line.Shape -> line.Operands[0]
        | Notation.Elementwise formula -> builder.Formula(line, formula)
        | _ -> builder.Add line

    /// The operands of a line that its writing needs.
    let needed (line: Line) : int[] =
        match line.Notation with
        | Notation.Routine(_, routine) -> routine.Uses |> List.map (fun i -> line.Operands[i]) |> Array.ofList
        | _ -> line.Operands

    /// Only lines that an output needs, and the inputs, which keep their places.
    let private withoutUnused (lines: Line[]) inputs (outputs: int[]) decisions : Listing =
        let isUsed = Array.init lines.Length (fun place -> place < inputs || Array.contains place outputs)

        for place in lines.Length - 1 .. -1 .. 0 do
            if isUsed[place] then
                for operand in needed lines[place] do
                    isUsed[operand] <- true

        let places = isUsed |> Array.scan (fun place used -> if used then place + 1 else place) 0
        let moved (line: Line) = { line with Operands = line.Operands |> Array.map (fun k -> if isUsed[k] then places[k] else -1) }

        {
            Lines =
                [|
                    for place in 0 .. lines.Length - 1 do
                        if isUsed[place] then
                            moved lines[place]
                |]
            Inputs = inputs
            Outputs = outputs |> Array.map (fun k -> places[k])
            Decisions = decisions
        }

    /// The listing of the first outputs of a program; the others are what decisions compared.
    let ofProgram (program: Program) (decisions: int) : Listing =
        let builder = Builder()
        let places = Array.zeroCreate<int> program.Entries.Length

        program.Entries.ToArray()
        |> Array.iteri (fun k entry ->
            let line: Line =
                {
                    Notation = notationOf entry.Primitive
                    Primitive = entry.Primitive
                    Operands = entry.Operands |> Array.map (fun operand -> places[operand])
                    Shape = entry.Shape
                    Precision = entry.Precision
                    Constant = entry.Constant
                }

            places[k] <-
                if entry.Primitive.Kernel.IsLeaf || k < program.Inputs then
                    builder.Add line
                else
                    append builder line)

        let outputs = program.Outputs[.. program.Outputs.Length - 2 * decisions - 1] |> Array.map (fun k -> places[k])
        withoutUnused (builder.Lines.ToArray()) program.Inputs outputs decisions

    /// Whether a line is a constant.
    let isConstant (line: Line) = not (isNull line.Constant)

    /// The name of each line: the given ones for inputs, then c1, c2 … for constants and t1, t2 … for what is computed.
    let names (inputs: string[]) (listing: Listing) : string[] =
        let mutable constants, computed = 0, 0

        listing.Lines
        |> Array.mapi (fun place line ->
            if place < listing.Inputs then
                inputs[place]
            elif isConstant line then
                constants <- constants + 1
                "c" + string constants
            else
                computed <- computed + 1
                "t" + string computed)

    /// An estimate of the floating-point operations of a line.
    let cost (listing: Listing) (line: Line) : int64 =
        let extent i = listing.Lines[line.Operands[i]].Shape
        let size = int64 line.Shape.Size

        match line.Notation with
        | _ when line.Operands.Length = 0 -> 0L
        | Notation.Elementwise formula -> size * int64 (Simplify.cost formula)
        | Notation.Unchanged
        | Notation.Gather _ -> 0L
        | Notation.Scatter _ -> needed line |> Array.sumBy (fun k -> int64 listing.Lines[k].Shape.Size)
        | Notation.Product(left, _) ->
            let a = (extent 0).Extent
            2L * size * int64 (if left then a.Rows else a.Columns)
        | Notation.Named _
        | Notation.Routine _ ->
            let a = extent 0
            int64 a.Size * int64 (max 1 (min a.Extent.Rows a.Extent.Columns)) + size
