using Minqing.Storage.Sealing;

namespace Minqing.Storage.Verifying;

/// <summary>The tree heads of the database in their order, the next one always in view.</summary>
internal sealed class HeadQueue(Snapshot snapshot, Findings findings)
{
    private const string Sql = "select size, at, root, listing, signed_by, signature from tree_heads where size > @p0 order by size limit 500";

    private readonly Queue<TreeHead> page = [];
    private object last = long.MinValue;

    public TreeHead? Head { get; private set; }

    public async Task AdvanceAsync(CancellationToken ct)
    {
        if (page.Count == 0)
        {
            await foreach (var row in snapshot.RowsAsync(Sql, [last], ct))
            {
                last = row[0];
                if (Read(row) is { } head)
                    page.Enqueue(head);
                else
                    findings.Add($"tree head {row[0]}", "a column holds what was never written there");
            }
        }

        Head = page.TryDequeue(out var next) ? next : null;
    }

    private static TreeHead? Read(object[] row)
    {
        try
        {
            return new()
            {
                Size = Cells.Number(row[0]),
                At = Cells.Instant(row[1]),
                Root = (byte[])row[2],
                Listing = (byte[])row[3],
                SignedBy = (string)row[4],
                Signature = (byte[])row[5],
            };
        }
        catch (Exception e) when (e is InvalidCastException or FormatException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
