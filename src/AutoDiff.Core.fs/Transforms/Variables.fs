/// Derivatives of values already computed, with respect to values they were computed from.
[<RequireQualifiedAccess>]
module internal AutoDiff.Variables

let private hasHistory (node: Node) = not (isNull node.Trace)

/// A structure whose values start afresh as variables: what they were computed from is forgotten, unless a differentiation is running.
let variable (x: 'T) : 'T =
    let start (node: Node) =
        let node = if isNull (Trace.blocking node.Trace) then Marks.stopGradient node else node
        Marks.alias Trace.ofVariables node

    Structure.rebuild x (Structure.leaves x |> Array.map start)

let private isConnected (y: Node) (x: Node) =
    Reverse.cotangents hasHistory 0 [| x |] [| y |] [| Node.one y.Precision |] |> Array.head |> isNull |> not

let private unconnected (y: Node) (x: Node) =
    let reason =
        if isConnected (Reduction.sum x) y then
            "x was computed from y, not y from x: the arguments are the wrong way round. Write Gradient(y, x) for the derivative of y with respect to x."
        else
            "y was not computed from x. Compute y from the very value that Diff.Variable returned (a number read out of it, or an expression made "
            + "before, is not connected), or ask for zeros with Unconnected.Zero."

    UnconnectedGradientException("Gradient: " + reason)

/// The derivatives of y with respect to the values of a structure. Where y does not depend on one: an error, or zeros if asked for.
let gradient (zeroIfUnconnected: bool) (y: Scalar) (x: 'T) : 'T =
    let xs = Structure.leaves x
    let bars = Reverse.cotangents hasHistory 0 xs [| y.Node |] [| Node.one y.Node.Precision |]

    let required (x: Node) (bar: Node | null) =
        match bar with
        | null when zeroIfUnconnected -> Node.zeros x.Shape (Precision.settled x.Precision)
        | null -> raise (unconnected y.Node x)
        | bar -> bar

    Array.map2 required xs bars |> Differentiation.close |> Structure.rebuild x

/// A structure that no differentiation sees through.
let stopGradient (x: 'T) : 'T = Structure.rebuild x (Structure.leaves x |> Array.map Marks.stopGradient)
