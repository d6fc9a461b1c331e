namespace AutoDiff.Benchmarks;

/// <summary>Every primitive on a thousand small examples at once, beside a thousand calls.</summary>
internal static class BatchingCommand
{
    private const int Examples = 1_000;
    private const double Promised = 10;

    /// <summary>Prints how many times faster a batch is, the slowest first.</summary>
    public static int Run(string[] arguments)
    {
        var rounds = arguments.Contains("--quick") ? 3 : 15;
        Console.WriteLine(Report.Machine());
        Console.WriteLine();
        Console.WriteLine("| primitive | operands | 1,000 examples, ns each | a call, ns | times |\n| --- | --- | --- | --- | --- |");
        var rows = Table.primitives.Select(family => Measure(family, rounds)).OfType<Row>().OrderBy(row => row.Times).ToList();
        foreach (var row in rows)
        {
            Console.WriteLine($"| `{row.Name}` | {row.Shapes} | {Report.Digits(row.Batch)} | {Report.Digits(row.Call)} | {Report.Digits(row.Times)} |");
        }

        Console.WriteLine();
        Console.WriteLine($"{rows.Count(row => row.Times >= Promised)} of {rows.Count} are {Promised} times as fast or faster.");
        return 0;
    }

    private static Row? Measure(Family family, int rounds)
    {
        var (primitive, shapes) = family.Sample.Invoke(3).Invoke(3).Invoke(3);
        if (shapes.Any(shape => shape.Rank > 0))
        {
            return null; // over batch extents themselves
        }

        var one = Operands(primitive, shapes, []);
        var many = Operands(primitive, shapes, [Examples]);
        var (batch, call) = (double.PositiveInfinity, double.PositiveInfinity);
        for (var round = 0; round < rounds; round++)
        {
            call = Math.Min(call, Time(primitive, one, Examples) / Examples);
            batch = Math.Min(batch, Time(primitive, many, 20) / 20 / Examples);
        }

        return new Row(family.Name, string.Join(", ", shapes.Select(shape => shape.ToString())), batch, call);
    }

    private static double Time(Primitive primitive, Node[] operands, int calls)
    {
        var start = ThreadClock.Now;
        for (var call = 0; call < calls; call++)
        {
            NodeModule.apply(primitive, operands);
        }

        return ThreadClock.Now - start;
    }

    // numbers below 1 and positive, with diagonals that make square matrices positive definite and triangles regular
    private static Node[] Operands(Primitive primitive, IEnumerable<Shape> shapes, int[] batch)
    {
        var operands = new List<Node>();
        foreach (var shape in shapes)
        {
            var domain = primitive.Domain.ElementAt(Math.Min(operands.Count, primitive.Domain.Length - 1));
            operands.Add(domain is Domain.Derived derived ? NodeModule.apply(derived.Item, [operands[0]]) : Numbers(shape.Extent, batch, domain.IsMask));
        }

        return [.. operands];
    }

    private static Node Numbers(Extent extent, int[] batch, bool isMask)
    {
        var (rows, size) = (extent.Rows, extent.Size);
        var numbers = new double[batch.Aggregate(1, (count, n) => count * n) * size];
        for (var i = 0; i < numbers.Length; i++)
        {
            var (row, column) = (i % size % rows, i % size / rows);
            numbers[i] = isMask ? 1 : 0.3 + (0.2 * Math.Sin(i % size)) + (row == column && extent.Columns > 1 ? 1 + row : 0);
        }

        return NodeModule.ofValue(ShapeModule.batched(batch, extent), Precision.Double, Compute.ofElements(numbers));
    }

    private sealed record Row(string Name, string Shapes, double Batch, double Call)
    {
        public double Times => Call / Batch;
    }
}
