/// What solvers ask of a function, made of the function alone: value, gradient, Hessians and residuals on leaves.
[<RequireQualifiedAccess>]
module internal AutoDiff.FunctionsOf

open System
open System.Collections.Generic

/// Value and gradient of a function that runs at each point. Where arrays are used again, those of the point are only lent to it.
let private running (f: 'T -> Scalar) (start: 'T) (arena: Arena) (leaves: Node[]) : struct (Node * Node[]) =
    if arena.IsReusing then
        let borrowers = List<obj>(leaves |> Seq.map (fun leaf -> leaf :> obj))
        let result = Derivatives.lentValueAndGrad "Minimize" f borrowers arena.Rent (Structure.rebuild start leaves)

        for leaf in leaves do
            match leaf.Value.Data with
            | null -> ()
            | data -> arena.Lend(data, borrowers)

        result
    else
        let struct (value, gradient) = Derivatives.valueAndGrad "Minimize" f (Structure.rebuild start leaves)
        struct (value.Node, Structure.leaves gradient)

/// Value and gradient of a function that is known to be pure, by what is recorded of it once.
let private recorded (f: 'T -> Scalar) (start: 'T) : Arena -> Node[] -> struct (Node * Node[]) =
    let compiled = lazy Compiled.gradient "Minimize" f start

    fun arena leaves ->
        let gradient = arena.Floats compiled.Value.Count
        let value = compiled.Value.Evaluate(ReadOnlySpan(Leaf.flattenWith arena leaves), Span gradient)
        struct (Node.number Precision.Double value, Leaf.unflattenWith arena leaves gradient)

/// The Hessian of a function where few directions find all its elements.
let private sparseHessian (f: 'T -> Scalar) (start: 'T) (leaves: Node[]) : SparseSymmetric option =
    let extents = leaves |> Array.map _.Shape.Extent
    let flat x = (f (Structure.rebuild start (Flat.split extents x))).Node

    SparseHessian.tryEvaluate flat (Flat.join leaves)
    |> Option.map (fun rows -> { Starts = rows.Starts; Columns = rows.Columns; Values = rows.Values })

/// Of a function from a structure to a number.
let scalar (f: 'T -> Scalar) (leaves: Node[]) (start: 'T) : Functions =
    let at leaves = Structure.rebuild start leaves

    let functions =
        {
            Gradient = running f start
            Hessian = fun leaves -> Read.floats (Interpreter.force (Derivatives.hessian f (at leaves)).Node)
            SparseHessian = sparseHessian f (at leaves)
            Product =
                fun leaves ->
                    let struct (_, pushforward) = Derivatives.linearize (Derivatives.grad "Minimize" f) (at leaves)
                    fun direction -> at (Leaf.unflatten leaves direction) |> pushforward |> Structure.leaves |> Leaf.flatten
            Residuals = ValueNone
            Loss = RobustLoss.Squares
            IsExhausted = fun () -> false
            IsChanging = false
            Epochs = fun () -> 0
        }

    match box f with
    | :? CompiledFunction<'T, Scalar> as compiled when leaves |> Array.forall (fun leaf -> leaf.Precision = Precision.Double) ->
        let f = compiled.Original
        let hessian = Compiled.functionOf "Minimize" (Derivatives.hessian f)

        let product = Compiled.functionOf "Minimize" (fun (x, direction) -> Derivatives.hessianVectorProduct f x direction)

        { functions with
            Gradient = recorded f (at leaves)
            Hessian = fun leaves -> Read.floats (hessian (at leaves)).Node.Value
            Product = fun leaves direction -> product (at leaves, at (Leaf.unflatten leaves direction)) |> Structure.leaves |> Leaf.flatten
        }
    | _ -> functions

/// Of the sum of squares of residuals, with the residuals themselves.
let sumOfSquares (residuals: 'T -> Vector) (loss: RobustLoss) (leaves: Node[]) (start: 'T) : Functions =
    let numbers (node: Node) = Read.floats (Interpreter.force node)

    let terms leaves =
        let struct (r, jacobian) = Derivatives.residuals "LeastSquares" residuals (Structure.rebuild start leaves)
        struct (numbers r, (fun () -> numbers (jacobian ())))

    { scalar (fun x -> let r = residuals x in r * r) leaves start with
        Residuals = ValueSome terms
        Loss = loss
    }
