using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.Verifying;

/// <summary>What the program would write for an object: column by column, to be held against a stored row.</summary>
internal sealed class RowImage
{
    // Storage's own business, of which the journal knows nothing.
    private static readonly string[] Apart = [nameof(Aggregate.Version), nameof(Aggregate.JournalLength), nameof(Aggregate.JournalHead), nameof(Clock.ClaimedBy), nameof(Clock.ClaimedUntil)];

    private readonly IReadOnlyList<IProperty> properties;

    public RowImage(IEntityType type)
    {
        properties = [.. type.GetProperties().Where(p => !p.IsShadowProperty() && !Apart.Contains(p.Name))];
        Table = type.GetTableName()!;
        Columns = [.. properties.Select(p => p.GetColumnName())];
    }

    public string Table { get; }

    public IReadOnlyList<string> Columns { get; }

    /// <summary>The columns in which the row is not what the object is.</summary>
    public IEnumerable<string> Differing(object made, ReadOnlyMemory<object> row)
    {
        for (var i = 0; i < properties.Count; i++)
        {
            if (!Same(properties[i], made, row.Span[i]))
                yield return Columns[i];
        }
    }

    private static bool Same(IProperty property, object made, object cell)
    {
        try
        {
            var value = property.GetGetter().GetClrValue(made);
            return Cells.Same(property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value, cell);
        }
        catch (Exception e) when (e is InvalidCastException or FormatException or OverflowException)
        {
            return false;
        }
    }
}
