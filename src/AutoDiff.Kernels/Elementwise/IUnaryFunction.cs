namespace AutoDiff.Kernels;

/// <summary>A function of one number, written over lanes.</summary>
public interface IUnaryFunction
{
    /// <summary>The function.</summary>
    /// <typeparam name="TLane">How many numbers stand side by side.</typeparam>
    static abstract TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>;
}
