using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Minqing.Storage.Saving;

/// <summary>Table and columns of one kind of row, and how many others it stands below.</summary>
public sealed class RowShape
{
    private static readonly ConcurrentDictionary<IEntityType, RowShape?> Known = new();

    private RowShape(IEntityType type)
    {
        Columns = [.. type.GetProperties().Select(p => new RowColumn(p.GetColumnName(), p, p.GetRelationalTypeMapping()))];
        Depth = DepthOf(type);
        var into = $"insert into {type.GetTableName()} ({string.Join(", ", Columns.Select(c => c.Name))}) values ";
        Numbered = $"{into}({string.Join(", ", Columns.Select((_, i) => $"${i + 1}"))})";
        Named = $"{into}({string.Join(", ", Columns.Select(c => "@" + c.Name))})";
    }

    public IReadOnlyList<RowColumn> Columns { get; }

    internal int Depth { get; }

    /// <summary>The insert with parameters by place.</summary>
    public string Numbered { get; }

    /// <summary>The insert with parameters by name.</summary>
    public string Named { get; }

    /// <summary>Null where a row is more than the plain values of one type.</summary>
    internal static RowShape? Of(IEntityType type) => Known.GetOrAdd(type, t => IsPlain(t) ? new(t) : null);

    private static bool IsPlain(IEntityType type) =>
        !type.IsMappedToJson() && type.BaseType is null && !type.GetComplexProperties().Any()
        && type.GetTableMappings().ToList() is [{ Table: var table }] && table.EntityTypeMappings.Count() == 1
        && type.GetForeignKeys().All(k => k.PrincipalEntityType != type)
        && type.GetProperties().All(p => p.ValueGenerated is ValueGenerated.Never or ValueGenerated.OnAdd);

    private static int DepthOf(IEntityType type) => type.GetForeignKeys().Select(k => DepthOf(k.PrincipalEntityType) + 1).DefaultIfEmpty(0).Max();
}

/// <summary>One column of such a row.</summary>
public sealed record RowColumn(string Name, IProperty Property, RelationalTypeMapping Mapping);
