/// Numbers out of values, and back into them. Always copies: nobody can change what a graph holds.
[<RequireQualifiedAccess>]
module internal AutoDiff.Read

open System
open System.Globalization

/// A test of two numbers that decided how a function goes on.
[<ReferenceEquality>]
type Decision =
    {
        Test: float -> float -> int
        Left: Node
        Right: Node
        /// What the test gave.
        Outcome: int
    }

let private note (trace: Trace | null) (decision: Decision) =
    match trace with
    | null -> ()
    | trace ->
        for token in trace.Tokens do
            match token.Decisions with
            | NonNull decisions when not token.IsOver -> decisions.Add decision
            | _ -> ()

/// The outcome of a test of two numbers: allowed while a differentiation runs, and noted by recordings.
let decide (test: float -> float -> int) (x: Node) (z: Node) : int =
    let outcome = test (Interpreter.force x).Number (Interpreter.force z).Number

    if not (isNull x.Trace && isNull z.Trace) then
        let decision = { Test = test; Left = x; Right = z; Outcome = outcome }
        note x.Trace decision

        if not (obj.ReferenceEquals(x.Trace, z.Trace)) then
            note z.Trace decision

    outcome

let private frozen (node: Node) (token: Token) =
    TracedValueException(
        "This value ("
        + Extent.describe node.Shape.Extent
        + ") depends on the argument of a function that "
        + token.Name
        + " records: its number would be frozen into what is compiled. Comparisons of Scalars such as x > 0 are fine, and Maths.Where chooses "
        + "element by element; what else needs the number itself belongs outside the compiled function."
    )

let private withoutNumber (node: Node) (token: Token) =
    TracedValueException(
        "This value ("
        + Extent.describe node.Shape.Extent
        + ") has no number: it is computed from an input of a function that "
        + token.Name
        + " records once for all inputs. To choose by it, use Diff.If or Maths.Where instead of if; to read "
        + "an element or a row by it, At or RowAt."
    )

/// The numbers of a node for printing and for comparisons of arrays: allowed while a differentiation runs.
let peek (node: Node) : Value =
    match Trace.blocking node.Trace with
    | NonNull token when token.Kind = TokenKind.Recording && Interpreter.isComputable node -> raise (frozen node token)
    | _ -> Interpreter.force node

/// The numbers of a node for the user. Refused where the value depends on the argument of a running differentiation: a number that was
/// taken out of it and put back in would have lost its derivative.
let value (node: Node) : Value =
    match Trace.blocking node.Trace with
    | null -> Interpreter.force node
    | token when token.Kind = TokenKind.Recording ->
        raise (if Interpreter.isComputable node then frozen node token else withoutNumber node token)
    | token ->
        raise (
            TracedValueException(
                "This value ("
                + Extent.describe node.Shape.Extent
                + ") depends on the argument of a running "
                + token.Name
                + ": reading its number would silently cut the derivative. Compute with the value itself (comparisons such as x > 0 are fine); "
                + "if the number is to count as a constant, read StopGradient(x) instead."
            )
        )

/// The elements of a value as float64, in a new array.
let floats (value: Value) : float[] =
    match value.Data with
    | null -> [| value.Number |]
    | :? (float32[]) as data -> Array.map float data
    | data -> Array.copy (downcast data: float[])

/// The elements of a value as float32, in a new array; float64 is rounded.
let singles (value: Value) : float32[] =
    match value.Data with
    | null -> [| float32 value.Number |]
    | :? (float[]) as data -> Array.map float32 data
    | data -> Array.copy (downcast data: float32[])

/// A number as a precision prints it.
let format (precision: Precision) (format: string | null) (provider: IFormatProvider | null) (number: float) : string =
    let provider: IFormatProvider =
        match provider with
        | null -> CultureInfo.InvariantCulture
        | provider -> provider

    if precision = Precision.Single then
        (float32 number).ToString(format, provider)
    else
        number.ToString(format, provider)

/// The elements of a node as text, column by column; None where it has no numbers.
let text (node: Node) (formatting: string | null) provider : string[] option =
    if Interpreter.isComputable node then
        Some(floats (peek node) |> Array.map (format node.Precision formatting provider))
    else
        None

/// A matrix of MathNet's or a two-dimensional array in column order.
let columnMajor rows columns (at: int -> int -> 'T) : 'T[] = Array.init (rows * columns) (fun k -> at (k % rows) (k / rows))
