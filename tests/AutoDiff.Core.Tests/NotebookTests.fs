/// The F# half of the notebook, digit for digit as TensorFlow 2.3 prints it.
module AutoDiff.Tests.NotebookTests

open Xunit
open Samples.FSharp

[<Fact>]
let ``every computation of the notebook prints TensorFlow's digits`` () =
    let printed = Notebook.rows () |> Array.map (fun (struct (_, printed)) -> printed)

    Assert.Equal<string[]>(
        [|
            "0 4 8 12"
            "0 4 32 108; 0 2 4 6"
            "-2"
            "-2 0 0 1"
            "-2 2"
            "2 -6"
            "UnconnectedGradientException"
            "0.867380381 0.0183131695"
            "0.867380381 0.0175879598"
            "0.0175879598 0.867380381"
            "0 0.999998569"
        |],
        printed
    )
