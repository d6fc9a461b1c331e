namespace AutoDiff

open System.Numerics
open MathNet.Numerics
open MathNet.Numerics.Providers.LinearAlgebra
open AutoDiff.MathNetProducts

/// A linear-algebra provider for MathNet that computes products of real matrices by our kernels and leaves all else to another provider.
[<Sealed>]
type internal KernelProvider(rest: ILinearAlgebraProvider) =
    let doubles = rest :> ILinearAlgebraProvider<float>
    let singles = rest :> ILinearAlgebraProvider<float32>
    let complexes = rest :> ILinearAlgebraProvider<Complex>
    let complexes32 = rest :> ILinearAlgebraProvider<Complex32>

    override _.ToString() : string = "AutoDiff's products, " + string rest

    interface ILinearAlgebraProvider with
        member _.IsAvailable() = rest.IsAvailable()
        member _.InitializeVerify() = rest.InitializeVerify()
        member _.FreeResources() = rest.FreeResources()

    interface ILinearAlgebraProvider<float> with
        member _.AddVectorToScaledVector(y, alpha, x, result) = doubles.AddVectorToScaledVector(y, alpha, x, result)
        member _.ScaleArray(alpha, x, result) = doubles.ScaleArray(alpha, x, result)
        member _.ConjugateArray(x, result) = doubles.ConjugateArray(x, result)
        member _.DotProduct(x, y) = doubles.DotProduct(x, y)
        member _.AddArrays(x, y, result) = doubles.AddArrays(x, y, result)
        member _.SubtractArrays(x, y, result) = doubles.SubtractArrays(x, y, result)
        member _.PointWiseMultiplyArrays(x, y, result) = doubles.PointWiseMultiplyArrays(x, y, result)
        member _.PointWiseDivideArrays(x, y, result) = doubles.PointWiseDivideArrays(x, y, result)
        member _.PointWisePowerArrays(x, y, result) = doubles.PointWisePowerArrays(x, y, result)
        member _.MatrixNorm(norm, rows, columns, x) = doubles.MatrixNorm(norm, rows, columns, x)
        member _.MatrixMultiply(x, rowsX, columnsX, y, rowsY, columnsY, result) = multiply (x, rowsX, columnsX, y, rowsY, columnsY, result)

        member _.MatrixMultiplyWithUpdate(opA, opB, alpha, a, rowsA, columnsA, b, rowsB, columnsB, beta, c) =
            update (opA, opB, alpha, a, rowsA, columnsA, b, rowsB, columnsB, beta, c)

        member _.LUFactor(a, order, pivots) = doubles.LUFactor(a, order, pivots)
        member _.LUInverse(a, order) = doubles.LUInverse(a, order)
        member _.LUInverseFactored(a, order, pivots) = doubles.LUInverseFactored(a, order, pivots)
        member _.LUSolve(columns, a, order, b) = doubles.LUSolve(columns, a, order, b)
        member _.LUSolveFactored(columns, a, order, pivots, b) = doubles.LUSolveFactored(columns, a, order, pivots, b)
        member _.CholeskyFactor(a, order) = doubles.CholeskyFactor(a, order)
        member _.CholeskySolve(a, order, b, columns) = doubles.CholeskySolve(a, order, b, columns)
        member _.CholeskySolveFactored(a, order, b, columns) = doubles.CholeskySolveFactored(a, order, b, columns)
        member _.QRFactor(a, rows, columns, q, tau) = doubles.QRFactor(a, rows, columns, q, tau)
        member _.ThinQRFactor(q, rows, columns, r, tau) = doubles.ThinQRFactor(q, rows, columns, r, tau)
        member _.QRSolve(a, rows, columns, b, columnsB, x, method) = doubles.QRSolve(a, rows, columns, b, columnsB, x, method)

        member _.QRSolveFactored(q, r, rows, columns, tau, b, columnsB, x, method) =
            doubles.QRSolveFactored(q, r, rows, columns, tau, b, columnsB, x, method)

        member _.SingularValueDecomposition(vectors, a, rows, columns, s, u, vt) =
            doubles.SingularValueDecomposition(vectors, a, rows, columns, s, u, vt)

        member _.SvdSolve(a, rows, columns, b, columnsB, x) = doubles.SvdSolve(a, rows, columns, b, columnsB, x)

        member _.SvdSolveFactored(rows, columns, s, u, vt, b, columnsB, x) =
            doubles.SvdSolveFactored(rows, columns, s, u, vt, b, columnsB, x)

        member _.EigenDecomp(symmetric, order, a, vectors, values, d) = doubles.EigenDecomp(symmetric, order, a, vectors, values, d)

    interface ILinearAlgebraProvider<float32> with
        member _.AddVectorToScaledVector(y, alpha, x, result) = singles.AddVectorToScaledVector(y, alpha, x, result)
        member _.ScaleArray(alpha, x, result) = singles.ScaleArray(alpha, x, result)
        member _.ConjugateArray(x, result) = singles.ConjugateArray(x, result)
        member _.DotProduct(x, y) = singles.DotProduct(x, y)
        member _.AddArrays(x, y, result) = singles.AddArrays(x, y, result)
        member _.SubtractArrays(x, y, result) = singles.SubtractArrays(x, y, result)
        member _.PointWiseMultiplyArrays(x, y, result) = singles.PointWiseMultiplyArrays(x, y, result)
        member _.PointWiseDivideArrays(x, y, result) = singles.PointWiseDivideArrays(x, y, result)
        member _.PointWisePowerArrays(x, y, result) = singles.PointWisePowerArrays(x, y, result)
        member _.MatrixNorm(norm, rows, columns, x) = singles.MatrixNorm(norm, rows, columns, x)
        member _.MatrixMultiply(x, rowsX, columnsX, y, rowsY, columnsY, result) = multiply (x, rowsX, columnsX, y, rowsY, columnsY, result)

        member _.MatrixMultiplyWithUpdate(opA, opB, alpha, a, rowsA, columnsA, b, rowsB, columnsB, beta, c) =
            update (opA, opB, alpha, a, rowsA, columnsA, b, rowsB, columnsB, beta, c)

        member _.LUFactor(a, order, pivots) = singles.LUFactor(a, order, pivots)
        member _.LUInverse(a, order) = singles.LUInverse(a, order)
        member _.LUInverseFactored(a, order, pivots) = singles.LUInverseFactored(a, order, pivots)
        member _.LUSolve(columns, a, order, b) = singles.LUSolve(columns, a, order, b)
        member _.LUSolveFactored(columns, a, order, pivots, b) = singles.LUSolveFactored(columns, a, order, pivots, b)
        member _.CholeskyFactor(a, order) = singles.CholeskyFactor(a, order)
        member _.CholeskySolve(a, order, b, columns) = singles.CholeskySolve(a, order, b, columns)
        member _.CholeskySolveFactored(a, order, b, columns) = singles.CholeskySolveFactored(a, order, b, columns)
        member _.QRFactor(a, rows, columns, q, tau) = singles.QRFactor(a, rows, columns, q, tau)
        member _.ThinQRFactor(q, rows, columns, r, tau) = singles.ThinQRFactor(q, rows, columns, r, tau)
        member _.QRSolve(a, rows, columns, b, columnsB, x, method) = singles.QRSolve(a, rows, columns, b, columnsB, x, method)

        member _.QRSolveFactored(q, r, rows, columns, tau, b, columnsB, x, method) =
            singles.QRSolveFactored(q, r, rows, columns, tau, b, columnsB, x, method)

        member _.SingularValueDecomposition(vectors, a, rows, columns, s, u, vt) =
            singles.SingularValueDecomposition(vectors, a, rows, columns, s, u, vt)

        member _.SvdSolve(a, rows, columns, b, columnsB, x) = singles.SvdSolve(a, rows, columns, b, columnsB, x)

        member _.SvdSolveFactored(rows, columns, s, u, vt, b, columnsB, x) =
            singles.SvdSolveFactored(rows, columns, s, u, vt, b, columnsB, x)

        member _.EigenDecomp(symmetric, order, a, vectors, values, d) = singles.EigenDecomp(symmetric, order, a, vectors, values, d)

    interface ILinearAlgebraProvider<Complex> with
        member _.AddVectorToScaledVector(y, alpha, x, result) = complexes.AddVectorToScaledVector(y, alpha, x, result)
        member _.ScaleArray(alpha, x, result) = complexes.ScaleArray(alpha, x, result)
        member _.ConjugateArray(x, result) = complexes.ConjugateArray(x, result)
        member _.DotProduct(x, y) = complexes.DotProduct(x, y)
        member _.AddArrays(x, y, result) = complexes.AddArrays(x, y, result)
        member _.SubtractArrays(x, y, result) = complexes.SubtractArrays(x, y, result)
        member _.PointWiseMultiplyArrays(x, y, result) = complexes.PointWiseMultiplyArrays(x, y, result)
        member _.PointWiseDivideArrays(x, y, result) = complexes.PointWiseDivideArrays(x, y, result)
        member _.PointWisePowerArrays(x, y, result) = complexes.PointWisePowerArrays(x, y, result)
        member _.MatrixNorm(norm, rows, columns, x) = complexes.MatrixNorm(norm, rows, columns, x)

        member _.MatrixMultiply(x, rowsX, columnsX, y, rowsY, columnsY, result) =
            complexes.MatrixMultiply(x, rowsX, columnsX, y, rowsY, columnsY, result)

        member _.MatrixMultiplyWithUpdate(opA, opB, alpha, a, rowsA, columnsA, b, rowsB, columnsB, beta, c) =
            complexes.MatrixMultiplyWithUpdate(opA, opB, alpha, a, rowsA, columnsA, b, rowsB, columnsB, beta, c)

        member _.LUFactor(a, order, pivots) = complexes.LUFactor(a, order, pivots)
        member _.LUInverse(a, order) = complexes.LUInverse(a, order)
        member _.LUInverseFactored(a, order, pivots) = complexes.LUInverseFactored(a, order, pivots)
        member _.LUSolve(columns, a, order, b) = complexes.LUSolve(columns, a, order, b)
        member _.LUSolveFactored(columns, a, order, pivots, b) = complexes.LUSolveFactored(columns, a, order, pivots, b)
        member _.CholeskyFactor(a, order) = complexes.CholeskyFactor(a, order)
        member _.CholeskySolve(a, order, b, columns) = complexes.CholeskySolve(a, order, b, columns)
        member _.CholeskySolveFactored(a, order, b, columns) = complexes.CholeskySolveFactored(a, order, b, columns)
        member _.QRFactor(a, rows, columns, q, tau) = complexes.QRFactor(a, rows, columns, q, tau)
        member _.ThinQRFactor(q, rows, columns, r, tau) = complexes.ThinQRFactor(q, rows, columns, r, tau)
        member _.QRSolve(a, rows, columns, b, columnsB, x, method) = complexes.QRSolve(a, rows, columns, b, columnsB, x, method)

        member _.QRSolveFactored(q, r, rows, columns, tau, b, columnsB, x, method) =
            complexes.QRSolveFactored(q, r, rows, columns, tau, b, columnsB, x, method)

        member _.SingularValueDecomposition(vectors, a, rows, columns, s, u, vt) =
            complexes.SingularValueDecomposition(vectors, a, rows, columns, s, u, vt)

        member _.SvdSolve(a, rows, columns, b, columnsB, x) = complexes.SvdSolve(a, rows, columns, b, columnsB, x)

        member _.SvdSolveFactored(rows, columns, s, u, vt, b, columnsB, x) =
            complexes.SvdSolveFactored(rows, columns, s, u, vt, b, columnsB, x)

        member _.EigenDecomp(symmetric, order, a, vectors, values, d) = complexes.EigenDecomp(symmetric, order, a, vectors, values, d)

    interface ILinearAlgebraProvider<Complex32> with
        member _.AddVectorToScaledVector(y, alpha, x, result) = complexes32.AddVectorToScaledVector(y, alpha, x, result)
        member _.ScaleArray(alpha, x, result) = complexes32.ScaleArray(alpha, x, result)
        member _.ConjugateArray(x, result) = complexes32.ConjugateArray(x, result)
        member _.DotProduct(x, y) = complexes32.DotProduct(x, y)
        member _.AddArrays(x, y, result) = complexes32.AddArrays(x, y, result)
        member _.SubtractArrays(x, y, result) = complexes32.SubtractArrays(x, y, result)
        member _.PointWiseMultiplyArrays(x, y, result) = complexes32.PointWiseMultiplyArrays(x, y, result)
        member _.PointWiseDivideArrays(x, y, result) = complexes32.PointWiseDivideArrays(x, y, result)
        member _.PointWisePowerArrays(x, y, result) = complexes32.PointWisePowerArrays(x, y, result)
        member _.MatrixNorm(norm, rows, columns, x) = complexes32.MatrixNorm(norm, rows, columns, x)

        member _.MatrixMultiply(x, rowsX, columnsX, y, rowsY, columnsY, result) =
            complexes32.MatrixMultiply(x, rowsX, columnsX, y, rowsY, columnsY, result)

        member _.MatrixMultiplyWithUpdate(opA, opB, alpha, a, rowsA, columnsA, b, rowsB, columnsB, beta, c) =
            complexes32.MatrixMultiplyWithUpdate(opA, opB, alpha, a, rowsA, columnsA, b, rowsB, columnsB, beta, c)

        member _.LUFactor(a, order, pivots) = complexes32.LUFactor(a, order, pivots)
        member _.LUInverse(a, order) = complexes32.LUInverse(a, order)
        member _.LUInverseFactored(a, order, pivots) = complexes32.LUInverseFactored(a, order, pivots)
        member _.LUSolve(columns, a, order, b) = complexes32.LUSolve(columns, a, order, b)
        member _.LUSolveFactored(columns, a, order, pivots, b) = complexes32.LUSolveFactored(columns, a, order, pivots, b)
        member _.CholeskyFactor(a, order) = complexes32.CholeskyFactor(a, order)
        member _.CholeskySolve(a, order, b, columns) = complexes32.CholeskySolve(a, order, b, columns)
        member _.CholeskySolveFactored(a, order, b, columns) = complexes32.CholeskySolveFactored(a, order, b, columns)
        member _.QRFactor(a, rows, columns, q, tau) = complexes32.QRFactor(a, rows, columns, q, tau)
        member _.ThinQRFactor(q, rows, columns, r, tau) = complexes32.ThinQRFactor(q, rows, columns, r, tau)
        member _.QRSolve(a, rows, columns, b, columnsB, x, method) = complexes32.QRSolve(a, rows, columns, b, columnsB, x, method)

        member _.QRSolveFactored(q, r, rows, columns, tau, b, columnsB, x, method) =
            complexes32.QRSolveFactored(q, r, rows, columns, tau, b, columnsB, x, method)

        member _.SingularValueDecomposition(vectors, a, rows, columns, s, u, vt) =
            complexes32.SingularValueDecomposition(vectors, a, rows, columns, s, u, vt)

        member _.SvdSolve(a, rows, columns, b, columnsB, x) = complexes32.SvdSolve(a, rows, columns, b, columnsB, x)

        member _.SvdSolveFactored(rows, columns, s, u, vt, b, columnsB, x) =
            complexes32.SvdSolveFactored(rows, columns, s, u, vt, b, columnsB, x)

        member _.EigenDecomp(symmetric, order, a, vectors, values, d) = complexes32.EigenDecomp(symmetric, order, a, vectors, values, d)
