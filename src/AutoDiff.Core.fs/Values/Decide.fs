/// Decisions on numbers: allowed while a differentiation runs, and noted by recordings.
[<RequireQualifiedAccess>]
module internal AutoDiff.Decide

open System
open System.Collections

/// Whether a test of two numbers holds.
let both (test: float -> float -> bool) (x: Node) (z: Node) : bool = Read.decide (fun x z -> if test x z then 1 else 0) x z = 1

/// Whether a test of one number holds.
let is (test: float -> bool) (x: Node) : bool = both (fun x _ -> test x) x x

/// The same, without more ado where nobody can be noting it.
let inline private quickly ([<InlineIfLambda>] test: float -> float -> bool) (x: Node) (z: Node) : bool =
    if isNull x.Trace && isNull z.Trace then
        test (Interpreter.force x).Number (Interpreter.force z).Number
    else
        both (fun x z -> test x z) x z

// By IEEE's rules for NaN.
let equal (x: Node) (z: Node) : bool = quickly (fun x z -> x = z) x z
let notEqual (x: Node) (z: Node) : bool = quickly (fun x z -> x <> z) x z
let less (x: Node) (z: Node) : bool = quickly (fun x z -> x < z) x z
let lessOrEqual (x: Node) (z: Node) : bool = quickly (fun x z -> x <= z) x z
let greater (x: Node) (z: Node) : bool = quickly (fun x z -> x > z) x z
let greaterOrEqual (x: Node) (z: Node) : bool = quickly (fun x z -> x >= z) x z

/// A comparer's order. F#'s own comparers throw where one of the numbers is NaN, which is noted as an outcome of its own.
let by (comparer: IComparer) (x: Node) (z: Node) : int =
    let test (x: float) (z: float) =
        try
            comparer.Compare(box x, box z)
        with _ ->
            Int32.MinValue

    match Read.decide test x z with
    | Int32.MinValue -> comparer.Compare(box (Interpreter.force x).Number, box (Interpreter.force z).Number)
    | order -> order

/// The order that sorts NaN first, as double.CompareTo.
let compare (x: Node) (z: Node) : int = Read.decide (fun (x: float) z -> sign (x.CompareTo z)) x z

/// Equality that holds NaN equal to itself, as double.Equals.
let same (x: Node) (z: Node) : bool = both (fun (x: float) z -> x.Equals z) x z
