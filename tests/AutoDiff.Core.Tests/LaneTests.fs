/// Functions over lanes give the same bits wherever a number stands: in a register of any width, at any place of a span of any length, and alone.
module AutoDiff.Tests.LaneTests

open System
open System.Linq.Expressions
open System.Runtime.InteropServices
open System.Runtime.Intrinsics
open Xunit
open FsCheck.FSharp
open FsCheck.Xunit
open AutoDiff
open AutoDiff.Kernels

/// The functions of an assembly that are written over lanes, by name.
let private functions (kind: string) (make: Type -> obj) =
    [
        for t in typeof<Lane1>.Assembly.GetTypes() do
            if t.IsValueType && not (isNull (t.GetInterface kind)) then
                t, make t
    ]

let private over (map: Type) (t: Type) = (nonNull (map.GetMethod "Over")).MakeGenericMethod(t).Invoke(null, [||]) |> nonNull

/// Members of the families that are written over lanes, by what chooses them.
let private members: Collections.Generic.IDictionary<string, obj list> =
    let numbers (parameters: float[] list) = parameters |> List.map (fun p -> p :> obj)

    dict
        [
            "PowerOfNumber", numbers [ [| 65.0 |]; [| -101.0 |] ]
            "WholePower", numbers [ [| 0.0 |]; [| 1.0 |]; [| 5.0 |]; [| 8.0 |]; [| -3.0 |]; [| -64.0 |] ]
            "PowerOfDistance", numbers [ [| 1.5 |]; [| -0.5 |]; [| 3.0 |] ]
            "SignedPower", numbers [ [| 0.5 |]; [| -1.5 |] ]
            "RootOf", numbers [ [| 4.0 |]; [| 5.0 |]; [| -5.0 |] ]
            "SiluDerivative", numbers [ Numeric.moments 0.5 -0.5 2; Numeric.moments 0.5 -0.5 5 ]
            "GeluDerivative", numbers [ Numeric.moments 1.0 0.0 2; Numeric.moments 1.0 0.0 4 ]
            "SincDerivative", numbers [ Numeric.sinc 0; Numeric.sinc 1; Numeric.sinc 4 ]
            "InverseMillsDerivative", [ 3; 6 ]
            "Polygamma",
            numbers [ Array.append (GammaNumeric.stirling 1) [| -2.0; -3.0 |]; Array.append (GammaNumeric.stirling 4) [| 1.0; 5.0; 2.5 |] ]
        ]

/// What chooses members of the families of functions of two numbers.
let private pairs (kind: Type) : obj list =
    if kind = typeof<int> then
        [ 1; 2; 3 ]
    elif kind = typeof<BetaOrders> then
        [ for m, n in [ 1, 0; 1, 2 ] -> BetaOrders(m, n, Array.init (m + n + 1) GammaNumeric.stirling) ]
    else
        [ for n in [ 0; 1; 4 ] -> GammaNumeric.stirling n ]

let private families = functions "IParametricFunction`1" (fun t -> t :> obj) |> List.map fst

/// Every function of one number with what chooses it among its family, if it has one.
let private unary: (Type * obj option * UnaryMap) list =
    [
        for t, map in functions "IUnaryFunction" (over typeof<UnaryMap>) do
            t, None, (map :?> UnaryMap)
        for t in families do
            for parameters in members[t.Name] do
                let kind = (nonNull (t.GetInterface "IParametricFunction`1")).GetGenericArguments()
                let make = (nonNull (typeof<UnaryMap>.GetMethod "OverWith")).MakeGenericMethod [| t; yield! kind |]
                t, Some parameters, (nonNull (make.Invoke(null, [| parameters |])) :?> UnaryMap)
    ]

let private binary =
    [
        for t, map in functions "IBinaryFunction" (over typeof<BinaryMap>) do
            t, (map :?> BinaryMap)
        for t in functions "IParametricPairFunction`1" (fun t -> t :> obj) |> List.map fst do
            let kind = (nonNull (t.GetInterface "IParametricPairFunction`1")).GetGenericArguments()
            let make = (nonNull (typeof<BinaryMap>.GetMethod "OverWith")).MakeGenericMethod [| t; yield! kind |]

            for parameters in pairs kind[0] do
                t, (nonNull (make.Invoke(null, [| parameters |])) :?> BinaryMap)
    ]

/// Zeros, ends, subnormal and huge numbers, thresholds of the exponential, multiples of pi.
let private special =
    [|
        0.0
        -0.0
        1.0
        -1.0
        0.5
        Double.Epsilon
        -Double.Epsilon
        2.2250738585072014e-308
        1e-310
        1e-17
        -1e-9
        Double.MaxValue
        -Double.MaxValue
        infinity
        -infinity
        nan
        709.78
        709.8
        -708.5
        -745.1
        -745.2
        40.5
        -40.5
        19.5
        Math.PI
        -Math.PI / 2.0
        1073741824.0
        1073741825.0
        1e22
        1e300
    |]

