using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.Verifying;

/// <summary>A table of rows that belong to a subject: rounds, orders, calls, clocks, turns …</summary>
internal sealed class ChildRows
{
    private readonly Func<Aggregate, IEnumerable<object>> items;
    private readonly RowImage image;
    private readonly string owner;
    private readonly int kind;

    private ChildRows(IEntityType type, string owner, Func<Aggregate, IEnumerable<object>> items)
    {
        (image, this.owner, this.items) = (new(type), owner, items);
        kind = image.Columns.ToList().IndexOf("subject_kind");
    }

    public string Table => image.Table;

    /// <summary>The owners that there are not.</summary>
    public string Strays => $"select distinct 'Subject', {owner} from {Table} where not exists (select 1 from journal j where j.subject_id = {Table}.{owner})";

    /// <summary>All of a kind of subject, as the model has them.</summary>
    public static IReadOnlyList<ChildRows> Of(IEntityType type, IModel model)
    {
        var clock = model.FindEntityType(typeof(Clock))!;
        return
        [
            .. Owned(type).Select(n => new ChildRows(n.TargetEntityType, n.ForeignKey.Properties[0].GetColumnName(), subject => (IEnumerable<object>)n.GetGetter().GetClrValue(subject)!)),
            new(clock, "subject_id", subject => subject.Clocks),
            .. Owned(clock).Select(n => new ChildRows(n.TargetEntityType, "subject_id", subject => subject.Clocks.SelectMany(c => (IEnumerable<object>)n.GetGetter().GetClrValue(c)!))),
            .. typeof(IHasTurns).IsAssignableFrom(type.ClrType) ? [new ChildRows(model.FindEntityType(typeof(Turn))!, "subject_id", subject => ((IHasTurns)subject).Turns)] : Array.Empty<ChildRows>(),
        ];
    }

    /// <summary>The rows of the subjects within the bounds; first the owner.</summary>
    public IAsyncEnumerable<object[]> RowsAsync(Snapshot snapshot, object? from, object? to, CancellationToken ct) =>
        snapshot.RangeAsync($"select {owner}, {string.Join(", ", image.Columns)} from {image.Table}", owner, from, to, ct);

    /// <summary>How many of the rows are not what the journal makes of them, or are missing or too many.</summary>
    public int Differing(Aggregate made, IReadOnlyList<object[]> rows)
    {
        var left = rows.Where(row => Concerns(row, made)).ToList();
        var missing = items(made).Count(item => left.FindIndex(row => !image.Differing(item, row.AsMemory(1)).Any()) is var i && (i < 0 || Removed(left, i)));
        return Math.Max(missing, left.Count);
    }

    private static IEnumerable<INavigation> Owned(IEntityType type) => type.GetNavigations().Where(n => n.TargetEntityType.IsOwned() && n.IsCollection);

    // A report and the log of its identity have one id, and only the one of them has clocks.
    private bool Concerns(object[] row, Aggregate made) => kind < 0 ? made.Clocks.Count > 0 || !image.Table.StartsWith("clock", StringComparison.Ordinal) : row[kind + 1] as string == made.Subject.Kind.ToString();

    private static bool Removed(List<object[]> rows, int at)
    {
        rows.RemoveAt(at);
        return false;
    }
}
