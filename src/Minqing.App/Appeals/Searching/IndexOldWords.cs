using Microsoft.EntityFrameworkCore;
using Minqing.App.Running;
using Minqing.Storage;
using Minqing.Storage.Outbox;
using Minqing.Storage.Searching;

namespace Minqing.App.Appeals.Searching;

/// <summary>Brings reports that were there before the index of words into it: some with each message, which names the number behind which it goes on. The script that makes the index writes the first one.</summary>
internal sealed class IndexOldWords(MinqingDb db, Leases leases) : IOutboxHandler
{
    public const string Kind = "old-words";

    private const int AtOnce = 500;

    public async Task<Delivery> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        var some = await db.Reports.AsNoTracking().Where(r => string.Compare(r.Number, message.Payload) > 0).OrderBy(r => r.Number).Take(AtOnce)
            .Select(r => new { r.Id, r.Number, r.Path, r.ReceivedAt, Words = db.Texts.Where(t => t.Id == r.Words && r.ErasedAt == null && !db.SearchTexts.Any(s => s.Report == r.Id)).Select(t => t.Words).FirstOrDefault() })
            .ToListAsync(ct);
        if (some.Count == 0)
        {
            // Erased in the moment between reading and saving.
            await db.SearchTexts.Where(s => db.Reports.Any(r => r.Id == s.Report && r.ErasedAt != null)).ExecuteDeleteAsync(ct);
            return Delivery.Done;
        }

        db.SearchTexts.AddRange(some.Where(r => r.Words is not null).Select(r => SearchText.Of(r.Id, r.Words!, r.Path, r.ReceivedAt)));
        db.Outbox.Add(new() { Id = Guid.CreateVersion7(), Kind = Kind, Payload = some[^1].Number, CreatedAt = leases.Now, DueAt = leases.Now });
        return Delivery.Done;
    }
}
