/// Lines of a listing for reading.
[<RequireQualifiedAccess>]
module internal AutoDiff.Explained

open System
open System.Globalization
open AutoDiff.Kernels

/// A shape in words.
let shape (shape: Shape) : string =
    let extent = shape.Extent

    let one =
        if extent.IsScalar then "scalar"
        elif extent.Columns = 1 then "vector " + string extent.Rows
        else "matrix " + string extent

    if shape.Rank = 0 then one else string shape.Count + " of " + one

/// The precision in which a line is computed, by name.
let precision (precision: Precision) : string = Precision.name (Precision.settled precision)

let private dialect (operand: int -> string) : Dialect =
    {
        Operand = operand
        Apply = fun written arguments -> Infix.small written.Name + "(" + String.Join(", ", arguments) + ")"
        Power = fun x exponent -> x + "^" + (if exponent < 0.0 then "(" + Infix.plainNumber exponent + ")" else Infix.plainNumber exponent)
        Choose = fun comparison left right yes no -> "if " + left + " " + comparison + " " + right + " then " + yes + " else " + no
        Computes = false
    }

/// The element that a window of one element shows, in brackets.
let private element (source: Extent) (view: View) =
    if source.Columns = 1 then
        "[" + string view.Offset + "]"
    else
        "[" + string (view.Offset % source.Rows) + ", " + string (view.Offset / source.Rows) + "]"

/// What tells primitives of one name apart, where that is a number.
let private parameter (primitive: Primitive) =
    match primitive.Parameters with
    | :? int as n -> "[" + string n + "]"
    | :? float as p -> "[" + Infix.plainNumber p + "]"
    | _ -> ""

let private call (line: Line) (operands: string[]) =
    line.Primitive.Name + parameter line.Primitive + "(" + String.Join(", ", operands) + ")"

/// What a line computes.
let operation (listing: Listing) (names: string[]) (line: Line) : string =
    let operands = Listing.needed line |> Array.map (fun k -> names[k])

    match line.Notation with
    | Notation.Elementwise formula -> Infix.write (dialect (fun i -> operands[i])) formula
    | Notation.Product(left, right) ->
        let turned isTransposed name = if isTransposed then "transpose(" + name + ")" else name
        turned left operands[0] + " * " + turned right operands[1]
    | Notation.Gather view when line.Shape.Size = 1 && listing.Lines[line.Operands[0]].Shape.Rank = 0 ->
        let source = listing.Lines[line.Operands[0]].Shape.Extent
        operands[0] + element source (view source)
    | _ -> call line operands

/// The numbers of a constant, or how many there are.
let constant (line: Line) (node: Node) : string =
    let elements = Read.floats (Interpreter.force node)

    if line.Shape.Size = 1 then
        Infix.plainNumber elements[0]
    elif line.Shape.Size <= 4 && line.Shape.Extent.Columns = 1 then
        "[" + String.Join(", ", Array.map Infix.plainNumber elements) + "]"
    else
        string elements.Length + " numbers"

/// A count with thousands separated.
let count (n: int64) : string = n.ToString("N0", CultureInfo.InvariantCulture)
