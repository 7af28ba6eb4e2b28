using Minqing.Benchmarks.Beds;
using Minqing.Domain.Appeals;
using Minqing.Storage;
using Minqing.Storage.Kernel;

namespace Minqing.Benchmarks.Searching;

/// <summary>Very many cases from one, with what a search reads of them; one in a hundred is open.</summary>
internal sealed class SearchFill(Copies copies, MinqingDb db)
{
    private const int Chunk = 20_000;

    private static readonly HashSet<string> Kept = ["reports", "appeals", "texts", "report_appeals"];

    public async Task ToAsync(int from, int to, CancellationToken ct)
    {
        for (var at = from; at < to; at += Chunk)
        {
            var chunk = Enumerable.Range(at, Math.Min(Chunk, to - at)).Select(no => new Case(no, copies.NewKeys(NumberOf(no)))).ToList();
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            foreach (var row in copies.Rows.Where(r => Kept.Contains(r.Table)))
                await db.Dialect.AddInBulkAsync(transaction, new(row.Table, [.. row.Cells.Select(c => Column(row.Table, c))]), chunk, ct);
            await transaction.CommitAsync(ct);
        }
    }

    private static string NumberOf(int no)
    {
        var digits = new byte[6];
        for (var (i, rest) = (0, no); i < digits.Length; i++, rest >>= 5)
            digits[i] = (byte)(rest & 31);
        return ReportNumber.Of(new(2026, 1, 1), digits);
    }

    private BulkColumn Column(string table, CopiedCell cell) => new(cell.Column, cell.Type, it =>
    {
        var one = (Case)it;
        var value = (table, cell.Column) is ("appeals", "stage") && one.No % 100 != 0 ? "Settled" : copies.Value(cell, one.Keys);
        return value is DBNull ? null : value;
    });

    private sealed record Case(int No, CopyKeys Keys);
}
