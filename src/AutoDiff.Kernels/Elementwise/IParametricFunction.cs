namespace AutoDiff.Kernels;

/// <summary>A family of functions of one number, written over lanes: a member is chosen by what is the same for all elements.</summary>
/// <typeparam name="TParameters">What chooses it.</typeparam>
public interface IParametricFunction<TParameters>
{
    /// <summary>The function.</summary>
    /// <typeparam name="TLane">How many numbers stand side by side.</typeparam>
    static abstract TLane Apply<TLane>(TLane x, TParameters parameters) where TLane : struct, ILane<TLane>;
}
