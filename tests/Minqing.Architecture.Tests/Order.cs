using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Minqing.Architecture.Tests;

/// <summary>The whole architecture: a type may use only what stands at or before its own place in both lists.</summary>
internal static class Order
{
    public static readonly string[] Projects = ["Domain", "Storage", "App", "Integrations", "Web"];

    public static readonly string[] Modules =
        ["Kernel", "Policy", "Regions", "People", "Appeals", "Supervision", "Community", "Notices", "Insight", "Assessment"];

    /// <summary>Neighbours that must not know each other.</summary>
    public static readonly string[][] Peers =
    [
        ["Open311", "Partners", "Webhooks", "WeChat", "Sms", "Email", "WebPush", "Sso", "Sharing"],
        ["Citizen", "Desk", "Staff", "Leader", "Oversight", "Admin"],
    ];

    public static IEnumerable<string> Violations(IEnumerable<TypeDefinition> types) =>
        from type in types
        from used in UsedBy(type).Select(Outermost).Distinct()
        let mine = type.FullName
        where IsAfter(Projects, Part(used, 1), Part(mine, 1))
            || IsAfter(Modules, Part(used, 2), Part(mine, 2))
            || Peers.Any(p => p.Contains(Part(used, 2)) && p.Contains(Part(mine, 2)) && Part(used, 2) != Part(mine, 2))
        select $"{type.FullName} uses {used}";

    private static bool IsAfter(string[] order, string? used, string? user) =>
        Array.IndexOf(order, user) is >= 0 and var place && Array.IndexOf(order, used) > place;

    // Minqing.Domain.Appeals.Appeal: part 1 is the project, part 2 the module.
    private static string? Part(string name, int part) =>
        name.Split('.') is ["Minqing", ..] parts && parts.Length > part + 1 ? parts[part] : null;

    private static string Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type.FullName;

    private static IEnumerable<TypeReference> UsedBy(TypeDefinition type) =>
    [
        .. Parts(type.BaseType),
        .. type.Interfaces.SelectMany(i => Parts(i.InterfaceType)),
        .. type.Fields.SelectMany(f => Parts(f.FieldType)),
        .. type.Methods.SelectMany(m => Parts(m.ReturnType).Concat(m.Parameters.SelectMany(p => Parts(p.ParameterType)))),
        .. type.Methods.Where(m => m.HasBody).SelectMany(m => m.Body.Instructions).SelectMany(Operands),
        .. type.Methods.Where(m => m.HasBody).SelectMany(m => m.Body.Variables).SelectMany(v => Parts(v.VariableType)),
        .. type.NestedTypes.SelectMany(UsedBy), // lambdas and async bodies live here
    ];

    private static IEnumerable<TypeReference> Operands(Instruction instruction) => instruction.Operand switch
    {
        GenericInstanceMethod m => Parts(m.DeclaringType).Concat(m.GenericArguments.SelectMany(Parts)),
        TypeReference t => Parts(t),
        MemberReference m => Parts(m.DeclaringType),
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType g => g.GenericArguments.SelectMany(Parts).Append(g.ElementType),
        TypeSpecification s => Parts(s.ElementType),
        _ => [type],
    };
}
