using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Update;

namespace Minqing.Storage.Saving;

/// <summary>A row to be added, with its values as parameters.</summary>
public sealed class AddedRow
{
    private readonly Func<IProperty, object?> value;

    internal AddedRow(RowShape shape, Func<IProperty, object?> value) => (Shape, this.value) = (shape, value);

    public RowShape Shape { get; }

    /// <param name="command">Makes parameters of its database's kind.</param>
    /// <param name="named">Whether the database tells them by name, not by place.</param>
    public IEnumerable<DbParameter> Parameters(DbCommand command, bool named) =>
        Shape.Columns.Select(c => c.Mapping.CreateParameter(command, named ? "@" + c.Name : "", value(c.Property), c.Property.IsNullable));

    /// <summary>What the save adds, in an order in which nothing stands before what it refers to; null when it does anything else.</summary>
    internal static IReadOnlyList<AddedRow>? All(IList<IUpdateEntry> entries)
    {
        var rows = new List<AddedRow>(entries.Count);
        foreach (var entry in entries)
        {
            if (entry.EntityState != EntityState.Added || RowShape.Of(entry.EntityType) is not { } shape || shape.Columns.Any(c => entry.HasTemporaryValue(c.Property) || entry.IsStoreGenerated(c.Property)))
            {
                return null;
            }

            rows.Add(new(shape, entry.GetCurrentValue));
        }

        return InOrder(rows);
    }

    internal static IReadOnlyList<AddedRow> InOrder(IEnumerable<AddedRow> rows) => [.. rows.OrderBy(r => r.Shape.Depth)];
}
