namespace AutoDiff.Kernels;

/// <summary>A family of functions of two numbers, written over lanes: a member is chosen by a whole number that is the same for all elements.</summary>
public interface IParametricPairFunction
{
    /// <summary>The function.</summary>
    /// <typeparam name="TLane">How many numbers stand side by side.</typeparam>
    static abstract TLane Apply<TLane>(TLane x, TLane z, int n) where TLane : struct, ILane<TLane>;
}
