using Minqing.Storage.Kernel;

namespace Minqing.Storage.Verifying;

/// <summary>Follows the chains through the journal, subject by subject.</summary>
internal sealed class ChainCheck(Findings findings)
{
    private StoredEntry? before;
    private bool misplaced;

    /// <summary>The chain that ended when the next began; taken by whoever asks.</summary>
    public List<ChainEnd> Ended { get; } = [];

    public List<TextRef> Texts { get; } = [];

    public long Entries { get; private set; }

    public long Unsealed { get; private set; }

    /// <summary>The subject whose chain is still open.</summary>
    public Guid? Open => before?.SubjectId;

    public void Follow(StoredEntry entry, EntryBody? body)
    {
        Entries++;
        Unsealed += entry.Leaf is null ? 1 : 0;
        if (before is not null && (before.SubjectId, before.Kind) != (entry.SubjectId, entry.Kind))
            End();

        Link(entry);
        foreach (var text in body?.Texts ?? [])
            Texts.Add(new(text.Id, text.Hash, entry.Kind, entry.SubjectId, entry.Seq));
        before = entry;
    }

    /// <summary>No more entries come.</summary>
    public void End()
    {
        if (before is { } last)
            Ended.Add(new(last.Kind, last.SubjectId, last.Seq, last.Hash));
        (before, misplaced) = (null, false);
    }

    private void Link(StoredEntry entry)
    {
        var expected = (before?.Seq ?? 0) + 1;
        if (entry.Seq != expected)
            findings.Add(StoredEntry.NameOf(entry.Kind, entry.SubjectId, expected), entry.Seq - expected > 1 ? $"is missing, and so are those up to {entry.Seq - 1}" : "is missing");

        if (entry.Seq == expected && !entry.Previous.AsSpan().SequenceEqual(before?.Hash ?? []))
            findings.Add(entry.Name, before is null ? "does not begin its chain: what came before it was removed" : $"does not follow entry {before.Seq}: one of the two was changed, exchanged or renumbered");

        if (!misplaced && before is not null && entry.Leaf is { } leaf && !(before.Leaf < leaf))
        {
            misplaced = true;
            findings.Add(entry.Name, "was sealed before the entry that it follows: they were renumbered");
        }
    }
}

/// <summary>Where a chain ends.</summary>
internal sealed record ChainEnd(string Kind, Guid Subject, long Length, byte[] Head);

/// <summary>Words that an entry speaks of.</summary>
internal sealed record TextRef(Guid Id, string Hash, string Kind, Guid Subject, long Seq)
{
    public string Name => $"words {Id} of {StoredEntry.NameOf(Kind, Subject, Seq)}";
}
