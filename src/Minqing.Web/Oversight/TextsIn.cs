using System.Collections.Concurrent;
using System.Reflection;
using Minqing.Domain.Kernel;

namespace Minqing.Web.Oversight;

/// <summary>The texts that a fact may refer to, whatever the fact: an inspector's page leaves nothing out that somebody adds later.</summary>
internal static class TextsIn
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    public static IEnumerable<Guid> Of(DomainEvent fact) =>
        Known.GetOrAdd(fact.GetType(), t => [.. t.GetProperties().Where(p => p.PropertyType == typeof(Guid) || p.PropertyType == typeof(Guid?))])
            .Select(p => p.GetValue(fact)).OfType<Guid>();
}
