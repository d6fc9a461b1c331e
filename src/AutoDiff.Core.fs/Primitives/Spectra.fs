/// Eigenvalues, of numbers: what the primitives of Spectral compute.
[<RequireQualifiedAccess>]
module internal AutoDiff.Spectra

open AutoDiff.Kernels

/// Eigenvectors as columns and eigenvalues, clusters of equal ones each at its mean.
[<Struct>]
type private Spectrum = { Size: int; Vectors: float[]; Labels: int[]; Values: float[] }

let private unpack (packed: Operand<'T>) example : Spectrum =
    let n = packed.Extent.Rows
    let numbers = Dense.floats packed example
    let values = numbers[n * n ..]
    let labels = DividedDifferences.clusters Dense.epsilon<'T> values

    {
        Size = n
        Vectors = numbers[.. n * n - 1]
        Labels = labels
        Values = DividedDifferences.averages labels values
    }

/// The symmetric part of e in the basis of the eigenvectors: Vᵀ E V.
let private inside (s: Spectrum) (e: float[]) =
    Dense.product
        false
        false
        s.Size
        s.Size
        s.Size
        (Dense.product true false s.Size s.Size s.Size s.Vectors (Dense.symmetricPart s.Size e))
        s.Vectors

/// Out of that basis: V X Vᵀ.
let private outside (s: Spectrum) (x: float[]) =
    Dense.product false true s.Size s.Size s.Size (Dense.product false false s.Size s.Size s.Size s.Vectors x) s.Vectors

/// Whether an operand after the first so many is zero as a whole.
let private anyZero first (xs: Operand<'T>[]) example =
    let mutable isZero = false

    for i in first .. xs.Length - 1 do
        isZero <- isZero || SharedKernels.isZero xs[i] example

    isZero

/// The derivatives, along the operands after the third, of the matrix with the eigenvectors of the second operand and eigenvalues of the third.
let combination =
    { new WholeKernel() with
        override _.Example(example, xs, y) =
            y.Clear()

            if not (anyZero 2 xs example) then
                let s = unpack xs[1] example
                let weights = DividedDifferences.averages s.Labels (Dense.floats xs[2] example)
                let es = Array.init (xs.Length - 3) (fun i -> inside s (Dense.floats xs[i + 3] example))
                let result = Array.zeroCreate<float>(s.Size * s.Size)

                DividedDifferences.forPaths s.Size es (fun sorted ends product ->
                    result[ends] <- result[ends] + product * DividedDifferences.ofSteps s.Labels s.Values weights sorted)

                Dense.write (outside s result) 0 y
    }

/// The derivatives, along the operands after the third, of how the eigenvalues of the second operand move along the third.
let parts =
    { new WholeKernel() with
        override _.Example(example, xs, y) =
            y.Clear()

            if not (anyZero 2 xs example) then
                let s = unpack xs[1] example
                let es = Array.init (xs.Length - 2) (fun i -> inside s (Dense.floats xs[i + 2] example))
                let weights = Array.zeroCreate<float> s.Size

                DividedDifferences.forPaths s.Size es[1..] (fun sorted ends product ->
                    DividedDifferences.spread s.Labels s.Values weights sorted (product * es[0][ends]))

                Dense.write (DividedDifferences.averages s.Labels weights) 0 y
    }

/// Copies numbers that belong to ascending values, so many to each; raises where any of them is not 0 though its value is repeated.
let requireDetermined operation (values: Operand<'T>) (x: Operand<'T>) example (y: System.Span<'T>) =
    let labels = DividedDifferences.clusters Dense.epsilon<'T> (Dense.floats values example)
    let each = x.Extent.Size / max 1 labels.Length
    (x.At example).CopyTo y

    for i in 0 .. labels.Length - 1 do
        let zero: 'T = Numbers.From 0.0
        let own = (x.At example).Slice(i * each, each)
        let isMarked = System.MemoryExtensions.IndexOfAnyExcept<'T>(span = own, value = zero) >= 0
        let isRepeated = (i > 0 && labels[i] = labels[i - 1]) || (i + 1 < labels.Length && labels[i] = labels[i + 1])

        if isRepeated && isMarked then
            raise (RepeatedEigenvalueException(operation, labels.Length, i))

/// Values that are ascending with signs, or descending to 0; raises where one is repeated or is that 0.
let requireDistinct operation hasSigns (x: Operand<'T>) example : float[] =
    let values = Dense.floats x example

    let labels =
        DividedDifferences.clusters Dense.epsilon<'T> (if hasSigns then values else Array.append [| 0.0 |] (Array.rev values))

    for i in 1 .. labels.Length - 1 do
        if labels[i] = labels[i - 1] then
            raise (RepeatedEigenvalueException(operation, values.Length, (if hasSigns then i else values.Length - i)))

    values
