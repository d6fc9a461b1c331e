namespace AutoDiff

open MathNet.Numerics.Providers.LinearAlgebra
open AutoDiff.Kernels

/// Settings of the process: how many threads the library uses, and whether MathNet uses the library's products.
[<AbstractClass; Sealed>]
type AutoDiffControl private () =

    /// The most threads that one operation uses, the caller's included; 1 at first. Products of 4 million multiplications or more are
    /// shared out by columns of the result. The number has no effect on results, to the last bit; what runs inside a parallel loop of the
    /// library stays on one thread. Raises ArgumentOutOfRangeException where it is set below 1.
    static member MaxThreads
        with get (): int = Threads.Max
        and set (value: int) = Threads.Max <- value

    /// From here on MathNet.Numerics computes products of dense matrices and vectors of float64 and float32, with all their transposes, by
    /// the library's kernels. All else is left to the provider that was in use: MathNet's managed one, or a native one such as MKL. The
    /// factorisations of the managed provider have loops of their own and are as fast as before. A second call changes nothing; MathNet's
    /// Control.UseManaged(), or any other choice of a provider, ends it.
    static member UseForMathNet() : unit =
        match LinearAlgebraControl.Provider with
        | :? KernelProvider -> ()
        | rest -> LinearAlgebraControl.Provider <- KernelProvider rest
