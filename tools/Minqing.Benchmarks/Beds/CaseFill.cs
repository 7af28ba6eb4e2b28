using Minqing.Domain.Appeals;
using Minqing.Storage;
using Minqing.Storage.Kernel;

namespace Minqing.Benchmarks.Beds;

/// <summary>Very many cases from one, written a chunk at a time: what is kept of each, which are open, and how one differs from the next.</summary>
internal abstract class CaseFill(Copies copies, MinqingDb db)
{
    private const int Chunk = 20_000;

    public async Task ToAsync(int from, int to, CancellationToken ct)
    {
        for (var at = from; at < to; at += Chunk)
        {
            var chunk = Enumerable.Range(at, Math.Min(Chunk, to - at)).Select(no => new CaseCopy(no, IsOpen(no), copies.NewKeys(NumberOf(no)))).ToList();
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            foreach (var row in copies.Rows.Where(r => Keeps(r.Table)))
                await db.Dialect.AddInBulkAsync(transaction, new(row.Table, [.. row.Cells.Select(c => Column(row.Table, c))]), chunk.Where(c => row.Table != "turns" || c.Open), ct);
            await transaction.CommitAsync(ct);
            chunk.ForEach(Written);
        }
    }

    protected abstract bool Keeps(string table);

    protected abstract bool IsOpen(int no);

    /// <summary>What stands in a cell of this case instead of the copy; null where nothing else does.</summary>
    protected virtual object? Instead(string table, CopiedCell cell, CaseCopy one) => null;

    protected virtual void Written(CaseCopy one)
    {
    }

    private BulkColumn Column(string table, CopiedCell cell) => new(cell.Column, cell.Type, it =>
    {
        var one = (CaseCopy)it;
        var value = !one.Open && (table, cell.Column) is ("appeals", "stage") ? "Settled" : Instead(table, cell, one) ?? copies.Value(cell, one.Keys);
        return value is DBNull ? null : value;
    });

    private static string NumberOf(int no)
    {
        var digits = new byte[6];
        for (var (i, rest) = (0, no); i < digits.Length; i++, rest >>= 5)
            digits[i] = (byte)(rest & 31);
        return ReportNumber.Of(new(2026, 1, 1), digits);
    }
}

/// <summary>One case of very many.</summary>
internal sealed record CaseCopy(int No, bool Open, CopyKeys Keys);
