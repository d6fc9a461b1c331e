namespace AutoDiff

open System
open System.Collections
open FSharp.Reflection

/// How a type is taken apart and put together again.
[<NoEquality; NoComparison>]
type internal Shaper =
    /// Scalar, Vector or Matrix: its node, and a value of the type from a node.
    | Value of node: (obj -> Node) * ofNode: (Node -> objnull)
    /// Parts with names, in order; made anew from parts after the pattern of an old one.
    | Parts of names: (obj -> string[]) * read: (obj -> objnull[]) * make: (obj -> objnull[] -> obj)
    /// double, double[] and their kin: no value, but perhaps meant as one.
    | Number
    /// Anything else rides along.
    | Opaque

/// Shapers of collections.
[<RequireQualifiedAccess>]
module internal Collections =
    let private numbered (x: obj) = Array.init (Seq.length (Seq.cast<objnull>(x :?> IEnumerable))) (fun i -> "[" + string i + "]")
    let private elements (x: obj) : objnull[] = [| for element in (x :?> IEnumerable) -> element |]

    let private arrayOf (elementType: Type) (parts: objnull[]) =
        let result = Array.CreateInstance(elementType, parts.Length)
        parts |> Array.iteri (fun i part -> result.SetValue(part, i))
        result :> obj

    /// Arrays, and sequences that nothing else is known of: they become arrays.
    let array elementType = Parts(numbered, elements, (fun _ parts -> arrayOf elementType parts))

    let array2D (elementType: Type) =
        let make (pattern: obj) (parts: objnull[]) : obj =
            let rows, columns = (pattern :?> Array).GetLength 0, (pattern :?> Array).GetLength 1
            let result = Array.CreateInstance(elementType, rows, columns)
            parts |> Array.iteri (fun k part -> result.SetValue(part, k / columns, k % columns))
            result :> obj

        Parts(numbered, elements, make)

    let list (t: Type) =
        let make (_: obj) (parts: objnull[]) : obj =
            let result = nonNull (Activator.CreateInstance t) :?> IList

            for part in parts do
                result.Add part |> ignore

            upcast result

        Parts(numbered, elements, make)

    let fsharpList (t: Type) =
        let cases = FSharpType.GetUnionCases t
        let empty = FSharpValue.PreComputeUnionConstructor cases[0]
        let cons = FSharpValue.PreComputeUnionConstructor cases[1]

        Parts(
            numbered,
            elements,
            (fun _ parts -> nonNull (Array.foldBack (fun (part: objnull) (rest: objnull) -> cons [| part; rest |]) parts (empty [||])))
        )

    /// Keys and values of a dictionary or map with string keys, by key.
    let private entries (x: obj) : (string * objnull)[] =
        [|
            for pair in Seq.cast<obj>(x :?> IEnumerable) do
                let get (name: string) = (nonNull (pair.GetType().GetProperty name)).GetValue pair
                string (get "Key"), get "Value"
        |]
        |> Array.sortWith (fun (a, _) (b, _) -> String.CompareOrdinal(a, b))

    let private names (x: obj) = entries x |> Array.map (fun (key, _) -> "[\"" + key + "\"]")
    let private values (x: obj) : objnull[] = entries x |> Array.map snd

    let dictionary (t: Type) =
        let make (pattern: obj) (parts: objnull[]) : obj =
            let result = nonNull (Activator.CreateInstance t) :?> IDictionary
            Array.iter2 (fun (key: string, _) part -> result[key] <- part) (entries pattern) parts
            upcast result

        Parts(names, values, make)

    let map (t: Type) =
        let pairType = typedefof<Tuple<_, _>>.MakeGenericType(t.GetGenericArguments())
        let pair = FSharpValue.PreComputeTupleConstructor pairType

        let make (pattern: obj) (parts: objnull[]) : obj =
            let pairs = Array.map2 (fun (key: string, _) part -> pair [| key; part |]) (entries pattern) parts
            Unchecked.nonNull (Activator.CreateInstance(t, arrayOf pairType pairs))

        Parts(names, values, make)

    let option (t: Type) =
        let some = (FSharpType.GetUnionCases t)[1]
        let read = FSharpValue.PreComputeUnionReader some
        let make = FSharpValue.PreComputeUnionConstructor some
        let isSome = let tag = FSharpValue.PreComputeUnionTagReader t in (fun x -> tag x = 1)

        Parts(
            (fun x -> if isSome x then [| ".Value" |] else [||]),
            (fun x -> if isSome x then read x else [||]),
            (fun x parts -> if isSome x then nonNull (make parts) else x)
        )
