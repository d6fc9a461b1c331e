namespace AutoDiff

/// A row of the table of primitives: a primitive, or all those that differ in a parameter only, with what the tests need to try it.
[<ReferenceEquality>]
type internal Family =
    {
        Name: string
        /// A member of the family and operand shapes that it fits, from three sizes that the tests draw.
        Sample: int -> int -> int -> Primitive * Shape list
    }

module internal Family =
    /// An elementwise primitive: operands of one extent.
    let elementwise (primitive: Primitive) =
        {
            Name = primitive.Name
            Sample = fun rows columns _ -> primitive, primitive.Domain |> List.map (fun _ -> Shape.one (Extent.matrix rows columns))
        }

    /// A primitive without parameters, with operands of extents made from three sizes.
    let whole (primitive: Primitive) extents =
        { Name = primitive.Name; Sample = fun n m k -> primitive, List.map Shape.one (extents n m k) }

    /// Primitives that differ in a parameter, with operands of extents likewise.
    let parameterised name sample =
        {
            Name = name
            Sample =
                fun n m k ->
                    let primitive, extents = sample n m k
                    primitive, List.map Shape.one extents
        }

    /// Primitives that need batch extents.
    let batched name sample = { Name = name; Sample = sample }
