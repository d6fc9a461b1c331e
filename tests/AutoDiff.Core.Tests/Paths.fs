namespace AutoDiff.Tests

open System
open System.Collections.Generic
open System.Diagnostics.Metrics
open System.Threading
open Xunit
open AutoDiff

/// The ways in which a function is computed: node by node, by a plan that is played back, by a plan that is emitted.
[<RequireQualifiedAccess>]
module internal Paths =
    /// The program of a function, made ready to run.
    let plan emit (xs: Node[]) (f: Node[] -> Node[]) : Plan =
        let recording = Recording.record "Test" xs f
        let shapes = recording.Program.Outputs |> Array.map (fun place -> recording.Program.Entries[place].Shape)
        Planning.make recording.Program (Planning.ports (xs |> Array.map _.Shape)) (Planning.ports shapes) emit

    /// The same, run on its inputs.
    let planned emit (xs: Node[]) (f: Node[] -> Node[]) : float[][] =
        let values = nonNull ((plan emit xs f).Evaluate(xs |> Array.map _.Value, (fun _ -> true)))
        values |> Array.map Read.floats

    /// Interpreted.
    let interpreted (xs: Node[]) (f: Node[] -> Node[]) : float[][] = f xs |> Array.map Numbers.floats

    let sameBits what (expected: float[][]) (found: float[][]) =
        Assert.Equal(expected.Length, found.Length)

        Array.iteri2
            (fun i (e: float[]) (f: float[]) ->
                Assert.True(
                    e.Length = f.Length && Array.forall2 Numbers.sameBits e f,
                    $"{what}, output {i}: {Numbers.text e} interpreted, {Numbers.text f} by a plan"
                ))
            expected
            found

    /// Both kinds of plan against the interpreter.
    let agree (xs: Node[]) (f: Node[] -> Node[]) =
        let expected = interpreted xs f
        sameBits "played back" expected (planned false xs f)
        sameBits "emitted" expected (planned true xs f)

/// Counts what the library reports to a meter on this thread while it lives.
[<Sealed>]
type internal Meter() =
    let counts = Dictionary<string, int64>()
    let thread = Environment.CurrentManagedThreadId

    let found name =
        match counts.TryGetValue name with
        | true, count -> count
        | _ -> 0L

    let listener = new MeterListener()

    do
        listener.InstrumentPublished <-
            Action<_, _>(fun instrument listener ->
                if instrument.Meter.Name = "AutoDiff" then
                    listener.EnableMeasurementEvents instrument)

        listener.SetMeasurementEventCallback<int64>(
            MeasurementCallback<int64>(fun instrument count _ _ ->
                if Environment.CurrentManagedThreadId = thread then
                    counts[instrument.Name] <- found instrument.Name + count)
        )

        listener.Start()

    /// How often something was counted.
    member _.Count(name: string) = found ("autodiff." + name)

    interface IDisposable with
        member _.Dispose() = listener.Dispose()
