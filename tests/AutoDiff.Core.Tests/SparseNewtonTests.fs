/// Newton's method for many variables whose Hessian is sparse.
module AutoDiff.Tests.SparseNewtonTests

open System
open Xunit
open AutoDiff

let private solve options (f: Vector -> Scalar) (start: float[]) = Diff.minimizeWith (Optimizer.Newton()) options f (Vector start)

/// P. L. Toint, "Some numerical results using a sparse matrix updating formula in unconstrained optimization", Mathematics of Computation 32
/// (1978) 839-851: a chain of Rosenbrock's functions. Beside its minimum of 0 it has one of 3.986623 near (-1, 1, ..., 1): S. Kok, C. Sandrock,
/// "Locating and characterizing the stationary points of the extended Rosenbrock function", Evolutionary Computation 17 (2009) 437-453.
let private chain (x: Vector) =
    let head, tail = x[.. x.Count - 2], x[1..]
    let a = tail - head .* head
    100.0 * (a * a) + (1.0 - head) * (1.0 - head)

/// Problem (30) of Moré, Garbow and Hillstrom, its residuals squared and added.
let private broydenTridiagonal (x: Vector) =
    let n = x.Count
    let zero = Vector [| 0.0 |]
    let r = (3.0 - 2.0 * x) .* x - Vector.Concatenate(zero, x[.. n - 2]) - 2.0 * Vector.Concatenate(x[1..], zero) + 1.0
    r * r

[<Fact>]
let ``a chain of three hundred is solved by sparse Hessians alone`` () =
    let n = 300
    let found = solve (MinimizeOptions()) chain (Array.init n (fun i -> if i % 2 = 0 then -1.2 else 1.0))
    Assert.True(found.Converged, found.ToString())
    Assert.True(found.Value.Value <= 1e-14 || abs (found.Value.Value - 3.986623) <= 1e-5, found.ToString())
    Assert.InRange(found.Evaluations.Hessians, found.Steps, found.Steps + 1)
    Assert.Equal(0, found.Evaluations.HessianVectorProducts)

[<Fact>]
let ``Broyden's tridiagonal function takes a handful of steps`` () =
    let found = solve (MinimizeOptions()) broydenTridiagonal (Array.create 2_000 -1.0)
    Assert.True(found.Converged, found.ToString())
    Assert.InRange(found.Value.Value, 0.0, 1e-14)
    Assert.InRange(found.Steps, 1, 15)

[<Fact>]
let ``what is fixed stays, and a scale is a change of units`` () =
    let n = 400
    let start = Array.create n -1.0
    let isFixed = Vector(Array.init n (fun i -> if i = 7 then 1.0 else 0.0))
    let scale = Vector(Array.init n (fun i -> if i % 2 = 0 then 0.5 else 2.0))
    let found = solve (MinimizeOptions(Fixed = PerLeaf.Of isFixed, Scale = PerLeaf.Of scale)) broydenTridiagonal start
    Assert.True(found.Converged, found.ToString())
    Assert.Equal(-1.0, found.Point[7].Value)
    Assert.Equal(0, found.Evaluations.HessianVectorProducts)

    let without =
        Diff.minimizeWith (Optimizer.Lbfgs()) (MinimizeOptions(Fixed = PerLeaf.Of isFixed)) broydenTridiagonal (Vector start)

    Assert.Equal(without.Value.Value, found.Value.Value, 8)

[<Fact>]
let ``a dense Hessian is left to products`` () =
    let dense (x: Vector) = (x.Sum() - 1.0) ** 4.0 + x * x
    let found = solve (MinimizeOptions()) dense (Array.create 300 1.0)
    Assert.True(found.Converged, found.ToString())
    Assert.Equal(0, found.Evaluations.Hessians)
    Assert.InRange(found.Evaluations.HessianVectorProducts, 1, 1_000)

let private dense (h: SparseSymmetric) =
    Array2D.init h.Size h.Size (fun i j ->
        Seq.sum (
            seq {
                for k in h.Starts[i] .. h.Starts[i + 1] - 1 do
                    if h.Columns[k] = j then
                        h.Values[k]
            }
        ))

let private tridiagonal n diagonal beside : SparseSymmetric =
    let row i = [| for j in max 0 (i - 1) .. min (n - 1) (i + 1) -> struct (j, (if i = j then diagonal i else beside (min i j))) |]
    let rows = Array.init n row

    {
        Starts = rows |> Array.scan (fun start row -> start + row.Length) 0
        Columns = rows |> Array.collect (Array.map (fun (struct (j, _)) -> j))
        Values = rows |> Array.collect (Array.map (fun (struct (_, v)) -> v))
    }

