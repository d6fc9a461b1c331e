/// Rules of symmetric towers: functions D0, D1, D2 … of a matrix A and of matrices E1 … Ek beside it, each the derivative of the one before
/// along one more matrix, with the inner product of Z and Dk(A; E1 … Ek) symmetric in Z and all E. Gradients of a scalar and all
/// that comes of differentiating them are such a tower, so one rule serves every order.
[<RequireQualifiedAccess>]
module internal AutoDiff.Towers

/// The product of the numbers 1 to k.
let rec factorial k = if k <= 1 then 1 else k * factorial (k - 1)

/// All arrangements of the numbers from 0 to count - 1, each with its sign.
let rec permutations count : struct (int[] * float)[] =
    if count = 0 then
        [| struct ([||], 1.0) |]
    else
        [|
            for struct (shorter, sign) in permutations (count - 1) do
                for place in count - 1 .. -1 .. 0 ->
                    struct (Array.insertAt place (count - 1) shorter, (if (count - 1 - place) % 2 = 0 then sign else -sign))
        |]

/// Calls back with every choice of so many indices below n, in one array that is used again.
let forIndices n count (visit: int[] -> unit) =
    let indices = Array.zeroCreate<int> count

    let rec choose depth =
        if depth = count then
            visit indices
        else
            for i in 0 .. n - 1 do
                indices[depth] <- i
                choose (depth + 1)

    choose 0

/// The rule of Dk with operands A, a factorisation of A, further ones that it is linear in (with their cotangents given), and E1 … Ek.
let derivative (d: int -> Primitive) (k: int) (linear: (Node[] -> Node -> Node) list) : Derivative =
    let first = 2 + linear.Length
    let along (xs: Node[]) direction = Node.apply (d (k + 1)) (Array.append xs [| direction |])
    let replaced (xs: Node[]) i x = Node.apply (d k) (Array.updateAt i x xs)

    Both(
        (fun xs _ dxs ->
            let each = [ for i in 2 .. first + k - 1 -> replaced xs i dxs[i] ]
            List.fold Arithmetic.add (along xs dxs[0]) each),
        (fun xs _ ybar ->
            [
                fun () -> along xs ybar
                Dense.noCotangent xs[1] ybar
                for cotangent in linear do
                    fun () -> cotangent xs ybar
                for i in first .. first + k - 1 do
                    fun () -> replaced xs i ybar
            ])
    )
