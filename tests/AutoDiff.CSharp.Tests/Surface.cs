using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace FacadeTests;

/// <summary>The exported members of an assembly as text: one line each, in one order.</summary>
internal static class Surface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().Where(t => !IsGenerated(t)).OrderBy(Name, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type)).Append('\n');
            foreach (var line in Members(type).Select(Signature).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }
        return text.ToString();
    }

    /// <summary>What a user of the assembly can name on a type; accessors are told by their properties.</summary>
    public static IEnumerable<MemberInfo> Members(Type type) =>
        type.GetMembers(Declared).Where(m => IsVisible(m) && !IsGenerated(m) && m is not Type && !(m is MethodInfo { IsSpecialName: true } method && IsAccessor(method)));

    private static bool IsAccessor(MethodInfo method) =>
        method.Name.StartsWith("get_", StringComparison.Ordinal) || method.Name.StartsWith("set_", StringComparison.Ordinal);

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase m => m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly,
        FieldInfo f => (f.IsPublic || f.IsFamily) && f.Name != "value__",
        PropertyInfo p => p.GetAccessors(true).Any(IsVisible),
        _ => true,
    };

    /// <summary>Whether a type stands in the source and was not made by a compiler.</summary>
    public static bool IsWritten(Type type) => !IsGenerated(type);

    private static bool IsGenerated(MemberInfo member) =>
        member.CustomAttributes.Any(a => a.AttributeType.Name is "CompilerGeneratedAttribute") || member.Name.Contains('<', StringComparison.Ordinal);

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsInterface: true } => "interface",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Signature(MemberInfo member) => member switch
    {
        ConstructorInfo c => $"new({Parameters(c)})",
        MethodInfo m => $"{Static(m)}{Name(m.ReturnType)} {m.Name}{Generic(m)}({Parameters(m)}){TupleNames(m.ReturnParameter)}",
        PropertyInfo p => $"{Static(p.GetAccessors(true)[0])}{Name(p.PropertyType)} {p.Name}{Index(p)} {{ {Accessors(p)} }}",
        FieldInfo { IsLiteral: true } f => $"{f.Name} = {Text(f.GetRawConstantValue())}",
        FieldInfo f => $"{Name(f.FieldType)} {f.Name}",
        _ => member.ToString()!,
    } + Marks(member);

    private static string Accessors(PropertyInfo property) => property.SetMethod is { IsPublic: true } ? "get; set;" : "get;";

    private static string? Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture);

    private static string Marks(MemberInfo member) => string.Concat(member.CustomAttributes.Select(a => a.AttributeType.Name switch
    {
        "ObsoleteAttribute" => " [obsolete]",
        "OverloadResolutionPriorityAttribute" => $" [priority {a.ConstructorArguments[0].Value}]",
        _ => "",
    }).Order(StringComparer.Ordinal));

    private static string TupleNames(ParameterInfo result) =>
        result.GetCustomAttribute<TupleElementNamesAttribute>() is { } names ? $" names ({string.Join(", ", names.TransformNames.OfType<string>())})" : "";

    private static string Static(MethodBase method) => method.IsStatic ? "static " : "";

    private static string Index(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } index ? $"[{string.Join(", ", index.Select(Parameter))}]" : "";

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var value = parameter.HasDefaultValue ? Text(parameter.RawDefaultValue) : "";
        var text = parameter.IsOptional ? $" = {(string.IsNullOrEmpty(value) ? "default" : value)}" : "";
        return $"{Name(parameter.ParameterType)} {parameter.Name}{text}";
    }

    public static string Name(Type type)
    {
        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }
        if (type.IsByRef)
        {
            return "ref " + Name(type.GetElementType()!);
        }
        var full = type.IsGenericParameter ? type.Name : (type.IsNested ? Name(type.DeclaringType!) + "." : Prefix(type)) + type.Name.Split('`')[0];
        return type.IsGenericType ? $"{full}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : full;
    }

    private static string Prefix(Type type) => type.Namespace is null or "System" or "AutoDiff" or "System.Collections.Generic" ? "" : type.Namespace + ".";
}
