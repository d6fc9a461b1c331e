/// Every primitive of the library: what the tests check and the documentation lists.
[<RequireQualifiedAccess>]
module internal AutoDiff.Table

/// All primitives, in the order of their files.
let primitives =
    [
        Arithmetic.primitives ()
        Elementary.primitives ()
        Plane.primitives ()
        Logarithms.primitives ()
        Trigonometric.primitives ()
        Selection.primitives ()
        Rounding.primitives ()
        Normal.primitives ()
        Gamma.primitives ()
        Activations.primitives ()
        Reduction.primitives ()
        Batches.primitives ()
        Indexing.primitives ()
        Dynamic.primitives ()
        Products.primitives ()
        Rearranging.primitives ()
        Scanning.primitives ()
        RunningProducts.primitives ()
        Exponentials.primitives ()
        Extrema.primitives ()
        Sorting.primitives ()
        PowerNorms.primitives ()
        Norms.primitives ()
        Marks.primitives ()
        Factors.primitives ()
        Triangles.primitives ()
        Solving.primitives ()
        Determinants.primitives ()
        Spectral.primitives ()
        Factorisations.primitives ()
        MatrixExponential.primitives ()
        MatrixFunctions.primitives ()
    ]
    |> List.concat
