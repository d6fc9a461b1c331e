/// Third derivatives of the elementwise functions, and of some of whole vectors, against numbers computed with hundreds of digits: see tests/Reference.
module AutoDiff.Tests.ThirdDerivativeTests

open System
open System.IO
open Xunit
open AutoDiff

type private Row = { Function: string; Parameter: string; Operands: float[]; Third: float[]; Text: string }

let private parse (line: string) =
    let fields = line.Split ';'

    {
        Function = fields[0]
        Parameter = fields[1]
        Operands = ReferenceTests.numbers fields[2]
        Third = ReferenceTests.numbers fields[4]
        Text = line
    }

let private rows =
    lazy
        (File.ReadLines(Path.Combine(AppContext.BaseDirectory, "thirds.csv"))
         |> Seq.skip 1
         |> Seq.map parse
         |> Seq.toArray
         |> Array.groupBy _.Function
         |> dict)

/// Rows that do not agree, with the reason: by function, parameter and operands.
let private limits: System.Collections.Generic.IDictionary<string, string> =
    dict
        [
            "pow;;2.0 -1074.0", "powers of x underflow where their multiples by z do not"
            "normalPdf;;1e+200", "a polynomial overflows beside the density, which is 0"
        ]

let private keyOf (row: Row) = let fields = row.Text.Split ';' in fields[0] + ";" + fields[1] + ";" + fields[2]

/// All third derivatives, the last variable running fastest: gradients of the elements of the Hessian.
let private thirds (row: Row) : float[] =
    let value = ReferenceTests.weighted (ReferenceTests.functionOf row.Function row.Parameter)

    let xs =
        if ReferenceTests.isWhole row.Function then
            [| Matrix(Node.ofFloats (Extent.vector row.Operands.Length) row.Operands) |]
        else
            row.Operands |> Array.map (fun x -> Matrix(Node.number Precision.Double x))

    [|
        for i in 0 .. row.Operands.Length - 1 do
            for j in 0 .. row.Operands.Length - 1 do
                yield! ReferenceTests.flat (Diff.grad (fun (xs: Matrix[]) -> (Diff.hessian value xs)[i, j]) xs)
    |]

let private check (row: Row) =
    match ReferenceTests.misses "third" 1e-12 0.0 row.Third (thirds row), limits.ContainsKey(keyOf row) with
    | [], true -> Some(row.Text + "\n  agrees again: take it off the list of limits")
    | [], false
    | _, true -> None
    | found, false -> Some(row.Text + "\n  " + String.Join("\n  ", found))

/// The functions of the table, by name.
let functions () = [| for name in rows.Value.Keys -> [| box name |] |]

[<Theory; MemberData(nameof functions)>]
let ``third derivatives agree with the reference`` (name: string) =
    let failures = rows.Value[name] |> Array.choose check

    Assert.True(
        failures.Length = 0,
        string failures.Length + " of " + string rows.Value[name].Length + " rows:\n" + String.Join("\n", failures)
    )
