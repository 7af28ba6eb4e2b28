using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Minqing.Storage.Outbox;

/// <summary>Work to be done after a save, at least once. Its id is the key by which receivers drop repeats.</summary>
public sealed class OutboxMessage
{
    public Guid Id { get; init; }

    /// <summary>What kind of work: <c>entry</c> tells the subscriptions of a journal entry, <c>sms</c> sends one.</summary>
    public required string Kind { get; init; }

    /// <summary>JSON for the handler of the kind; for <c>entry</c> the journal row's id.</summary>
    public required string Payload { get; init; }

    public DateTime CreatedAt { get; init; }

    /// <summary>Not before; while claimed, the end of the lease. Machine time, not the program's: a clock that was moved must not hold up a message.</summary>
    public DateTime DueAt { get; set; } = DateTime.UnixEpoch;

    public Guid? ClaimedBy { get; set; }

    public int Attempts { get; set; }

    public DateTime? DoneAt { get; set; }

    /// <summary>Given up: a dead letter, shown to operators.</summary>
    public DateTime? FailedAt { get; set; }

    public string? Error { get; set; }

    public static OutboxMessage OfEntry(Guid entry, DateTime at) =>
        new() { Id = Guid.CreateVersion7(), Kind = "entry", Payload = entry.ToString(), CreatedAt = at };
}

internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox").HasKey(m => m.Id);
        builder.HasIndex(m => new { m.Kind, m.DoneAt, m.FailedAt, m.DueAt, m.Id });
        builder.Property(m => m.ClaimedBy).IsConcurrencyToken();
    }
}
