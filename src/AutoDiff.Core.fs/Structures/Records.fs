/// Shapers of tuples and records, of F# and of C#.
[<RequireQualifiedAccess>]
module internal AutoDiff.Records

open System
open System.Reflection
open FSharp.Reflection

let private members = BindingFlags.Public ||| BindingFlags.NonPublic ||| BindingFlags.Instance

let tuple (t: Type) =
    let names = FSharpType.GetTupleElements t |> Array.mapi (fun i _ -> ".Item" + string (i + 1))
    let make = FSharpValue.PreComputeTupleConstructor t
    Parts((fun _ -> names), FSharpValue.PreComputeTupleReader t, (fun _ parts -> make parts))

let fsharp (t: Type) =
    let names = FSharpType.GetRecordFields(t, members) |> Array.map (fun field -> "." + field.Name)
    let make = FSharpValue.PreComputeRecordConstructor(t, members)
    Parts((fun _ -> names), FSharpValue.PreComputeRecordReader(t, members), (fun _ parts -> make parts))

/// Whether a type is a C# record, record struct or anonymous type: the compiler leaves these marks.
let isCSharp (t: Type) =
    not (isNull (t.GetMethod("<Clone>$", members)))
    || (t.IsValueType && not (isNull (t.GetMethod("PrintMembers", members))))
    || t.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal)

let private isNamed (parameter: ParameterInfo) (property: PropertyInfo) =
    String.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
    && property.PropertyType = parameter.ParameterType

/// The constructor that takes the most properties, by their names; none for a record that is all init properties.
let private primaryConstructor (t: Type) (properties: PropertyInfo[]) =
    t.GetConstructors members
    |> Array.filter (fun c -> c.GetParameters() |> Array.forall (fun parameter -> properties |> Array.exists (isNamed parameter)))
    |> Array.sortByDescending _.GetParameters().Length
    |> Array.tryHead

let private create (t: Type) (constructor: ConstructorInfo option) (arguments: objnull[]) : obj =
    match constructor with
    | Some constructor -> constructor.Invoke arguments
    | None -> nonNull (Activator.CreateInstance t)

/// Positional or init-only: the constructor takes what it names, the rest is set.
let csharp (t: Type) =
    let properties =
        t.GetProperties(BindingFlags.Public ||| BindingFlags.Instance)
        |> Array.filter (fun p -> p.CanRead && p.GetIndexParameters().Length = 0)

    let constructor = primaryConstructor t properties
    let parameters = constructor |> Option.map _.GetParameters() |> Option.defaultValue [||]
    let isTaken property = parameters |> Array.exists (fun parameter -> isNamed parameter property)
    let parts = properties |> Array.filter (fun p -> isTaken p || p.CanWrite)
    let arguments = parameters |> Array.map (fun parameter -> parts |> Array.findIndex (isNamed parameter))

    let make _ (values: objnull[]) =
        let x = create t constructor [| for i in arguments -> values[i] |]

        Array.iter2
            (fun (p: PropertyInfo) value ->
                if not (isTaken p) then
                    p.SetValue(x, value))
            parts
            values

        x

    Parts((fun _ -> [| for p in parts -> "." + p.Name |]), (fun x -> [| for p in parts -> p.GetValue x |]), make)
