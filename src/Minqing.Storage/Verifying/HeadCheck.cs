using System.Globalization;
using Minqing.Domain.Kernel;
using Minqing.Storage.Sealing;

namespace Minqing.Storage.Verifying;

/// <summary>The heads of the database and those of the file against each other, their signatures, and the entries that they speak of.</summary>
internal sealed class HeadCheck(HeadQueue heads, HeadFileReader? file, IReadOnlyDictionary<string, HeadKey> keys, Findings findings)
{
    private long good;

    public long Heads { get; private set; }

    public HashSet<string> SignedBy { get; } = [];

    /// <summary>The heads that the file does not have yet.</summary>
    public long NotInFile { get; private set; }

    /// <summary>Entries were found to be missing or others: no root can be right any more.</summary>
    public bool Broken { get; set; }

    /// <summary>Compares the heads up to a size. The tree is as far as that unless it is broken.</summary>
    public async Task UpToAsync(long size, TreeEdge edge, CancellationToken ct)
    {
        while (true)
        {
            var (written, stored) = (Within(file?.Head, size), Within(heads.Head, size));
            if (written is null && stored is null)
                return;

            if (written is not null && stored is not null && written.Size == stored.Size)
            {
                if (!Same(written, stored))
                    findings.Add(Name(stored), "is not what the head file says: one of the two was changed");
                Check(stored, edge);
                Listed(written);
                file!.Advance();
                await heads.AdvanceAsync(ct);
            }
            else if (written is not null && (stored is null || written.Size < stored.Size))
            {
                findings.Add(Name(written), "stands in the head file and not in the database: it was removed there");
                Check(written, edge);
                Listed(written);
                file!.Advance();
            }
            else
            {
                if (file is { Entry: not null } or { Head: not null })
                    findings.Add(Name(stored!), "stands in the database and not in the head file, though later ones do");
                NotInFile++;
                Check(stored!, edge);
                await heads.AdvanceAsync(ct);
            }
        }
    }

    private static TreeHead? Within(TreeHead? head, long size) => head?.Size <= size ? head : null;

    private static string Name(TreeHead head) => string.Create(CultureInfo.InvariantCulture, $"tree head {head.Size}");

    private static bool Same(TreeHead one, TreeHead other) => one.Text().AsSpan().SequenceEqual(other.Text()) && one.Signature.AsSpan().SequenceEqual(other.Signature);

    private void Listed(TreeHead head)
    {
        if (!file!.Listed)
            findings.Add(Name(head), "the lines before it in the head file are not those it was signed over: the file was changed");
    }

    private void Check(TreeHead head, TreeEdge edge)
    {
        Heads++;
        SignedBy.Add(head.SignedBy);
        if (keys.GetValueOrDefault(head.SignedBy) is not { } key)
            findings.Add(Name(head), $"was signed by the key {head.SignedBy}, which is none of ours");
        else if (!key.Signed(head))
            findings.Add(Name(head), "its signature does not hold: the head was changed");
        else if (!Broken && edge.Size == head.Size && !edge.Root.AsSpan().SequenceEqual(head.Root))
        {
            Broken = true;
            findings.Add(Name(head), $"the sealed entries numbered {good} to {head.Size - 1} do not give the root that was signed: some of them were changed, exchanged or replaced");
        }

        good = Broken ? good : head.Size;
    }
}
