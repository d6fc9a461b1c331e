namespace AutoDiff

/// A row of the table of primitives: a primitive, or all those that differ in a parameter only, with what the tests need to try it.
[<ReferenceEquality>]
type internal Family =
    {
        Name: string
        /// A member of the family and operand extents that it fits, from three sizes that the tests draw.
        Sample: int -> int -> int -> Primitive * Extent list
    }

module internal Family =
    /// An elementwise primitive: operands of one extent.
    let elementwise (primitive: Primitive) =
        { Name = primitive.Name
          Sample = fun rows columns _ -> primitive, primitive.Domain |> List.map (fun _ -> Extent.matrix rows columns) }

    /// A primitive without parameters, with operands of extents made from three sizes.
    let whole (primitive: Primitive) extents =
        { Name = primitive.Name; Sample = fun n m k -> primitive, extents n m k }

    /// Primitives that differ in a parameter.
    let parameterised name sample = { Name = name; Sample = sample }
