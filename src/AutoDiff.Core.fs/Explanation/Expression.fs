namespace AutoDiff

/// A formula as mathematics has it: a sum of terms, each a number times powers of atoms. Where the extent is not that of a number, factors
/// multiply element by element, and numbers stand for every element.
[<ReferenceEquality>]
type internal Expression = { Terms: Term list; Extent: Extent }

/// A number times powers of atoms, each atom once.
and [<ReferenceEquality>] internal Term = { Coefficient: float; Factors: struct (Atom * float) list }

/// What terms are made of. Equal atoms have equal keys.
and [<ReferenceEquality>] internal Atom = { Key: string; Kind: AtomKind; Extent: Extent }

and [<RequireQualifiedAccess; ReferenceEquality>] internal AtomKind =
    /// A value by name; a symmetric matrix is its own transpose.
    | Symbol of name: string * isSymmetric: bool
    /// A function, written by a command or a pattern, of arguments.
    | Applied of latex: string * Expression list
    /// A sum, or a product element by element, as one factor.
    | Group of Expression
    /// A matrix product.
    | Chain of Link list
    /// The sum of all elements.
    | Total of Expression
    /// A vector by its elements.
    | Column of Expression[]

/// A factor of a matrix product.
and [<Struct; NoEquality; NoComparison>] internal Link = { Of: Atom; IsTransposed: bool }
