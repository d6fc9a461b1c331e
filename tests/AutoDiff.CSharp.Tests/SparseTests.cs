using AutoDiff;
using Xunit;
using static AutoDiff.Maths;

namespace FacadeTests;

public class SparseTests
{
    [Fact]
    public void Jacobian_and_Hessian()
    {
        var jacobian = Diff.SparseJacobian(v => v.PointwiseMultiply(v))([1, 2]);
        Assert.Equal(new double[,] { { 2, 0 }, { 0, 4 } }, jacobian.ToArray());
        Assert.IsType<MathNet.Numerics.LinearAlgebra.Double.SparseMatrix>(jacobian);
        var hessian = Diff.SparseHessian(v => v[0] * v[1] + v[2] * v[2])([1, 2, 3]);
        Assert.Equal(new double[,] { { 0, 1, 0 }, { 1, 0, 0 }, { 0, 0, 2 } }, hessian.ToArray());
        Func<Vector, Vector> exp = Exp;
        var prepared = exp.PrepareSparseJacobian();
        Assert.Equal(1, prepared.Evaluate([0, 0])[1, 1]);
        Assert.Equal((1, 2), (prepared.Colors, prepared.NonZeros));
    }

    [Fact]
    public void Refusals()
    {
        Assert.Throws<ArgumentNullException>(() => Diff.SparseJacobian(null!));
        Assert.Throws<ArgumentNullException>(() => Diff.SparseHessian(null!));
        Assert.Throws<DensityException>(() => Diff.SparseHessian(v => Exp(v.Sum()))(new Vector(new double[500])));
    }
}
