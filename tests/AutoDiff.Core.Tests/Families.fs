namespace AutoDiff.Tests

open AutoDiff
open Xunit

/// The rows of the table of primitives, by name; rows of one name are numbered. Every theory runs over them, so that a primitive that is
/// added to the table is tested.
[<RequireQualifiedAccess>]
module internal Families =
    let private named =
        let number family rows = 1 + List.findIndex (fun row -> obj.ReferenceEquals(row, family)) rows

        [
            for name, rows in List.groupBy (fun (family: Family) -> family.Name) Table.primitives do
                for family in rows -> (if rows.Length = 1 then name else name + " " + string (number family rows)), family
        ]

    let private byName = dict named

    let all = List.map fst named

    let find (name: string) : Family = byName[name]

    let sample (family: Family) (n, m, k) = family.Sample n m k

    let isElementwise (primitive: Primitive) =
        match primitive.Kernel with
        | Unary _
        | Binary _
        | Ternary _ -> true
        | _ -> false

    /// Whether an operand is a matrix of a special kind, or computed from one.
    let isOfMatrices (primitive: Primitive) = primitive.Domain |> List.exists Generators.isOfMatrices

    let primitive name = fst (sample (find name) (1, 1, 1))

    /// Primitives whose derivative is not that of their value, with the reason.
    let cut =
        let factors = "a factorisation: the primitives that use it have rules with respect to the matrix"

        dict
            [
                "stopGradient", "it hides what it is computed from: that is what it is for"
                "lu", factors
                "svd", factors
                "eigen", factors
                "embedding", factors
            ]

    let isCut name = cut.ContainsKey name

/// Tests that measure memory or time run by themselves.
[<CollectionDefinition("measures", DisableParallelization = true)>]
type Measures() = class end

/// The same for xunit.
type FamilyNames =
    static member Of(choose: string -> bool) : TheoryData<string> = TheoryData<string>(Families.all |> List.filter choose)
    static member All: TheoryData<string> = FamilyNames.Of(fun _ -> true)
    static member Elementwise: TheoryData<string> = FamilyNames.Of(Families.primitive >> Families.isElementwise)
    static member WithSpecial: TheoryData<string> = FamilyNames.Of(fun name -> not (Families.primitive name).Special.IsEmpty)

    /// With each precision.
    static member InBoth: TheoryData<string, string> =
        let data = TheoryData<string, string>()

        for name in Families.all do
            for precision in [ "float64"; "float32" ] do
                data.Add(name, precision)

        data
