namespace AutoDiff.Benchmarks;

/// <summary>A value and its derivative at a point; an empty span for the derivative says that nobody copies it out.</summary>
/// <param name="point">All numbers that the function depends on, one after the other.</param>
/// <param name="derivative">Where the derivative goes.</param>
/// <returns>The value.</returns>
internal delegate double Evaluation(ReadOnlySpan<double> point, Span<double> derivative);

/// <summary>A function, written by hand and written as a user would write it.</summary>
/// <param name="name">What the table calls it.</param>
internal abstract class Case(string name)
{
    /// <summary>Gets what the table calls it.</summary>
    public string Name { get; } = name;

    /// <summary>Gets where it is evaluated.</summary>
    public abstract double[] Point { get; }

    /// <summary>Gets how many numbers the derivative has.</summary>
    public virtual int DerivativeLength => Point.Length;

    /// <summary>Gets a value indicating whether the hand-written code computes the derivative; otherwise it is the plain objective.</summary>
    public virtual bool IsDerivativeByHand => true;

    /// <summary>Gets a value indicating whether compiled code returns the derivative rather than writing it into kept memory.</summary>
    public virtual bool IsDerivativeReturned => false;

    /// <summary>Gets a value indicating whether the ways of the library return the function's value beside the derivative.</summary>
    public virtual bool HasValue => true;

    /// <summary>The obvious loops.</summary>
    /// <inheritdoc cref="Evaluation"/>
    public abstract double Hand(ReadOnlySpan<double> point, Span<double> derivative);

    /// <summary>The function's derivative, compiled now.</summary>
    public abstract Evaluation Compile();

    /// <summary>The function's derivative by a plain call in each evaluation, at <see cref="Point"/>.</summary>
    public abstract Evaluation Plain();

    /// <summary>The function itself, compiled; null where nobody asks.</summary>
    public virtual Evaluation? CompileObjective() => null;

    /// <summary>The derivative by finite differences of MathNet; null where there are too many variables.</summary>
    public virtual Evaluation? FiniteDifferences() => null;

    /// <summary>Writes where a compiled evaluation spends its time.</summary>
    public virtual void WriteSteps()
    {
    }
}
