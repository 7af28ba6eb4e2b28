using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Storage;
using Minqing.Storage.Outbox;

namespace Minqing.App.Notices;

/// <summary>Sends a person what was held back as one SMS. What was read or done meanwhile is left out; of one thing alone its own words are sent.</summary>
public sealed class DeliverDigest(MinqingDb db, ISmsGateway gateway, NoticeTexts texts, SignedLinks links, Settings settings, TimeProvider clock) : IOutboxHandler
{
    public const string Kind = "sms-digest";

    public async Task<Delivery> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        var person = new PersonId(Guid.Parse(message.Payload));
        if (await db.Persons.Where(p => p.Id == person).Select(p => p.Phone).FirstOrDefaultAsync(ct) is not { } phone)
        {
            return new GiveUp("nobody to send it to");
        }

        var held = await db.Notices.AsNoTracking().Where(n => n.Sms == message.Id && n.ReadAt == null).OrderBy(n => n.CreatedAt).ToListAsync(ct);
        var open = await StillOpenAsync(held, ct);
        return open switch
        {
            [] => Delivery.Done,
            // It tells of no appeal that its reader may see.
            [{ Kind: NoticeKind.TypicalCase } story] => await gateway.SendAsync(message.Id, phone, texts.Sms(story, new(settings.PublicUrl, "/publicity"), clock.Now()), ct),
            [var only] => await gateway.SendAsync(message.Id, phone, texts.Sms(only, links.To(only, clock.Now()), clock.Now()), ct),
            _ => await gateway.SendAsync(message.Id, phone, texts.Digest(open, new(settings.PublicUrl, "/work")), ct),
        };
    }

    private async Task<IReadOnlyList<Notice>> StillOpenAsync(IReadOnlyList<Notice> held, CancellationToken ct)
    {
        var subjects = held.Where(n => n.Warns).Select(n => n.LimitOf).OfType<Guid>().Distinct().ToList();
        var running = (await db.Clocks.AsNoTracking().Where(c => subjects.Contains(c.SubjectId) && c.MetAt == null && c.EndedAt == null && c.SubmittedAt == null)
            .Select(c => new { c.SubjectId, c.No }).ToListAsync(ct)).Select(c => ((Guid?)c.SubjectId, (int?)c.No)).ToHashSet();
        return [.. held.Where(n => !n.Warns || n.LimitOf is null || running.Contains((n.LimitOf, n.LimitNo)))];
    }
}
