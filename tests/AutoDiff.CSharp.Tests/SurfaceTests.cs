using System.Reflection;
using AutoDiff;
using Xunit;

namespace FacadeTests;

public class SurfaceTests
{
    [Theory]
    [InlineData("AutoDiff.CSharp")]
    [InlineData("AutoDiff.Core")]
    public void Public_surface_is_what_was_accepted(string name)
    {
        var path = Repository.PathOf("tests", "PublicSurface", name + ".txt");
        var found = Surface.Describe(Assembly.Load(name));
        if (Environment.GetEnvironmentVariable("AUTODIFF_ACCEPT_SURFACE") == "1")
        {
            File.WriteAllText(path, found);
        }
        var accepted = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.True(
            found == accepted,
            $"The public surface of {name} has changed. Run this test with AUTODIFF_ACCEPT_SURFACE=1 to accept it.\n{Difference(accepted, found)}");
    }

    private static string Difference(string accepted, string found)
    {
        var (before, after) = (Lines(accepted), Lines(found));
        return string.Join('\n', before.Except(after).Select(line => "- " + line).Concat(after.Except(before).Select(line => "+ " + line)));
    }

    // Each member with its type, so that a line says where it belongs.
    private static List<string> Lines(string text)
    {
        var (type, lines) = ("", new List<string>());
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            type = line.StartsWith(' ') ? type : line;
            lines.Add(line.StartsWith(' ') ? type + ": " + line.Trim() : line);
        }
        return lines;
    }

    public static TheoryData<string> TypesForCSharp =>
        [.. new[] { typeof(Diff).Assembly, typeof(Scalar).Assembly }.SelectMany(a => a.GetExportedTypes()).Where(t => !IsForFSharp(t)).Select(t => t.AssemblyQualifiedName!)];

    // Modules, and the extensions that only F# sees.
    private static bool IsForFSharp(Type type) =>
        type.CustomAttributes.Any(a => a.AttributeType.Name == "CompilationMappingAttribute" && IsModule(a.ConstructorArguments))
        || type.CustomAttributes.Any(a => a.AttributeType.Name == "AutoOpenAttribute")
        || (type.DeclaringType is { } outer && IsForFSharp(outer));

    private static bool IsModule(IList<CustomAttributeTypedArgument> arguments) => arguments[0].Value is int flags && (flags & 31) == 7;

    [Theory]
    [MemberData(nameof(TypesForCSharp))]
    public void No_type_of_FSharp_is_in_sight_of_CSharp(string typeName)
    {
        var type = Type.GetType(typeName, throwOnError: true)!;
        var seen = Surface.Members(type).SelectMany(Types).Concat(type.BaseType is { } parent ? [parent] : []).SelectMany(Parts);
        Assert.DoesNotContain(seen, t => t.Namespace?.StartsWith("Microsoft.FSharp", StringComparison.Ordinal) == true);
        Assert.DoesNotContain(seen, t => t.FullName?.StartsWith("System.Tuple", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void The_search_for_types_of_FSharp_finds_them_where_they_are()
    {
        var module = typeof(Scalar).Assembly.GetType("AutoDiff.DiffModule", throwOnError: true)!;
        Assert.True(IsForFSharp(module));
        Assert.Contains(Surface.Members(module).SelectMany(Types).SelectMany(Parts), t => t.Name.StartsWith("FSharpFunc", StringComparison.Ordinal));
        Assert.Contains(typeof(Optimizer).AssemblyQualifiedName, TypesForCSharp);
        Assert.Contains(typeof(Minimum<>).AssemblyQualifiedName, TypesForCSharp);
    }

    private static IEnumerable<Type> Types(MemberInfo member) => member switch
    {
        MethodInfo m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType),
        ConstructorInfo c => c.GetParameters().Select(p => p.ParameterType),
        PropertyInfo p => [p.PropertyType],
        FieldInfo f => [f.FieldType],
        _ => [],
    };

    private static IEnumerable<Type> Parts(Type type) =>
        (type.HasElementType ? Parts(type.GetElementType()!) : type.GetGenericArguments().Where(_ => type.IsGenericType).SelectMany(Parts)).Append(type);

    [Fact]
    public void No_public_name_is_in_both_assemblies()
    {
        static IEnumerable<string> Names(Type inside) => inside.Assembly.GetExportedTypes().Where(t => !t.IsNested).Select(t => t.FullName!);
        Assert.Empty(Names(typeof(Diff)).Intersect(Names(typeof(Scalar))));
    }
}
