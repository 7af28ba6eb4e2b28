using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Minqing.Storage.Sealing;

namespace Minqing.Storage.Verifying;

/// <summary>Goes through the head file line by line, the next line always in view.</summary>
internal sealed class HeadFileReader : IDisposable
{
    private readonly StreamReader file;
    private readonly Findings findings;
    private readonly IncrementalHash listing = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int number;

    public HeadFileReader(string path, Findings findings)
    {
        file = new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Encoding.ASCII);
        this.findings = findings;
        Advance();
    }

    /// <summary>The keys met so far.</summary>
    public Dictionary<string, HeadKey> Keys { get; } = [];

    /// <summary>The entry in view, unless a head is.</summary>
    public SealedEntry? Entry { get; private set; }

    /// <summary>The head in view, unless an entry is.</summary>
    public TreeHead? Head { get; private set; }

    /// <summary>Whether the lines before the head in view are those it was signed over.</summary>
    public bool Listed { get; private set; }

    public void Advance()
    {
        (Entry, Head) = (null, null);
        while (file.ReadLine() is { } line)
        {
            number++;
            if (Read(line))
                return;
        }
    }

    public void Dispose()
    {
        file.Dispose();
        listing.Dispose();
    }

    private bool Read(string line)
    {
        try
        {
            if (line.StartsWith(HeadFileLine.Entry, StringComparison.Ordinal) && line.Split(' ') is [_, var leaf, var kind, var subject, var seq, var hash])
            {
                listing.AppendData(Encoding.ASCII.GetBytes(line + "\n"));
                Entry = new(long.Parse(leaf, CultureInfo.InvariantCulture), kind, Guid.Parse(subject), long.Parse(seq, CultureInfo.InvariantCulture), Convert.FromHexString(hash));
                return true;
            }

            if (line.StartsWith(HeadFileLine.Head, StringComparison.Ordinal) && HeadFileLine.ReadHead(line) is { } head && HeadFileLine.Of(head) == line + "\n")
            {
                (Head, Listed) = (head, listing.GetHashAndReset().AsSpan().SequenceEqual(head.Listing));
                return true;
            }

            if (line.StartsWith(HeadFileLine.Key, StringComparison.Ordinal) && HeadFileLine.ReadKey(line) is { } key && HeadFileLine.Of(key) == line + "\n")
            {
                Keys[key.Id] = key;
                return false;
            }
        }
        catch (FormatException)
        {
            // Named below like every other line that cannot be read.
        }

        findings.Add($"head file line {number}", "cannot be read: the file was changed");
        return false;
    }
}

/// <summary>An entry as the head file names it.</summary>
internal sealed record SealedEntry(long Leaf, string Kind, Guid Subject, long Seq, byte[] Start)
{
    public string Name => StoredEntry.NameOf(Kind, Subject, Seq);

    public bool Is(StoredLeaf leaf) => (Kind, Subject, Seq) == (leaf.Kind, leaf.Subject, leaf.Seq) && leaf.Hash.AsSpan(0, Start.Length).SequenceEqual(Start);
}
