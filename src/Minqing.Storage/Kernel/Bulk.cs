using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Minqing.Storage.Kernel;

/// <summary>The way in for very many new rows: past the change tracker, within the caller's transaction. Not for anything with a journal.</summary>
public static class Bulk
{
    public static async Task AddInBulkAsync<T>(this MinqingDb db, IEnumerable<T> rows, CancellationToken ct)
        where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} has no table.");
        var transaction = db.Database.CurrentTransaction ?? throw new InvalidOperationException("Rows in bulk need a transaction.");
        await db.Dialect.AddInBulkAsync(transaction, new(entity.GetTableName()!, [.. entity.GetProperties().Select(Column)]), rows, ct);
    }

    private static BulkColumn Column(IProperty property)
    {
        var (getter, converter) = (property.GetGetter(), property.GetTypeMapping().Converter);
        return new(property.GetColumnName(), property.GetColumnType(), converter is null
            ? getter.GetClrValue
            : row => getter.GetClrValue(row) is { } value ? converter.ConvertToProvider(value) : null);
    }
}

/// <summary>The table that takes rows in bulk.</summary>
public sealed record BulkTable(string Name, IReadOnlyList<BulkColumn> Columns);

/// <summary>One of its columns, and the value that a row has there, as stored.</summary>
public sealed record BulkColumn(string Name, string Type, Func<object, object?> Value);
