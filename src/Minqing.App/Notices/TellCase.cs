using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Notices;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Notices;

/// <summary>Tells the units that a typical case was sent to them: in the app, and with the next digest by SMS. Which appeal it was is told to nobody (S-09).</summary>
public sealed class TellCase(MinqingDb db, UnitWorkers workers, Profile profile, TimeProvider clock) : ISubscriber
{
    public async Task HearAsync(Entry entry, CancellationToken ct)
    {
        if (entry.Step.Facts.OfType<PublicityRecorded>().FirstOrDefault() is not { Kind: PublicityKind.TypicalCase } story)
        {
            return;
        }

        var title = await db.Texts.AsNoTracking().Where(t => t.Id == story.Title).Select(t => t.Words).FirstOrDefaultAsync(ct) ?? "";
        foreach (var unit in story.Units)
        {
            foreach (var person in await workers.OfAsync(new(unit), ct))
            {
                await TellAsync(DerivedId.Of("typical case", entry.Subject.Id, person.Person.Value), title, person, ct);
            }
        }
    }

    private async Task TellAsync(Guid id, string title, Recipient person, CancellationToken ct)
    {
        if (await db.Notices.FindAsync([id], ct) is not null)
        {
            return;
        }

        db.Notices.Add(new()
        {
            Id = id,
            Person = person.Person,
            Appeal = default,
            Kind = NoticeKind.TypicalCase,
            Address = title,
            CreatedAt = clock.Now(),
            DigestAt = person.HasPhone ? profile.Sms.NextDigest(clock.Now()) : null,
        });
    }
}
