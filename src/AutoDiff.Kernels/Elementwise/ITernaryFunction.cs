namespace AutoDiff.Kernels;

/// <summary>A function of three numbers, written over lanes.</summary>
public interface ITernaryFunction
{
    /// <summary>The function.</summary>
    /// <typeparam name="TLane">How many numbers stand side by side.</typeparam>
    static abstract TLane Apply<TLane>(TLane x, TLane z, TLane w) where TLane : struct, ILane<TLane>;
}
