/// Long programs of ordinary loops are cut into pieces that are alike, and those are compiled once.
module AutoDiff.Tests.SegmentTests

open System
open System.Collections.Generic
open System.Linq.Expressions
open Xunit
open FsCheck.FSharp
open AutoDiff

type private Code = System.Linq.Expressions.Expression

/// One operation within a step of a loop, on two states and a constant that is of the step.
[<Struct>]
type private Operation = { Kind: int; First: int; Second: int }

let private apply (states: Vector[]) (constant: Vector) (number: float) operation : Vector =
    let v, w = states[operation.First % states.Length], states[operation.Second % states.Length]

    match operation.Kind with
    | 0 -> Vector.Tanh(v.PointwiseMultiply constant + w)
    | 1 -> 0.5 * Vector.Sigmoid v + number * w
    | 2 -> v - w * (0.1 * Scalar.Log(2.0 + (v * v)))
    | 3 -> v[v.Count - 1] * constant - 0.3 * w
    | 4 -> Vector.Sin(number * v)
    | _ -> v.PointwiseMultiply(Vector.Exp(-(w.PointwiseMultiply w))) + constant

/// An ordinary loop of so many steps with constants of its own in each, some of them equal in all elements, and now and then another order.
let private recurrence (operations: Operation[]) (steps: int) (x: Vector) : Scalar =
    let n = x.Count
    let states = [| x; 0.5 * x; Vector(Array.init n (fun i -> cos (float i))) |]
    let mutable total = Scalar 0.0

    for t in 0 .. steps - 1 do
        let constant = Vector(Array.init n (fun i -> if t % 3 = 0 then 0.3 + 0.01 * float t else sin (float (i + t))))
        let number = if t % 2 = 0 then 0.7 else cos (float t)
        let order = if t % 37 = 5 then Array.rev operations else operations

        order |> Array.iteri (fun k operation -> states[k % states.Length] <- apply states constant number operation)

        if t % 2 = 0 then
            total <- total + states[t % states.Length].Sum() * number

    total / float steps

let private withGradient f (xs: Node[]) : Node[] =
    let value, gradient = Diff.valueAndGrad f (Vector xs[0])
    [| value.Node; gradient.Node |]

let private point n =
    [|
        Numbers.node Precision.Double (Shape.one (Extent.vector n)) (Array.init n (fun i -> 0.6 * cos (float (i * i + 1))))
    |]

[<Fact>]
let ``Random loops of many steps have the same bits on every path`` () =
    let operation =
        Gen.zip (Gen.choose (0, 5)) (Gen.zip (Gen.choose (0, 2)) (Gen.choose (0, 2)))
        |> Gen.map (fun (kind, (first, second)) -> { Kind = kind; First = first; Second = second })

    let drawn =
        Gen.zip (Gen.elements [ 1; 5; 14; 70 ]) (Gen.choose (2, 6) |> Gen.bind (fun count -> Gen.arrayOfLength count operation))

    Generators.check 5 drawn (fun (n, operations) -> Paths.agree (point n) (withGradient (recurrence operations (700 / operations.Length))))

/// The pieces of emitted code of a plan: of how many kinds they are, and how many there are.
let private pieces (xs: Node[]) (f: Node[] -> Node[]) =
    let segments =
        (Paths.plan true xs f).Steps
        |> Array.choose (fun step ->
            match step with
            | :? CodeStep as code -> Some code.Segment
            | _ -> None)

    HashSet(segments, HashIdentity.Reference).Count, segments.Length

[<Fact>]
let ``Steps of a long loop share their code`` () =
    let cell (steps: int) (x: Vector) : Scalar =
        let mutable h, c = x, x
        let mutable loss = Scalar 0.0

        for t in 0 .. steps - 1 do
            let input = Vector(Array.init x.Count (fun i -> sin (float (i * t))))
            let gate = Vector.Sigmoid(h.PointwiseMultiply x + input)
            c <- c.PointwiseMultiply gate + Vector.Tanh(h + input)
            h <- gate.PointwiseMultiply(Vector.Tanh c)
            loss <- loss + Scalar.Log(2.0 + (Vector.Exp h).Sum()) * float (t % 7)

        loss

    for n in [ 1; 14 ] do
        let kinds, all = pieces (point n) (withGradient (cell 200))
        Assert.True(all > 30 && kinds < all / 2, $"{kinds} kinds of {all} pieces for {n} elements")

/// Code that sets a variable to one expression and adds it up in a loop until a limit, and leaves by a label.
let private counting (constant: obj) (step: Code -> Code) swapped : Expression<Segment> =
    let parameters = Array.init 5 (fun k -> Code.Parameter(typeof<nativeint>, string k))
    let variable, other = Code.Variable typeof<float>, Code.Variable typeof<float>
    let exit = Code.Label()
    let value = Code.Convert(Code.Constant constant, typeof<float>)

    let body: Code list =
        [
            Code.Assign(variable, value)
            Code.Assign(other, step (if swapped then other :> Code else variable :> Code))
            Code.Loop(Code.IfThenElse(Code.LessThan(other, Code.Constant 3.0), Code.Empty(), Code.Break exit), exit)
        ]

    Code.Lambda<Segment>(Code.Block([ variable; other ], body), parameters)

[<Fact>]
let ``Code is shared where nothing but names differs`` () =
    let sqrt, exp = typeof<Math>.GetMethod "Sqrt" |> nonNull, typeof<Math>.GetMethod "Exp" |> nonNull
    let call (method: Reflection.MethodInfo) (x: Code) : Code = Code.Call(method, x)
    let add (x: Code) : Code = Code.Add(x, x)
    let multiply (x: Code) : Code = Code.Multiply(x, x)
    let segments = Segments()
    let first = segments.Compile(counting 1.0 (call sqrt) false)
    Assert.Same(first, segments.Compile(counting 1.0 (call sqrt) false))

    let others =
        [
            counting 0.0 (call sqrt) false
            counting -0.0 (call sqrt) false
            counting 1 (call sqrt) false
            counting 1.0f (call sqrt) false
            counting 1.0 (call exp) false
            counting 1.0 add false
            counting 1.0 multiply false
            counting 1.0 (call sqrt) true
        ]
        |> List.map segments.Compile

    Assert.Equal(1 + others.Length, HashSet(first :: others, HashIdentity.Reference).Count)

[<Fact>]
let ``Arrays that are read no more give their room to later ones`` () =
    let n = 40
    let weights = Matrix(Array2D.init n n (fun i j -> sin (float (i + n * j)) / 8.0))
    let layer (x: Vector) = Vector.Tanh(weights * x) + x[0] * x
    let f (steps: int) (xs: Node[]) = [| (List.fold (fun x _ -> layer x) (Vector xs[0]) [ 1..steps ]).Node |]

    for emit in [ false; true ] do
        let room steps = (Paths.plan emit (point n) (f steps)).Room
        Assert.Equal(room 3, room 30)

    Paths.agree (point n) (f 30)
