using Minqing.Domain.Kernel;

namespace Minqing.Storage.Verifying;

/// <summary>What people wrote against the salted hashes in the journal. Erased words have neither text nor salt.</summary>
internal sealed class TextCheck(Snapshot snapshot, Findings findings)
{
    private const string Columns = "select id, subject_kind, subject_id, words, salt, erased_at from texts";

    public long Texts { get; private set; }

    public long Erased { get; private set; }

    public async Task CompareAsync(IReadOnlyList<TextRef> spoken, Erasures erasures, object? from, object? to, CancellationToken ct)
    {
        var refs = spoken.GroupBy(r => r.Id).ToDictionary(g => g.Key, g => g.First());
        await foreach (var row in snapshot.RangeAsync(Columns, "subject_id", from, to, ct))
        {
            Texts++;
            if (Guid.TryParse(Cells.Told(row[0]), out var id) && refs.Remove(id, out var text))
                Compare(row, text, erasures.Holds(text));
            else
                findings.Add($"words {Cells.Told(row[0])} of {row[1]} {Cells.Told(row[2])}", "no entry speaks of them: they were put in from outside, or their entry was removed");
        }

        foreach (var text in refs.Values)
            findings.Add(text.Name, "are missing");
    }

    private void Compare(object[] row, TextRef text, bool erased)
    {
        try
        {
            if (Cells.Guid(row[0]) != text.Id || (string)row[1] != text.Kind || Cells.Guid(row[2]) != text.Subject)
                findings.Add(text.Name, "were given to another subject");

            var (words, salt) = (row[3] as string, Cells.BytesOrNull(row[4]));
            if (row[5] is not DBNull && words is null && salt is null)
                Gone(text, erased);
            else if (erased)
                findings.Add(text.Name, "were erased by an entry and are there again");
            else if (words is null || salt is null || row[5] is not DBNull || new Written(text.Id, words, salt).Ref.Hash != text.Hash)
                findings.Add(text.Name, "were changed");
        }
        catch (Exception e) when (e is InvalidCastException or FormatException)
        {
            findings.Add(text.Name, "were changed");
        }
    }

    private void Gone(TextRef text, bool erased)
    {
        Erased++;
        if (!erased)
            findings.Add(text.Name, "were erased and no entry says so");
    }
}
