/// Sparse derivatives: the pattern from the graph, few directions, and the numbers of the dense ones.
module AutoDiff.Tests.SparseTests

open System
open MathNet.Numerics.LinearAlgebra
open Xunit
open AutoDiff

let private close (expected: float[,]) (found: Matrix<float>) =
    Assert.Equal(expected.GetLength 0, found.RowCount)
    Assert.Equal(expected.GetLength 1, found.ColumnCount)

    for i in 0 .. found.RowCount - 1 do
        for j in 0 .. found.ColumnCount - 1 do
            let e = expected[i, j]
            Assert.True(abs (e - found[i, j]) <= 1e-13 * (1.0 + abs e), $"({i}, {j}): {found[i, j]} where {e} is right")

/// The sum of 100 (x[i+1] - x[i]²)² + (1 - x[i])², written with vectors.
let private rosenbrock (x: Vector) : Scalar =
    let head, tail = x[.. x.Count - 2], x[1..]
    let a, b = tail - head .* head, 1.0 - head
    100.0 * (a * a) + b * b

/// The same, element by element.
let private rosenbrockByElements (x: Vector) : Scalar =
    let mutable sum = Scalar 0.0

    for i in 0 .. x.Count - 2 do
        sum <- sum + 100.0 * (x[i + 1] - x[i] * x[i]) ** 2.0 + (1.0 - x[i]) ** 2.0

    sum

let private point n = Vector(Array.init n (fun i -> 1.0 + 0.3 * sin (float i)))

[<Fact>]
let ``The Hessian of the chained Rosenbrock function`` () =
    for f in [ rosenbrock; rosenbrockByElements ] do
        let sparse = Diff.prepareSparseHessian f
        close ((Diff.hessian f (point 12)).ToArray()) (sparse.Evaluate(point 12))
        Assert.Equal(3 * 12 - 2, sparse.NonZeros)
        Assert.True(sparse.Colors <= 3, $"{sparse.Colors} colours")

[<Fact>]
let ``A hundred thousand unknowns`` () =
    let n = 100_000
    let sparse = Diff.prepareSparseHessian rosenbrock
    let x = point n
    let h = sparse.Evaluate x
    Assert.Equal(3 * n - 2, sparse.NonZeros)
    Assert.True(sparse.Colors <= 3)
    // the second derivative by hand at one place: 1200 x[i]² - 400 x[i+1] + 202, and -400 x[i] beside it
    for i in [ 1; 777; n - 2 ] do
        let a, b = x[i].Value, x[i + 1].Value
        Assert.Equal(1200.0 * a * a - 400.0 * b + 202.0, h[i, i], 1e-9)
        Assert.Equal(-400.0 * a, h[i, i + 1], 1e-10)
        Assert.Equal(-400.0 * a, h[i + 1, i], 1e-10)

[<Fact>]
let ``An arrow Hessian needs two directions`` () =
    let f (x: Vector) : Scalar = x[0] * (x .* x .* x).Sum() + exp x[0]
    let sparse = Diff.prepareSparseHessian f
    close ((Diff.hessian f (point 9)).ToArray()) (sparse.Evaluate(point 9))
    Assert.Equal(2, sparse.Colors)
    sparse.Evaluate(point 2000) |> ignore
    Assert.Equal(3 * 2000 - 2, sparse.NonZeros)
    Assert.Equal(2, sparse.Colors)

/// The 2-D Brusselator with periodic ends, as by E. Hairer, G. Wanner, Solving Ordinary Differential Equations II, IV.10: two fields on an
/// N x N grid, one column after the other.
let private brusselator n (w: Vector) : Vector =
    let cells = n * n
    let u, v = w[.. cells - 1], w[cells..]
    let alpha = 0.02 * float ((n + 1) * (n + 1))

    let laplacian (x: Vector) : Vector =
        let columns = [| for j in 0 .. n - 1 -> x[j * n .. (j + 1) * n - 1] |]
        let up (c: Vector) = Vector.Concatenate(c[1..], c[..0])
        let down (c: Vector) = Vector.Concatenate(c[n - 1 ..], c[.. n - 2])
        let column j = columns[(j + n) % n]
        Vector.Concatenate [| for j in 0 .. n - 1 -> up (column j) + down (column j) + column (j - 1) + column (j + 1) - 4.0 * column j |]

    let uuv = u .* u .* v
    Vector.Concatenate(1.0 + uuv - 4.4 * u + alpha * laplacian u, 3.4 * u - uuv + alpha * laplacian v)

