namespace AutoDiff.Kernels;

/// <summary>A function of two numbers, written over lanes.</summary>
public interface IBinaryFunction
{
    /// <summary>The function.</summary>
    /// <typeparam name="TLane">How many numbers stand side by side.</typeparam>
    static abstract TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane>;
}
