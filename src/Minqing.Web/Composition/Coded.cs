using System.Diagnostics.CodeAnalysis;
using Minqing.Domain.Policy;

namespace Minqing.Web.Composition;

/// <summary>A code in an address, spelled as everywhere in the interface: <c>first-call</c>.</summary>
internal readonly record struct Coded<T>(T Value)
    where T : struct, Enum
{
    /// <summary>How the routes read a parameter.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Coded<T> code)
    {
        var known = text is null ? null : Kebab.Parse<T>(text);
        code = new(known ?? default);
        return known is not null;
    }
}
