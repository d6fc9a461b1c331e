using AutoDiff;
using Xunit;

namespace FacadeTests;

/// <summary>Matrices that an operation cannot work on are refused where it is written, with its name and the sizes.</summary>
public class LinearAlgebraRefusalTests
{
    private static readonly Matrix Singular = new double[,] { { 1, 2 }, { 2, 4 } };
    private static readonly Matrix Wide = new double[,] { { 1, 2, 3 }, { 4, 5, 6 } };
    private static readonly Matrix Indefinite = new double[,] { { 1, 2 }, { 2, 1 } };
    private static readonly Matrix Identity = new double[,] { { 1, 0 }, { 0, 1 } };

    private static readonly Dictionary<string, Func<Matrix>> OfSquareOnes = new()
    {
        ["Inverse"] = () => Wide.Inverse(),
        ["Solve"] = () => Wide.Solve(Wide),
        ["Cholesky"] = () => Wide.Cholesky().Factor,
        ["MatrixExponential"] = () => Wide.MatrixExponential(),
        ["SquareRoot"] = () => Wide.SquareRoot(),
        ["Evd"] = () => Wide.Evd().EigenVectors,
    };

    public static TheoryData<string> Operations => [.. OfSquareOnes.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_matrix_that_is_not_square(string operation) =>
        Assert.Contains("2x3", Assert.Throws<ShapeException>(() => OfSquareOnes[operation]()).Message);

    [Fact]
    public void Determinant_and_trace_of_a_matrix_that_is_not_square()
    {
        Assert.Contains("2x3", Assert.Throws<ShapeException>(() => Wide.Determinant()).Message);
        Assert.Contains("2x3", Assert.Throws<ShapeException>(() => Wide.Trace()).Message);
    }

    [Fact]
    public void A_singular_matrix_at_the_line_that_inverts_it()
    {
        Assert.Contains("2", Assert.Throws<SingularMatrixException>(() => Singular.Inverse()).Message);
        Assert.Throws<SingularMatrixException>(() => Singular.Solve(Identity));
        var reached = false;
        Assert.Throws<SingularMatrixException>(() => Diff.Grad((Matrix a) =>
        {
            var inverse = a.Inverse();
            reached = true;
            return inverse.Sum();
        })(Singular));
        Assert.False(reached);
    }

    [Fact]
    public void Columns_that_depend_on_one_another_have_no_least_squares_solution()
    {
        Assert.Throws<SingularMatrixException>(() => Singular.LeastSquares(new double[] { 1, 2 }));
        var random = new Random(31);
        for (var trial = 0; trial < 50; trial++)
        {
            var (rows, columns) = (random.Next(4, 30), random.Next(2, 5));
            var a = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(rows, columns, (_, _) => random.NextDouble() - 0.5);
            Assert.Equal(columns, ((Matrix)a).LeastSquares(new double[rows]).Count);
            var dependent = random.Next(1, columns);
            a.SetColumn(dependent, (a.Column(0) * random.NextDouble()) + (a.Column(dependent - 1) * 3));
            var error = Assert.Throws<SingularMatrixException>(() => ((Matrix)a).LeastSquares(new double[rows]));
            Assert.Contains($"pivot {dependent} ", error.Message);
        }
    }

    [Fact]
    public void The_log_determinant_of_a_singular_matrix_has_a_value_and_no_derivative()
    {
        Assert.Equal(double.NegativeInfinity, Singular.LogDeterminant().Value);
        Assert.Equal(0, Singular.SignOfDeterminant().Value);
        Assert.Throws<SingularMatrixException>(() => Diff.Grad((Matrix a) => a.LogDeterminant())(Singular));
    }

    [Fact]
    public void A_matrix_that_is_not_positive_definite()
    {
        var error = Assert.Throws<NotPositiveDefiniteException>(() => Indefinite.Cholesky());
        Assert.Contains("Cholesky", error.Message);
    }

    [Fact]
    public void An_eigenvector_of_a_repeated_eigenvalue_has_no_derivative()
    {
        Assert.Equal(1, Identity.Evd().EigenValues[0].Value);
        Assert.Throws<RepeatedEigenvalueException>(() => Diff.Grad((Matrix a) => a.Evd().EigenVectors[0, 0])(Identity));
    }

    [Fact]
    public void An_eigenvector_of_a_simple_eigenvalue_has_a_gradient_beside_repeated_ones()
    {
        Matrix a = new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 3 } };
        var slope = Diff.Grad((Matrix m) => m.Evd().EigenVectors[0, 2])(a);
        // the third vector turns towards the first by 1 / (3 - 1), half of it for either triangle
        Assert.Equal(new double[,] { { 0, 0, 0.25 }, { 0, 0, 0 }, { 0.25, 0, 0 } }, slope.ToArray());
        Assert.Throws<RepeatedEigenvalueException>(() => Diff.Grad((Matrix m) => m.Evd().EigenVectors[0, 1])(a));
    }

    [Fact]
    public void Second_derivatives_of_separate_eigenvalues_where_they_are_equal()
    {
        Assert.Throws<RepeatedEigenvalueException>(
            () => Diff.Hessian((Matrix a) => a.Evd().EigenValues * a.Evd().EigenValues)(Identity));
        var ofTrace = Diff.Hessian((Matrix a) => Maths.Square(a.Evd().EigenValues.Sum()))(Identity);
        Assert.Equal(new double[,] { { 2, 0, 0, 2 }, { 0, 0, 0, 0 }, { 0, 0, 0, 0 }, { 2, 0, 0, 2 } }, ofTrace.ToArray());
    }

    [Fact]
    public void Right_hand_sides_of_another_length()
    {
        Vector three = new double[] { 1, 2, 3 };
        var message = Assert.Throws<ShapeException>(() => Identity.Solve(three)).Message;
        Assert.Contains("3", message);
        Assert.Contains("2x2", message);
    }

    [Fact]
    public void Parts_that_do_not_fit()
    {
        Vector v = new double[] { 1, 2, 3 };
        Assert.Throws<ArgumentOutOfRangeException>(() => v.Gather([0, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => v.With(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => v.Tile(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Matrix.Identity(-1));
        Assert.Throws<ShapeException>(() => Identity.Stack(Wide));
        Assert.Throws<ShapeException>(() => Identity.Append(new double[,] { { 1 } }));
        Assert.Throws<ShapeException>(() => v.ReshapeColumnMajor(2, 2));
        Assert.Throws<ShapeException>(() => Matrix.OfRows([new double[] { 1, 2 }, new double[] { 1 }]));
        Assert.Throws<ShapeException>(() => ((Vector)Array.Empty<double>()).Maximum());
    }
}
