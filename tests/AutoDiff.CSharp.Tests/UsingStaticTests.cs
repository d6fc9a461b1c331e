using AutoDiff;
using Xunit;
using static AutoDiff.Diff;
using static AutoDiff.Maths;

namespace FacadeTests;

public class UsingStaticTests
{
    [Fact]
    public void Members_are_in_scope_by_their_names()
    {
        Near.Equal(2 * Math.Cos(2), Grad(x => Sin(2 * x))(1));
        Near.Equal(new double[,] { { 2, 1 } }, Jacobian(v => [v[0] * v[1]])([1, 2]));
        Func<Scalar, Scalar> f = x => x * x;
        Near.Equal(2, f.Hessian()(1));
        var y = Variable(3);
        Near.Equal(6, Gradient(f(y), y));
    }
}
