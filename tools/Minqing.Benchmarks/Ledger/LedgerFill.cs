using System.Globalization;
using Minqing.Benchmarks.Beds;
using Minqing.Storage;

namespace Minqing.Benchmarks.Ledger;

/// <summary>Very many appeals of one county over a year, half a minute apart, in five hundred villages: one in fifty is open, two in five of those are late.</summary>
internal sealed class LedgerFill(Copies copies, MinqingDb db) : CaseFill(copies, db)
{
    private const int Villages = 500;
    private const int OneIn = 50;
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(30);

    // What the ledger reads.
    private static readonly HashSet<string> Kept = ["appeals", "reports", "turns", "texts", "rounds", "clocks", "work_orders"];

    private readonly object received = copies.Rows.First(r => r.Table == "appeals").Cells.First(c => c.Column == "received_at").Value;

    protected override bool Keeps(string table) => Kept.Contains(table);

    protected override bool IsOpen(int no) => no % OneIn == 0;

    protected override object? Instead(string table, CopiedCell cell, CaseCopy one) => (table, cell.Column) switch
    {
        ("appeals", "settled_at") when !one.Open => Later(received, (one.No + 1) * Apart),
        ("appeals", "concerns") => Convert.ChangeType(one.Open && one.No / OneIn % 5 < 2 ? 1 : 0, cell.Value.GetType(), CultureInfo.InvariantCulture),
        ("appeals", "received_at") => Later(cell.Value, one.No * Apart),
        ("appeals" or "reports" or "turns", "path") => Village((string)cell.Value, one.No % Villages),
        _ => null,
    };

    // The county, and one of many villages beside the one that there is.
    private static string Village(string path, int no) => no == 0 ? path : $"{string.Join('/', path.Split('/')[..3])}/{100 + (no / 20)}/{201 + (no % 20)}/";

    private static object Later(object at, TimeSpan by) => at is DateTime instant ? instant + by : (long)at + (by.Ticks / TimeSpan.TicksPerMicrosecond);
}
