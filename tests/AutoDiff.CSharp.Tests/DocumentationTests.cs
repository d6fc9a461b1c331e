using System.Reflection;
using AutoDiff;
using Xunit;

namespace FacadeTests;

/// <summary>Everything public is documented: what it is, its parameters, its result.</summary>
public class DocumentationTests
{
    private static readonly Assembly Core = typeof(Scalar).Assembly;
    private static readonly Assembly Facade = typeof(Diff).Assembly;
    private static readonly Assembly Interactive = typeof(AutoDiff.Interactive.Notebook).Assembly;
    private static readonly XmlDocumentation Documentation = new(Core, Facade, Interactive);

    public static TheoryData<string> Assemblies => [.. new[] { Core, Facade, Interactive }.Select(assembly => assembly.GetName().Name!)];

    private static IEnumerable<MemberInfo> Public(Assembly assembly) =>
        assembly.GetExportedTypes().Where(Surface.IsWritten).SelectMany(type => Surface.Members(type).Prepend(type)).Where(m => !IsTwin(m));

    /// <summary>What the F# compiler adds to an inline function for callers that do not know its types.</summary>
    private static bool IsTwin(MemberInfo member) => member.Name.EndsWith("$W", StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Types_and_members_say_what_they_are_and_take_and_give(string name)
    {
        var assembly = new[] { Core, Facade, Interactive }.Single(assembly => assembly.GetName().Name == name);
        var gaps =
            from member in Public(assembly)
            let lacks = Documentation.Lacks(member).ToList()
            where lacks.Count > 0
            select $"{member.DeclaringType?.Name}.{member.Name}: {string.Join(", ", lacks)}";
        var found = gaps.ToList();
        Assert.True(found.Count == 0, $"{found.Count} of {Public(assembly).Count()} lack something:\n{string.Join("\n", found)}");
    }

    public static TheoryData<string> EntryPoints =>
    [
        .. typeof(Diff).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Concat(typeof(Ode).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(m => m.Name).Distinct(),
        .. OfResults.Keys,
    ];

    /// <summary>What is done with the results of entry points, by the names of the examples.</summary>
    private static readonly Dictionary<string, MethodInfo> OfResults = new()
    {
        ["AsLikelihood"] = typeof(Minimum<>).GetMethod("AsLikelihood")!,
        ["HistoryTable"] = typeof(Minimum<>).GetMethod("HistoryTable")!,
        ["HistoryPlot"] = typeof(Minimum<>).GetMethod("HistoryPlot")!,
        ["SparseEvaluate"] = typeof(SparseDerivative).GetMethod("Evaluate")!,
        ["CompiledEvaluate"] = typeof(CompiledGradient).GetMethod("Evaluate", [typeof(ReadOnlySpan<double>), typeof(Span<double>)])!,
    };

    private static MethodInfo[] Overloads(string name) =>
        OfResults.TryGetValue(name, out var method)
            ? [method]
            : [.. typeof(Diff).GetMethods().Concat(typeof(Ode).GetMethods()).Where(m => m.Name == name)];

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    /// <summary>The lines of an example, as they are compiled.</summary>
    private static string[] Compiled(string name)
    {
        var source = File.ReadAllText(Repository.PathOf("tests", "AutoDiff.CSharp.Tests", "Examples.cs"));
        var start = source.IndexOf($"public static void {name}()", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{name} has no example in Examples.cs");
        var body = source.IndexOf("    {\n", start, StringComparison.Ordinal) + 6;
        return Lines(source[body..source.IndexOf("\n    }\n", body, StringComparison.Ordinal)]);
    }

    [Theory]
    [MemberData(nameof(EntryPoints))]
    public void Entry_points_show_an_example_that_is_compiled(string name)
    {
        Assert.Equal(Compiled(name), Lines(Assert.Single(Documentation.Examples(Overloads(name)))));
    }

    [Theory]
    [MemberData(nameof(EntryPoints))]
    public void Examples_print_what_stands_beside_them(string name)
    {
        var promised = Compiled(name).Where(line => line.Contains("// ", StringComparison.Ordinal) && !line.StartsWith("//", StringComparison.Ordinal));
        var example = typeof(Examples).GetMethod(name)!.CreateDelegate<Action>();
        Assert.Equal(
            string.Join(' ', promised.Select(line => line[(line.LastIndexOf("// ", StringComparison.Ordinal) + 3)..])),
            string.Join(' ', Lines(Printing.Of(example))));
    }
}
