using Microsoft.EntityFrameworkCore;
using Minqing.App.Administration.Reorganising;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.Regions;
using Minqing.Storage;

namespace Minqing.App.Notices;

/// <summary>Tells everybody whom a merger, a split or another name concerns: when it is planned, when it is so, and when it is not to be (O-09). In the app alone: a link in an SMS leads to an appeal.</summary>
public sealed class TellReorganisation(MinqingDb db, NoticeTexts texts, TimeProvider clock) : ISubscriber
{
    public async Task HearAsync(Entry entry, CancellationToken ct)
    {
        if (entry.Subject.Kind != SubjectKind.Reorganisation || await db.Reorganisations.AsNoTracking().FirstOrDefaultAsync(r => r.Id == new ReorganisationId(entry.Subject.Id), ct) is not { } it)
        {
            return;
        }

        // One for the same day is told of once, when it is done; and not at all when it could not be.
        var kind = entry.Step.Facts.Any(f => f is ReorganisationDone) ? NoticeKind.ReorganisationDone
            : it.Day <= LocalTime.DayOf(it.PlannedAt) ? (NoticeKind?)null
            : entry.Step.Facts.Any(f => f is ReorganisationCalledOff) ? NoticeKind.ReorganisationCalledOff
            : NoticeKind.ReorganisationPlanned;
        if (kind is not { } told)
        {
            return;
        }

        var people = (await ConcernedBy.PeopleAsync(db, it, clock.Now(), ct)).ToDictionary(p => DerivedId.Of($"notice {told}", entry.Id, p.Value));
        var known = await db.Notices.Where(n => people.Keys.Contains(n.Id)).Select(n => n.Id).ToListAsync(ct);
        db.Notices.AddRange(people.Where(p => !known.Contains(p.Key)).Select(p => new Notice
        {
            Id = p.Key,
            Person = p.Value,
            Appeal = default,
            Kind = told,
            Address = texts.Of(it.Kind, it.OldName, it.NewName),
            DueAt = LocalTime.ToUtc(it.Day, TimeSpan.Zero),
            CreatedAt = clock.Now(),
        }));
    }
}
