namespace AutoDiff

open System
open System.Runtime.CompilerServices

/// Numbers for every element of a start point, in a structure like it: for MinimizeOptions.Scale and Fixed.
[<Sealed>]
type PerLeaf private (leaves: Node[]) =
    member internal _.Leaves: Node[] = leaves

    /// From a structure of values.
    static member Of(structure: 'T) : PerLeaf = PerLeaf(Structure.leaves structure)

    /// From a scalar.
    [<OverloadResolutionPriority(3)>]
    static member Of(structure: Scalar) : PerLeaf = PerLeaf [| structure.Node |]

    /// From a vector.
    [<OverloadResolutionPriority(2)>]
    static member Of(structure: Vector) : PerLeaf = PerLeaf [| structure.Node |]

    /// From a matrix.
    [<OverloadResolutionPriority(1)>]
    static member Of(structure: Matrix) : PerLeaf = PerLeaf [| structure.Node |]

/// The least and the largest that every element of a point may be, in structures like the start; infinities are no bounds.
[<Sealed>]
type Bounds private (lower: Node[], upper: Node[]) =
    member internal _.Lower: Node[] = lower
    member internal _.Upper: Node[] = upper

    /// From structures of values.
    static member Between(lower: 'T, upper: 'T) : Bounds = Bounds(Structure.leaves lower, Structure.leaves upper)

    /// From scalars.
    [<OverloadResolutionPriority(3)>]
    static member Between(lower: Scalar, upper: Scalar) : Bounds = Bounds([| lower.Node |], [| upper.Node |])

    /// From vectors.
    [<OverloadResolutionPriority(2)>]
    static member Between(lower: Vector, upper: Vector) : Bounds = Bounds([| lower.Node |], [| upper.Node |])

    /// From matrices.
    [<OverloadResolutionPriority(1)>]
    static member Between(lower: Matrix, upper: Matrix) : Bounds = Bounds([| lower.Node |], [| upper.Node |])
