/// Primitives that change nothing but what the engine knows of a value. In a rule, xs are the operands.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Marks

/// A fresh node that stands for x: what a differentiation is with respect to, known by its identity.
let alias (trace: Trace) (x: Node) : Node =
    let x = if x.Precision = Precision.Weak then Node.number Precision.Double x.Value.Number else x
    let node = Node(alias', [| x |], x.Shape, x.Precision, Trace.union trace (Trace.live x.Trace))

    if x.HasValue then
        node.Keep x.Value
        Trace.borrow node.Trace node

    node

let private alias' =
    {
        Name = "alias"
        Parameters = null
        Doc = "stands for its operand"
        Notation = Notation.Unchanged
        Domain = [ Reals ]
        Special = []
        Kernel = Same id
        Derivative = Linear(fun _ ybar -> [ ybar ])
    }

/// x, which no differentiation sees through. Where its numbers can be had, and are the only ones, it becomes a constant.
let stopGradient (x: Node) : Node =
    if isNull x.Trace then
        x
    elif not (Trace.isRecorded x.Trace) && Interpreter.isComputable x then
        let value = Interpreter.force x
        Node.ofValue x.Shape x.Precision (if Trace.isLent x.Trace then Compute.copied value else value)
    else
        Node.apply1 stopGradient' x

let private stopGradient' =
    {
        Name = "stopGradient"
        Parameters = null
        Doc = "its operand, constant for differentiation"
        Notation = Notation.Unchanged
        Domain = [ Reals ]
        Special = []
        Kernel = Same id
        Derivative = Constant
    }

/// x in another precision.
let convert (precision: Precision) (x: Node) : Node = if x.Precision = precision then x else Node.apply1 (convert' precision) x

let private convert' precision =
    {
        Name = "convert"
        Parameters = box precision
        Doc = "its operand in another precision"
        Notation = Notation.byName
        Domain = [ Reals ]
        Special = []
        Kernel = Convert precision
        Derivative = Linear(fun xs ybar -> [ convert xs[0].Precision ybar ])
    }

/// The primitives of this file that have a derivative to test. Last, so that all of them exist.
let primitives () = [ Family.elementwise alias'; Family.elementwise stopGradient'; Family.elementwise (convert' Precision.Double) ]
