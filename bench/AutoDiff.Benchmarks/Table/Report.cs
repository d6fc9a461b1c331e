using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Json;

namespace AutoDiff.Benchmarks;

/// <summary>What was measured of one case.</summary>
/// <param name="Name">The case.</param>
/// <param name="Hand">The hand-written code.</param>
/// <param name="Ways">The other ways.</param>
/// <param name="CompileMilliseconds">How long compiling took, with the first evaluation.</param>
internal sealed record Row(string Name, Way Hand, IReadOnlyList<Way> Ways, double CompileMilliseconds);

/// <summary>The table, for people and for programs.</summary>
internal static class Report
{
    private static readonly string[] Fields = ["compiled", "reused", "interpreted"];

    /// <summary>Processor, cores and runtime.</summary>
    public static string Hardware()
    {
        var processor = Line("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString();
        return $"{processor}, {Environment.ProcessorCount} cores, {VectorWidth()}-bit vectors, {RuntimeInformation.FrameworkDescription}";
    }

    /// <summary>These, how busy the machine is, and what it measures time with.</summary>
    public static string Machine()
    {
        var load = File.Exists("/proc/loadavg") ? $", load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}" : "";
        return $"{Hardware()}{load}, {ThreadClock.Name}";
    }

    /// <summary>A time with its unit.</summary>
    public static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1e3 => $"{Digits(nanoseconds)} ns",
        < 1e6 => $"{Digits(nanoseconds / 1e3)} µs",
        < 1e9 => $"{Digits(nanoseconds / 1e6)} ms",
        _ => $"{Digits(nanoseconds / 1e9)} s",
    };

    /// <summary>The names of the columns.</summary>
    public static void WriteHead() =>
        Console.WriteLine("| case | hand | compiled | reused | interpreted | finite differences | objective | compiling |\n| --- | --- | --- | --- | --- | --- | --- | --- |");

    /// <summary>One line of the table.</summary>
    public static void Write(Row row)
    {
        string Cell(string name) => row.Ways.FirstOrDefault(way => way.Name == name) is { } way
            ? $"{Time(way.Nanoseconds)} ×{Digits(way.Ratio)}{(way.Bytes == 0 ? "" : $", {way.Bytes} B")}"
            : "";
        Console.WriteLine(
            $"| `{row.Name}` | {Time(row.Hand.Nanoseconds)} | {Cell("compiled")} | {Cell("reused")} | {Cell("interpreted")} | {Cell("finite")} | {Cell("objective")} | {Digits(row.CompileMilliseconds)} ms |");
    }

    /// <summary>All of it as one line of JSON.</summary>
    public static string Json(IEnumerable<Row> rows)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("cases");
            foreach (var row in rows)
            {
                Write(writer, row);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, Row row)
    {
        writer.WriteStartObject();
        writer.WriteString("name", row.Name);
        writer.WriteNumber("hand_ns", Rounded(row.Hand.Nanoseconds));
        foreach (var way in row.Ways.Where(way => Fields.Contains(way.Name) || way.Name == "objective"))
        {
            writer.WriteStartObject(way.Name);
            writer.WriteNumber("ns", Rounded(way.Nanoseconds));
            writer.WriteNumber("ratio", Rounded(way.Ratio));
            writer.WriteNumber("bytes", way.Bytes);
            writer.WriteEndObject();
        }

        writer.WriteNull("torch");
        writer.WriteNumber("compile_ms", Rounded(row.CompileMilliseconds));
        writer.WriteEndObject();
    }

    private static double Rounded(double x) => x == 0 ? 0 : Math.Round(x, Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Abs(x))), 0, 15));

    /// <summary>Three digits.</summary>
    public static string Digits(double x) => x >= 100 ? $"{x:F0}" : $"{x:G3}";

    private static int VectorWidth() => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    private static string? Line(string file, string key) =>
        File.Exists(file) ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?.Split(':')[1].Trim() : null;
}
