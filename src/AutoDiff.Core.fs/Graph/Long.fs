namespace AutoDiff

open System

/// How a long array is cut into pieces.
[<RequireQualifiedAccess>]
module internal Cutting =
    /// The binary logarithm of how many elements a piece has: pieces stay small objects.
    [<Literal>]
    let Bits = 11

    /// The place in a piece.
    [<Literal>]
    let Mask = 2047

/// An array that grows, or is long from the start, in pieces. What walks over a graph keep has as many elements as the graph has nodes, and
/// arrays as large as that make the collector look at everything, and copy what grows.
[<Sealed>]
type internal Long<'T>(length: int) =
    let mutable count = length
    let mutable pieces: 'T[][] = Array.zeroCreate (max 1 ((length + Cutting.Mask) >>> Cutting.Bits))

    do
        for k in 0 .. pieces.Length - 1 do
            pieces[k] <- Array.zeroCreate (min (Cutting.Mask + 1) (length - (k <<< Cutting.Bits)))

    /// Room for one more: the first piece doubles, further ones are whole.
    let extend () =
        let piece = count >>> Cutting.Bits

        if piece > 0 || pieces[0].Length > Cutting.Mask then
            if piece = pieces.Length then
                Array.Resize(&pieces, 2 * piece)

            pieces[piece] <- Array.zeroCreate (Cutting.Mask + 1)
        else
            Array.Resize(&pieces[0], max 8 (2 * count))

    member _.Length = count

    member _.Item
        with get (index: int): 'T = pieces[index >>> Cutting.Bits][index &&& Cutting.Mask]
        and set (index: int) (value: 'T) = pieces[index >>> Cutting.Bits][index &&& Cutting.Mask] <- value

    /// Appends an element to an array that was empty at first.
    member _.Add(value: 'T) =
        let piece = count >>> Cutting.Bits

        if piece >= pieces.Length || isNull (box pieces[piece]) || (count &&& Cutting.Mask) >= pieces[piece].Length then
            extend ()

        pieces[piece][count &&& Cutting.Mask] <- value
        count <- count + 1

    /// Takes the last element away.
    member _.Pop() : 'T =
        count <- count - 1
        let piece = pieces[count >>> Cutting.Bits]
        let value = piece[count &&& Cutting.Mask]
        piece[count &&& Cutting.Mask] <- Unchecked.defaultof<'T>
        value

    /// The elements in one array.
    member _.ToArray() : 'T[] =
        let all = Array.zeroCreate<'T> count

        for k in 0 .. (count - 1) >>> Cutting.Bits do
            let start = k <<< Cutting.Bits
            Array.Copy(pieces[k], 0, all, start, min (Cutting.Mask + 1) (count - start))

        all