[<Fact>]
let ``factors without fill are exact`` () =
    let h = tridiagonal 30 (fun i -> 3.0 + float i) (fun i -> -1.0 - 0.02 * float i)
    let x = Array.init 30 (fun i -> sin (float i))
    Array.iter2 (fun (expected: float) actual -> Assert.Equal(expected, actual, 10)) x (IncompleteCholesky.preconditioner h (h.Multiply x))
    let product = (Matrix(dense h) * Vector x).ToArray()
    Array.iter2 (fun (expected: float) actual -> Assert.Equal(expected, actual, 12)) product (h.Multiply x)

[<Fact>]
let ``factors of an indefinite matrix stand for a positive definite one`` () =
    let h = tridiagonal 30 (fun i -> if i % 3 = 0 then -2.0 else 1.0) (fun _ -> 1.5)
    let precondition = IncompleteCholesky.preconditioner h
    let unit k = Array.init 30 (fun i -> if i = k then 1.0 else 0.0)
    let columns = Array.init 30 (unit >> precondition)

    for i in 0..29 do
        Assert.True(columns[i][i] > 0.0)

        for j in 0..29 do
            Assert.Equal(columns[i][j], columns[j][i], 10)

    for seed in 1..20 do
        let random = Random seed
        let x = Array.init 30 (fun _ -> random.NextDouble() - 0.5)
        Assert.True(Arrays.dot x (precondition x) > 0.0)

/// E. T. Whittaker, "On a new method of graduation", Proceedings of the Edinburgh Mathematical Society 41 (1923) 63-75: data smoothed by penalised
/// second differences. Its Hessian has five diagonals and a condition of about 16 times the penalty.
let private graduation penalty n =
    let y = Vector(Array.init n (fun i -> sin (float i / 300.0) + 0.1 * sin (float (i * i))))

    fun (u: Vector) ->
        let d = u[2..] - 2.0 * u[1 .. n - 2] + u[.. n - 3]
        (u - y) * (u - y) + penalty * (d * d)

[<Fact>]
let ``without an optimizer, what L-BFGS is slow at goes over to sparse Hessians`` () =
    let f = graduation 1e5 500
    let start = Vector(Array.zeroCreate<float> 500)
    let found = Diff.minimize f start
    Assert.True(found.Converged, found.ToString())
    Assert.Contains("then Newton", found.Solver)
    Assert.InRange(found.Steps, 200, 210)
    let exact = Diff.minimizeWith (Optimizer.Newton()) (MinimizeOptions()) f start
    Assert.Equal(exact.Value.Value, found.Value.Value, 10)

[<Fact>]
let ``what L-BFGS is quick at, and what is dense, stays with it`` () =
    let found = Diff.minimize broydenTridiagonal (Vector(Array.create 500 -1.0))
    Assert.Equal("L-BFGS (memory 10)", found.Solver)
    Assert.Equal(0, found.Evaluations.Hessians)
    let weights = Vector(Array.init 60 (fun i -> 10.0 ** (float i / 12.0)))
    let dense (x: Vector) = (x.Sum() - 1.0) ** 4.0 + weights * (x .* x)
    let found = Diff.minimize dense (Vector(Array.create 60 1.0))
    Assert.Equal("L-BFGS (memory 10)", found.Solver)
    Assert.True(found.Steps > 200, found.ToString())
    Assert.Equal(0, found.Evaluations.Hessians)

[<Theory; InlineData 150; InlineData 201>]
let ``its saved state goes on bit for bit, before and after it went over`` (steps: int) =
    let f = graduation 1e5 300
    let start = Vector(Array.zeroCreate<float> 300)
    let whole = Diff.minimize f start
    let part = Minimization.minimize null (MinimizeOptions(MaxSteps = steps)) f start
    let rest = Minimization.minimize null (MinimizeOptions(Resume = part.State)) f start
    Assert.Equal(whole.Steps, part.Steps + rest.Steps)
    Assert.Equal<float[]>(whole.Point.ToArray(), rest.Point.ToArray())

[<Fact>]
let ``within bounds too, and none is crossed`` () =
    let f = graduation 1e5 500
    let options = MinimizeOptions(Bounds = Bounds.Between(Vector(Array.create 500 -0.4), Vector(Array.create 500 0.6)))
    let start = Vector(Array.zeroCreate<float> 500)
    let found = Minimization.minimize null options f start
    Assert.True(found.Converged, found.ToString())
    Assert.Contains("then Newton", found.Solver)
    Assert.InRange(found.Evaluations.Hessians, 1, 60)
    Assert.All(found.Point.ToArray(), (fun x -> Assert.InRange(x, -0.4, 0.6)))
    // at a minimum within bounds the gradient points out of those that are met, and is 0 elsewhere
    let gradient = (Diff.grad f found.Point).ToArray()

    found.Point.ToArray()
    |> Array.iteri (fun i x ->
        if x = 0.6 then Assert.True(gradient[i] <= 0.0)
        elif x = -0.4 then Assert.True(gradient[i] >= 0.0)
        else Assert.InRange(gradient[i], -1e-6, 1e-6))

    Assert.InRange(found.Point.ToArray() |> Array.filter (fun x -> x = 0.6) |> Array.length, 100, 400)
