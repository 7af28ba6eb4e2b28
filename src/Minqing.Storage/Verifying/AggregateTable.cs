using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.Verifying;

/// <summary>A table whose rows have journals. The list comes from the model: a new one is checked without a word here.</summary>
internal sealed record AggregateTable(IEntityType Type, string Kind, string Table, string Key, string Length, string Head)
{
    public static IReadOnlyList<AggregateTable> All(IModel model) =>
        [.. model.GetEntityTypes().Where(t => typeof(Aggregate).IsAssignableFrom(t.ClrType)).Select(Of)];

    /// <summary>The rows of the subjects within the bounds.</summary>
    public IAsyncEnumerable<object[]> RowsAsync(Snapshot snapshot, object? from, object? to, CancellationToken ct) =>
        snapshot.RangeAsync($"select {Key}, {Length}, {Head} from {Table}", Key, from, to, ct);

    private static AggregateTable Of(IEntityType type) => new(
        type,
        ((Aggregate)RuntimeHelpers.GetUninitializedObject(type.ClrType)).Subject.Kind.ToString(),
        type.GetTableName()!,
        type.FindPrimaryKey()!.Properties.Single().GetColumnName(),
        type.FindProperty(nameof(Aggregate.JournalLength))!.GetColumnName(),
        type.FindProperty(nameof(Aggregate.JournalHead))!.GetColumnName());
}
