using Minqing.Domain.Kernel;

namespace Minqing.Storage.Kernel;

/// <summary>A journal entry as stored. Written once; only <see cref="Leaf"/> is filled in afterwards, by the sequencer.</summary>
public sealed class JournalRow
{
    public Guid Id { get; init; }

    public SubjectKind SubjectKind { get; init; }

    public Guid SubjectId { get; init; }

    public int Seq { get; init; }

    public DateTime At { get; init; }

    public required string Step { get; init; }

    /// <summary>The person who acted, for the question "what did they do"; null for the reporter and the platform.</summary>
    public PersonId? Person { get; init; }

    public required string Format { get; init; }

    public required byte[] Body { get; init; }

    public required byte[] Previous { get; init; }

    public required byte[] Hash { get; init; }

    /// <summary>Its number among all entries once it is sealed under a tree head; null until then.</summary>
    public long? Leaf { get; set; }
}
