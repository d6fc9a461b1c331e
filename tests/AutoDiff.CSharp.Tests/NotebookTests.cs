using Samples;
using Xunit;

namespace FacadeTests;

/// <summary>The C# half of the notebook, digit for digit as TensorFlow 2.3 prints it.</summary>
public class NotebookTests
{
    [Fact]
    public void Every_computation_of_the_notebook_prints_TensorFlows_digits() =>
        Assert.Equal(
            [
                "0 4 8 12",
                "0 4 32 108; 0 2 4 6",
                "-2",
                "-2 0 0 1",
                "-2 2",
                "2 -6",
                "UnconnectedGradientException",
                "0.867380381 0.0183131695",
                "0.867380381 0.0175879598",
                "0.0175879598 0.867380381",
                "0 0.999998569",
            ],
            Notebook.Rows().Select(row => row.Printed));
}
