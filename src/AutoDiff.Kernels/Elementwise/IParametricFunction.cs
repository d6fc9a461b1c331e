namespace AutoDiff.Kernels;

/// <summary>A family of functions of one number, written over lanes: a member is chosen by numbers that are the same for all elements.</summary>
public interface IParametricFunction
{
    /// <summary>The function.</summary>
    /// <typeparam name="TLane">How many numbers stand side by side.</typeparam>
    static abstract TLane Apply<TLane>(TLane x, double[] parameters) where TLane : struct, ILane<TLane>;
}
