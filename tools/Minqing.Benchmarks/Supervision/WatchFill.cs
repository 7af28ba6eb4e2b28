using System.Globalization;
using Minqing.Benchmarks.Beds;
using Minqing.Storage;

namespace Minqing.Benchmarks.Supervision;

/// <summary>Very many cases of one county: the newest one in fifty is open, two in five of those call for supervision, most as overdue.</summary>
internal sealed class WatchFill(Copies copies, MinqingDb db, int count) : CaseFill(copies, db)
{
    private const int Overdue = 1;
    private const int OneIn = 50;

    // What a watch list reads, and what it must not stumble over.
    protected override bool Keeps(string table) => table is "appeals" or "turns" or "texts";

    protected override bool IsOpen(int no) => no >= count - (count / OneIn);

    // In the form that the database keeps numbers in.
    protected override object? Instead(string table, CopiedCell cell, CaseCopy one) =>
        (table, cell.Column) is ("appeals", "concerns") ? Convert.ChangeType(ConcernsOf(one), cell.Value.GetType(), CultureInfo.InvariantCulture) : null;

    private static int ConcernsOf(CaseCopy one) => !one.Open ? 0 : (one.No % 5) switch { 0 => Overdue, 1 => 1 << (one.No / 5 % 7), _ => 0 };
}