[<Fact>]
let ``The Jacobian of the Brusselator`` () =
    let sparse = Diff.prepareSparseJacobian (brusselator 4)
    close ((Diff.jacobian (brusselator 4) (point 32)).ToArray()) (sparse.Evaluate(point 32))

    for n in [ 32; 100 ] do
        let sparse = Diff.prepareSparseJacobian (brusselator n)
        let j = sparse.Evaluate(point (2 * n * n))
        // five of the own field and one of the other in each row
        Assert.Equal(12 * n * n, sparse.NonZeros)
        Assert.True(sparse.Colors <= 14, $"{sparse.Colors} colours")
        let direction = Vector(Array.init (2 * n * n) (fun i -> cos (float i)))
        let _, expected = Diff.jvp (brusselator n) (point (2 * n * n)) direction
        let found = j * direction.ToMathNet()
        Assert.True((found - expected.ToMathNet()).L2Norm() <= 1e-12 * found.L2Norm())

[<Fact>]
let ``The mode with fewer colours`` () =
    // one result of all elements: by rows; all results of one element: by columns
    let sum = Diff.prepareSparseJacobian (fun v -> Vector [| (v .* v).Sum() |])
    close (array2D [ [| for x in (point 20).ToArray() -> 2.0 * x |] ]) (sum.Evaluate(point 20))
    Assert.True sum.IsReverse
    Assert.Equal(1, sum.Colors)
    let spread = Diff.prepareSparseJacobian (fun v -> v[0] * Vector(Array.create 20 1.0))
    spread.Evaluate(point 3) |> ignore
    Assert.False spread.IsReverse
    Assert.Equal(1, spread.Colors)
    Assert.Equal(20, spread.NonZeros)

[<Fact>]
let ``The pattern is of the graph, never of numbers, and is found anew where a branch changes it`` () =
    let product = Diff.prepareSparseJacobian (fun v -> v .* v)
    product.Evaluate(Vector [| 0.0; 0.0 |]) |> ignore
    Assert.Equal(2, product.NonZeros)
    let branching = Diff.prepareSparseJacobian (fun v -> if v[0] > Scalar 0.0 then v else v[0] * v)
    close (array2D [ [ 1.0; 0.0 ]; [ 0.0; 1.0 ] ]) (branching.Evaluate(Vector [| 2.0; 3.0 |]))
    close (array2D [ [ -4.0; 0.0 ]; [ 3.0; -2.0 ] ]) (branching.Evaluate(Vector [| -2.0; 3.0 |]))
    close (array2D [ [ 1.0; 0.0 ]; [ 0.0; 1.0 ] ]) (branching.Evaluate(Vector [| 2.0; 3.0 |]))

[<Fact>]
let ``Operations of all kinds`` () =
    let a = Matrix(Array2D.init 3 3 (fun i j -> float (i + 2 * j)))

    let f (v: Vector) : Vector =
        let m = Matrix.OfRows [| v[..2]; v[3..] |]

        Vector.Concatenate(
            a * v[..2],
            (m.Transpose() * m).Row 1,
            Diff.vectorize (fun x -> x * x) v,
            v.CumulativeSum(),
            Maths.where (Maths.greater v (v * 0.0)) v (sin v)
        )

    close ((Diff.jacobian f (point 6)).ToArray()) (Diff.sparseJacobian f (point 6))
    let g (v: Vector) : Scalar = (f v).LogSumExp() + v[0] * v[1]
    close ((Diff.hessian g (point 6)).ToArray()) (Diff.sparseHessian g (point 6))
    close (Array2D.zeroCreate 2 2) (Diff.sparseHessian (fun v -> v.Sum()) (Vector [| 1.0; 2.0 |]))

let private constant n m = Matrix(Array2D.init n m (fun i j -> 1.0 + float (i + 2 * j)))
let private asMatrix n (v: Vector) : Matrix = Matrix.OfRows [| for i in 0 .. v.Count / n - 1 -> v[i * n .. i * n + n - 1] |]

/// Explicit steps of u' = u'' with zeros at both ends.
let private diffusion steps (v: Vector) : Vector =
    let n, zero = v.Count, Vector [| 0.0 |]

    let step _ (u: Vector) : Vector = u + 0.25 * (Vector.Concatenate(zero, u[.. n - 2]) + Vector.Concatenate(u[1..], zero) - 2.0 * u)

    Diff.forLoop steps v step

