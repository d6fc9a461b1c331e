using MathNet.Numerics.Differentiation;

namespace AutoDiff.Benchmarks;

/// <summary>A scalar function of a structure and its gradient.</summary>
/// <typeparam name="T">The structure.</typeparam>
/// <param name="name">What the table calls it.</param>
/// <param name="at">Where it is evaluated.</param>
internal abstract class GradientCase<T>(string name, T at) : Case(name)
{
    private const int MostVariables = 100;
    private CompiledGradient? compiled;

    /// <inheritdoc/>
    public override double[] Point { get; } = Flatten(at);

    /// <summary>The function, as a user writes it.</summary>
    protected abstract Scalar F(T x);

    /// <inheritdoc/>
    public override Evaluation Compile()
    {
        compiled = Diff.CompileGradient<T>(F, at);
        return compiled.Evaluate;
    }

    /// <inheritdoc/>
    public override Evaluation Plain()
    {
        var f = Diff.ValueAndGrad<T>(F);
        return (_, derivative) =>
        {
            var (value, gradient) = f(at);
            if (!derivative.IsEmpty)
            {
                Flatten(gradient).CopyTo(derivative);
            }

            return value.Value;
        };
    }

    /// <inheritdoc/>
    public override Evaluation? CompileObjective()
    {
        if (IsDerivativeByHand)
        {
            return null;
        }

        var f = Diff.Compile<T, Scalar>(F);
        return (_, _) => f(at).Value;
    }

    /// <inheritdoc/>
    public override Evaluation? FiniteDifferences()
    {
        if (!IsDerivativeByHand || Point.Length > MostVariables)
        {
            return null;
        }

        var (jacobian, unused, point) = (new NumericalJacobian(), new double[Point.Length], Point);
        double Objective(double[] x) => Hand(x, unused);
        return (_, derivative) =>
        {
            var gradient = jacobian.Evaluate(Objective, point);
            if (!derivative.IsEmpty)
            {
                gradient.CopyTo(derivative);
            }

            return Objective(point);
        };
    }

    /// <inheritdoc/>
    public override void WriteSteps()
    {
        if (compiled is not null)
        {
            Steps.Write(compiled.Plan, Point, DerivativeLength);
        }
    }

    private static double[] Flatten(T x) => Read.floats(Read.peek(Flat.join(Structure.leaves(x))));
}
