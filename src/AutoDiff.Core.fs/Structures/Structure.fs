/// A structure of values: a Scalar, Vector or Matrix, or any nesting of tuples, records, arrays, lists, dictionaries, options and maps.
/// Taken apart into leaves, in order of declaration, and put together again with others.
[<RequireQualifiedAccess>]
module internal AutoDiff.Structure

open System
open System.Collections
open System.Collections.Concurrent
open System.Collections.Generic
open System.Reflection
open FSharp.Reflection

/// What a walk over a structure finds: its values in order, where each stands, and plain numbers that may have been meant as values.
[<Sealed>]
type private Found() =
    member val Nodes = List<Node>()
    member val Paths = List<string>()
    member val Numbers = List<string>()
    member val Others = List<objnull>()

let private isNumber (t: Type) =
    let element = if t.IsArray then nonNull (t.GetElementType()) else t
    element = typeof<float> || element = typeof<float32>

let private isGeneric (definition: Type) (t: Type) = t.IsGenericType && t.GetGenericTypeDefinition() = definition

/// The type argument of the sequence that a type is; None if it is none.
let private sequenceElement (t: Type) =
    t.GetInterfaces()
    |> Array.tryFind (isGeneric typedefof<IEnumerable<_>>)
    |> Option.map (fun i -> i.GetGenericArguments()[0])

let private cannotHoldValues (t: Type) = t.IsPrimitive || t.IsEnum || t = typeof<string> || t = typeof<decimal>

