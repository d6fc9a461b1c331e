/// The order in which the steps of a chain are reversed within a memory of so many states: A. Griewank, A. Walther, Algorithm 799: Revolve, an
/// implementation of checkpointing for the reverse or adjoint mode of computational differentiation (2000).
[<RequireQualifiedAccess>]
module internal AutoDiff.Revolve

open System

/// The binomial coefficient of s + t over t: the longest chain that s states reverse with every step computed at most t times ahead.
let private capacity s t =
    let mutable product = 1.0

    for k in 1..t do
        product <- product * float (s + k) / float k

    product

/// Where a chain longer than the memory is cut: what is after the cut is reversed first, with one state less.
let cut length states =
    let repeats = Seq.initInfinite ((+) 1) |> Seq.find (fun t -> capacity states t >= float length)
    let first = capacity states (repeats - 1)
    let least = float length - capacity (states - 1) repeats
    int (max least (min first (float (length - 1)))) |> max 1

/// Where states of neighbouring steps are kept.
type Keeper<'S> = { Put: int -> 'S -> unit; Get: int -> 'S }

/// As they are.
let asTheyAre (count: int) : Keeper<'S> =
    let kept = Array.zeroCreate<'S> count
    { Put = (fun i state -> kept[i] <- state); Get = (fun i -> kept[i]) }

/// Reverses the steps of a chain from its first state, with so many states in memory at once.
let rec private part states (keep: int -> Keeper<'S>) (advance: 'S -> int -> int -> 'S) (back: int -> 'S -> unit) (state: 'S) first last =
    let mutable last = last

    while last - first > max states 1 do
        let middle = first + cut (last - first) (max states 1)
        part (states - 1) keep advance back (advance state first middle) middle last
        last <- middle

    let kept = keep (last - first)
    let mutable state = state

    for i in first .. last - 1 do
        state <- if i = first then state else advance state (i - 1) i
        kept.Put (i - first) state

    for i in last - 1 .. -1 .. first do
        back i (kept.Get(i - first))

/// Reverses so many steps: advance gives the state of a later step from that of an earlier one, back is called with each step and its state,
/// the last one first.
let sweep (states: int) keep advance back (first: 'S) (count: int) = part (max states 1) keep advance back first 0 count
