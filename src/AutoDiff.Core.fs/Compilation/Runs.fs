namespace AutoDiff

open System

/// What members of one group have in common.
[<Struct; NoEquality; NoComparison>]
type internal GroupKey =
    {
        First: int64
        Second: int64
        Third: int64
        Fourth: int64
    }

    member key.IsSame(other: GroupKey) =
        key.First = other.First && key.Second = other.Second && key.Third = other.Third && key.Fourth = other.Fourth

    /// A number that equal keys have in common.
    member key.Hash =
        // the golden ratio, so that neighbours do not fall together
        let mix (hash: int64) (part: int64) = let x = (hash ^^^ part) * 0x9E3779B97F4A7C15L in x ^^^ (x >>> 32)
        int (mix (mix (mix (mix 0L key.First) key.Second) key.Third) key.Fourth)

/// Members in groups, those of one group one after the other.
[<Sealed>]
type internal Groups(members: int[], starts: int[]) =
    member _.Count = starts.Length - 1
    member _.Size(group: int) = starts[group + 1] - starts[group]
    member _.Member(group: int, k: int) = members[starts[group] + k]
    member _.Members(group: int) : int[] = Array.sub members starts[group] (starts[group + 1] - starts[group])

/// Places that lie evenly, one after the other: what a vector operation can take together.
[<RequireQualifiedAccess>]
module internal Runs =
    /// How many of so many members from a start on are evenly spaced by all these positions at once.
    let length (count: int) (positions: (int -> int)[]) start =
        let mutable until = min count (start + 2)

        if until = start + 2 then
            let step k (position: int -> int) = position k - position (k - 1)
            let steps = positions |> Array.map (step (start + 1))

            let isEven k =
                let mutable j = 0

                while j < steps.Length && step k positions[j] = steps[j] do
                    j <- j + 1

                j = steps.Length

            while until < count && isEven until do
                until <- until + 1

        until - start

    /// Members by their first position, then by the next ones. They mostly come in order.
    let sort (positions: (int -> int)[]) (members: int[]) : int[] =
        let compare x z =
            let mutable order = 0
            let mutable k = 0

            while order = 0 && k < positions.Length do
                order <- (positions[k] x).CompareTo(positions[k] z)
                k <- k + 1

            order

        let mutable isSorted = true

        for k in 1 .. members.Length - 1 do
            isSorted <- isSorted && compare members[k - 1] members[k] <= 0

        if isSorted then members else Array.sortWith compare members

    /// Members by one position. They mostly come in order.
    let sortBy (position: int -> int) (members: int[]) : int[] =
        let mutable isSorted = true

        for k in 1 .. members.Length - 1 do
            isSorted <- isSorted && position members[k - 1] < position members[k]

        if isSorted then members else Array.sortBy position members

    /// So many members by their groups, in the order of the groups.
    let gather (count: int) (groups: int) (memberAt: int -> int) (groupOf: int -> int) : Groups =
        let starts = Array.zeroCreate<int>(groups + 1)

        for k in 0 .. count - 1 do
            starts[groupOf k + 1] <- starts[groupOf k + 1] + 1

        for group in 1..groups do
            starts[group] <- starts[group] + starts[group - 1]

        let next = Array.sub starts 0 groups
        let members = Array.zeroCreate<int> count

        for k in 0 .. count - 1 do
            members[next[groupOf k]] <- memberAt k
            next[groupOf k] <- next[groupOf k] + 1

        Groups(members, starts)

    /// Members in groups of one key, in the order of their first ones.
    let groups (keyOf: int -> GroupKey) (members: int[]) : Groups =
        let mask = int (Numerics.BitOperations.RoundUpToPowerOf2(uint (max members.Length 1))) - 1
        // the last group of each hash and the one before each group of a like hash, from 1 on; 0 for none
        let last, before = Long<int>(mask + 1), Long<int> 0
        let firsts = Long<int> 0
        let groupOf = Long<int> members.Length

        for k in 0 .. members.Length - 1 do
            let key = keyOf members[k]
            let slot = key.Hash &&& mask
            let mutable group = last[slot] - 1

            while group >= 0 && not (key.IsSame(keyOf firsts[group])) do
                group <- before[group] - 1

            if group < 0 then
                group <- firsts.Length
                firsts.Add members[k]
                before.Add last[slot]
                last[slot] <- group + 1

            groupOf[k] <- group

        gather members.Length firsts.Length (fun k -> members[k]) (fun k -> groupOf[k])

    /// For each of so many values how often it has come before.
    let occurrences (value: int -> struct (int * int)) (count: int) : int[] =
        let keyOf k = let struct (first, second) = value k in { First = int64 first; Second = int64 second; Third = 0L; Fourth = 0L }
        let groups = groups keyOf [| 0 .. count - 1 |]
        let before = Array.zeroCreate<int> count

        for group in 0 .. groups.Count - 1 do
            for k in 0 .. groups.Size group - 1 do
                before[groups.Member(group, k)] <- k

        before
