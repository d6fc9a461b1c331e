/// Every primitive of the library: what the tests check and the documentation lists.
[<RequireQualifiedAccess>]
module internal AutoDiff.Table

/// All primitives, in the order of their files.
let primitives =
    [ Arithmetic.primitives ()
      Elementary.primitives ()
      Trigonometric.primitives ()
      Selection.primitives ()
      Reduction.primitives ()
      Batches.primitives ()
      Indexing.primitives ()
      Products.primitives ()
      Norms.primitives ()
      Marks.primitives ()
      Triangles.primitives ()
      Solving.primitives ()
      Determinants.primitives ()
      Spectral.primitives ()
      Factorisations.primitives ()
      Exponential.primitives ()
      MatrixFunctions.primitives () ]
    |> List.concat
