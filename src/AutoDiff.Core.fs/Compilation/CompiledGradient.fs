namespace AutoDiff

open System
open System.Runtime.CompilerServices
open Microsoft.FSharp.NativeInterop

#nowarn "9" // addresses of spans, pinned while they are used
#nowarn "51" // and of a variable on the stack

/// A scalar function and its gradient, recorded, fused and compiled: over the values of a structure one after the other, in order of
/// declaration, matrices column by column. It allocates nothing once it is warm, and any number of threads may use it at once.
[<Sealed>]
type CompiledGradient internal (count: int, record: float[] -> Branch, plain: float[] -> struct (float * float[]), first: Branch) =
    let branches = Branches<Branch>()
    do branches.Add first

    let tryRun (branch: Branch) (point: nativeint) (gradient: nativeint) (value: byref<float>) : bool =
        let plan = branch.Plan

        match plan.Alone with
        | null ->
            let frame = plan.Rent()
            plan.Run(frame, point, gradient)
            let numbers = NativePtr.ofNativeInt frame.NumbersAddress
            value <- NativePtr.get numbers plan.Kept[0]
            let holds = branch.Holds numbers
            plan.Return frame
            holds
        | segment ->
            let mutable room = FewNumbers()
            let numbers = NativePtr.ofVoidPtr<float>(NativePtr.toVoidPtr &&room)
            segment.Invoke(point, gradient, NativePtr.toNativeInt numbers, 0n, 0n)
            value <- NativePtr.get numbers plan.Kept[0]
            branch.Holds numbers

    /// What no known branch computes: by a new branch, or by the function itself where there are too many.
    let runNew (point: ReadOnlySpan<float>) (gradient: Span<float>) (at: nativeint) (into: nativeint) : float =
        let mutable value = 0.0
        let mutable done' = false

        if not branches.IsFull then
            let made = record (point.ToArray())
            branches.Add made
            done' <- tryRun made at into &value

        if done' then
            value
        else
            Counters.fallbacks.Add 1L
            let struct (value, bars) = plain (point.ToArray())
            bars.AsSpan().CopyTo gradient
            value

    // not written out where it is called: what is needed for a message would slow down every call
    let refuse (point: int) (gradient: int) =
        raise (
            ArgumentException(
                "Evaluate: the function has "
                + string count
                + " values; the point has "
                + string point
                + " and the gradient "
                + string gradient
                + ". Both must have as many as the function."
            )
        )

    /// The number of values that a point has.
    member _.Count: int = count

    /// <summary>Of how many numbers it is.</summary><returns>The text.</returns>
    override _.ToString() = "a compiled value and gradient of " + string count + (if count = 1 then " number" else " numbers")

    /// The plan of the branch that was taken last.
    member internal _.Plan = branches.Known[0].Plan

    /// <summary>The value at a point; the gradient there is written to a span. Raises ArgumentException where a span does not have Count
    /// elements.</summary>
    /// <param name="point">The numbers of all leaves, one after the other.</param>
    /// <param name="gradient">Where the gradient is written, as long as the point.</param><returns>The value.</returns>
    /// <exception cref="T:System.ArgumentException">a span does not have Count elements.</exception>
    /// <example><code>
    /// var compiled = Diff.CompileGradient((Vector v) =&gt; v * v, [0, 0]);
    /// var slopes = new double[2];
    /// Console.WriteLine($"{compiled.Evaluate([1, 2], slopes)} {slopes[0]} {slopes[1]}"); // 5 2 4
    /// </code></example>
    member _.Evaluate(point: ReadOnlySpan<float>, gradient: Span<float>) : float =
        if point.Length <> count || gradient.Length <> count then
            refuse point.Length gradient.Length

        use at = fixed point
        use into = fixed gradient
        let known = branches.Known
        let mutable value = 0.0
        let mutable found = false
        let mutable k = 0

        while not found && k < known.Length do
            found <- tryRun known[k] (NativePtr.toNativeInt at) (NativePtr.toNativeInt into) &value


            if found && k > 0 then
                branches.Prefer known[k]

            k <- k + 1

        if found then
            value
        else
            runNew point gradient (NativePtr.toNativeInt at) (NativePtr.toNativeInt into)

[<RequireQualifiedAccess>]
module internal Compiled =
    /// Whether code can be generated here.
    let private emit () = RuntimeFeature.IsDynamicCodeCompiled

    /// The ports of values that lie one after the other.
    let private flat (extents: Extent[]) = extents |> Array.scan (fun start extent -> start + extent.Size) 0 |> Array.map Flat

    let private gradientBranch name (f: 'T -> Scalar) (pattern: 'T) (leaves: Node[]) : Branch =
        let run (nodes: Node[]) =
            Differentiation.under name nodes (Structure.rebuild pattern >> f) (fun token aliases y ->
                let ys = LoopFinding.before token aliases [| y.Node |]
                Array.append ys (Differentiation.pullback token aliases [||] ys [| Node.one ys[0].Precision |]))

        let recording = Recording.record name leaves run
        let ports = flat (leaves |> Array.map _.Shape.Extent)
        let kept = recording.Decisions |> Array.collect (fun _ -> [| Kept; Kept |])
        let inputs = ports[.. leaves.Length - 1]
        let plan = Planning.make recording.Program inputs (Array.concat [ [| Kept |]; inputs; kept ]) (emit ())
        Branch(recording.Decisions, plan, 1 + leaves.Length)

    let gradient name (f: 'T -> Scalar) (example: 'T) : CompiledGradient =
        let leaves = Structure.leaves example
        let extents = leaves |> Array.map _.Shape.Extent

        let at (point: float[]) = Flat.split extents (Node.ofFloats (Extent.vector point.Length) point)

        let plain point =
            let struct (y, gradient) = Derivatives.valueAndGrad name f (Structure.rebuild example (at point))
            let bars = Flat.join (Structure.leaves gradient)
            struct (y.Value, Read.floats (Read.peek bars))

        CompiledGradient(Flat.size extents, at >> gradientBranch name f example, plain, gradientBranch name f example leaves)

    /// A pure function, compiled.
    let functionOf name (f: 'T -> 'U) : 'T -> 'U = (CompiledFunction<'T, 'U>(name, f) :> obj) :?> ('T -> 'U)
