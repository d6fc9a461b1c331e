namespace AutoDiff

open System
open System.Collections.Generic
open AutoDiff.Kernels

/// A function to be written as source.
[<ReferenceEquality>]
type internal Method =
    {
        Name: string
        /// What it is, in a sentence.
        Doc: string
        Parameters: string[]
        Listing: Listing
        /// The shapes of the results as they are handed out.
        Results: Extent[]
    }

/// What C# and F# source have in common.
[<RequireQualifiedAccess>]
module internal Sources =
    /// Says that a line has no source, why, and what to do instead.
    let refuse (line: Line) reason =
        let instead = "Compute this function with Diff.Compile or Diff.CompileGradient."

        raise (
            SourceException("There is no source for " + line.Primitive.Name + " (" + line.Primitive.Doc + "): " + reason + " " + instead)
        )

    /// Whether a line is one number.
    let isNumber (line: Line) = line.Shape.Size = 1

    /// Where example e of an operand begins in a line of several; nothing where it has one for all.
    let exampleOf (line: Line) (operand: Line) : string =
        let size = operand.Shape.Extent.Size

        if operand.Shape.Count = 1 then ""
        elif operand.Shape.Count = line.Shape.Count then "e * " + string size
        else refuse line "it stretches a batch within a batch."

    /// Where the operand's part in element i of an elementwise line lies.
    let elementwiseIndex (line: Line) (operand: Line) : string =
        let size = line.Shape.Extent.Size

        if operand.Shape.Size = line.Shape.Size then "i"
        elif operand.Shape.Count = 1 then "i % " + string size
        elif operand.Shape.Count = line.Shape.Count then "i / " + string size
        else refuse line "it stretches a batch within a batch."

    /// Arguments put into a pattern.
    let fill (pattern: string) (mark: char) (arguments: string list) : string =
        List.fold (fun (text: string, i) (argument: string) -> text.Replace(string mark + string i, argument), i + 1) (pattern, 1) arguments
        |> fst

    /// A constant power; a name may be written twice.
    let power (x: string) (exponent: float) : string =
        let isName = x |> Seq.forall (fun c -> Char.IsLetterOrDigit c || c = '[' || c = ']')

        match exponent with
        | 2.0 when isName -> "(" + x + " * " + x + ")"
        | 3.0 when isName -> "(" + x + " * " + x + " * " + x + ")"
        | -1.0 -> "(1.0 / (" + x + "))"
        | 0.5 -> "Math.Sqrt(" + x + ")"
        | exponent -> "Math.Pow(" + x + ", " + Infix.number exponent + ")"

    /// The call of a function, whose own name a language may change.
    let apply (functionName: string -> string) (written: Written) (arguments: string list) : string =
        match written.Source with
        | Method pattern when pattern.Contains '#' -> fill pattern '#' arguments
        | Method name -> name + "(" + String.Join(", ", arguments) + ")"
        | _ -> functionName written.Name + "(" + String.Join(", ", arguments) + ")"

    /// The names of the arguments of functions that stand beside the methods.
    let parameters = [| "x"; "z"; "w" |]

    /// The call of a function; helpers are noted, those that they call before them.
    let rec private note (line: Line) (helpers: List<Written * Formula>) (formula: Formula) =
        let into = note line helpers

        match formula with
        | Formula.Operand _
        | Formula.Number _ -> ()
        | Formula.Plus(x, z)
        | Formula.Minus(x, z)
        | Formula.Times(x, z)
        | Formula.Over(x, z) ->
            into x
            into z
        | Formula.Guarded(_, x)
        | Formula.Opposite x
        | Formula.Power(x, _) -> into x
        | Formula.Choose(_, left, right, yes, no) -> List.iter into [ left; right; yes; no ]
        | Formula.Apply(written, arguments) ->
            List.iter into arguments

            match written.Source with
            | Method _ -> ()
            | Unwritten -> refuse line "nothing short computes it."
            | Helper body ->
                into body

                if not (helpers.Exists(fun (known, _) -> obj.ReferenceEquals(known, written))) then
                    helpers.Add((written, body))

    /// The functions that are written out beside the methods, each after those that it calls.
    let helpers (methods: Method list) : (Written * Formula) list =
        let found = List<Written * Formula>()

        for m in methods do
            for line in m.Listing.Lines do
                match line.Notation with
                | Notation.Elementwise formula -> note line found formula
                | _ -> ()

        List.ofSeq found

    /// The routines that the methods call, each once.
    let routines (methods: Method list) : Routine list =
        [
            for m in methods do
                for line in m.Listing.Lines do
                    match line.Notation with
                    | Notation.Routine(_, routine) -> routine
                    | _ -> ()
        ]
        |> List.distinctBy _.Name

    /// Whether any line is a matrix product.
    let multiplies (methods: Method list) precision : bool =
        methods
        |> List.exists (fun m ->
            m.Listing.Lines
            |> Array.exists (fun line ->
                match line.Notation with
                | Notation.Product _ -> (line.Precision = Precision.Single) = (precision = Precision.Single)
                | _ -> false))

    /// Whether any result, or any argument, is a matrix of several columns.
    let private hasMatrix (methods: Method list) =
        methods |> List.exists (fun m -> m.Results |> Array.exists (fun extent -> extent.Columns <> 1)),
        methods
        |> List.exists (fun m -> m.Listing.Lines[.. m.Listing.Inputs - 1] |> Array.exists (fun line -> line.Shape.Extent.Columns <> 1))

    /// Whether any result is a matrix of several columns.
    let givesMatrix methods = fst (hasMatrix methods)
    /// Whether any argument is one.
    let takesMatrix methods = snd (hasMatrix methods)

    /// The type of a value, of a type of numbers.
    let valueType (number: string) (extent: Extent) =
        if extent.IsScalar then number
        elif extent.Columns = 1 then number + "[]"
        else number + "[,]"

    /// The name of an argument; a matrix is unpacked into what bears the name itself.
    let argument (m: Method) i = m.Parameters[i] + (if m.Listing.Lines[i].Shape.Extent.Columns <> 1 then "Matrix" else "")

    /// The names of so many arguments.
    let arguments (m: Method) count = String.Join(", ", Array.init count (argument m))

    /// The types of the results.
    let resultTypes (number: Precision -> string) (m: Method) =
        m.Listing.Outputs |> Array.mapi (fun i place -> valueType (number m.Listing.Lines[place].Precision) m.Results[i])

    /// Where an element of a window lies, in terms of i and j.
    let index (view: View) : string =
        let term (stride: int) name count =
            if stride = 0 || count = 1 then ""
            elif stride = 1 then " + " + name
            elif stride = -1 then " - " + name
            elif stride < 0 then " - " + string -stride + " * " + name
            else " + " + string stride + " * " + name

        let terms = term view.RowStride "i" view.Rows + term view.ColumnStride "j" view.Columns

        if view.Offset <> 0 || terms = "" then string view.Offset + terms
        elif terms.StartsWith " + " then terms.Substring 3
        else "0" + terms

    /// The window that is all of an extent.
    let whole (extent: Extent) = View(0, 1, extent.Rows, extent.Rows, extent.Columns)

    let rec private usesMathNet (f: Formula) : bool =
        match f with
        | Formula.Operand _
        | Formula.Number _ -> false
        | Formula.Plus(x, z)
        | Formula.Minus(x, z)
        | Formula.Times(x, z)
        | Formula.Over(x, z) -> usesMathNet x || usesMathNet z
        | Formula.Guarded(_, x)
        | Formula.Opposite x
        | Formula.Power(x, _) -> usesMathNet x
        | Formula.Choose(_, left, right, yes, no) -> List.exists usesMathNet [ left; right; yes; no ]
        | Formula.Apply(written, arguments) ->
            List.exists usesMathNet arguments
            || match written.Source with
               | Method name -> name.StartsWith "MathNet"
               | Helper body -> usesMathNet body
               | Unwritten -> false

    let private lineUsesMathNet (line: Line) =
        match line.Notation with
        | Notation.Elementwise f -> usesMathNet f
        | Notation.Routine(_, routine) -> routine.CSharp.Contains "MathNet"
        | _ -> false

    /// What a file needs beside .NET.
    let needs (methods: Method list) =
        if methods |> List.exists (fun m -> Array.exists lineUsesMathNet m.Listing.Lines) then
            "It needs .NET and MathNet.Numerics."
        else
            "It needs nothing but .NET."
