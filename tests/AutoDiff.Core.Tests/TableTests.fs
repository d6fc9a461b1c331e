/// The table of primitives is complete.
module AutoDiff.Tests.TableTests

open System
open System.Reflection
open Xunit
open AutoDiff

let private everything =
    BindingFlags.Static ||| BindingFlags.Public ||| BindingFlags.NonPublic ||| BindingFlags.DeclaredOnly

let private modules =
    typeof<Primitive>.Assembly.GetTypes() |> Array.filter (fun t -> t.IsAbstract && t.IsSealed && t.Namespace = "AutoDiff")

let private samples =
    [
        for family in Table.primitives do
            for sizes in [ 1, 1, 1; 2, 3, 2 ] -> fst (Families.sample family sizes)
    ]

let private isLeaf (primitive: Primitive) = primitive.Kernel.IsLeaf

/// The values of a module that are primitives, or arrays of them.
let private values (t: Type) : (string * Primitive) list =
    [
        for p in t.GetProperties everything do
            match
                (if p.PropertyType = typeof<Primitive> || p.PropertyType = typeof<Primitive[]> then
                     p.GetValue null
                 else
                     null)
            with
            | :? Primitive as primitive -> yield t.Name + "." + p.Name, primitive
            | :? (Primitive[]) as primitives ->
                yield!
                    primitives
                    |> Array.filter (fun p -> not (isNull (box p)))
                    |> Array.map (fun primitive -> t.Name + "." + p.Name, primitive)
            | _ -> ()
    ]

/// Functions that make a primitive of parameters are named like it, with a prime.
let private makers (t: Type) =
    [
        for m in t.GetMethods everything do
            if m.ReturnType = typeof<Primitive> && m.GetParameters().Length > 0 && m.Name.EndsWith '\'' then
                yield t.Name + "." + m.Name, m.Name.TrimEnd '\''
    ]

[<Fact>]
let ``Every primitive that a module defines is in the table`` () =
    let found = modules |> Seq.collect values |> Seq.filter (snd >> isLeaf >> not) |> List.ofSeq
    Assert.True(found.Length > 40, $"reflection finds {found.Length} primitives")

    let isKnown (primitive: Primitive) =
        samples
        |> List.exists (fun p -> p.Name = primitive.Name && (obj.ReferenceEquals(p, primitive) || not (isNull primitive.Parameters)))

    Assert.Empty(found |> List.filter (snd >> isKnown >> not) |> List.map fst)

[<Fact>]
let ``Every function that makes primitives has a row in the table`` () =
    let found = modules |> Seq.collect makers |> List.ofSeq
    Assert.True(found.Length > 5, $"reflection finds {found.Length} functions")

    Assert.Empty(
        found
        |> List.filter (fun (_, name) -> Table.primitives |> List.forall (fun family -> family.Name <> name))
        |> List.map fst
    )

[<Fact>]
let ``The lists of all modules are in the table`` () =
    let lists =
        [
            for t in modules do
                for m in t.GetMethods everything do
                    if m.ReturnType = typeof<Family list> && m.GetParameters().Length = 0 && m.Name = "primitives" then
                        yield! (nonNull (m.Invoke(null, [||])) :?> Family list)
        ]

    Assert.Equal(Table.primitives.Length, lists.Length)

[<Fact>]
let ``A name and parameters tell primitives apart`` () =
    let distinct = samples |> List.distinctBy (fun p -> p.Name, p.Parameters) |> List.map (fun p -> p.Name, p.Parameters)

    for name, parameters in distinct do
        if isNull parameters then
            let same = samples |> List.filter (fun p -> p.Name = name) |> List.distinctBy LanguagePrimitives.PhysicalHash
            Assert.True(same.Length = 1, $"two primitives are called {name}")

[<Theory; MemberData(nameof FamilyNames.All, MemberType = typeof<FamilyNames>)>]
let ``A primitive is described, and its points fit it`` (name: string) =
    let primitive = Families.primitive name
    Assert.Equal((Families.find name).Name, primitive.Name)
    Assert.False(String.IsNullOrWhiteSpace primitive.Doc)
    Assert.NotEmpty primitive.Domain

    for point in primitive.Special do
        Assert.Equal(primitive.Domain.Length, point.Length)
