namespace AutoDiff

/// How many parts of a layer of a loop are of which kind: what it carries, what it reads a row of each step, what it captured, and what it
/// gives a row of each step.
[<ReferenceEquality>]
type internal LoopShape = { Carry: int; Read: int; Captured: int; Given: int }

/// Where the parts of a loop are. Its inputs are layers of carry, of matrices of which a column is read each step, and of captures; its
/// outputs are layers of carry and of matrices of which a column is given each step.
[<Sealed>]
type internal LoopLayers(shape: LoopShape, layers: int) =
    let inputWidth = shape.Carry + shape.Read + shape.Captured
    let outputWidth = shape.Carry + shape.Given

    let pick width start length (xs: 'P[]) = Array.init (layers * length) (fun k -> xs[k / length * width + start + k % length])

    let together (parts: (int * 'P[]) list) =
        [|
            for layer in 0 .. layers - 1 do
                for length, xs in parts do
                    yield! xs[layer * length .. (layer + 1) * length - 1]
        |]

    member _.CarryOf(inputs: 'P[]) : 'P[] = pick inputWidth 0 shape.Carry inputs
    member _.ReadOf(inputs: 'P[]) : 'P[] = pick inputWidth shape.Carry shape.Read inputs
    member _.CapturedOf(inputs: 'P[]) : 'P[] = pick inputWidth (shape.Carry + shape.Read) shape.Captured inputs
    member _.CarriedOf(outputs: 'P[]) : 'P[] = pick outputWidth 0 shape.Carry outputs
    member _.GivenOf(outputs: 'P[]) : 'P[] = pick outputWidth shape.Carry shape.Given outputs

    member _.Inputs(carry: 'P[], read: 'P[], captured: 'P[]) : 'P[] =
        together [ shape.Carry, carry; shape.Read, read; shape.Captured, captured ]

    member _.Outputs(carry: 'P[], given: 'P[]) : 'P[] = together [ shape.Carry, carry; shape.Given, given ]