let private number =
    Gen.frequency
        [
            2, Gen.elements special
            3, ArbMap.defaults |> ArbMap.generate<float>
            3, Gen.choose (-1000000, 1000000) |> Gen.map (fun k -> float k / 8192.0)
            2,
            Gen.two (Gen.choose (Int32.MinValue, Int32.MaxValue))
            |> Gen.map (fun (high, low) -> BitConverter.Int64BitsToDouble((int64 high <<< 32) ||| (int64 low &&& 0xffffffffL)))
        ]

/// Spans of length 0 to 40, beginning anywhere in an array.
let private spans = Gen.zip (Gen.choose (0, 9)) (Gen.choose (0, 40) |> Gen.bind (fun n -> Gen.arrayOfLength (n + 9) number))

let private differs (name: string) (x: float) (expected: float) (found: float) =
    if Numbers.sameBits expected found then
        None
    else
        Some(name + " of " + x.ToString "R" + " is " + found.ToString "R" + " instead of " + expected.ToString "R")

let private none (differences: seq<string option>) =
    match Seq.tryPick id differences with
    | None -> true
    | Some difference -> failwith difference

[<Property(MaxTest = 60)>]
let ``An element of a span has the bits of the number alone`` () =
    Prop.forAll (Arb.fromGen spans) (fun (start, xs) ->
        none
            [
                for t, _, map in unary do
                    let length = xs.Length - 9
                    let y: float[] = Array.zeroCreate length
                    map.Run<float>(ReadOnlySpan(xs, start, length), Span y)

                    for i in 0 .. length - 1 do
                        differs t.Name xs[start + i] (map.Apply xs[start + i]) y[i]
            ])

[<Property(MaxTest = 60)>]
let ``A pair of elements has the bits of the two numbers alone`` () =
    Prop.forAll (Arb.fromGen (Gen.zip spans (Gen.arrayOfLength 50 number))) (fun ((start, xs), zs) ->
        none
            [
                for t, map in binary do
                    let length = xs.Length - 9
                    let y: float[] = Array.zeroCreate length
                    map.Run<float>(ReadOnlySpan(xs, start, length), ReadOnlySpan(zs, 0, length), Span y)

                    for i in 0 .. length - 1 do
                        differs t.Name xs[start + i] (map.Apply(xs[start + i], zs[i])) y[i]
            ])

[<Property(MaxTest = 60)>]
let ``In single precision the double is rounded once`` () =
    Prop.forAll (Arb.fromGen spans) (fun (start, xs) ->
        none
            [
                for t, _, map in unary do
                    let xs = Array.map float32 xs
                    let length = xs.Length - 9
                    let y: float32[] = Array.zeroCreate length
                    map.Run<float32>(ReadOnlySpan(xs, start, length), Span y)

                    for i in 0 .. length - 1 do
                        let x = float xs[start + i]
                        differs t.Name x (float (float32 (map.Apply x))) (float y[i])
            ])

