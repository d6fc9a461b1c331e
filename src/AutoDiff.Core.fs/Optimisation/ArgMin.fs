/// Minima as functions of parameters.
[<RequireQualifiedAccess>]
module internal AutoDiff.ArgMin

/// The x at which f(x, p) is least, as a function of p: minimised, then made exact by Newton's method on the gradient, for the derivative is
/// as good as the solution.
let argMin (optimizer: Optimizer | null) (f: 'X -> 'P -> Scalar) (start: 'X) (p: 'P) : 'X =
    let name = "ArgMin"
    let residual x p = Flat.join (Structure.results (Derivatives.grad name (fun x -> f x p) x))

    let find (residual: 'X -> 'P -> Node) (starts: Node[]) p =
        let extents = starts |> Array.map _.Shape.Extent
        let at (x: Node) = Structure.rebuild start (Flat.split extents x)
        let minimum = Minimization.minimize optimizer null (fun x -> f x p) (Structure.rebuild start starts)
        Root.newton name (fun v -> Vector(residual (at v.Node) p)) (Flat.join (Structure.leaves minimum.Point))

    Implicit.solution name find residual start p
