namespace AutoDiff

/// A function, its gradient or its Hessian as a program that can be read: as numbered text, as LaTeX, as a graph, and as source that
/// computes it without this library. It is recorded at a point: where the function compares numbers, it is that of the branch taken there.
[<Sealed; StructuredFormatDisplay "{Shown}">]
type DerivativeProgram internal (order: int, inputs: string[], extents: Extent[], listings: Lazy<Listing>[], sources: Lazy<Listing>[]) =
    let names = [| "value"; "gradient"; "Hessian" |]
    let at order = DerivativeProgram(order, inputs, extents, listings, sources)
    let listing = listings[order]

    // the Hessian of more than one number is computed by products with directions
    let isProduct = order = 2 && listing.Value.Inputs > inputs.Length
    let parameters = if isProduct then Array.append inputs [| "direction" |] else inputs

    let title = if isProduct then "Hessian times a direction" else names[order]

    let results order : Extent[] =
        match order with
        | 0 -> [| Extent.scalar |]
        | 1 -> extents
        | _ -> [| Extent.vector (Array.sumBy (fun (extent: Extent) -> extent.Size) extents) |]

    let methods () =
        [
            for k in 0..order ->
                {
                    Name = if k = 2 && isProduct then "HessianTimes" else [| "Value"; "Gradient"; "Hessian" |][k]
                    Doc =
                        match k with
                        | 0 -> "The value of the function."
                        | 1 -> "Its gradient."
                        | _ when isProduct -> "Its Hessian times a direction, over all values one after the other."
                        | _ -> "Its second derivative."
                    Parameters = if k = 2 then parameters else inputs
                    Listing = sources[k].Value
                    Results = results k
                }
        ]

    let heading () =
        let decisions = sources[order].Value.Decisions

        "A function with its derivatives, written by AutoDiff."
        + (if decisions = 0 then
               ""
           else
               " It is that of the branch that the function took where it was recorded, by "
               + string decisions
               + " comparisons, and wrong elsewhere.")

    let hessian = if isProduct then Some("Hessian", "Its Hessian, over all values one after the other.") else None
    member internal _.Listing = listing.Value
    /// The program of the function itself.
    member _.Function: DerivativeProgram = at 0
    /// The program of its gradient.
    member _.Gradient: DerivativeProgram = at 1
    /// The program of its Hessian; of more than one number, that of the Hessian times a direction.
    member _.Hessian: DerivativeProgram = at 2

    /// What F# Interactive and %A show.
    member internal p.Shown: string = p.ToString()

    /// <summary>Numbered text: each line with what it computes, its shape, its precision and an estimate of its floating-point
    /// operations.</summary><returns>The text.</returns>
    override _.ToString() : string = Text.write title (Listing.names parameters listing.Value) listing.Value

    /// <summary>LaTeX, for a formula on a line of its own; elements are counted from 1, functions of vectors act element by
    /// element.</summary><returns>The formula.</returns>
    member _.ToLatex() : string =
        // constants are named as they come up in the function itself, so that all its derivatives call them the same
        let constants = Latex.Constants inputs
        let function' = Latex.write constants inputs listings[0].Value

        if order = 0 then function'
        elif isProduct then Latex.writeMatrix constants inputs listing.Value
        else Latex.write constants inputs listing.Value

    /// <summary>A graph in the language of Graphviz.</summary><returns>The text.</returns>
    member _.ToDot() : string = Dot.write title (Listing.names parameters listing.Value) listing.Value

    /// <summary>A C# class Derivative with a method Value and, for a derivative, Gradient and Hessian, which take and give double, double[]
    /// and double[,]. It needs nothing but .NET; with factorisations of matrices or the error function, MathNet.Numerics.</summary><returns>The source.</returns>
    /// <exception cref="T:AutoDiff.SourceException">An operation has no source.</exception>
    member _.ToCSharp() : string = CSharpSource.write (heading ()) (methods ()) hessian

    /// <summary>The same as an F# module Derivative of functions value, gradient and hessian.</summary><returns>The source.</returns>
    /// <exception cref="T:AutoDiff.SourceException">An operation has no source.</exception>
    member _.ToFSharp() : string = FSharpSource.write (heading ()) (methods ()) hessian

[<RequireQualifiedAccess>]
module internal Explanation =
    /// The listing of what a function of nodes computes, recorded at values.
    let private record name (xs: Node[]) (f: Node[] -> Node[]) : Listing =
        let recording = Recording.record name xs f
        Listing.ofProgram recording.Program recording.Decisions.Length

    let private reserved = set ("i j k h t c e in do if is as of or to fun let new out ref var val int end".Split ' ')

    /// A name as parameters have it in both languages; x for one that may mean something else.
    let private nameOf (name: string | null) =
        match name with
        | null -> "x"
        | name when name.Length <= 3 && name <> "" && Seq.forall System.Char.IsAsciiLetter name && not (reserved.Contains name) -> name
        | _ -> "x"

    /// The name of a function's parameter, which the compiler keeps and trimming may take away.
    let parameterOf (f: 'T -> Scalar) : string | null =
        match f.GetType().GetMethod("Invoke", [| typeof<'T> |]) with
        | null -> null
        | invoke -> (Array.head (invoke.GetParameters())).Name

    /// A function explained at a point.
    let explain (name: string) (parameter: string | null) (f: 'T -> Scalar) (x: 'T) : DerivativeProgram =
        let leaves = Structure.leaves x
        let extents = leaves |> Array.map _.Shape.Extent
        let parameter = nameOf parameter

        let inputs =
            if leaves.Length = 1 then
                [| parameter |]
            else
                Array.init leaves.Length (fun i -> parameter + string (i + 1))

        let value (nodes: Node[]) = [| (f (Structure.rebuild x nodes)).Node |]
        let gradient (nodes: Node[]) = Structure.results (Derivatives.grad name f (Structure.rebuild x nodes))

        let second (nodes: Node[]) =
            let slope x = Scalar(Array.head (Structure.results (Derivatives.grad name f x)))
            Structure.results (Derivatives.grad name slope (Structure.rebuild x nodes))

        let size = extents |> Array.sumBy _.Size

        let product (nodes: Node[]) =
            let point, direction = Array.splitAt leaves.Length nodes
            let direction = Flat.split extents direction[0]
            let at = Structure.rebuild x point
            let struct (_, tangents) = Derivatives.jvp (Derivatives.grad name f) at (Structure.rebuild x direction)
            [| Flat.join (Structure.results tangents) |]

        let direction = Node.zeros (Shape.one (Extent.vector size)) (Precision.settled leaves[0].Precision)

        let recorded order =
            match order with
            | 0 -> record name leaves value
            | 1 -> record name leaves gradient
            | _ when size = 1 -> record name leaves second
            | _ -> record name (Array.append leaves [| direction |]) product

        let listings = Array.init 3 (fun order -> lazy recorded order)

        // source has no operation for a loop that is one node of the graph
        let isFlow (line: Line) = line.Primitive.Parameters :? IDependent

        let sources =
            listings
            |> Array.mapi (fun order listing ->
                lazy
                    (if Array.exists isFlow listing.Value.Lines then
                         StepByStep.Within(fun () -> recorded order)
                     else
                         listing.Value))

        // at once, while f is as it is, and so that what it refuses is refused here
        listings[0].Force() |> ignore
        listings[1].Force() |> ignore
        DerivativeProgram(1, inputs, extents, listings, sources)
