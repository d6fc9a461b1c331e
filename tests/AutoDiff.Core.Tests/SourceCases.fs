namespace AutoDiff.Tests

open System
open AutoDiff

/// A function with what it and its derivatives are at a point.
type internal SourceCase =
    {
        Name: string
        Program: DerivativeProgram
        Arguments: objnull[]
        /// F# expressions of the arguments.
        Written: string
        Value: float[]
        Gradient: float[]
        Hessian: float[]
    }

/// Functions that have source, each of another kind.
[<RequireQualifiedAccess>]
module internal SourceCases =
    let private text (x: float) = if Double.IsNaN x then "nan" else Infix.number x

    /// The numbers of a matrix, row by row.
    let rows (m: Matrix) : float[] =
        [|
            for i in 0 .. m.RowCount - 1 do
                for j in 0 .. m.ColumnCount - 1 -> m[i, j].Value
        |]

    let private ofScalar name (f: Scalar -> Scalar) (x: float) =
        {
            Name = name
            Program = Diff.explain f (Scalar 0.75)
            Arguments = [| box x |]
            Written = text x
            Value = [| (f (Scalar x)).Value |]
            Gradient = [| (Diff.grad f (Scalar x)).Value |]
            Hessian = rows (Diff.hessian f (Scalar x))
        }

    let private ofVector name (f: Vector -> Scalar) (x: float[]) =
        {
            Name = name
            Program = Diff.explain f (Vector(Array.map (fun x -> 0.5 * x + 0.25) x))
            Arguments = [| box x |]
            Written = "[| " + String.Join("; ", Array.map text x) + " |]"
            Value = [| (f (Vector x)).Value |]
            Gradient = (Diff.grad f (Vector x)).ToArray()
            Hessian = rows (Diff.hessian f (Vector x))
        }

    let private ofMatrix name (f: Matrix -> Scalar) (x: float[,]) =
        let written =
            [
                for i in 0 .. x.GetLength 0 - 1 -> "[ " + String.Join("; ", [ for j in 0 .. x.GetLength 1 - 1 -> text x[i, j] ]) + " ]"
            ]

        {
            Name = name
            Program = Diff.explain f (Matrix x * Scalar 0.5)
            Arguments = [| box x |]
            Written = "array2D [ " + String.Join("; ", written) + " ]"
            Value = [| (f (Matrix x)).Value |]
            Gradient = rows (Diff.grad f (Matrix x))
            Hessian = rows (Diff.hessian f (Matrix x))
        }

    let private a = mat [ [ 2.0; 1.0; 0.5 ]; [ -0.25; 3.0; 1.0 ]; [ 0.0; 1.5; 4.0 ] ]
    let private b = vec [ 1.0; 3.0; -2.0 ]
    let private at = [| 0.3; -1.25; 2.0 |]

    /// Examples as rows.
    let private sheet = mat [ [ 1.0; -0.5; 0.25 ]; [ 0.5; 2.0; -1.0 ]; [ 1.5; 0.75; 0.5 ]; [ -2.0; 1.0; 0.125 ] ]

    let private matrixAt = array2D [ [ 1.5; 0.25 ]; [ -0.5; 2.0 ] ]

    /// A number compared with itself in every way, each with a weight of its own.
    let private compared (x: Scalar) =
        let order = Maths.greater x x + 2.0 * Maths.greaterOrEqual x x + 4.0 * Maths.less x x + 8.0 * Maths.lessOrEqual x x
        Maths.where (Maths.notEqualTo x x) (Scalar 3.0) (x * (order + 16.0 * Maths.equalTo x x))

    let all: SourceCase list =
        [
            ofScalar "Wave" (fun x -> x * sin x) 2.0
            ofScalar "Bell" (fun x -> exp (-x * x / 2.0)) -1.3
            ofScalar "Logistic" (fun x -> Maths.sigmoid (3.0 * x) + Maths.softplus x) -40.0
            ofScalar "Roots" (fun x -> sqrt (1.0 + x ** 2.0) + Maths.cbrt x + x ** 2.5) 2.25
            ofScalar "Small" (fun x -> Maths.log1p x * Maths.expm1 x) 1e-9
            ofScalar "Chosen" (fun x -> Maths.where (Maths.greater x (Scalar 0.5)) (tanh x) (x * x)) 0.25
            ofScalar "Compared" compared 0.25
            ofScalar "ComparedNaN" compared nan
            ofScalar "Angles" (fun x -> atan x + asin (x / 4.0) + Maths.atan2 x (Scalar 2.0) + tan x) 0.6
            ofScalar "BlackScholes" (fun x -> x * Maths.normalCdf (log x + 0.3) - 0.95 * Maths.normalCdf (log x + 0.1)) 1.05
            ofScalar "Gamma" (fun x -> Maths.logGamma (2.0 * x + 1.0)) 1.7
            ofScalar "Reflected" (fun x -> Maths.logGamma x) -2.3
            ofVector "Running" (fun x -> (Maths.cumulativeSum x .* sin x).Sum()) at
            ofVector "Bowl" (fun x -> x * (a * x) + (exp x).Sum()) at
            ofVector "Rosenbrock" (fun x -> (1.0 - x[0]) ** 2.0 + 100.0 * (x[1] - x[0] ** 2.0) ** 2.0 + x[2] ** 2.0) at
            ofVector "Regression" (fun x -> (Maths.softplus (a * x)).Sum() - b * (a * x)) at
            ofVector "Mean" (fun x -> ((a * x - b) .^ 2.0).Mean()) at
            ofVector "Solved" (fun x -> let y = a.Solve x in y * y) at
            ofVector "Halves" (fun x -> let y = x.SubVector(1, 2) in (y * y) * x.Sum()) at
            ofVector "Softmax" (fun x -> Maths.logSumExp (a * x)) at
            ofVector "Norm" (fun x -> Maths.norm (a * x - b)) at
            ofMatrix "Determinant" (fun x -> x.Determinant() * x[0, 1]) matrixAt
            ofMatrix "Cofactors" (fun x -> x.Determinant()) (array2D [ [ 1.5; 0.25; 2.0 ]; [ -0.5; 2.0; 1.0 ]; [ 1.0; 0.75; -1.25 ] ])
            ofScalar "Beta" (fun x -> Maths.logBeta (x * x) (x + 12.0) + Maths.logBeta (Scalar 2.5) x) 1.7
            ofVector "LogShares" (fun x -> b * Maths.logSoftmax (a * x)) at
            ofScalar "For" (fun x -> Diff.forLoop 4 x (fun i s -> cos (s + i) * x)) 0.6
            ofScalar "While" (fun x -> Diff.whileLoop x (fun s -> Maths.less s (Scalar 9.0)) (fun s -> s * s + 0.5)) 0.8
            ofVector
                "Scan"
                (fun x -> let struct (s, ys) = Diff.scanElements x[0] x (fun s e -> struct (sin s * e, s * e)) in s + ys * ys)
                at
            ofVector "Checkpoint" (fun x -> Diff.checkpoint (fun (x: Vector) -> (sin x * exp x)) x) at
            ofVector "Examples" (fun x -> (Diff.vectorizeRows (fun row -> sin (row * x) * row[0]) sheet).Sum()) at
            ofVector "Matrices" (fun x -> (Diff.vectorizeRows (fun row -> Maths.logSumExp (a * (row .* x)) * x[1]) sheet).Sum()) at
            ofVector "Elements" (fun x -> Diff.vectorize (fun e -> e * sin (e * x[0])) x * b) at
            ofMatrix "Inverse" (fun x -> (x.Inverse() * x.Transpose()).Sum()) matrixAt
            ofMatrix "Sandwich" (fun x -> (x.Transpose() * x * x).Trace() + (sin x).Sum()) matrixAt
            ofMatrix "LogDeterminant" (fun x -> x.LogDeterminant()) matrixAt
            ofMatrix "Rows" (fun x -> (x.RowSums() * x.ColumnSums()) ** 2.0) matrixAt
        ]
