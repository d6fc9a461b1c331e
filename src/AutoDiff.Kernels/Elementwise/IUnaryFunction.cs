using System.Linq.Expressions;

namespace AutoDiff.Kernels;

/// <summary>A function of one number, written over lanes.</summary>
public interface IUnaryFunction
{
    /// <summary>The function.</summary>
    /// <typeparam name="TLane">How many numbers stand side by side.</typeparam>
    static abstract TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>;

    /// <summary>The function in emitted code, where that is shorter than a call: of operands that are numbers, or registers of eight.</summary>
    /// <returns>The expression; null to call <c>Apply</c>.</returns>
    static virtual Expression? Write(Expression x) => null;
}
