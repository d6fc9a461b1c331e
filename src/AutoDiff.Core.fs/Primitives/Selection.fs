/// Comparisons, which give 0 or 1, and the choice by a mask. In a rule, xs are the operands.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Selection

open AutoDiff.Kernels

let private comparison name doc sign (map: BinaryMap) =
    {
        Name = name
        Parameters = null
        Doc = doc
        Notation = Notation.binary (fun x z -> Notation.choose x sign z Notation.one Notation.zero)
        Domain = [ Reals; Reals ]
        Special = [ [ 1.0; 1.0 ]; [ 0.0; -0.0 ]; [ nan; 1.0 ] ]
        Kernel = Binary map
        Derivative = Constant
    }

let private greater' = comparison "greater" "1 where x > z, else 0" ">" (BinaryMap.Over<IsGreater>())
let private greaterOrEqual' = comparison "greaterOrEqual" "1 where x >= z, else 0" ">=" (BinaryMap.Over<IsGreaterOrEqual>())
let private less' = comparison "less" "1 where x < z, else 0" "<" (BinaryMap.Over<IsLess>())
let private lessOrEqual' = comparison "lessOrEqual" "1 where x <= z, else 0" "<=" (BinaryMap.Over<IsLessOrEqual>())
let private equal' = comparison "equal" "1 where x = z, else 0" "==" (BinaryMap.Over<IsEqual>())
let private notEqual' = comparison "notEqual" "1 where x <> z, else 0" "!=" (BinaryMap.Over<IsNotEqual>())

/// 1 where x > z, else 0.
let greater (x: Node) (z: Node) : Node = Node.apply2 greater' x z
/// 1 where x >= z, else 0.
let greaterOrEqual (x: Node) (z: Node) : Node = Node.apply2 greaterOrEqual' x z
/// 1 where x < z, else 0.
let less (x: Node) (z: Node) : Node = Node.apply2 less' x z
/// 1 where x <= z, else 0.
let lessOrEqual (x: Node) (z: Node) : Node = Node.apply2 lessOrEqual' x z
/// 1 where x = z, else 0.
let equal (x: Node) (z: Node) : Node = Node.apply2 equal' x z
/// 1 where x <> z, else 0.
let notEqual (x: Node) (z: Node) : Node = Node.apply2 notEqual' x z

/// x where the mask is not 0, else z.
let where (mask: Node) (x: Node) (z: Node) : Node = Node.apply3 where' mask x z

let private where' =
    {
        Name = "where"
        Parameters = null
        Doc = "x where the mask is not 0, else z; what is not chosen has no influence, not even as NaN"
        Notation = Notation.ternary (fun x z w -> Notation.choose x "!=" Notation.zero z w)
        Domain = [ Mask; Reals; Reals ]
        Special = [ [ 1.0; 2.0; nan ]; [ 0.0; infinity; 1.0 ] ]
        Kernel = Ternary(TernaryMap.Over<Choice>())
        Derivative =
            LinearGiven(fun xs ybar ->
                let zero = Node.zero ybar.Precision
                [ where xs[0] ybar zero; where xs[0] zero ybar ])
    }

/// The primitives of this file. Last, so that all of them exist.
let primitives () = [ greater'; greaterOrEqual'; less'; lessOrEqual'; equal'; notEqual'; where' ] |> List.map Family.elementwise
