/// Loops that are found in long programs of numbers.
module AutoDiff.Tests.LoopFindingTests

open System
open Xunit
open AutoDiff

/// Scalar loops over the elements of vectors, as one would write them.
let private scalarLoops: (string * (Vector -> Scalar)) list =
    let sum (count: int) (term: int -> Scalar) =
        let mutable sum = Scalar 0.0

        for i in 0 .. count - 1 do
            sum <- sum + term i

        sum

    [
        "neighbours", (fun v -> sum (v.Count - 1) (fun i -> let a = v[i + 1] - v[i] * v[i] in 100.0 * a * a + Scalar.Exp(-v[i])))
        "pairs from both ends", (fun v -> sum (v.Count / 2) (fun i -> v[i] * Scalar.Sin v[v.Count - 1 - i]))
        "every third", (fun v -> sum (v.Count / 3) (fun i -> Scalar.Tanh(v[3 * i]) * v[3 * i + 1] - 0.5 * v[3 * i + 2]))
        "constants that differ", (fun v -> sum v.Count (fun i -> (v[i] - float i) * (v[i] - float i) * Scalar(1.0 / float (i + 1))))
        "one number for all", (fun v -> sum v.Count (fun i -> v[0] * v[i] + Scalar.Sqrt(1.0 + v[i] * v[i]) / (2.0 + v[1] * v[1])))
        "the same term twice", (fun v -> sum v.Count (fun i -> v[i] * v[i] + v[i] * v[i]))
        "a recurrence", (fun v -> Seq.fold (fun (s: Scalar) i -> Scalar.Sin s + 0.5 * v[i] * s) (Scalar 1.0) (seq { 0 .. v.Count - 1 }))
        "a double loop",
        (fun v ->
            let n = int (sqrt (float v.Count))
            sum n (fun i -> Scalar.Exp(-0.01 * sum n (fun j -> v[i * n + j] * v[j] * float (1 + j)))))
        "nothing but a sum", (fun v -> sum v.Count (fun i -> v[i]))
    ]

[<Fact>]
let ``Scalar loops that are found agree with the interpreter to rounding, and leave few entries`` () =
    for name, f in scalarLoops do
        for n in [ 40; 150; 600 ] do
            let xs =
                [| Numbers.node Precision.Double (Shape.one (Extent.vector n)) (Array.init n (fun i -> 0.5 + 0.4 * sin (float i))) |]

            let withGradient (xs: Node[]) =
                Differentiation.under "Test" xs (fun xs -> [| (f (Vector xs[0])).Node |]) (fun token aliases ys ->
                    Array.append ys (Differentiation.pullback token aliases [||] ys [| Node.one Precision.Double |]))

            let expected = Paths.interpreted xs withGradient

            for emit in [ false; true ] do
                let found = Paths.planned emit xs withGradient

                Array.iter2
                    (fun (expected: float[]) (found: float[]) ->
                        let largest = expected |> Seq.map abs |> Seq.max

                        Array.iter2
                            (fun (e: float) f ->
                                // sums in another order: the rounding errors of n terms of the size of the largest
                                Assert.True(
                                    abs (e - f) <= 1e-14 * float n * (1.0 + largest),
                                    $"{name}, n = {n}: {e} interpreted, {f} compiled"
                                ))
                            expected
                            found)
                    expected
                    found

            // a recurrence is no loop; numbers that are used several times are added up one by one
            let bound =
                match name with
                | "a recurrence"
                | "a double loop" -> Int32.MaxValue
                | "one number for all"
                | "the same term twice" -> 2 * n
                | _ -> 100

            if n = 600 then
                let entries = (Recording.record "Test" xs withGradient).Program.Entries.Length
                Assert.True(entries < bound, $"{name}: {entries} entries are left")

/// Whether a compiled gradient is what plain calls give, to the rounding errors of so many terms.
let private agrees name (f: Vector -> Scalar) (compiled: CompiledGradient) (point: float[]) =
    let value, gradient = Diff.valueAndGrad f (Vector point)
    let found = Array.zeroCreate<float> point.Length
    let foundValue = compiled.Evaluate(ReadOnlySpan point, Span found)
    let expected = gradient.ToArray()
    let bound = 1e-14 * float point.Length * (1.0 + max (abs value.Value) (expected |> Seq.map abs |> Seq.max))
    Assert.True(abs (foundValue - value.Value) <= bound, $"{name}: {value.Value} interpreted, {foundValue} compiled")
    Array.iter2 (fun (e: float) f -> Assert.True(abs (e - f) <= bound, $"{name}: {e} interpreted, {f} compiled")) expected found

[<Fact>]
let ``The loops of a function are found before it is differentiated, and its gradient is right`` () =
    for name, f in scalarLoops do
        let point = Array.init 600 (fun i -> 0.5 + 0.4 * sin (float i))
        agrees name f (Diff.compileGradient f (Vector point)) point

        let left =
            Differentiation.under "Test" [| (Vector point).Node |] (fun xs -> [| (f (Vector xs[0])).Node |]) (fun token aliases ys ->
                (Schedule.ofRoots (Node.dependsOn token) (LoopFinding.before token aliases ys)).Count)

        match name with
        | "a recurrence"
        | "a double loop"
        | "nothing but a sum" -> () // no loops, or short ones
        | _ -> Assert.True(left < 50, $"{name}: {left} nodes are left")

[<Fact>]
let ``Loops over elements that decide have a branch for each outcome`` () =
    let f (v: Vector) =
        Seq.fold
            (fun (sum: Scalar) i -> sum + (if v[i] > Scalar 0.0 then v[i] * v[i] else Scalar.Exp v[i] * v[0]))
            (Scalar 0.0)
            (seq { 0 .. v.Count - 1 })

    let pointOf phase = Array.init 600 (fun i -> sin (phase + float i))
    let compiled = Diff.compileGradient f (Vector(pointOf 0.0))

    for phase in [ 0.0; 1.0; 2.0; 0.0 ] do
        agrees $"from {phase}" f compiled (pointOf phase)

[<Fact>]
let ``Groups are those of a plain grouping, in the order of their first members`` () =
    let random = Random 5

    for count in [ 0; 1; 30; 5_000 ] do
        let members = Array.init count (fun k -> 7 * k)
        let values = Array.init count (fun _ -> random.Next(1 + count / 3))
        let valueOf m = values[m / 7]
        let key m = { First = int64 (valueOf m); Second = -1L; Third = 0L; Fourth = int64 (valueOf m % 2) }
        let groups = Runs.groups key members
        let expected = members |> Array.groupBy valueOf |> Array.map snd
        Assert.Equal<int[][]>(expected, Array.init groups.Count groups.Members)
        let before = Runs.occurrences (fun k -> struct (values[k], 1)) count
        let seen k = values[.. k - 1] |> Seq.filter (fun v -> v = values[k]) |> Seq.length

        if count < 1_000 then
            Assert.Equal<int[]>(Array.init count seen, before)
