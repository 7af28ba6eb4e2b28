using System.Globalization;
using Minqing.Benchmarks.Beds;
using Minqing.Storage;
using Minqing.Storage.Kernel;

namespace Minqing.Benchmarks.Ledger;

/// <summary>Very many appeals of one county over a year, half a minute apart, in five hundred villages: one in fifty is open, two in five of those are late.</summary>
internal sealed class LedgerFill(Copies copies, MinqingDb db)
{
    private const int Chunk = 20_000;
    private const int Villages = 500;
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(30);

    // What the ledger reads.
    private static readonly HashSet<string> Kept = ["appeals", "reports", "turns", "texts", "rounds", "clocks", "work_orders"];

    private readonly object received = copies.Rows.First(r => r.Table == "appeals").Cells.First(c => c.Column == "received_at").Value;

    public async Task RunAsync(int count, CancellationToken ct)
    {
        for (var at = 0; at < count; at += Chunk)
        {
            var chunk = Enumerable.Range(at, Math.Min(Chunk, count - at)).Select(no => new Case(no, copies.NewKeys())).ToList();
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
            ("appeals", "settled_at") when !one.Open => Later(received, (one.No + 1) * Apart),
            ("appeals", "concerns") => Convert.ChangeType(one.Open && one.No / 50 % 5 < 2 ? 1 : 0, cell.Value.GetType(), CultureInfo.InvariantCulture),
            ("appeals", "received_at") => Later(cell.Value, one.No * Apart),
            ("appeals" or "reports" or "turns", "path") => Village((string)cell.Value, one.No % Villages),
            _ => copies.Value(cell, one.Keys),
        };
        return value is DBNull ? null : value;
    });

    // The county, and one of many villages beside the one that there is.
    private static string Village(string path, int no) => no == 0 ? path : $"{string.Join('/', path.Split('/')[..3])}/{100 + (no / 20)}/{201 + (no % 20)}/";

    private static object Later(object at, TimeSpan by) => at is DateTime instant ? instant + by : (long)at + (by.Ticks / TimeSpan.TicksPerMicrosecond);

    private sealed record Case(int No, CopyKeys Keys)
    {
        public bool Open => No % 50 == 0;
    }
}
