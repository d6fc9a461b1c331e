/// Of which elements of an operand the elements of a result are made, where the result is linear in it: told by what becomes of numbers.
[<RequireQualifiedAccess>]
module internal AutoDiff.Dependence

open System.Collections.Generic

/// The operand with its elements numbered from 1, as the numbers of a function of the numbering.
let private numbered (x: Node) (number: int -> float) : Node =
    Node.ofValue x.Shape Precision.Double (Compute.ofElements (Array.init x.Shape.Size (fun i -> number (i + 1))))

let private hash (i: int) = 1.0 + float ((int64 i * 2654435761L) % 1073741789L)

let private others (multilinear: bool) (x: Node) : Node =
    if multilinear then
        Node.ofValue x.Shape Precision.Double (Compute.ofElements (Array.create x.Shape.Size 1.0))
    else
        Node.zeros x.Shape Precision.Double

/// Which of so many numbered elements an element is by both numberings; -1 for zero, -2 for something else.
let private source (first: float[]) (second: float[]) size i =
    let k = int first[i]

    if first[i] = 0.0 && second[i] = 0.0 then -1
    elif float k = first[i] && k >= 1 && k <= size && second[i] = hash k then k - 1
    else -2

/// Which element of the operand at a place each element of a result is a copy of, -1 for none, where the result is linear in it (the
/// others being ones where it is linear in each by itself, else zeros); None where it is no rearrangement, which two different
/// numberings tell.
let copied multilinear (node: Node) place : int[] option =
    let apply number =
        let operands = node.Operands |> Array.mapi (fun i x -> if i = place then numbered x number else others multilinear x)
        Node.apply node.Primitive operands |> Interpreter.force |> Read.floats

    let first, second = apply float, apply hash
    let size = node.Operands[place].Shape.Size

    let sources = Array.init first.Length (source first second size)
    if Array.contains -2 sources then None else Some sources

/// Of which elements of the operand at a place each element of the result is made, where what is linear in it copies each element of a
/// cotangent to several places: the transpose of that.
let added (node: Node) place transpose : int[][] option =
    let ybar number = Node.ofValue node.Shape Precision.Double (Compute.ofElements (Array.init node.Shape.Size (fun i -> number (i + 1))))
    let zeros = node.Operands |> Array.map (fun x -> Node.zeros x.Shape Precision.Double)

    let back number =
        let xbar: Node = List.item place (transpose zeros (ybar number))

        if xbar.Shape.Equals node.Operands[place].Shape then
            Some(Read.floats (Interpreter.force xbar))
        else
            None

    match back float, back hash with
    | Some first, Some second ->
        let targets = Array.init first.Length (source first second node.Shape.Size)

        if Array.contains -2 targets then
            None
        else
            let found = Array.init node.Shape.Size (fun _ -> List<int>())

            targets
            |> Array.iteri (fun i target ->
                if target >= 0 then
                    found[target].Add i)

            Some(found |> Array.map _.ToArray())
    | _ -> None

/// So many numbers at most are asked for to see what is linear in an operand.
let private probes = 4_000_000

/// The same by trying each element of the operand by itself, where these are not too many.
let tried multilinear (node: Node) place : int[][] option =
    let x = node.Operands[place]
    let count, size = x.Shape.Size, node.Shape.Size

    if node.Shape.Rank > 0 || x.Shape.Rank > 0 || int64 count * int64 (max count size) > int64 probes then
        None
    else
        let units = Array.init (count * count) (fun k -> if k % (count + 1) = 0 then 1.0 else 0.0)
        let batch = Node.ofValue (Shape.batched [| count |] x.Shape.Extent) Precision.Double (Compute.ofElements units)
        let operands = node.Operands |> Array.mapi (fun i x -> if i = place then batch else others multilinear x)
        let y = Node.apply node.Primitive operands |> Interpreter.force |> Read.floats

        Some(
            Array.init size (fun i ->
                [|
                    for k in 0 .. count - 1 do
                        if y[k * size + i] <> 0.0 then
                            k
                |])
        )