let private value (node: 'V -> Node) (ofNode: Node -> 'V) = Value((fun x -> node (unbox<'V> x)), (fun n -> box (ofNode n)))

let private collection (t: Type) =
    match sequenceElement t with
    | Some element when cannotHoldValues element -> Opaque
    | _ when t.IsArray && t.GetArrayRank() = 1 -> Collections.array (nonNull (t.GetElementType()))
    | _ when t.IsArray && t.GetArrayRank() = 2 -> Collections.array2D (nonNull (t.GetElementType()))
    | _ when isGeneric typedefof<List<_>> t -> Collections.list t
    | _ when isGeneric typedefof<_ list> t -> Collections.fsharpList t
    | _ when isGeneric typedefof<Dictionary<_, _>> t && t.GetGenericArguments()[0] = typeof<string> -> Collections.dictionary t
    | _ when isGeneric typedefof<Map<_, _>> t && t.GetGenericArguments()[0] = typeof<string> -> Collections.map t
    | Some element when element = typeof<Scalar> || element = typeof<Vector> || element = typeof<Matrix> -> Collections.array element
    | _ -> Opaque

let private find (t: Type) =
    if t = typeof<Scalar> then value (fun (x: Scalar) -> x.Node) Scalar
    elif t = typeof<Vector> then value (fun (x: Vector) -> x.Node) Vector
    elif t = typeof<Matrix> then value (fun (x: Matrix) -> x.Node) Matrix
    elif isNumber t then Number
    elif FSharpType.IsTuple t then Records.tuple t
    elif isGeneric typedefof<_ option> t || isGeneric typedefof<_ voption> t then Collections.option t
    elif FSharpType.IsRecord(t, BindingFlags.Public ||| BindingFlags.NonPublic) then Records.fsharp t
    elif Records.isCSharp t then Records.csharp t
    else collection t

let private shapers = ConcurrentDictionary<Type, Shaper>()
let private shaperOf (x: obj) = shapers.GetOrAdd(x.GetType(), find)

let rec private collect (found: Found) (path: string) (x: objnull) =
    match x with
    | null -> found.Others.Add null
    | x ->
        match shaperOf x with
        | Value(node, _) ->
            found.Nodes.Add(node x)
            found.Paths.Add path
        | Parts(names, read, _) ->
            let names = names x
            found.Others.Add names
            Array.iter2 (fun name part -> collect found (path + name) part) names (read x)
        | Number ->
            found.Numbers.Add path
            found.Others.Add x
        | Opaque -> found.Others.Add x

let private explore (x: 'T) =
    let found = Found()
    collect found "" (box x)
    found

let private nameOf (t: Type) = if FSharpType.IsTuple t then "tuple" else t.Name.Split('`')[0]

/// The one value that a structure is; null where it is made of parts.
let private single (x: 'T) : Node | null =
    match box x with
    | :? Scalar as x -> x.Node
    | :? Vector as x -> x.Node
    | :? Matrix as x -> x.Node
    | _ -> null

/// Whether a type that is not taken apart has values as properties or fields, as a class or a union may.
let private hidesValues (x: objnull) =
    let isValue t = t = typeof<Scalar> || t = typeof<Vector> || t = typeof<Matrix>

    match x with
    | null -> false
    | x ->
        let t = x.GetType()

        t.GetProperties() |> Array.exists (fun p -> isValue p.PropertyType)
        || t.GetFields() |> Array.exists (fun f -> isValue f.FieldType)

let private nothingIn (structure: string) (found: Found) =
    let numbers = found.Numbers |> Seq.map (fun path -> structure + path) |> Seq.truncate 5

    let reason =
        match found.Others |> Seq.tryFind hidesValues with
        | Some(NonNull hiding) ->
            " "
            + nameOf (hiding.GetType())
            + " holds values, but it is not taken apart, as records, tuples, arrays, lists, dictionaries, options and maps are. Make it a record."
        | _ when Seq.isEmpty numbers -> " Make what is to vary a Scalar, Vector or Matrix."
        | _ ->
            " These are plain numbers, which ride along as constants: "
            + String.Join(", ", numbers)
            + ". Make what is to vary a Scalar, Vector or Matrix."

    StructureException("A " + structure + " without any Scalar, Vector or Matrix in it has nothing to differentiate." + reason)

let private manyLeaves (x: 'T) : Node[] =
    let found = explore x

    if found.Nodes.Count = 0 then
        raise (nothingIn (nameOf typeof<'T>) found)

    found.Nodes.ToArray()

/// The values in a structure, in order; none at all is an error.
let leaves (x: 'T) : Node[] =
    match single x with
    | null -> manyLeaves x
    | node -> [| node |]

/// The values in a structure, in order, where there may be none.
let results (x: 'T) : Node[] =
    match single x with
    | null -> (explore x).Nodes.ToArray()
    | node -> [| node |]

/// The values in a structure, in order, and what else tells it from others of its type: names of parts, and what rides along.
let withOthers (x: 'T) : struct (Node[] * objnull[]) =
    let found = explore x
    struct (found.Nodes.ToArray(), found.Others.ToArray())

let private innermost (e: exn) =
    match e with
    | :? TargetInvocationException as wrapped when not (isNull wrapped.InnerException) -> nonNull wrapped.InnerException
    | e -> e

let rec private replace (next: unit -> Node) (path: string) (x: objnull) : objnull =
    match x with
    | null -> null
    | x ->
        match shaperOf x with
        | Value(_, ofNode) -> ofNode (next ())
        | Parts(names, read, make) ->
            let parts = Array.map2 (fun name part -> replace next (path + name) part) (names x) (read x)

            try
                make x parts
            with e ->
                let where = if path = "" then "" else " at " + path.TrimStart '.'

                raise (
                    StructureException(
                        "Rebuilding " + x.GetType().Name + where + " from new values failed: " + (innermost e).Message,
                        innermost e
                    )
                )
        | Number
        | Opaque -> x

let private rebuildParts (pattern: 'T) (nodes: Node[]) : 'T =
    let mutable next = -1

    let take () =
        next <- next + 1
        nodes[next]

    unbox<'T>(replace take "" (box pattern))

/// The same structure with other values in its leaves.
let rebuild (pattern: 'T) (nodes: Node[]) : 'T =
    match box pattern with
    | :? Scalar -> unbox<'T>(box (Scalar nodes[0]))
    | :? Vector -> unbox<'T>(box (Vector nodes[0]))
    | :? Matrix -> unbox<'T>(box (Matrix nodes[0]))
    | _ -> rebuildParts pattern nodes

/// The leaves of a second structure that must match the first: as many, of the same shapes.
let matching (what: string) (x: 'T) (other: 'T) : Node[] =
    let found, others = explore x, explore other

    if found.Nodes.Count <> others.Nodes.Count then
        raise (
            StructureException(
                what
                + " has "
                + string others.Nodes.Count
                + " values where the point has "
                + string found.Nodes.Count
                + "; it must be of the same structure."
            )
        )

    for i in 0 .. found.Nodes.Count - 1 do
        let expected, given = found.Nodes[i].Shape.Extent, others.Nodes[i].Shape.Extent

        if not (expected.Equals given) then
            let where = if found.Paths[i] = "" then "" else " at " + found.Paths[i].TrimStart '.'

            raise (
                ShapeException(
                    what
                    + " is "
                    + Extent.describe given
                    + where
                    + " where the point is "
                    + Extent.describe expected
                    + "; their shapes must be the same."
                )
            )

    others.Nodes.ToArray()

/// Refuses a second structure in which a number or a text that rides along is another: whoever carries the values would lose it.
let sameOthers (what: string) (x: 'T) (other: 'T) =
    let tells (part: objnull) =
        match part with
        | :? System.ValueType
        | :? string -> true
        | _ -> false

    let show (part: objnull) = Convert.ToString(part, Globalization.CultureInfo.InvariantCulture)

    if isNull (single x) then
        let struct (_, expected) = withOthers x
        let struct (_, found) = withOthers other

        for e, f in Seq.zip expected found do
            if (tells e || tells f) && not (Object.Equals(e, f)) then
                raise (
                    StructureException(
                        what
                        + " has "
                        + show f
                        + " where "
                        + show e
                        + " is given, and only values of type Scalar, Vector and Matrix are carried on. Make it a Scalar."
                    )
                )
