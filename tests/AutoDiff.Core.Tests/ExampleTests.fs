/// The examples of the documentation of the F# module Diff: they are these lines, which print what stands beside them.
module AutoDiff.Tests.ExampleTests

open System
open System.IO
open System.Reflection
open System.Text.RegularExpressions
open System.Xml.Linq
open Xunit
open AutoDiff

let private examples = ExamplesOfDerivatives.all @ ExamplesOfLoops.all @ ExamplesOfSolutions.all
let names () = [| for name, _ in examples -> [| box name |] |]

/// The files of the examples, by subject.
let private compiled (name: string) =
    [ "Derivatives"; "Loops"; "Solutions" ]
    |> Seq.map (fun subject -> Pages.between name (Pages.pathOf [ "tests"; "AutoDiff.Core.Tests"; "ExamplesOf" + subject + ".fs" ]))
    |> Array.concat

let private documentation = lazy XDocument.Load(Path.ChangeExtension(typeof<Scalar>.Assembly.Location, ".xml") |> string)

/// The code in the example of a function of the module.
let private shown (name: string) =
    let isOf (m: XElement) =
        let id = (nonNull (m.Attribute(XName.Get "name"))).Value
        Regex.IsMatch(id, @"^M:AutoDiff\.DiffModule\." + name + @"(``\d+)?\(")

    let members = documentation.Value.Descendants(XName.Get "member") |> Seq.filter isOf |> List.ofSeq
    Assert.Single members |> ignore
    Pages.linesOf ((nonNull (members.Head.Element(XName.Get "example"))).Value)

[<Theory; MemberData(nameof names)>]
let ``The documentation shows the compiled lines`` (name: string) = Assert.Equal<string[]>(compiled name, shown name)

[<Theory; MemberData(nameof names)>]
let ``The compiled lines print what stands beside them`` (name: string) =
    let printed = Pages.printedBy (examples |> List.find (fun (example, _) -> example = name) |> snd)
    Assert.Equal(String.Join(" ", Pages.promised (compiled name)), String.Join(" ", printed))

[<Fact>]
let ``Every function has an example`` () =
    let found =
        (nonNull (typeof<Scalar>.Assembly.GetType "AutoDiff.DiffModule"))
            .GetMethods(BindingFlags.Public ||| BindingFlags.Static ||| BindingFlags.DeclaredOnly)

    Assert.Equal<Set<string>>(set [ for m in found -> m.Name ], set (List.map fst examples))
