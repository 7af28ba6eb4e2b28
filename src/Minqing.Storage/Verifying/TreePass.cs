using System.Globalization;
using Minqing.Domain.Kernel;
using Minqing.Storage.Sealing;

namespace Minqing.Storage.Verifying;

/// <summary>Goes through the sealed entries in the order of their numbers and builds the tree again, with the heads and the head file beside it.</summary>
internal sealed class TreePass(Snapshot snapshot, HeadQueue heads, HeadFileReader? file, HeadCheck check, Findings findings)
{
    private const int Page = 5000;
    private const string Sql = $"select {StoredLeaf.Columns} from journal where leaf > @p0 order by leaf limit 5000";

    private readonly TreeEdge edge = new();
    private readonly List<(long No, byte[] Root)> blocks = [];

    /// <summary>How many entries are sealed.</summary>
    public long Sealed { get; private set; }

    public async Task RunAsync(CancellationToken ct)
    {
        await heads.AdvanceAsync(ct);
        object last = -1L;
        List<object[]> page;
        do
        {
            page = await snapshot.RowsAsync(Sql, [last], ct).ToListAsync(ct);
            foreach (var row in page)
            {
                last = row[0];
                await PlaceAsync(row, ct);
            }

            await CompareBlocksAsync(ct);
        }
        while (page.Count == Page);

        await FinishAsync(ct);
    }

    private async Task PlaceAsync(object[] row, CancellationToken ct)
    {
        if (StoredLeaf.Read(row) is not { } leaf)
        {
            check.Broken = true;
            findings.Add($"{row[1]} {Cells.Told(row[2])} entry {row[3]}", "a column holds what was never written there");
            return;
        }

        await MissAsync(leaf.No, ct);
        if (file?.Entry is { } noted && noted.Leaf == leaf.No)
        {
            Compare(noted, leaf);
            file.Advance();
        }

        if (!check.Broken && edge.Append(leaf.Hash, TreeBlock.Level) is { } block)
            blocks.Add(((edge.Size / TreeBlock.Length) - 1, block));
        Sealed = leaf.No + 1;
        await check.UpToAsync(Sealed, edge, ct);
    }

    private void Compare(SealedEntry noted, StoredLeaf leaf)
    {
        if (noted.Is(leaf))
            return;

        findings.Add(noted.Name, noted.Name == leaf.Name
            ? "was changed after it was sealed"
            : string.Create(CultureInfo.InvariantCulture, $"does not stand in its place {leaf.No}, there is {leaf.Name}: sealed entries were removed or exchanged"));
    }

    // Numbers without an entry: the head file knows whose they were.
    private async Task MissAsync(long upTo, CancellationToken ct)
    {
        if (Sealed >= upTo)
            return;

        check.Broken = true;
        var known = false;
        while (file?.Entry is { } noted && noted.Leaf < upTo)
        {
            known = true;
            findings.Add(noted.Name, "is missing: it was removed after it was sealed");
            file.Advance();
            await check.UpToAsync(noted.Leaf + 1, edge, ct);
        }

        if (!known)
            findings.Add(string.Create(CultureInfo.InvariantCulture, $"sealed entries {Sealed} to {upTo - 1}"), "are missing: they were removed after they were sealed");
        Sealed = upTo;
        await check.UpToAsync(Sealed, edge, ct);
    }

    private async Task FinishAsync(CancellationToken ct)
    {
        var (sealedHere, ends) = (Sealed, heads.Head?.Size ?? 0);
        while (file?.Entry is { } beyond)
        {
            await MissAsync(beyond.Leaf + 1, ct);
            ends = Math.Max(ends, Sealed);
        }

        check.Broken |= ends > sealedHere;
        await check.UpToAsync(long.MaxValue, edge, ct);
        if (ends > sealedHere)
            findings.Add("journal", string.Create(CultureInfo.InvariantCulture, $"{ends} entries were sealed, {sealedHere} are there: the last ones were removed, or this is an older copy than its head file"));

        var state = await snapshot.RowsAsync("select size, edge from tree_state where id = @p0", [TreeState.Only], ct).ToListAsync(ct);
        if (!check.Broken && !(state is [var row] && Cells.Same(edge.Size, row[0]) && Cells.Same(edge.Bytes, row[1])))
            findings.Add("tree state", "is not where the sealed entries end");
    }

    private async Task CompareBlocksAsync(CancellationToken ct)
    {
        foreach (var (no, root) in blocks)
        {
            var stored = await snapshot.RowsAsync("select root from tree_blocks where no = @p0", [no], ct).ToListAsync(ct);
            if (stored is not [[byte[] kept]] || !kept.AsSpan().SequenceEqual(root))
                findings.Add(string.Create(CultureInfo.InvariantCulture, $"tree block {no}"), "is missing or was changed: proofs of its entries would fail");
        }

        blocks.Clear();
    }
}
