/// Minima as functions of parameters.
[<RequireQualifiedAccess>]
module internal AutoDiff.ArgMin

open System

/// Refuses a point where the gradient is zero and the function falls off to a side: a maximum or a saddle. Where there are many unknowns
/// it is not looked at.
let private requireMinimum name (gradient: Vector -> Vector) (x: Node) =
    let n = x.Shape.Extent.Size

    if n <= 300 then
        let h = (Derivatives.jacobian name gradient (Vector x)).Node |> Interpreter.force |> Read.floats
        // as much as rounding in the second derivatives may take away
        let slack = 1e-6 * Array.fold (fun most v -> max most (abs v)) 0.0 h + Double.Epsilon
        let shifted = h |> Array.mapi (fun k v -> if k % (n + 1) = 0 then v + slack else v)

        try
            Factors.cholesky n shifted |> ignore
        with :? NotPositiveDefiniteException ->
            raise (
                NoSolutionException(
                    name
                    + ": the gradient is zero at the point found, but the function has no minimum there: its second derivatives are not positive. "
                    + "Start elsewhere."
                )
            )

/// The x at which f(x, p) is least, as a function of p: minimised, then made exact by Newton's method on the gradient, for the derivative is
/// as good as the solution.
let argMin (optimizer: Optimizer | null) (f: 'X -> 'P -> Scalar) (start: 'X) (p: 'P) : 'X =
    let name = "ArgMin"
    let residual x p = Flat.join (Structure.results (Derivatives.grad name (fun x -> f x p) x))

    let objective x p : Node = (f x p).Node
    let extents = Structure.leaves start |> Array.map _.Shape.Extent

    let find (functions: (Node -> Node)[]) (first: Node) =
        let loss (x: 'X) = Scalar(functions[1](Flat.join (Structure.leaves x)))
        let minimum = Minimization.minimize optimizer null loss (Structure.rebuild start (Flat.split extents first))
        let gradient (v: Vector) = Vector(functions[0] v.Node)
        let x = Root.newton name gradient (Flat.join (Structure.leaves minimum.Point))
        requireMinimum name gradient (Marks.stopGradient x)
        x

    Implicit.solution name [| residual; objective |] find start p
