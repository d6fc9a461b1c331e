/// Rows picked by number and put back, and triangles. In a rule, xs are the operands.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Rearranging

open System
open AutoDiff.Kernels

/// Numbers of rows, and how many rows there are; equal where the numbers are.
type private Places = { Count: int; Rows: int[] }

let private check name (places: int[]) count =
    for place in places do
        if place < 0 || place >= count then
            raise (
                ArgumentOutOfRangeException(
                    "indices",
                    name + ": index " + string place + " is outside; there are " + string count + ", counted from 0."
                )
            )

/// Row places[i] of the operand as row i.
let gatherRows name (places: int[]) (x: Node) : Node =
    let count = x.Shape.Extent.Rows
    check name places count
    Node.apply1 (gatherRows' { Count = count; Rows = Array.copy places }) x

let private gatherRows' places =
    {
        Name = "gatherRows"
        Parameters = box places
        Doc = "rows picked by number, each as often as its number appears"
        Notation = Notation.byName
        Domain = [ Reals ]
        Special = [ [ 0.0 ] ]
        Kernel =
            Whole
                {
                    Infer = fun xs -> Ok(Extent.matrix places.Rows.Length xs[0].Columns)
                    CanFail = false
                    Evaluate =
                        { new WholeKernel() with
                            override _.IsRearrangement = true

                            override _.Example(example, xs, y) =
                                Rearrangement.GatherRows(ReadOnlySpan places.Rows, xs[0].Extent.Columns, xs[0].At example, y)
                        }
                }
        Derivative = Linear(fun _ ybar -> [ Node.apply1 (scatterRows' places) ybar ])
    }

/// So many rows of zeros, with row i of the operand added to row places[i].
let scatterRows name count (places: int[]) (x: Node) : Node =
    if count < 0 then
        raise (ArgumentOutOfRangeException("count", name + ": the count " + string count + " is negative."))

    check name places count
    let rows = x.Shape.Extent.Rows

    if places.Length <> rows then
        raise (
            ShapeException(name + ": " + string places.Length + " indices for " + string rows + " elements; there must be one for each.")
        )

    Node.apply1 (scatterRows' { Count = count; Rows = Array.copy places }) x

let private scatterRows' places =
    let targets =
        Last(fun (extent: Extent) -> [| Array.init extent.Size (fun i -> places.Rows[i % extent.Rows] + i / extent.Rows * places.Count) |])

    {
        Name = "scatterRows"
        Parameters = box places
        Doc = "zeros, with each row added to the row of a given number: the transpose of gatherRows"
        Notation = Notation.byName
        Domain = [ Reals ]
        Special = [ [ 0.0 ] ]
        Kernel =
            Whole
                {
                    Infer = fun xs -> Ok(Extent.matrix places.Count xs[0].Columns)
                    CanFail = false
                    Evaluate =
                        { new WholeKernel() with
                            override _.Example(example, xs, y) =
                                Rearrangement.ScatterRows(ReadOnlySpan places.Rows, xs[0].Extent.Columns, xs[0].At example, y)

                            override kernel.Examples(count, xs, extent, y) =
                                if WholeKernel.AreMany(count, extent) then
                                    WholeKernel.AddUp(targets.For xs[0].Extent, count, xs, extent, y)
                                else
                                    kernel.OneByOne(count, xs, extent, y)
                        }
                }
        Derivative = Linear(fun _ ybar -> [ Node.apply1 (gatherRows' places) ybar ])
    }

/// The elements on the main diagonal and below it, or above it, with zeros for the others.
let triangle lower (x: Node) : Node = Node.apply1 (triangle' lower) x

let private triangle' lower =
    {
        Name = "triangle"
        Parameters = box lower
        Doc = "the elements on the main diagonal and on one side of it, with zeros for the others"
        Notation = Notation.byName
        Domain = [ Reals ]
        Special = [ [ 0.0 ] ]
        Kernel =
            Whole
                {
                    Infer = fun xs -> Ok xs[0]
                    CanFail = false
                    Evaluate =
                        { new WholeKernel() with
                            override _.IsRearrangement = true

                            override _.Example(example, xs, y) = Rearrangement.Triangle(lower, xs[0].Extent.Rows, xs[0].At example, y)
                        }
                }
        Derivative = Linear(fun _ ybar -> [ triangle lower ybar ])
    }

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [
        Family.parameterised "gatherRows" (fun n m k ->
            gatherRows' { Count = n + 1; Rows = [| for i in 0..k -> i * i % (n + 1) |] }, [ Extent.matrix (n + 1) m ])
        Family.parameterised "scatterRows" (fun n m k ->
            scatterRows' { Count = n + 1; Rows = [| for i in 0..k -> i * i % (n + 1) |] }, [ Extent.matrix (k + 1) m ])
        Family.parameterised "triangle" (fun n m k -> triangle' (k % 2 = 0), [ Extent.matrix n m ])
    ]
