namespace AutoDiff

open System
open System.Runtime.CompilerServices

/// Numbers for every element of a start point, in a structure like it: for MinimizeOptions.Scale and Fixed.
[<Sealed>]
type PerLeaf private (leaves: Node[]) =
    member internal _.Leaves: Node[] = leaves

    /// <summary>From a structure of values.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="structure">A structure like the point, with a number for each of its.</param>
    /// <returns>The numbers of each leaf.</returns>
    static member Of(structure: 'T) : PerLeaf = PerLeaf(Structure.leaves structure)

    /// <summary>From a scalar.</summary><param name="structure">A structure like the point, with a number for each of its.</param>
    /// <returns>The numbers of each leaf.</returns>
    [<OverloadResolutionPriority(3)>]
    static member Of(structure: Scalar) : PerLeaf = PerLeaf [| structure.Node |]

    /// <summary>From a vector.</summary><param name="structure">A structure like the point, with a number for each of its.</param>
    /// <returns>The numbers of each leaf.</returns>
    [<OverloadResolutionPriority(2)>]
    static member Of(structure: Vector) : PerLeaf = PerLeaf [| structure.Node |]

    /// <summary>From a matrix.</summary><param name="structure">A structure like the point, with a number for each of its.</param>
    /// <returns>The numbers of each leaf.</returns>
    [<OverloadResolutionPriority(1)>]
    static member Of(structure: Matrix) : PerLeaf = PerLeaf [| structure.Node |]

/// The least and the largest that every element of a point may be, in structures like the start; infinities are no bounds.
[<Sealed>]
type Bounds private (lower: Node[], upper: Node[]) =
    member internal _.Lower: Node[] = lower
    member internal _.Upper: Node[] = upper

    /// <summary>From structures of values.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="lower">The smallest numbers allowed.</param><param name="upper">The largest numbers allowed.</param>
    /// <returns>The bounds.</returns>
    static member Between(lower: 'T, upper: 'T) : Bounds = Bounds(Structure.leaves lower, Structure.leaves upper)

    /// <summary>From scalars.</summary><param name="lower">The smallest numbers allowed.</param>
    /// <param name="upper">The largest numbers allowed.</param><returns>The bounds.</returns>
    [<OverloadResolutionPriority(3)>]
    static member Between(lower: Scalar, upper: Scalar) : Bounds = Bounds([| lower.Node |], [| upper.Node |])

    /// <summary>From vectors.</summary><param name="lower">The smallest numbers allowed.</param>
    /// <param name="upper">The largest numbers allowed.</param><returns>The bounds.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    [<OverloadResolutionPriority(2)>]
    static member Between(lower: Vector, upper: Vector) : Bounds = Bounds([| lower.Node |], [| upper.Node |])

    /// <summary>From matrices.</summary><param name="lower">The smallest numbers allowed.</param>
    /// <param name="upper">The largest numbers allowed.</param><returns>The bounds.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    [<OverloadResolutionPriority(1)>]
    static member Between(lower: Matrix, upper: Matrix) : Bounds = Bounds([| lower.Node |], [| upper.Node |])
