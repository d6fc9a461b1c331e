/// Roots of equations by Newton's method with halving of steps that do not lower the residual (J. E. Dennis, R. B. Schnabel, Numerical
/// Methods for Unconstrained Optimization and Nonlinear Equations, chapter 6), and fixed points by iteration.
[<RequireQualifiedAccess>]
module internal AutoDiff.Root

open System

let private norm (x: Node) = Array.fold (fun sum v -> sum + v * v) 0.0 (Read.floats (Interpreter.force x)) |> sqrt
let private unit (x: Node) = if x.Precision = Precision.Single then 5.9604644775390625e-08 else 1.1102230246251565e-16

let private newtonStep name (f: Vector -> Vector) (x: Node) (r: Node) : Node =
    if x.Shape.Extent.Size <= 300 then
        let jacobian = (Derivatives.jacobian name f (Vector x)).Node
        Solving.solve false jacobian (Factors.lu jacobian) r
    else
        let struct (_, pushforward) = Derivatives.linearize f (Vector x)
        (LinearSolve.ofFunction name pushforward (Vector r)).Node

let private noSolution name (x: Node) residual steps =
    raise (
        NoSolutionException(
            name
            + ": no solution was found in "
            + string steps
            + " steps from the start; the residual has the norm "
            + string residual
            + " at a point of norm "
            + string (norm x)
            + ". Start nearer, or check that the equation has a solution and its Jacobian is not singular there."
        )
    )

/// The longest part of a step, halved up to 30 times, that lowers the residual; None where none does.
let private damped (f: Vector -> Vector) (x: Node) (step: Node) size =
    Seq.init 30 (fun k -> Arithmetic.subtract x (Arithmetic.multiply (Node.plain (Math.ScaleB(1.0, -k))) step))
    |> Seq.map (fun x -> x, (f (Vector x)).Node)
    |> Seq.tryFind (fun (_, r) -> norm r < size)

/// The x where f is 0, to a few roundings, from a start.
let newton name (f: Vector -> Vector) (start: Node) : Node =
    let rec iterate steps (x: Node) (r: Node) =
        let size = norm r

        if size = 0.0 then
            x
        elif not (Double.IsFinite size) || steps = 100 then
            noSolution name x size steps
        else
            let step =
                try
                    newtonStep name f x r
                with :? SingularMatrixException ->
                    noSolution name x size steps

            let small = norm step <= 64.0 * unit x * (norm x + 1e-3)

            match damped f x step size with
            | Some(x, _) when small -> x
            | Some(x, r) -> iterate (steps + 1) x r
            // the residual is as small as rounding lets it be
            | None when norm step <= 1e6 * unit x * (norm x + 1e-3) -> x
            | None -> noSolution name x size steps

    iterate 0 start (f (Vector start)).Node

let private onVectors (f: Node -> Node) (v: Vector) : Vector = Vector(f v.Node)

/// The x with g(x, p) = 0, as a function of p.
let root (g: 'X -> 'P -> 'X) (start: 'X) (p: 'P) : 'X =
    let name = "Root"
    let residual x p = Flat.join (Structure.matching "Root: the result of the function" x (g x p))
    Implicit.solution name [| residual |] (fun functions start -> newton name (onVectors functions[0]) start) start p

/// The x with g(x, p) = x, as a function of p: iterated from the start, and by Newton's method where that is slow.
let fixedPoint (g: 'X -> 'P -> 'X) (start: 'X) (p: 'P) : 'X =
    let name = "FixedPoint"
    let next x p = Flat.join (Structure.matching "FixedPoint: the result of the function" x (g x p))
    let residual x p = Arithmetic.subtract (Flat.join (Structure.leaves x)) (next x p)

    let find (functions: (Node -> Node)[]) (start: Node) =
        let rec iterate steps (x: Node) =
            let change = functions[0] x
            let size = norm change

            if size <= 4.0 * unit x * norm x || size = 0.0 then
                Arithmetic.subtract x change
            elif steps = 200 || not (Double.IsFinite size) then
                newton name (onVectors functions[0]) (if Double.IsFinite size then x else start)
            else
                iterate (steps + 1) (Arithmetic.subtract x change)

        iterate 0 start

    Implicit.solution name [| residual |] find start p
