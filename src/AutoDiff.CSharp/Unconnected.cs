namespace AutoDiff;

/// <summary>What <see cref="Diff.Gradient{T}(Scalar, T, Unconnected)"/> gives for a value that the result was not computed from.</summary>
public enum Unconnected
{
    /// <summary>An <see cref="UnconnectedGradientException"/>: it is nearly always a mistake.</summary>
    Error,

    /// <summary>Zeros of its shape.</summary>
    Zero,
}
