using Microsoft.FSharp.Core;

namespace AutoDiff.Benchmarks;

/// <summary>
/// Every primitive on a thousand small examples at once, beside a thousand calls: as it stands, on operands that are there, and compiled, where
/// the batch is <c>Vectorize</c> over the rows of matrices. An example is a matrix of 3 x 3 where shapes are free, or with --vectors one of its columns.
/// </summary>
internal static class BatchingCommand
{
    private const int Examples = 1_000;
    private const double Promised = 10;

    // so long each way runs before it is timed, in turns with pauses in which methods that ran often are compiled again
    private const double WarmUp = 30e6;

    /// <summary>Prints how many times faster a batch is, the slowest first.</summary>
    public static int Run(string[] arguments)
    {
        var rounds = arguments.Contains("--quick") ? 3 : 15;
        var columns = arguments.Contains("--vectors") ? 1 : 3;
        var wanted = arguments.Where(argument => !argument.StartsWith('-')).ToList();
        Console.WriteLine(Report.Machine());
        Console.WriteLine();
        Console.WriteLine("| primitive | operands | 1,000 examples, ns each | a call, ns | times | compiled: 1,000 examples, ns each | a call, ns | times |\n| --- | --- | --- | --- | --- | --- | --- | --- |");
        var rows = Table.primitives
            .Where(family => wanted.Count == 0 || wanted.Contains(family.Name))
            .Select(family => Measure(family, columns, rounds)).OfType<Row>().OrderBy(row => Math.Max(row.Plain.Times, row.Compiled.Times)).ToList();
        foreach (var row in rows)
        {
            Console.WriteLine($"| `{row.Name}` | {row.Shapes} | {Cells(row.Plain)} | {Cells(row.Compiled)} |");
        }

        Console.WriteLine();
        Console.WriteLine(
            $"Of {rows.Count}, {rows.Count(row => row.Plain.Times >= Promised)} are {Promised} times as fast or faster as they stand, {rows.Count(row => row.Compiled.Times >= Promised)} compiled.");
        return 0;

        static string Cells(Pair pair) => $"{Report.Digits(pair.Batch)} | {Report.Digits(pair.Call)} | {Report.Digits(pair.Times)}";
    }

    private static Row? Measure(Family family, int columns, int rounds)
    {
        var (primitive, shapes) = family.Sample.Invoke(3).Invoke(columns).Invoke(columns);
        if (shapes.Any(shape => shape.Rank > 0))
        {
            return null; // over batch extents themselves
        }

        var one = Operands(primitive, shapes);
        Matrix[] single = [.. one.Select(node => new Matrix(node))];
        Matrix[] rows = [.. one.Select(Rows)];
        Matrix[] batch = [.. one.Select(node => new Matrix(Batched(node)))];
        Func<Matrix[], Matrix> apply = xs => new(NodeModule.apply(primitive, Nodes(xs)));
        Func<Matrix[], Matrix> vectorized = xs => new(Batch.vectorize("batch", [.. xs.Select(_ => true)], OfRows(primitive, one), Nodes(xs)));
        return new Row(
            family.Name,
            string.Join(", ", shapes.Select(shape => shape.ToString())),
            Measure(apply, single, apply, batch, rounds),
            Measure(Diff.Compile(apply), single, Diff.Compile(vectorized), rows, rounds));
    }

    private static Pair Measure(Func<Matrix[], Matrix> call, Matrix[] single, Func<Matrix[], Matrix> batch, Matrix[] many, int rounds)
    {
        for (var turn = 0; turn < 3; turn++)
        {
            Repeat(call, single);
            Repeat(batch, many);
            Thread.Sleep(100);
        }

        var (together, each) = (double.PositiveInfinity, double.PositiveInfinity);
        for (var round = 0; round < rounds; round++)
        {
            each = Math.Min(each, Time(call, single, Examples) / Examples);
            together = Math.Min(together, Time(batch, many, 20) / 20 / Examples);
        }

        return new Pair(together, each);

        static void Repeat(Func<Matrix[], Matrix> f, Matrix[] xs)
        {
            for (var start = ThreadClock.Now; ThreadClock.Now - start < WarmUp;)
            {
                Time(f, xs, 5);
            }
        }
    }

    private static double Time(Func<Matrix[], Matrix> f, Matrix[] xs, int calls)
    {
        var start = ThreadClock.Now;
        for (var call = 0; call < calls; call++)
        {
            f(xs);
        }

        return ThreadClock.Now - start;
    }

    private static Node[] Nodes(Matrix[] xs) => [.. xs.Select(x => x.Node)];

    // the primitive of one example, which the rows of the operands hold column by column
    private static FSharpFunc<Node[], Node> OfRows(Primitive primitive, Node[] one) =>
        FuncConvert.FromFunc((Node[] rows) => Flat(NodeModule.apply(primitive, [.. rows.Zip(one, (row, x) => Reshaped(row, x.Shape))])));

    private static Node Flat(Node x) => Reshaped(x, ShapeModule.one(ExtentModule.vector(x.Shape.Extent.Size)));

    private static Node Reshaped(Node x, Shape shape) => Batches.reshape(x.Shape, shape, x);

    private static double[] Elements(Node x) => new Matrix(Flat(x)).ToMathNet().ToColumnMajorArray();

    // so many copies of an example, one after the other
    private static Node Batched(Node x)
    {
        var numbers = Enumerable.Repeat(Elements(x), Examples).SelectMany(example => example).ToArray();
        return NodeModule.ofValue(ShapeModule.batched([Examples], x.Shape.Extent), Precision.Double, Compute.ofElements(numbers));
    }

    // the same as the rows of a matrix
    private static Matrix Rows(Node x)
    {
        var elements = Elements(x);
        var rows = new double[Examples, elements.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i / elements.Length, i % elements.Length] = elements[i % elements.Length];
        }

        return rows;
    }

    // numbers below 1 and positive, with diagonals that make square matrices positive definite and triangles regular
    private static Node[] Operands(Primitive primitive, IEnumerable<Shape> shapes)
    {
        var operands = new List<Node>();
        foreach (var shape in shapes)
        {
            var domain = primitive.Domain.ElementAt(Math.Min(operands.Count, primitive.Domain.Length - 1));
            operands.Add(domain is Domain.Derived derived ? NodeModule.apply(derived.Item, [operands[0]]) : Numbers(shape.Extent, domain.IsMask));
        }

        return [.. operands];
    }

    private static Node Numbers(Extent extent, bool isMask)
    {
        var numbers = new double[extent.Size];
        for (var i = 0; i < numbers.Length; i++)
        {
            var (row, column) = (i % extent.Rows, i / extent.Rows);
            numbers[i] = isMask ? 1 : 0.3 + (0.2 * Math.Sin(i)) + (row == column && extent.Columns > 1 ? 1 + row : 0);
        }

        return NodeModule.ofValue(ShapeModule.one(extent), Precision.Double, Compute.ofElements(numbers));
    }

    private readonly record struct Pair(double Batch, double Call)
    {
        public double Times => Call / Batch;
    }

    private sealed record Row(string Name, string Shapes, Pair Plain, Pair Compiled);
}
