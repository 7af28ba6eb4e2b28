using Mono.Cecil;

namespace Minqing.Architecture.Tests;

/// <summary>The compiled code that the tests read.</summary>
internal static class Compiled
{
    /// <summary>Types of a production assembly; Razor's own are left out, they only carry our pages.</summary>
    public static IEnumerable<TypeDefinition> Types(string project) => TypesOf($"Minqing.{project}.dll");

    public static IEnumerable<TypeDefinition> TypesOf(string file) =>
        ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, file)).Types
            .Where(t => t.FullName.StartsWith("Minqing.", StringComparison.Ordinal));
}
