using Mono.Cecil;

namespace Minqing.Architecture.Tests;

/// <summary>Which method calls what.</summary>
internal sealed record Uses(string User, string Used)
{
    public static IEnumerable<Uses> Of(IEnumerable<TypeDefinition> types) =>
        from type in types.SelectMany(WithNested)
        from method in type.Methods.Where(m => m.HasBody)
        from instruction in method.Body.Instructions
        let used = instruction.Operand as MemberReference
        where used is not null
        select new Uses($"{type.FullName}.{method.Name}", used.DeclaringType is { } owner ? $"{owner.FullName}.{used.Name}" : used.FullName);

    public override string ToString() => $"{User} uses {Used}";

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => [type, .. type.NestedTypes.SelectMany(WithNested)];
}
