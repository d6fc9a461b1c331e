/// A function as an objective of MathNet's minimisers, with its exact gradient and Hessian.
[<RequireQualifiedAccess>]
module internal AutoDiff.MathNetObjective

open MathNet.Numerics.Optimization

let private toVector (x: MathNet.Numerics.LinearAlgebra.Vector<float>) = Vector(x.ToArray())

let ofFunction (f: Vector -> Scalar) : IObjectiveFunction =
    ObjectiveFunction.GradientHessian(
        (fun x -> let struct (value, _) = Derivatives.valueAndGrad "ObjectiveFunction" f (toVector x) in value.Value),
        (fun x -> (Derivatives.grad "ObjectiveFunction" f (toVector x)).ToMathNet()),
        (fun x -> (Derivatives.hessian f (toVector x)).ToMathNet())
    )
