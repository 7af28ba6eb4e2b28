using Mono.Cecil;

namespace Minqing.Architecture.Tests;

/// <summary>Tells what people wrote from what tools wrote.</summary>
internal static class Written
{
    public static bool ByTool(TypeDefinition type) =>
        type.Name.Contains('<') || type.Name == "Program"
        || type.CustomAttributes.Any(a => a.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute" or "RazorCompiledItemMetadataAttribute" or "RazorSourceChecksumAttribute")
        || Razor(type.BaseType);

    private static bool Razor(TypeReference? parent) => parent?.FullName.StartsWith("Microsoft.AspNetCore.Mvc.Razor", StringComparison.Ordinal) == true;
}
