using AutoDiff;
using Xunit;
using static FacadeTests.Values;

namespace FacadeTests;

public class SequenceTests
{
    private static readonly Scalar[] Three = [1, 2, 6];

    [Fact]
    public void Sums()
    {
        Near.Equal(9, Three.Sum());
        Near.Equal(41, Three.Sum(x => x * x));
        Near.Equal(9, Three.AsEnumerable().Select(x => x).Sum());
        Near.Equal([4, 6], new Vector[] { [1, 2], [3, 4] }.Sum());
        Near.Equal(new double[,] { { 4, 6 } }, new Matrix[] { [[1, 2]], [[3, 4]] }.Sum());
        Near.Equal([9, 18], Three.Sum(x => x * V([1, 2])));
        Near.Equal(new double[,] { { 9, 18 } }, Three.Sum(x => x * M([[1, 2]])));
        Near.Equal(0, Array.Empty<Scalar>().Sum());
    }

    [Fact]
    public void Means()
    {
        Near.Equal(3, Three.Average());
        Near.Equal(41 / 3.0, Three.Average(x => x * x));
        Assert.Throws<InvalidOperationException>(() => Array.Empty<Scalar>().Average());
    }

    [Fact]
    public void Beside_those_of_LINQ()
    {
        double[] numbers = [1, 2, 6];
        Scalar a = 2;
        Near.Equal(18, numbers.Sum(x => a * x));
        Near.Equal(6, numbers.Average(x => a * x));
        double sum = numbers.Sum(x => 2 * x);
        Assert.Equal(18, sum);
        Assert.Equal(9, numbers.Sum());
        Assert.Equal(3, numbers.Average());
        Near.Equal(6, Three.Max(x => x));
        Near.Equal(5, V([1, 2]).Sum(x => x * x));
        Near.Equal(7, M([[1, 2], [3, 4]]).Sum(row => row[0] * row[0] - row[1] + 3 * row[0] / row[0]) - 3);
    }

    [Fact]
    public void Are_differentiated()
    {
        var gradient = Diff.Grad((Scalar[] xs) => xs.Sum(x => x * x) + xs.Average())(Three);
        Assert.All(Three.Zip(gradient), pair => Near.Equal(2 * pair.First.Value + 1 / 3.0, pair.Second));
        double[] data = [1, 2, 3];
        Near.Equal(2 * 14 * 5, Diff.Grad(w => data.Sum(x => w * x * (w * x)))(5));
    }

    [Fact]
    public void Enumerated_once()
    {
        var runs = 0;
        IEnumerable<Scalar> Lazy()
        {
            runs++;
            yield return 1;
            yield return 3;
        }
        Near.Equal(2, Lazy().Average());
        Assert.Equal(1, runs);
    }
}