/// A function over lanes of one width.
let private apply<'lane> (t: Type) (parameters: obj option) : 'lane -> 'lane =
    let apply = (nonNull (t.GetMethod "Apply")).MakeGenericMethod(typeof<'lane>)

    match parameters with
    | None ->
        let f = apply.CreateDelegate<Func<'lane, 'lane>>()
        f.Invoke
    | Some(:? (float[]) as numbers) ->
        let f = apply.CreateDelegate<Func<'lane, float[], 'lane>>()
        fun x -> f.Invoke(x, numbers)
    | Some(:? int as n) ->
        let f = apply.CreateDelegate<Func<'lane, int, 'lane>>()
        fun x -> f.Invoke(x, n)
    | Some other ->
        let f = apply.CreateDelegate<Func<'lane, Func<float, float>, 'lane>>()
        fun x -> f.Invoke(x, (other :?> Func<float, float>))

/// A function over every width of lanes, applied to eight numbers.
let private widths (t: Type) (parameters: obj option) : (string * (float[] -> float[])) list =
    let one, two = apply<Lane1> t parameters, apply<Lane2> t parameters
    let four, eight = apply<Lane4> t parameters, apply<Lane8> t parameters

    [
        "1", Array.map (fun x -> (one (Lane1 x)).Value)
        "2",
        fun xs ->
            [|
                for i in 0..2..6 do
                    let y = (two (Lane2(Vector128.Create(xs, i)))).Value
                    for k in 0..1 -> y.GetElement k
            |]
        "4",
        fun xs ->
            [|
                for i in 0..4..4 do
                    let y = (four (Lane4(Vector256.Create(xs, i)))).Value
                    for k in 0..3 -> y.GetElement k
            |]
        "8", fun xs -> let y = (eight (Lane8(Vector512.Create(xs, 0)))).Value in [| for k in 0..7 -> y.GetElement k |]
    ]

[<Property(MaxTest = 300)>]
let ``Lanes of every width give the same bits`` () =
    Prop.forAll (Arb.fromGen (Gen.arrayOfLength 8 number)) (fun xs ->
        none
            [
                for t, parameters, map in unary do
                    let alone = xs |> Array.map (fun x -> map.Apply x)

                    for width, over in widths t parameters do
                        let y = over xs

                        for i in 0..7 do
                            differs (t.Name + " over " + width) xs[i] alone[i] y[i]
            ])

[<Property(MaxTest = 20)>]
let ``Emitted code gives the same bits`` () =
    let x = Expression.Parameter typeof<float>
    let xs = Expression.Parameter typeof<Vector512<float>>

    let emitted =
        [
            for t, _, map in unary do
                t,
                map,
                Expression.Lambda<Func<float, float>>(map.Write x, x).Compile(),
                Expression.Lambda<Func<Vector512<float>, Vector512<float>>>(map.Write xs, xs).Compile()
        ]

    Prop.forAll (Arb.fromGen (Gen.arrayOfLength 8 number)) (fun xs ->
        none
            [
                for t, map, one, eight in emitted do
                    let y = eight.Invoke(Vector512.Create(xs, 0))

                    for i in 0..7 do
                        differs t.Name xs[i] (map.Apply xs[i]) (one.Invoke xs[i])
                        differs t.Name xs[i] (map.Apply xs[i]) (y.GetElement i)
            ])

type private Linq = System.Linq.Expressions.Expression

/// Emitted loops over so many numbers of an array, each into a column of results.
let private emitted (results: int) (write: Linq -> Linq[] -> Linq -> Linq | null) : (float[] -> int -> float[][]) option =
    let x, count = Linq.Parameter typeof<nativeint>, Linq.Parameter typeof<int>
    let ys = Array.init results (fun _ -> Linq.Parameter typeof<nativeint>)

    match write x (ys |> Array.map (fun y -> y :> Linq)) count with
    | null -> None
    | loop ->
        let run = Linq.Lambda(loop, [| x; yield! ys; count |]).Compile()

        Some(fun xs length ->
            let columns = Array.init (results + 1) (fun _ -> GC.AllocateArray<float>(length + 1, pinned = true))
            Array.blit xs 0 columns[0] 0 length
            let addresses = columns |> Array.map (fun column -> box (Marshal.UnsafeAddrOfPinnedArrayElement(column, 0)))
            run.DynamicInvoke [| yield! addresses; box length |] |> ignore
            columns[1..])

[<Property(MaxTest = 20)>]
let ``Emitted loops give the same bits, also those of two functions, and write nothing more`` () =
    let loops =
        [
            for t, _, map in unary do
                if map.HasLoop then
                    match emitted 1 (fun x ys count -> map.WriteLoop(x, ys[0], count)) with
                    | Some loop -> t.Name, [ map ], loop
                    | None -> ()

                for other, _, g in unary do
                    match emitted 2 (fun x ys count -> map.WriteLoopWith(g, x, ys[0], ys[1], count)) with
                    | Some loop -> t.Name + " and " + other.Name, [ map; g ], loop
                    | None -> ()
        ]

    Assert.True((loops |> List.filter (fun (_, maps, _) -> maps.Length = 2) |> List.length) >= 4)

    Prop.forAll (Arb.fromGen spans) (fun (_, xs) ->
        none
            [
                for name, maps, loop in loops do
                    let length = xs.Length - 9

                    for map, ys in Seq.zip maps (loop xs length) do
                        for i in 0 .. length - 1 do
                            differs name xs[i] (map.Apply xs[i]) ys[i]

                        differs (name + " beyond the end,") nan 0.0 ys[length]
            ])

[<Fact>]
let ``Elementary functions are written over lanes`` () =
    let x = Expression.Parameter typeof<float>

    let overLanes =
        Set.ofList
            [
                for family in Table.primitives do
                    let primitive = fst (family.Sample 1 1 1)

                    match primitive.Kernel with
                    | Unary map when (map.Write x).NodeType <> ExpressionType.Invoke -> primitive.Name
                    | _ -> ()
            ]

    for name in
        [
            "exp"
            "log"
            "sin"
            "cos"
            "tan"
            "tanh"
            "squaredSech"
            "sigmoid"
            "logisticDensity"
            "softplus"
            "logSigmoid"
            "expm1"
            "log1p"
            "exp2"
            "log2"
            "log10"
            "reciprocalOfPositive"
            "asinh"
            "acosh"
            "atanh"
            "sinPi"
            "cosPi"
            "tanPi"
            "silu"
            "gelu"
        ] do
        Assert.Contains(name, overLanes)
