using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.Verifying;

/// <summary>What the program would write for an object: column by column, to be held against a stored row.</summary>
internal sealed class RowImage
{
    // Storage's own business, of which the journal knows nothing.
    private static readonly string[] Apart = [nameof(Aggregate.Version), nameof(Aggregate.JournalLength), nameof(Aggregate.JournalHead), nameof(Clock.ClaimedBy), nameof(Clock.ClaimedUntil)];

    private readonly (Func<object, object?> Get, ValueConverter? Converter)[] cells;

    public RowImage(IEntityType type)
    {
        IProperty[] properties = [.. type.GetProperties().Where(p => !p.IsShadowProperty() && !Apart.Contains(p.Name))];
        Table = type.GetTableName()!;
        cells = [.. properties.Select(p => ((Func<object, object?>)p.GetGetter().GetClrValue, p.GetTypeMapping().Converter))];
        Columns = [.. properties.Select(p => p.GetColumnName())];
    }

    public string Table { get; }

    public IReadOnlyList<string> Columns { get; }

    /// <summary>The columns in which the row is not what the object is.</summary>
    public IEnumerable<string> Differing(object made, ReadOnlyMemory<object> row)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (!Same(cells[i].Get(made), cells[i].Converter, row.Span[i]))
                yield return Columns[i];
        }
    }

    private static bool Same(object? value, ValueConverter? converter, object cell)
    {
        try
        {
            return Cells.Same(converter is null ? value : converter.ConvertToProvider(value), cell);
        }
        catch (Exception e) when (e is InvalidCastException or FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            return false;
        }
    }
}
