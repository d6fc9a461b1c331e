/// Colours for the columns of sparse matrices, so that those of one colour are found by one direction: A. H. Gebremedhin, F. Manne,
/// A. Pothen, What color is your Jacobian? (2005), sections 3 and 4.
[<RequireQualifiedAccess>]
module internal AutoDiff.Colouring

open System.Collections.Generic

/// The transpose of a pattern given by rows.
let transpose columns (rows: int[][]) : int[][] =
    let lists = Array.init columns (fun _ -> List<int>())

    rows
    |> Array.iteri (fun i row ->
        for j in row do
            lists[j].Add i)

    lists |> Array.map _.ToArray()

/// The smallest colour that is not forbidden for a vertex.
let private smallest (forbidden: int[]) vertex =
    let mutable colour = 0

    while forbidden[colour] = vertex do
        colour <- colour + 1

    colour

/// The places by falling degree, those of one degree in order.
let private order (adjacent: int[][]) = Array.init adjacent.Length id |> Array.sortBy (fun v -> struct (-adjacent[v].Length, v))

/// Columns of one colour share no row: the Jacobian times the sum of their unit vectors gives all their elements.
let columns (rows: int[][]) (count: int) : int[] =
    let byColumn = transpose count rows
    let colours = Array.create count -1
    let forbidden = Array.create (count + 1) -1

    for v in order byColumn do
        for i in byColumn[v] do
            for w in rows[i] do
                if colours[w] >= 0 then
                    forbidden[colours[w]] <- v

        colours[v] <- smallest forbidden v

    colours

/// How many neighbours of a vertex have a colour, and the first of them.
type private Counts() =
    let counts = Dictionary<int, struct (int * int)>()

    /// Counts one more; the number now, and the first.
    member _.Add(colour: int, vertex: int) : struct (int * int) =
        let counted =
            match counts.TryGetValue colour with
            | true, struct (count, first) -> struct (count + 1, first)
            | _ -> struct (1, vertex)

        counts[colour] <- counted
        counted

/// A star colouring of a symmetric pattern: neighbours differ, and no path of four has two colours only, so that each element is alone with
/// its colour in its row or in its column. Where v - w - x - y is a path and y has the colour of w, v must not have that of x: those colours
/// are kept with w, so that a vertex with many neighbours costs no more than their number.
let star (rows: int[][]) : int[] =
    let count = rows.Length
    let colours = Array.create count -1
    let forbidden = Array.create (count + 1) -1
    let counts = Array.init count (fun _ -> Counts())
    let barred = Array.init count (fun _ -> HashSet<int>())

    let forbid v =
        for w in rows[v] do
            if w <> v && colours[w] >= 0 then
                forbidden[colours[w]] <- v

                for colour in barred[w] do
                    forbidden[colour] <- v
            elif w <> v then
                for x in rows[w] do
                    if x <> v && colours[x] >= 0 then
                        forbidden[colours[x]] <- v

    let tell v =
        for u in rows[v] do
            if u <> v then
                let struct (same, first) = counts[u].Add(colours[v], v)

                if same >= 2 && colours[u] >= 0 then
                    barred[v].Add colours[u] |> ignore
                    barred[first].Add colours[u] |> ignore

    for v in order rows do
        forbid v
        colours[v] <- smallest forbidden v
        tell v

    colours
