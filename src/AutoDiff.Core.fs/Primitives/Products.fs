/// Matrix products. In a rule, xs are the operands.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Products

open System
open AutoDiff.Kernels

/// Which operand is taken transposed, and whether an operand that is zero as a whole makes the result zero, whatever the other holds.
[<Struct>]
type private Form = { Left: bool; Right: bool; Strong: bool }

let private rowsOf transposed (x: Extent) = if transposed then x.Columns else x.Rows
let private columnsOf transposed (x: Extent) = if transposed then x.Rows else x.Columns

let private shapeOf form (extents: Extent[]) =
    let a, b = extents[0], extents[1]
    let name transposed (x: Extent) = if transposed then "the transpose of " + Extent.describe x else Extent.describe x

    if columnsOf form.Left a = rowsOf form.Right b then
        Ok(Extent.matrix (rowsOf form.Left a) (columnsOf form.Right b))
    else
        Error(
            "cannot multiply "
            + name form.Left a
            + " by "
            + name form.Right b
            + ": the inner sizes "
            + string (columnsOf form.Left a)
            + " and "
            + string (rowsOf form.Right b)
            + " differ. For the product element by element use PointwiseMultiply"
        )

let private kernel form =
    { new WholeKernel() with
        override kernel.Example(example, xs, y) =
            let a, b = xs[0], xs[1]

            if form.Strong && (SharedKernels.isZero a example || SharedKernels.isZero b example) then
                y.Clear()
            else
                let rows, columns, inner = rowsOf form.Left a.Extent, columnsOf form.Right b.Extent, columnsOf form.Left a.Extent
                Product.Multiply(form.Left, form.Right, rows, columns, inner, a.At example, b.At example, y)

        override kernel.Examples(count, xs, extent, y) =
            let a, b = xs[0], xs[1]
            let inner = columnsOf form.Left a.Extent

            // products with a factor of zeros are left out where they cost more than looking for it
            if form.Strong && extent.Size * inner > 64 then
                kernel.OneByOne(count, xs, extent, y)
            elif a.Stride = 0 && b.Stride > 0 && not form.Right && not form.Strong then
                // one shared left operand: all examples side by side are one product
                Product.Multiply(form.Left, false, extent.Rows, extent.Columns * count, inner, a.At 0, ReadOnlySpan b.Data, Span y)
            else
                let y = Span(y, 0, count * extent.Size)

                Product.MultiplyEach(
                    form.Left,
                    form.Right,
                    extent.Rows,
                    extent.Columns,
                    inner,
                    count,
                    ReadOnlySpan a.Data,
                    a.Stride,
                    ReadOnlySpan b.Data,
                    b.Stride,
                    y
                )

                if form.Strong then
                    for example in 0 .. count - 1 do
                        if SharedKernels.isZero a example || SharedKernels.isZero b example then
                            y.Slice(example * extent.Size, extent.Size).Clear()
    }

let private product' form =
    {
        Name = if form.Strong then "strongProduct" else "product"
        Parameters = box form
        Doc = "the matrix product, with either operand taken transposed"
        Notation = Notation.Product(form.Left, form.Right)
        Domain = [ Reals; Reals ]
        Special = []
        Kernel = Whole { Infer = shapeOf form; CanFail = false; Evaluate = kernel form }
        Derivative =
            Multilinear(
                (fun _ -> instance { form with Strong = true }),
                fun xs ybar ->
                    let a, b = xs[0], xs[1]

                    [
                        if form.Left then strong form.Right true b ybar else strong false (not form.Right) ybar b
                        if form.Right then strong true form.Left ybar a else strong (not form.Left) false a ybar
                    ]
            )
    }

let private forms =
    [|
        for left in [ false; true ] do
            for right in [ false; true ] do
                for strong in [ false; true ] -> { Left = left; Right = right; Strong = strong }
    |]

let private instances = forms |> Array.map product'

let private instance form = instances[(if form.Left then 4 else 0) + (if form.Right then 2 else 0) + (if form.Strong then 1 else 0)]

/// Which operands a product takes transposed; nothing for other primitives.
let turned (primitive: Primitive) : struct (bool * bool) voption =
    match primitive.Parameters with
    | :? Form as form -> ValueSome(struct (form.Left, form.Right))
    | _ -> ValueNone

/// Whether a product is only a vector taken so many times: one operand is a number, and the other is not turned.
let private scales left right (a: Node) (b: Node) =
    a.Shape.Extent.Columns = 1
    && b.Shape.Extent.Columns = 1
    && (b.Shape.Extent.IsScalar && not left || a.Shape.Extent.IsScalar && not right)

/// The product of two matrices, either taken transposed.
let product left right (a: Node) (b: Node) : Node =
    if scales left right a b then
        Arithmetic.multiply a b
    else
        Node.apply2 (instance { Left = left; Right = right; Strong = false }) a b

/// The same, but zero where an operand is zero as a whole: for rules.
let strong left right (a: Node) (b: Node) : Node =
    if scales left right a b then
        Arithmetic.strongBoth a b
    else
        Node.apply2 (instance { Left = left; Right = right; Strong = true }) a b

/// The dot product of two vectors: in float64 the sum of products, which becomes part of a loop; in float32 by a kernel that adds up in float64.
let dot (x: Node) (z: Node) : Node =
    if
        x.Shape.Extent.Equals z.Shape.Extent
        && x.Shape.Extent.Columns = 1
        && x.Precision = Precision.Double
        && z.Precision = Precision.Double
    then
        Reduction.sum (Arithmetic.multiply x z)
    else
        product true false x z

/// The outer product of two vectors: element (i, j) is x[i] z[j].
let outer (x: Node) (z: Node) : Node = product false true x z

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [
        for form in forms do
            let turn transposed rows columns = if transposed then Extent.matrix columns rows else Extent.matrix rows columns
            let p = instance form
            Family.whole p (fun n m k -> [ turn form.Left n k; turn form.Right k m ])
    ]