/// What an element of a product, a sum or a placed thing depends on, and how many elements that are in all.
let private structures: (string * (Vector -> Vector) * int * int) list =
    let flat (m: Matrix) : Vector = Vector.Concatenate [| for i in 0 .. m.RowCount - 1 -> m.Row i |]

    [
        "rows by a constant", (fun v -> flat (asMatrix 3 v * constant 3 5)), 12, 4 * 5 * 3
        "a constant by columns", (fun v -> flat (constant 5 4 * asMatrix 3 v)), 12, 5 * 3 * 4
        "rows by rows", (fun v -> let m = asMatrix 3 v in flat (m * m.Transpose())), 12, 4 * 3 + 12 * 6
        "columns by columns", (fun v -> let m = asMatrix 3 v in flat (m.Transpose() * m)), 12, 3 * 4 + 6 * 8
        "a diagonal by a constant", (fun v -> flat (Matrix.OfDiagonal v * constant 6 2)), 6, 12
        "a diagonal by a vector", (fun v -> Matrix.OfDiagonal v[..2] * v[3..]), 6, 6
        "a scaled diagonal by a vector", (fun v -> (2.0 * Matrix.OfDiagonal v[..2]).Transpose() * v[3..]), 6, 6
        "a diagonal that is not one any more", (fun v -> exp (Matrix.OfDiagonal v[..2]) * v[3..]), 6, 3 * 4
        "sums of rows", (fun v -> (asMatrix 3 v).RowSums()), 12, 12
        "sums of columns", (fun v -> (asMatrix 3 v).ColumnSums()), 12, 12
        "running sums", (fun v -> v.CumulativeSum()), 12, 12 * 13 / 2
        // 3 steps reach 3 elements to either side
        "steps of diffusion", diffusion 3, 12, 12 * 7 - 2 * (1 + 2 + 3)
        "a loop in a loop",
        (fun v -> Diff.forLoop 2 v (fun _ u -> Diff.forLoop 1 (sin u) (fun _ u -> diffusion 1 u))),
        12,
        12 * 5 - 2 * (1 + 2)
        "a loop that is not run", diffusion 0, 12, 12
        "a loop that takes in more at each step",
        (fun v ->
            let struct (last, given) = Diff.scanElements v[0] v[1..] (fun carry x -> struct (carry * x, carry + x))
            Vector.Concatenate(given, Vector [| last |])),
        6,
        2 + 3 + 4 + 5 + 6 + 6
        "a loop that reads captured elements", (fun v -> Diff.forLoop 2 v[..2] (fun _ u -> u .* v[3..] + u)), 6, 3 * 2
        "a loop of unknown length", (fun v -> Diff.whileLoop v (fun u -> Maths.greater u[0] (Scalar 0.01)) (fun u -> 0.5 * u .* u)), 12, 12
        "a checkpoint", Diff.checkpoint (fun v -> diffusion 1 (exp v)), 12, 12 * 3 - 2
        "branches of examples",
        (fun v -> Diff.vectorize (fun x -> Diff.ifElse (Maths.greater x (Scalar 1.0)) (fun () -> sin x * v[0]) (fun () -> x * x)) v),
        12,
        12 + 11
        "loops of examples", (fun v -> Diff.vectorizeRows (fun r -> (Diff.forLoop 3 r (fun _ u -> sin u)).Sum()) (asMatrix 3 v)), 12, 12
        "vectors scaled in examples",
        (fun v -> flat (Diff.vectorizeRowsToRows (fun r -> r[0] * (r[1..] / (1.0 + r[2]))) (asMatrix 3 v))),
        12,
        4 * (3 + 2)
        "products over examples", (fun v -> Diff.vectorizeRows (fun r -> r * r) (asMatrix 3 v)), 12, 12
    ]

let structureNames = structures |> List.map (fun (name, _, _, _) -> [| box name |])

[<Theory; MemberData(nameof structureNames)>]
let ``Nothing depends on everything where it need not`` (name: string) =
    let _, f, n, expected = structures |> List.find (fun (other, _, _, _) -> other = name)
    let sparse = Diff.prepareSparseJacobian f
    close ((Diff.jacobian f (point n)).ToArray()) (sparse.Evaluate(point n))
    Assert.Equal(expected, sparse.NonZeros)

[<Fact>]
let ``Many steps over many elements have a band, forwards and back`` () =
    let steps, n = 10, 2_000
    let sparse = Diff.prepareSparseJacobian (diffusion steps)
    let j = sparse.Evaluate(point n)
    Assert.Equal(n * (2 * steps + 1) - steps * (steps + 1), sparse.NonZeros)
    Assert.InRange(sparse.Colors, 2 * steps + 1, 2 * steps + 3)
    let direction = Vector(Array.init n (fun i -> cos (float i)))
    let _, expected = Diff.jvp (diffusion steps) (point n) direction
    Assert.True((j * direction.ToMathNet() - expected.ToMathNet()).L2Norm() <= 1e-12 * expected.ToMathNet().L2Norm())
    // back from each element of the result the same way again
    let energy (v: Vector) : Scalar = (cos (diffusion 3 v)).Sum()
    let hessian = Diff.prepareSparseHessian energy
    close ((Diff.hessian energy (point 12)).ToArray()) (hessian.Evaluate(point 12))
    Assert.Equal(12 * 13 - 6 * 7, hessian.NonZeros)

