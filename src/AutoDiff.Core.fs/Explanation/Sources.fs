namespace AutoDiff

open System
open System.Collections.Generic
open AutoDiff.Kernels

/// A program holds an operation that has no source of its own.
[<Sealed>]
type SourceException
    /// <summary>An exception that says what is wrong.</summary><param name="message">What is wrong, and what to do instead.</param>
    (message: string) =
    inherit NotSupportedException(message)

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
    let refuse (line: Line) reason =
        raise (
            SourceException(
                "There is no source for "
                + line.Primitive.Name
                + " ("
                + line.Primitive.Doc
                + "): "
                + reason
                + " Compute this function with Diff.Compile or Diff.CompileGradient."
            )
        )

    /// Whether a line is one number.
    let isNumber (line: Line) = line.Shape.Size = 1

    /// Fails where a line is more than one example, which source has no loops for.
    let requireOneExample (listing: Listing) (line: Line) =
        if line.Shape.Rank > 0 || line.Operands |> Array.exists (fun k -> k >= 0 && listing.Lines[k].Shape.Rank > 0) then
            refuse line "it works on a batch of examples."

    /// Fails where operands of an elementwise line are neither numbers nor of the shape of the result.
    let requireOneShape (listing: Listing) (line: Line) =
        for operand in line.Operands do
            let operand = listing.Lines[operand]

            if not (isNumber operand || operand.Shape.Equals line.Shape) then
                refuse line "it stretches a batch of examples."

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
