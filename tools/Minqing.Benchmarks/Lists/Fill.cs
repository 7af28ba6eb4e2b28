using System.Globalization;
using Minqing.Benchmarks.Beds;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Kernel;

namespace Minqing.Benchmarks.Lists;

/// <summary>Very many cases from one: some wait on the same people, one in a hundred on others, the rest were settled long ago.</summary>
internal sealed class Fill(Copies copies, MinqingDb db)
{
    private const int WaitingOnMe = 300;
    private const int Chunk = 20_000;

    // What a settled case no longer needs, or never does for reading.
    private static readonly HashSet<string> Left = ["vault", "outbox", "submission_keys"];

    /// <summary>Report numbers of some of the cases, with their reports' ids.</summary>
    public List<(string Number, ReportId Report)> Known { get; } = [];

    public async Task ToAsync(int from, int to, CancellationToken ct)
    {
        for (var at = from; at < to; at += Chunk)
        {
            var chunk = Enumerable.Range(at, Math.Min(Chunk, to - at)).Select(Make).ToList();
            Known.AddRange(chunk.Where(c => c.No % 97 == 0).Select(c => (c.Keys.Number, new ReportId(copies.IdOf("reports", c.Keys)))));
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            foreach (var row in copies.Rows.Where(r => !Left.Contains(r.Table)))
                await db.Dialect.AddInBulkAsync(transaction, new(row.Table, [.. row.Cells.Select(c => Column(row.Table, c))]), chunk.Where(c => row.Table != "turns" || c.Open), ct);
            await transaction.CommitAsync(ct);
        }
    }

    private Case Make(int no)
    {
        var digits = new byte[6];
        for (var (i, rest) = (0, no); i < digits.Length; i++, rest >>= 5)
            digits[i] = (byte)(rest & 31);
        return new(no, copies.NewKeys(ReportNumber.Of(new(2026, 1, 1), digits)));
    }

    private BulkColumn Column(string table, CopiedCell cell) => new(cell.Column, cell.Type, it =>
    {
        var one = (Case)it;
        var value = (table, cell.Column) switch
        {
            ("turns", "key") when one.No >= WaitingOnMe => string.Create(CultureInfo.InvariantCulture, $"tier1:{one.No % 997:x32}"),
            ("appeals", "stage") when !one.Open => "Settled",
            ("clocks", "wake_at") => DBNull.Value,
            _ => copies.Value(cell, one.Keys),
        };
        return value is DBNull ? null : value;
    });

    private sealed record Case(int No, CopyKeys Keys)
    {
        public bool Open => No < WaitingOnMe || No % 100 == 0;
    }
}
