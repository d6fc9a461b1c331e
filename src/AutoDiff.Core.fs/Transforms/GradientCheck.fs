namespace AutoDiff

open System
open System.Globalization
open System.Text

/// A derivative differs from what finite differences of the value give.
[<Sealed>]
type WrongGradientException
    /// <summary>An exception that says what is wrong.</summary><param name="message">What is wrong, and what to do instead.</param>
    (message: string) =
    inherit Exception(message)

/// A gradient beside finite differences of the value, element by element of the flattened structure.
[<Sealed; StructuredFormatDisplay "{Shown}">]
type GradientCheck internal (point: float[], gradient: float[], differences: float[], tolerance: float) =
    let scale = Array.append gradient differences |> Array.map abs |> Array.filter Double.IsFinite |> Array.fold max 0.0

    let errors =
        Array.map2
            (fun (a: float) (b: float) ->
                if a = b then
                    0.0
                else
                    let error = abs (a - b) / (max (abs a) (abs b) + 1e-3 * scale)
                    if Double.IsNaN error then infinity else error)
            gradient
            differences

    let worst = if errors.Length = 0 then -1 else Array.IndexOf(errors, Array.max errors)

    /// The gradient, flattened: in order of declaration, matrices column by column.
    member _.Gradient: float[] = Array.copy gradient
    /// What finite differences of the value give, likewise.
    member _.FiniteDifferences: float[] = Array.copy differences
    /// The largest difference, relative to its element and a thousandth of the largest element.
    member _.LargestError: float = if worst < 0 then 0.0 else errors[worst]
    /// The element where the difference is largest, counted from 0; -1 where there are none.
    member _.WorstElement: int = worst
    /// Whether the largest error is within what finite differences can tell: 1e-6, in float32 1e-2. NaN is an error.
    member check.IsRight: bool = check.LargestError <= tolerance

    /// What F# Interactive and %A show.
    member internal check.Shown: string = check.ToString()

    /// <summary>A line for each element that is wrong, or one that says that none is.</summary><returns>The text.</returns>
    override check.ToString() =
        let number (x: float) = x.ToString("R", CultureInfo.InvariantCulture)

        if check.IsRight then
            "The gradient agrees with finite differences: the largest error is " + number check.LargestError + "."
        else
            let text = StringBuilder "The gradient differs from finite differences:"

            for i in 0 .. errors.Length - 1 do
                if errors[i] > tolerance then
                    text.Append("\nelement ").Append(i).Append(", at ").Append(number point[i]).Append(": ") |> ignore
                    text.Append(number gradient[i]) |> ignore
                    text.Append(" where differences give ").Append(number differences[i]) |> ignore

            text.ToString()

    /// Raises a WrongGradientException that shows the elements where they differ.
    member check.ThrowIfWrong() : unit =
        if not check.IsRight then
            raise (WrongGradientException(check.ToString()))

[<RequireQualifiedAccess>]
module internal GradientChecks =
    let private isSingle (leaves: Node[]) = leaves |> Array.exists (fun x -> x.Precision = Precision.Single)

    /// Central differences with one step of Richardson's extrapolation.
    let difference single (f: float -> float) (x: float) =
        let scale = max 1.0 (abs x)
        let h = (if single then 0.0625 else 1.0 / 1024.0) * scale
        let central h = (f (x + h) - f (x - h)) / (2.0 * h)
        (4.0 * central (h / 2.0) - central h) / 3.0

    /// The gradient of a function at a point beside finite differences.
    let check (f: 'T -> Scalar) (x: 'T) : GradientCheck =
        let leaves = Structure.leaves x |> Array.map Marks.stopGradient
        let extents = leaves |> Array.map _.Shape.Extent
        let single = isSingle leaves
        let at = leaves |> Array.map (Interpreter.force >> Read.floats)
        let gradient = Structure.results (Derivatives.grad "CheckGradient" f x) |> Array.collect (Interpreter.force >> Read.floats)

        let moved leaf element (number: float) =
            let elements = Array.updateAt element number at[leaf]

            let node =
                if leaves[leaf].Precision = Precision.Single then
                    Node.ofSingles extents[leaf] (Array.map float32 elements)
                else
                    Node.ofFloats extents[leaf] elements

            (f (Structure.rebuild x (Array.updateAt leaf node leaves))).Value

        let differences =
            [|
                for leaf in 0 .. leaves.Length - 1 do
                    for element in 0 .. at[leaf].Length - 1 -> difference single (moved leaf element) (at[leaf][element])
            |]

        GradientCheck(Array.concat at, gradient, differences, (if single then 1e-2 else 1e-6))
