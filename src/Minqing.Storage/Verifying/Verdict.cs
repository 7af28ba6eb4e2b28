namespace Minqing.Storage.Verifying;

/// <summary>What came of checking a whole database.</summary>
public sealed record Verdict
{
    public long Entries { get; init; }

    /// <summary>Entries newer than the newest head: only their chains vouch for them.</summary>
    public long Unsealed { get; init; }

    public long Subjects { get; init; }

    public long Texts { get; init; }

    public long ErasedTexts { get; init; }

    /// <summary>Entries from which the place was taken, because a secret was submitted: they stand by their hash.</summary>
    public long Stripped { get; init; }

    public long Media { get; init; }

    /// <summary>The stored files of media that were read; 0 when they were not to be.</summary>
    public long MediaFiles { get; init; }

    public long Heads { get; init; }

    /// <summary>The heads that the file outside does not have yet.</summary>
    public long HeadsNotInFile { get; init; }

    /// <summary>Whether there was a head file to check against.</summary>
    public bool HeadFile { get; init; }

    /// <summary>The keys that signed, by their ids.</summary>
    public IReadOnlyList<string> SignedBy { get; init; } = [];

    public long Found { get; init; }

    /// <summary>The first of what was found.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public bool Sound => Found == 0;
}
