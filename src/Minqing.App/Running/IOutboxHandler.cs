using Minqing.Storage.Outbox;

namespace Minqing.App.Running;

/// <summary>Does the work of one kind of message. What it adds to the scope's <c>MinqingDb</c> is saved together with the message's being done.</summary>
public interface IOutboxHandler
{
    /// <summary>May run twice for one message as far as the world outside the database goes.</summary>
    Task<Delivery> HandleAsync(OutboxMessage message, CancellationToken ct);
}
