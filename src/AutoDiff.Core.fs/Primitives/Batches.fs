/// Primitives over batch extents, which the engine needs to fit cotangents and tangents; users' values have none. Batch axes are counted
/// from the innermost, so that an outer batch changes nothing.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Batches

let private position axis (shape: Shape) = shape.Rank - 1 - axis

let private withAxis axis extent (shape: Shape) = Shape.batched (Array.updateAt (position axis shape) extent shape.Batch) shape.Extent

/// Examples outside an axis, and the elements inside it by its extent: the operand as matrices whose rows are added up.
let private fold axis (shape: Shape) =
    let at = position axis shape
    let inner = Array.fold (*) shape.Extent.Size shape.Batch[at + 1 ..]
    Array.fold (*) 1 shape.Batch[.. at - 1], Extent.matrix inner shape.Batch[at]

/// The sum over a batch axis, which stays with extent 1.
let sumAxis axis (x: Node) : Node =
    if x.Shape.Batch[position axis x.Shape] = 1 then
        x
    else
        Node.apply1 (sumAxis' axis x.Shape.Batch[position axis x.Shape]) x

let private sumAxis' axis extent =
    {
        Name = "sumAxis"
        Parameters = box axis
        Doc = "the sum over a batch axis, which stays with extent 1"
        Notation = Notation.byName
        Domain = [ Reals ]
        Special = []
        Kernel = Across { Result = withAxis axis 1; Fold = fold axis; Evaluate = SharedKernels.rowSums }
        Derivative = Linear(fun _ ybar -> [ repeatAxis axis extent ybar ])
    }

/// A batch axis of extent 1, repeated.
let repeatAxis axis extent (x: Node) : Node = if extent = 1 then x else Node.apply1 (repeatAxis' axis extent) x

let private repeatAxis' axis extent =
    {
        Name = "repeatAxis"
        Parameters = box (struct (axis, extent))
        Doc = "a batch axis of extent 1, repeated"
        Notation = Notation.byName
        Domain = [ Reals ]
        Special = []
        Kernel = Across { Result = withAxis axis extent; Fold = fold axis; Evaluate = SharedKernels.repeatColumn extent }
        Derivative = Linear(fun _ ybar -> [ sumAxis axis ybar ])
    }

/// The same elements in the same order under another shape; batch extents outside the given ones stay.
let reshape (source: Shape) (target: Shape) (x: Node) : Node = if source.Equals target then x else Node.apply1 (reshape' source target) x

let private reshape' (source: Shape) (target: Shape) =
    {
        Name = "reshape"
        Parameters = box (struct (source, target))
        Doc = "the same elements in the same order under another shape"
        Notation = Notation.Unchanged
        Domain = [ Reals ]
        Special = []
        Kernel =
            Same(fun shape ->
                if shape.Rank < source.Rank then
                    invalidOp "reshape: the operand lacks batch extents."

                Shape.batched (Array.append shape.Batch[.. shape.Rank - source.Rank - 1] target.Batch) target.Extent)
        Derivative = Linear(fun _ ybar -> [ reshape target source ybar ])
    }

/// Batch extents put right below the outer ones so that a value of inner rank r stands where one of a higher rank is: extents of 1.
let align outer rank (x: Node) : Node = if outer = 0 then x else pad outer rank x

/// The largest number of batch extents among the operands of a node: what they are aligned to.
let operandRank (node: Node) : int =
    let mutable rank = 0

    for x in node.Operands do
        rank <- max rank x.Shape.Rank

    rank

let private pad outer rank (x: Node) : Node =
    let shape = x.Shape
    let inner = shape.Batch[outer..]

    if inner.Length >= rank then
        x
    else
        let padded = Array.append (Array.create (rank - inner.Length) 1) inner
        reshape (Shape.batched inner shape.Extent) (Shape.batched padded shape.Extent) x

/// What the cotangent of a result becomes at an operand that was stretched to fit: summed over what was stretched. The outermost batch
/// extents are those of the sweep and stay.
let sumTo outer (target: Shape) (xbar: Node) : Node =
    if obj.ReferenceEquals(xbar.Shape, target) then
        xbar
    else
        let xbar = if target.Extent.IsScalar then Reduction.sum xbar else xbar
        let inner = xbar.Shape.Rank - outer
        let stretched axis = axis >= target.Rank || target.Batch[target.Rank - 1 - axis] = 1
        let summed = [ 0 .. inner - 1 ] |> List.filter stretched |> List.fold (fun xbar axis -> sumAxis axis xbar) xbar

        if inner = target.Rank then
            summed
        else
            let ones = Array.append (Array.create (inner - target.Rank) 1) target.Batch
            reshape (Shape.batched ones target.Extent) target summed

/// A tangent that was not stretched with its result, stretched: rules of linear primitives leave out what has no tangent.
let expandTo outer (target: Shape) (dy: Node) : Node = if obj.ReferenceEquals(dy.Shape, target) then dy else stretchTo outer target dy

let private stretchTo outer (target: Shape) (dy: Node) : Node =
    let dy = if dy.Shape.Extent.IsScalar then Reduction.fill target.Extent dy else dy

    let stretch (dy: Node) axis =
        let extent = target.Batch[target.Rank - 1 - axis]
        if dy.Shape.Batch[position axis dy.Shape] = extent then dy else repeatAxis axis extent dy

    Seq.fold stretch (pad outer target.Rank dy) (seq { 0 .. target.Rank - 1 })

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [
        Family.batched "sumAxis" (fun n m k -> sumAxis' 0 n, [ Shape.batched [| n |] (Extent.matrix m k) ])
        Family.batched "repeatAxis" (fun n m k -> repeatAxis' 0 n, [ Shape.batched [| 1 |] (Extent.matrix m k) ])
        Family.parameterised "reshape" (fun n m _ ->
            reshape' (Shape.one (Extent.matrix n m)) (Shape.one (Extent.vector (n * m))), [ Extent.matrix n m ])
    ]