[<Fact>]
let ``Second derivatives of loops that read, capture and end by numbers`` () =
    let functions: (Vector -> Scalar) list =
        [
            fun v ->
                let struct (last, given) = Diff.scanElements (sin v[0]) v[1..] (fun carry x -> struct (carry * x, carry + exp x))
                last + given * given
            fun v -> (Diff.whileLoop v (fun u -> Maths.greater u[0] (Scalar 0.1)) (fun u -> 0.5 * u .* u .* v)).Sum()
            fun v ->
                (Diff.vectorize (fun x -> Diff.ifElse (Maths.greater x (Scalar 1.0)) (fun () -> sin x * v[0]) (fun () -> x * x)) v).Sum()
        ]

    for f in functions do
        close ((Diff.hessian f (point 6)).ToArray()) (Diff.sparseHessian f (point 6))

[<Fact>]
let ``A tall matrix times a constant, as in bundle adjustment`` () =
    // each row of the result depends on its own row
    let n = 100_000
    let f (v: Vector) : Vector = (v.ReshapeColumnMajor(n, 3) * constant 3 3).RowSums()
    let sparse = Diff.prepareSparseJacobian f
    sparse.Evaluate(Vector(Array.init (3 * n) (fun i -> sin (float i)))) |> ignore
    Assert.Equal(3 * n, sparse.NonZeros)
    // no column is in two rows
    Assert.True sparse.IsReverse
    Assert.Equal(1, sparse.Colors)

[<Theory; MemberData(nameof FamilyNames.All, MemberType = typeof<FamilyNames>)>]
let ``The pattern of every primitive holds its Jacobian, and no more where it is linear`` (name: string) =
    let family = Families.find name

    Generators.check 5 (Trial.inside family) (fun trial ->
        let primitive, shapes = Trial.sample family trial

        if shapes |> Array.forall (fun (shape: Shape) -> shape.Rank = 0) && (primitive.Domain |> List.forall (_.IsDerived >> not)) then
            let extents = shapes |> Array.map _.Extent
            let x = Vector(Flat.join (Trial.nodes Precision.Double shapes (Trial.moved primitive trial 0.0)))
            let f (v: Vector) : Vector = Vector(Flat.join [| Node.apply primitive (Flat.split extents v.Node) |])
            let dense, sparse = (Diff.jacobian f x).ToArray(), Diff.prepareSparseJacobian f
            let found = sparse.Evaluate x

            Array2D.iteri
                (fun i j (e: float) ->
                    let same = e = found[i, j] || Double.IsNaN e || abs (e - found[i, j]) <= 1e-12 * (1.0 + abs e)
                    Assert.True(same, $"({i}, {j}): {found[i, j]} where {e} is right"))
                dense

            match primitive.Derivative with
            // what is multiplied by a number that happens to be 0 cannot be told from what is not there
            | Multilinear _ when Array.contains 0.0 (x.ToArray()) -> ()
            | Linear _
            | Multilinear _ -> Assert.Equal(Seq.cast<float> dense |> Seq.filter ((<>) 0.0) |> Seq.length, sparse.NonZeros)
            | _ -> ())

[<Fact>]
let ``What is dense is refused, and the operation named`` () =
    let e = Assert.Throws<DensityException>(fun () -> Diff.sparseJacobian (fun v -> v * v.Sum()) (point 500) |> ignore)
    Assert.Contains("sum", e.Message)

[<Fact>]
let ``Every element of a symmetric pattern is alone with its colour in its row or in its column`` () =
    let random = Random 7

    for n in 1..60 do
        let joined = Array2D.create n n false

        for _ in 1 .. 2 * n do
            let i, j = random.Next n, random.Next n
            joined[i, j] <- true
            joined[j, i] <- true

        let rows =
            Array.init n (fun i ->
                [|
                    for j in 0 .. n - 1 do
                        if i = j || joined[i, j] then
                            j
                |])

        let colours = Colouring.star rows
        let isAlone i j = rows[i] |> Array.forall (fun k -> k = j || colours[k] <> colours[j])

        rows
        |> Array.iteri (fun i row ->
            for j in row do
                Assert.True(isAlone i j || isAlone j i, $"({i}, {j}) of {n}"))
