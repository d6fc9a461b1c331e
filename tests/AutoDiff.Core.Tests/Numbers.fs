/// Numbers into nodes and out of them, and both modes on nodes.
[<RequireQualifiedAccess>]
module internal AutoDiff.Tests.Numbers

open System
open AutoDiff

/// A constant of these numbers.
let node (precision: Precision) (shape: Shape) (elements: float[]) : Node =
    let value =
        if precision = Precision.Single then
            Compute.ofElements (Array.map float32 elements)
        else
            Compute.ofElements (Array.copy elements)

    Node.ofValue shape precision value

/// The numbers of a node, in float64.
let floats (x: Node) : float[] = Read.floats (Interpreter.force x)

/// The tangents of the results of a function, which may have batch extents in addition.
let pushforward (batch: int[]) (f: Node[] -> Node[]) (xs: Node[]) (dxs: Node[]) : Node[] =
    Differentiation.under "pushforward" xs f (fun token aliases ys -> Differentiation.pushforward token aliases batch dxs ys)
    |> Differentiation.close

/// The cotangents of the arguments of a function, likewise.
let pullback (batch: int[]) (f: Node[] -> Node[]) (xs: Node[]) (ybars: Node[]) : Node[] =
    Differentiation.under "pullback" xs f (fun token aliases ys -> Differentiation.pullback token aliases batch ys ybars)
    |> Differentiation.close

/// Half the distance from 1 to the next number: the largest relative error of one rounding.
let unit (precision: Precision) = if precision = Precision.Single then Math.ScaleB(1.0, -24) else Math.ScaleB(1.0, -53)

/// The sum of the products.
let inner (x: float[]) (z: float[]) = Array.fold2 (fun sum a b -> sum + a * b) 0.0 x z

/// Whether two numbers are the same, NaN and NaN too; zeros of either sign count as one.
let same (x: float) (z: float) = x = z || (Double.IsNaN x && Double.IsNaN z)

/// Whether two numbers have the same bits; any NaN is like another.
let sameBits (x: float) (z: float) =
    BitConverter.DoubleToInt64Bits x = BitConverter.DoubleToInt64Bits z || (Double.IsNaN x && Double.IsNaN z)

/// Numbers in brackets, in full.
let text (xs: float[]) = "[" + String.Join("; ", xs |> Array.map (fun x -> x.ToString "R")) + "]"
