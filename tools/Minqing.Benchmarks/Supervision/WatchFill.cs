using Minqing.Benchmarks.Beds;
using Minqing.Storage;
using Minqing.Storage.Kernel;

namespace Minqing.Benchmarks.Supervision;

/// <summary>Very many cases of one county: the newest one in fifty is open, two in five of those call for supervision, most as overdue.</summary>
internal sealed class WatchFill(Copies copies, MinqingDb db)
{
    private const int Chunk = 20_000;
    private const int Overdue = 1;
    private const int OneIn = 50;

    // What a watch list reads, and what it must not stumble over.
    private static readonly HashSet<string> Kept = ["appeals", "turns", "texts"];

    public async Task RunAsync(int count, CancellationToken ct)
    {
        for (var at = 0; at < count; at += Chunk)
        {
            var chunk = Enumerable.Range(at, Math.Min(Chunk, count - at)).Select(no => new Case(no, no >= count - (count / OneIn), copies.NewKeys())).ToList();
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            foreach (var row in copies.Rows.Where(r => Kept.Contains(r.Table)))
                await db.Dialect.AddInBulkAsync(transaction, new(row.Table, [.. row.Cells.Select(c => Column(row.Table, c))]), chunk.Where(c => row.Table != "turns" || c.Open), ct);
            await transaction.CommitAsync(ct);
        }
    }

    private BulkColumn Column(string table, CopiedCell cell) => new(cell.Column, cell.Type, it =>
    {
        var one = (Case)it;
        var value = (table, cell.Column) switch
        {
            ("appeals", "stage") when !one.Open => "Settled",
            ("appeals", "concerns") => Concerns(one, cell.Value),
            _ => copies.Value(cell, one.Keys),
        };
        return value is DBNull ? null : value;
    });

    // In the form that the database keeps numbers in.
    private static object Concerns(Case one, object like) =>
        Convert.ChangeType(!one.Open ? 0 : (one.No % 5) switch { 0 => Overdue, 1 => 1 << (one.No / 5 % 7), _ => 0 }, like.GetType(), System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Case(int No, bool Open, CopyKeys Keys);
}
