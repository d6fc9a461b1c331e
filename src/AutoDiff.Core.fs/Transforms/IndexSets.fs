/// Sets of arguments that elements depend on, as sorted arrays that equal elements share.
[<RequireQualifiedAccess>]
module internal AutoDiff.IndexSets

open System
open System.Collections.Generic

/// What depends on no argument.
let none: int[] = [||]

/// The same of an element that is zero wherever the function is evaluated, as where nothing was placed.
let absent: int[] = Array.zeroCreate 0

/// Whether a set is that one.
let isAbsent (set: int[]) = obj.ReferenceEquals(set, absent)

/// The union of two sorted sets; one of the two where it holds the other.
let union (x: int[]) (z: int[]) : int[] =
    if obj.ReferenceEquals(x, z) then
        x
    elif x.Length = 0 && (isAbsent x || z.Length > 0) then
        z
    elif z.Length = 0 then
        x
    else
        let merged = Array.zeroCreate<int>(x.Length + z.Length)
        let mutable i, j, n = 0, 0, 0

        while i < x.Length || j < z.Length do
            let next = if j = z.Length || (i < x.Length && x[i] <= z[j]) then x[i] else z[j]

            if i < x.Length && x[i] = next then
                i <- i + 1

            if j < z.Length && z[j] = next then
                j <- j + 1

            merged[n] <- next
            n <- n + 1

        if n = x.Length then x
        elif n = z.Length then z
        else Array.sub merged 0 n

/// How many pairs of elements and arguments there are.
let total (sets: int[][]) = sets |> Array.sumBy (fun set -> int64 set.Length)

/// Whether elements depend on the same arguments.
let samePattern (x: int[][]) (z: int[][]) =
    x.Length = z.Length
    && Array.forall2 (fun (a: int[]) (b: int[]) -> obj.ReferenceEquals(a, b) || a.AsSpan().SequenceEqual(ReadOnlySpan b)) x z

/// The union of many sets.
let unionAll (sets: int[] seq) : int[] =
    let different = HashSet<int[]>(Seq.filter (fun (set: int[]) -> set.Length > 0) sets, HashIdentity.Reference)

    if different.Count <= 8 then
        Seq.fold union none different
    else
        let all = HashSet<int>()
        different |> Seq.iter all.UnionWith
        let sorted = Seq.toArray all
        Array.sortInPlace sorted
        sorted
