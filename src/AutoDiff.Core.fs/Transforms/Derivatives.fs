/// Derivatives of functions of structures: the nodes of a structure out, the steps of a differentiation on them, and back.
[<RequireQualifiedAccess>]
module internal AutoDiff.Derivatives

/// Runs a function of a structure under a differentiation.
let private under name (f: 'T -> 'U) (x: 'T) (andThen: Token -> Node[] -> 'U -> 'S) : 'S =
    Differentiation.under name (Structure.leaves x) (fun aliases -> f (Structure.rebuild x aliases)) andThen

/// A tangent or cotangent in the precision of what it belongs to, where it is a plain number.
let private settle (x: Node) (dx: Node) : Node =
    if dx.Precision = Precision.Weak then
        Node.number (Precision.settled x.Precision) dx.Value.Number
    else
        dx

/// The roots, and the cotangents of the arguments for a cotangent of one at the first root.
let private gradients: Reuse.Transform =
    {
        Name = "gradient"
        Apply =
            fun token aliases roots ->
                Differentiation.pullback token aliases [||] [| roots[0] |] [| Node.one roots[0].Precision |] |> Array.append roots
    }

/// The results, and their tangents for a tangent of each argument: roots are results, then tangents.
let private tangents: Reuse.Transform =
    {
        Name = "tangent"
        Apply =
            fun token aliases roots ->
                let ys, dxs = roots |> Array.splitAt (roots.Length - aliases.Length)
                Differentiation.pushforward token aliases [||] dxs ys |> Array.append ys
    }

/// Applies a transform under a differentiation: by a plan kept from earlier calls where there is one.
let private transformedInto rent (transform: Reuse.Transform) token aliases roots : Node[] =
    match Reuse.tryRun transform token aliases roots rent with
    | null -> transform.Apply token aliases roots
    | known -> known

let private transformed transform token aliases roots = transformedInto Plan.NewArray transform token aliases roots

/// The value, the gradient, and what else the function computed.
let gradWithAux name (f: 'T -> struct (Scalar * 'A)) (x: 'T) : struct (Scalar * 'T * 'A) =
    let aux, count, results =
        under name f x (fun token aliases (struct (y, aux)) ->
            let roots = Array.append [| y.Node |] (Structure.results aux)
            aux, roots.Length, transformed gradients token aliases roots)

    let values, bars = Differentiation.close results |> Array.splitAt count
    struct (Scalar values[0], Structure.rebuild x bars, Structure.rebuild aux values[1..])

let valueAndGrad name (f: 'T -> Scalar) (x: 'T) : struct (Scalar * 'T) =
    let results =
        Differentiation.close (under name f x (fun token aliases y -> transformed gradients token aliases [| y.Node |]))

    struct (Scalar results[0], Structure.rebuild x results[1..])

/// Value and gradient at a point whose numbers are lent for the while: the nodes that show them are added to the borrowers. Where a kept
/// plan computes it the gradient is in arrays that rent gives.
let lentValueAndGrad name (f: 'T -> Scalar) borrowers rent (x: 'T) : struct (Node * Node[]) =
    let struct (y, results) =
        Differentiation.underLent
            name
            borrowers
            (Structure.leaves x)
            (fun aliases -> f (Structure.rebuild x aliases))
            (fun token aliases y -> struct (y.Node, transformedInto rent gradients token aliases [| y.Node |]))

    let closed = Differentiation.close results

    // who kept the value from within the function can read it
    if closed[0].HasValue && not y.HasValue then
        y.Keep closed[0].Value

    struct (closed[0], closed[1..])

let grad name (f: 'T -> Scalar) (x: 'T) : 'T =
    Differentiation.close (under name f x (fun token aliases y -> (transformed gradients token aliases [| y.Node |])[1..]))
    |> Structure.rebuild x

/// The value, and its tangent along a direction.
let jvp (f: 'T -> 'U) (x: 'T) (dx: 'T) : struct ('U * 'U) =
    let dxs = Array.map2 settle (Structure.leaves x) (Structure.matching "The tangent" x dx)

    let y, results =
        under "Jvp" f x (fun token aliases y -> y, transformed tangents token aliases (Array.append (Structure.results y) dxs))

    let ys, dys = Differentiation.close results |> Array.splitAt (results.Length / 2)
    struct (Structure.rebuild y ys, Structure.rebuild y dys)

/// Runs a function once and keeps the numbers of its results at their nodes: for maps that walk over them many times afterwards.
let private run name (f: 'T -> 'U) (x: 'T) =
    let token, aliases, y, ys = under name f x (fun token aliases y -> token, aliases, y, Structure.results y)

    for node in ys do
        if isNull (Trace.live node.Trace) then
            Interpreter.force node |> ignore

    token, aliases, y, ys

/// A map on leaves that stays open while it is built, closed into a structure like a pattern.
let private onLeaves name (pattern: 'V) (map: Node[] -> Node[]) (leaves: Node[]) : 'V =
    Differentiation.under name leaves id (fun _ leaves _ -> map leaves)
    |> Differentiation.close
    |> Structure.rebuild pattern

/// The value, with its numbers kept at its nodes, and the map from cotangents of the result to those of the argument.
let vjp (f: 'T -> 'U) (x: 'T) : struct ('U * ('U -> 'T)) =
    let token, aliases, y, ys = run "Vjp" f x

    let pullback ybar =
        Array.map2 settle ys (Structure.matching "The cotangent" y ybar)
        |> onLeaves "Vjp" x (Differentiation.pullback token aliases [||] ys)

    struct (Structure.rebuild y (Differentiation.close ys), pullback)

/// The value, with its numbers kept at its nodes, and the map from tangents of the argument to those of the result.
let linearize (f: 'T -> 'U) (x: 'T) : struct ('U * ('T -> 'U)) =
    let leaves = Structure.leaves x
    let token, aliases, y, ys = run "Linearize" f x

    let pushforward dx =
        Array.map2 settle leaves (Structure.matching "The tangent" x dx)
        |> onLeaves "Linearize" y (fun dxs -> Differentiation.pushforward token aliases [||] dxs ys)

    struct (Structure.rebuild y (Differentiation.close ys), pushforward)

/// The unit vectors of a vector, as a batch.
let private units (x: Node) : Node =
    let n = x.Shape.Extent.Size
    let shape = Shape.batched [| n |] (Extent.vector n)

    let value =
        if x.Precision = Precision.Single then
            Compute.ofElements (Array.init (n * n) (fun k -> if k % (n + 1) = 0 then 1.0f else 0.0f))
        else
            Compute.ofElements (Array.init (n * n) (fun k -> if k % (n + 1) = 0 then 1.0 else 0.0))

    Node.ofValue shape (Precision.settled x.Precision) value

/// A batch of vectors as the columns of a matrix.
let private asColumns count rows (batch: Node) : Node =
    Batches.reshape (Shape.batched [| count |] (Extent.vector rows)) (Shape.one (Extent.matrix rows count)) batch

let private forwardJacobian token (x: Node) (y: Node) : Node =
    let n, m = x.Shape.Extent.Size, y.Shape.Extent.Size
    (Differentiation.pushforward token [| x |] [| n |] [| units x |] [| y |])[0] |> asColumns n m

let private reverseJacobian token (x: Node) (y: Node) : Node =
    let n, m = x.Shape.Extent.Size, y.Shape.Extent.Size
    (Differentiation.pullback token [| x |] [| m |] [| y |] [| units y |])[0] |> asColumns m n |> Indexing.transpose

/// Fewer directions are not worth looking for.
let private fewest = 32

/// The Jacobian by few directions, where it has few elements: in a recording alone, which looks for them once and for all.
let private tryCompressed isReverse token (x: Node) (y: Node) : Node voption =
    let n, m = x.Shape.Extent.Size, y.Shape.Extent.Size
    let mayCompress = min n m >= fewest && x.Shape.Rank = 0 && y.Shape.Rank = 0 && Trace.isRecorded x.Trace

    match (if mayCompress then Sparsity.tryPattern token x y (int64 n * int64 m / 8L) else ValueNone) with
    | ValueNone -> ValueNone
    | ValueSome pattern ->
        let plan = Compression.by isReverse n pattern

        match (if plan.Count <= min n m / 4 then Compression.sweep token x y plan else None) with
        | None -> ValueNone
        | Some swept ->
            let source = Compression.source n plan
            let sources = plan.Pattern |> Array.mapi (fun i row -> row |> Array.map (source i)) |> Array.concat
            let places = plan.Pattern |> Array.mapi (fun i row -> row |> Array.map (fun j -> i + j * m)) |> Array.concat

            swept
            |> Batches.reshape swept.Shape (Shape.one (Extent.vector swept.Shape.Size))
            |> Rearranging.gatherRows "Jacobian" sources
            |> Rearranging.scatterRows "Jacobian" (n * m) places
            |> Batches.reshape (Shape.one (Extent.vector (n * m))) (Shape.one (Extent.matrix m n))
            |> ValueSome

/// The Jacobian of the first root: all directions at once.
let private allDirections name (isReverse: Node -> Node -> bool) : Reuse.Transform =
    {
        Name = name
        Apply =
            fun token aliases roots ->
                let x, y = aliases[0], roots[0]
                [| (if isReverse x y then reverseJacobian token x y else forwardJacobian token x y) |]
    }

let private hasFewerResults (x: Node) (y: Node) = y.Shape.Extent.Size < x.Shape.Extent.Size
let private byArguments = allDirections "columns" (fun _ _ -> false)
let private byResults = allDirections "rows" (fun _ _ -> true)
let private byFewer = allDirections "columns or rows" hasFewerResults

let private jacobianBy name (f: Vector -> Vector) (x: Vector) (jacobian: Token -> Node[] -> Node -> Node[]) : Matrix =
    Matrix(Array.head (Differentiation.close (under name f x (fun token aliases y -> jacobian token aliases y.Node))))

/// All directions at once, one for each element of x.
let jacobianForward name f x = jacobianBy name f x (fun token aliases y -> transformed byArguments token aliases [| y |])

/// All directions at once, one for each element of the result.
let jacobianReverse name f x = jacobianBy name f x (fun token aliases y -> transformed byResults token aliases [| y |])

/// By a mode: as few directions as find the numbers, or all of them.
let private jacobianOf (isReverse: Node -> Node -> bool) transform token (aliases: Node[]) y =
    match tryCompressed (isReverse aliases[0] y) token aliases[0] y with
    | ValueSome jacobian -> [| jacobian |]
    | ValueNone -> transformed transform token aliases [| y |]

/// By the mode that has fewer directions.
let jacobian name f x = jacobianBy name f x (jacobianOf hasFewerResults byFewer)

/// The second derivatives over the flattened leaves.
let hessian (f: 'T -> Scalar) (x: 'T) : Matrix =
    let leaves = Structure.leaves x
    let extents = leaves |> Array.map _.Shape.Extent

    let gradient (v: Vector) =
        let at = Structure.rebuild x (Flat.split extents v.Node)
        Vector(Flat.join (Structure.results (grad "Hessian" f at)))

    jacobianBy "Hessian" gradient (Vector(Flat.join leaves)) (jacobianOf (fun _ _ -> false) byArguments)

/// The Hessian times a direction: the tangent of the gradient.
let hessianVectorProduct (f: 'T -> Scalar) (x: 'T) (direction: 'T) : 'T =
    let struct (_, product) = jvp (grad "HessianVectorProduct" f) x direction
    product

/// The values of a function, kept, and its Jacobian matrix over the flattened leaves, by the mode that has fewer directions, when asked for;
/// the function runs once.
let residuals name (f: 'T -> Vector) (x: 'T) : struct (Node * (unit -> Node)) =
    let leaves = Structure.leaves x
    let extents = leaves |> Array.map _.Shape.Extent
    let flat (v: Vector) = f (Structure.rebuild x (Flat.split extents v.Node))
    let token, aliases, _, ys = run name flat (Vector(Flat.join leaves))

    let jacobian () =
        let mode = if ys[0].Shape.Extent.Size < aliases[0].Shape.Extent.Size then reverseJacobian else forwardJacobian
        Array.head (Differentiation.close [| mode token aliases[0] ys[0] |])

    struct (Array.head (Differentiation.close [| ys[0] |]), jacobian)
