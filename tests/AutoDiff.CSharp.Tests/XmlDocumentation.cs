using System.Reflection;
using System.Xml.Linq;
using Microsoft.FSharp.Core;

namespace FacadeTests;

/// <summary>The documentation file of an assembly, asked by member; what is inherited counts where it is inherited.</summary>
internal sealed class XmlDocumentation
{
    private readonly Dictionary<string, XElement> members = [];
    private readonly ILookup<string, XElement> byName;

    public XmlDocumentation(params Assembly[] assemblies)
    {
        foreach (var assembly in assemblies)
        {
            foreach (var member in XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member"))
            {
                members[member.Attribute("name")!.Value] = member;
            }
        }
        byName = members.ToLookup(m => m.Key.Split('(', '`')[0], m => m.Value);
    }

    /// <summary>What a member's documentation lacks; nothing where it is complete.</summary>
    public IEnumerable<string> Lacks(MemberInfo member)
    {
        if (IsConstructorOfRecord(member))
        {
            // the fields say what its parameters are
            return member.DeclaringType!.GetProperties().SelectMany(Lacks);
        }
        return Wanting(member);
    }

    /// <summary>A member that F# adds to a type: its first parameter is what it is called on.</summary>
    private static bool IsExtensionOfFSharp(MemberInfo member) => member is MethodInfo { IsStatic: true } && member.Name.Contains('.', StringComparison.Ordinal);

    /// <summary>A property that only its interface names: F# writes it with a plain name, but its accessors have that of the interface.</summary>
    private static bool IsOfInterface(MemberInfo member) =>
        member is PropertyInfo property && property.GetAccessors(true)[0].Name.Contains('.', StringComparison.Ordinal);

    private static bool IsConstructorOfRecord(MemberInfo member) =>
        member is ConstructorInfo && member.DeclaringType!.GetCustomAttributes().Any(a => a is CompilationMappingAttribute { SourceConstructFlags: SourceConstructFlags.RecordType });

    private IEnumerable<string> Wanting(MemberInfo member)
    {
        var parts = Parts(Find(member), member, 0);
        bool Has(string tag, string? name = null) =>
            parts.Any(p => p.Name == tag && (name is null || p.Attribute("name")?.Value == name) && (p.Value.Trim().Length > 0 || p.HasElements));

        if (!Has("summary"))
        {
            yield return "summary";
        }
        foreach (var name in Parameters(member).Skip(IsExtensionOfFSharp(member) ? 1 : 0).Where(name => !Has("param", name)))
        {
            yield return "param " + name;
        }
        foreach (var name in TypeParameters(member).Where(name => !Has("typeparam", name)))
        {
            yield return "typeparam " + name;
        }
        if (member is MethodInfo { ReturnType: var result } && result != typeof(void) && !Has("returns"))
        {
            yield return "returns";
        }
    }

    /// <summary>The code of the examples of overloads: their own, or where they have none what they inherit.</summary>
    public IReadOnlyCollection<string> Examples(IReadOnlyCollection<MemberInfo> overloads)
    {
        var own = Code(overloads.SelectMany(m => Find(m)?.Elements() ?? []));
        return own.Count > 0 ? own : Code(overloads.SelectMany(m => Parts(Find(m), m, 0)));
    }

    /// <summary>The full names of the exceptions that overloads, or what they inherit from, say they throw.</summary>
    public IReadOnlyCollection<string> Exceptions(IEnumerable<MemberInfo> overloads) =>
        [.. overloads.SelectMany(m => Parts(Find(m), m, 0)).Where(p => p.Name == "exception").Select(p => p.Attribute("cref")!.Value[2..])];

    private static HashSet<string> Code(IEnumerable<XElement> parts) =>
        [.. parts.Where(p => p.Name == "example").Descendants("code").Select(code => code.Value)];

    private List<XElement> Parts(XElement? documented, MemberInfo member, int depth)
    {
        if (IsOfInterface(member))
        {
            return [.. Above(member)];
        }
        if (documented is null || depth > 8)
        {
            return [];
        }
        var parts = documented.Elements().ToList();
        foreach (var inherited in documented.Elements("inheritdoc"))
        {
            var other = inherited.Attribute("cref")?.Value;
            parts.AddRange(other is null ? Above(member) : Parts(members.GetValueOrDefault(other), member, depth + 1));
        }
        return parts;
    }

    /// <summary>What .NET documents: an override or implementation that says no more than what it overrides.</summary>
    private static IEnumerable<XElement> Above(MemberInfo member) =>
    [
        new("summary", "inherited"),
        new("returns", "inherited"),
        .. Parameters(member).Select(name => new XElement("param", new XAttribute("name", name), "inherited")),
    ];

    private XElement? Find(MemberInfo member)
    {
        var id = Id(member);
        // F# names neither the result of a conversion nor the second dimension of an array
        var inFSharp = id.Split('~')[0].Replace("[0:,0:]", "[0:]", StringComparison.Ordinal);
        if (members.TryGetValue(id, out var exact) || members.TryGetValue(inFSharp, out exact))
        {
            return exact;
        }
        // F# writes inline functions with parameters of its own; functions of a module have no overloads
        var candidates = byName[id.Split('(', '`')[0]].ToList();
        return candidates.Count == 1 ? candidates[0] : null;
    }

    private static IEnumerable<string> Parameters(MemberInfo member) => member switch
    {
        MethodBase m => m.GetParameters().Select(p => p.Name!),
        PropertyInfo p => p.GetIndexParameters().Select(i => i.Name!),
        TypeInfo t when t.IsSubclassOf(typeof(Delegate)) => Parameters(t.GetMethod("Invoke")!),
        _ => [],
    };

    private static IEnumerable<string> TypeParameters(MemberInfo member) => member switch
    {
        MethodInfo { IsGenericMethodDefinition: true } m => m.GetGenericArguments().Select(a => a.Name),
        Type { IsGenericTypeDefinition: true } t => t.GetGenericArguments().Select(a => a.Name),
        _ => [],
    };

    private static string Id(MemberInfo member)
    {
        if (member is Type type)
        {
            return "T:" + Declared(type);
        }
        var (kind, name) = member switch
        {
            ConstructorInfo => ("M", "#ctor"),
            MethodInfo { IsGenericMethodDefinition: true } m => ("M", $"{m.Name}``{m.GetGenericArguments().Length}"),
            MethodInfo m => ("M", m.Name),
            PropertyInfo p => ("P", p.Name),
            FieldInfo f => ("F", f.Name),
            _ => ("E", member.Name),
        };
        var parameters = member switch
        {
            MethodBase m => m.GetParameters(),
            PropertyInfo p => p.GetIndexParameters(),
            _ => [],
        };
        var list = parameters.Length == 0 ? "" : $"({string.Join(",", parameters.Select(p => Used(p.ParameterType)))})";
        var conversion = member is MethodInfo { Name: "op_Implicit" or "op_Explicit" } c ? "~" + Used(c.ReturnType) : "";
        return $"{kind}:{Declared(member.DeclaringType!)}.{name}{list}{conversion}";
    }

    private static string Declared(Type type) =>
        type.IsNested ? $"{Declared(type.DeclaringType!)}.{type.Name}" : $"{type.Namespace}.{type.Name}";

    private static string Used(Type type)
    {
        if (type.IsByRef)
        {
            return Used(type.GetElementType()!) + "@";
        }
        if (type.IsArray)
        {
            var rank = type.GetArrayRank();
            return Used(type.GetElementType()!) + (rank == 1 ? "[]" : $"[{string.Join(",", Enumerable.Repeat("0:", rank))}]");
        }
        if (type.IsGenericParameter)
        {
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        }
        if (!type.IsGenericType)
        {
            return Declared(type);
        }
        var definition = Declared(type.GetGenericTypeDefinition());
        return $"{definition.Split('`')[0]}{{{string.Join(",", type.GetGenericArguments().Select(Used))}}}";
    }
}
