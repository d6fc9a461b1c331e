namespace AutoDiff.Kernels;

/// <summary>Two functions of one number that share most of their work, each with the very bits that it has by itself.</summary>
internal interface IUnaryPair
{
    /// <summary>Both functions.</summary>
    /// <typeparam name="TLane">How many numbers stand side by side.</typeparam>
    static abstract (TLane First, TLane Second) Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>;
}
