namespace AutoDiff.Kernels;

/// <summary>A family of functions of two numbers, written over lanes: a member is chosen by what is the same for all elements.</summary>
/// <typeparam name="TParameters">What chooses it.</typeparam>
public interface IParametricPairFunction<TParameters>
{
    /// <summary>The function.</summary>
    /// <typeparam name="TLane">How many numbers stand side by side.</typeparam>
    static abstract TLane Apply<TLane>(TLane x, TLane z, TParameters parameters) where TLane : struct, ILane<TLane>;
}
