/// Examples of the documentation of Diff: batches, loops and branches.
module AutoDiff.Tests.ExamplesOfLoops

open AutoDiff

let private vectorize (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // vectorize begins
    printfn "%O" (Diff.vectorize (fun x -> x * x) (vec [ 1.0; 2.0; 3.0 ])) // [1, 4, 9]
// vectorize ends

let private vectorizeRows (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // vectorizeRows begins
    printfn "%O" (Diff.vectorizeRows (fun v -> v.L2Norm()) (mat [ [ 3.0; 4.0 ]; [ 5.0; 12.0 ] ])) // [5, 13]
// vectorizeRows ends

let private vectorizeRowsToRows (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // vectorizeRowsToRows begins
    let gradients = Diff.vectorizeRowsToRows (Diff.grad (fun (v: Vector) -> v[0] * v[1]))
    printfn "%O" (gradients (mat [ [ 3.0; 4.0 ]; [ 5.0; 12.0 ] ])) // [[4, 3], [12, 5]]
// vectorizeRowsToRows ends

let private vectorizeOver (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // vectorizeOver begins
    let losses = Diff.vectorizeOver (fun (w: Vector) (x: Vector) y -> Maths.square (w * x - y))
    printfn "%O" (losses (vec [ 1.0; 2.0 ]) (mat [ [ 1.0; 1.0 ]; [ 2.0; 0.0 ] ]) (vec [ 2.0; 5.0 ])) // [1, 9]
// vectorizeOver ends

let private forLoop (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // forLoop begins
    let power = Diff.grad (fun (x: Scalar) -> Diff.forLoop 10 (Scalar 1.0) (fun _ y -> y * x))
    printfn "%O" (power (Scalar 1.5)) // 384.43359375
// forLoop ends

let private forLoopWith (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // forLoopWith begins
    // 3 of the 10 states at once
    let power = Diff.grad (fun (x: Scalar) -> Diff.forLoopWith 3 10 (Scalar 1.0) (fun _ y -> y * x))
    printfn "%O" (power (Scalar 1.5)) // 384.43359375
// forLoopWith ends

let private whileLoop (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // whileLoop begins
    // halved until it is below 1
    let halved (x: Scalar) = Diff.whileLoop x (fun y -> Maths.greaterOrEqual y (Scalar 1.0)) (fun y -> y / 2.0)
    printfn "%O" (Diff.grad halved (Scalar 5.0)) // 0.125
// whileLoop ends

let private whileLoopWith (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // whileLoopWith begins
    let halved (x: Scalar) = Diff.whileLoopWith 10 x (fun y -> Maths.greaterOrEqual y (Scalar 1.0)) (fun y -> y / 2.0)
    printfn "%O" (halved (Scalar 5.0)) // 0.625
// whileLoopWith ends

let private ifElse (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // ifElse begins
    let f = Diff.grad (fun (x: Scalar) -> Diff.ifElse (Maths.greater x (Scalar 0.0)) (fun () -> x * x) (fun () -> -x))
    printfn "%O %O" (f (Scalar 3.0)) (f (Scalar -3.0)) // 6 -1
// ifElse ends

let private scanRows (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // scanRows begins
    let rows = mat [ [ 1.0; 2.0 ]; [ 3.0; 4.0 ] ]
    let struct (total, sums) = Diff.scanRows (vec [ 0.0; 0.0 ]) rows (fun sum row -> struct (sum + row, sum + row))
    printfn "%O %O" total sums // [4, 6] [[1, 2], [4, 6]]
// scanRows ends

let private scanElements (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // scanElements begins
    let struct (total, sums) = Diff.scanElements (Scalar 0.0) (vec [ 1.0; 2.0; 3.0 ]) (fun sum x -> struct (sum + x, sum + x))
    printfn "%O %O" total sums // 6 [1, 3, 6]
// scanElements ends

let private checkpoint (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // checkpoint begins
    let layer = Diff.checkpoint (fun (v: Vector) -> tanh (2.0 * v))
    printfn "%O" (Diff.grad (fun (v: Vector) -> (layer (layer v)).Sum()) (vec [ 0.0; 0.0 ])) // [4, 4]
// checkpoint ends

let private vectorize2 (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // vectorize2 begins
    printfn "%O" (Diff.vectorize2 (fun x z -> x * z + 1.0) (vec [ 1.0; 2.0 ]) (vec [ 3.0; 4.0 ])) // [4, 9]
// vectorize2 ends

let private vectorizeRows2 (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // vectorizeRows2 begins
    let rows, others = mat [ [ 1.0; 2.0 ]; [ 3.0; 4.0 ] ], mat [ [ 1.0; 0.0 ]; [ 0.0; 1.0 ] ]
    printfn "%O" (Diff.vectorizeRows2 (fun a b -> a * b) rows others) // [1, 4]
// vectorizeRows2 ends

let private vectorizeRowsToRows2 (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // vectorizeRowsToRows2 begins
    let rows, others = mat [ [ 1.0; 2.0 ]; [ 3.0; 4.0 ] ], mat [ [ 1.0; 0.0 ]; [ 0.0; 1.0 ] ]
    printfn "%O" (Diff.vectorizeRowsToRows2 (fun a b -> a - b) rows others) // [[0, 2], [3, 3]]
// vectorizeRowsToRows2 ends

let private whileLoopIn (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // whileLoopIn begins
    // halved until it is below 1, with 2 states at once
    let halve (x: Scalar) = Diff.whileLoopIn 2 100 x (fun y -> Maths.greaterOrEqual y (Scalar 1.0)) (fun y -> y / 2.0)
    printfn "%O" (Diff.grad halve (Scalar 5.0)) // 0.125
// whileLoopIn ends

let private scanRowsWith (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // scanRowsWith begins
    let add (sum: Vector) (row: Vector) = struct (sum + row, sum + row)
    let struct (total, sums) = Diff.scanRowsWith 1 (vec [ 0.0; 0.0 ]) (mat [ [ 1.0; 2.0 ]; [ 3.0; 4.0 ] ]) add
    printfn "%O %O" total sums // [4, 6] [[1, 2], [4, 6]]
// scanRowsWith ends

let private scanElementsWith (printed: ResizeArray<string>) =
    let printfn format = Printf.kprintf printed.Add format
    // scanElementsWith begins
    let add (sum: Scalar) (x: Scalar) = struct (sum + x, sum + x)
    let struct (total, sums) = Diff.scanElementsWith 1 (Scalar 0.0) (vec [ 1.0; 2.0; 3.0 ]) add
    printfn "%O %O" total sums // 6 [1, 3, 6]
// scanElementsWith ends

/// The examples by the names of the functions.
let all: (string * (ResizeArray<string> -> unit)) list =
    [
        "vectorize", vectorize
        "vectorizeRows", vectorizeRows
        "vectorizeRowsToRows", vectorizeRowsToRows
        "vectorizeOver", vectorizeOver
        "forLoop", forLoop
        "forLoopWith", forLoopWith
        "whileLoop", whileLoop
        "whileLoopWith", whileLoopWith
        "ifElse", ifElse
        "scanRows", scanRows
        "scanElements", scanElements
        "checkpoint", checkpoint
        "vectorize2", vectorize2
        "vectorizeRows2", vectorizeRows2
        "vectorizeRowsToRows2", vectorizeRowsToRows2
        "whileLoopIn", whileLoopIn
        "scanRowsWith", scanRowsWith
        "scanElementsWith", scanElementsWith
    ]
