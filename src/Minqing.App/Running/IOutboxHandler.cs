using Minqing.Domain.Kernel;
using Minqing.Storage.Outbox;

namespace Minqing.App.Running;

/// <summary>Does the work of one kind of message. What it adds to the scope's <c>MinqingDb</c> is saved together with the message's being done.</summary>
public interface IOutboxHandler
{
    /// <summary>Gives <see cref="TryAgain"/> or <see cref="GiveUp"/> for an expected failure. May run twice for one message outside the database.</summary>
    Task<Result<Done>> HandleAsync(OutboxMessage message, CancellationToken ct);
}

/// <summary>It did not work now; later it may.</summary>
public sealed record TryAgain(string Why) : Problem;

/// <summary>It will never work: the message becomes a dead letter.</summary>
public sealed record GiveUp(string Why) : Problem;
