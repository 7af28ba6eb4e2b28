using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.Supervision;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.Notices;

/// <summary>Tells a unit that its list of the week waits to be confirmed, when it did not confirm it in time, and when the centre ruled on what it objected (H-32).</summary>
public sealed class TellReconciliation(MinqingDb db, UnitWorkers workers, GivenNotices notices, TimeProvider clock) : ISubscriber
{
    public async Task HearAsync(Entry entry, CancellationToken ct)
    {
        if (entry.Subject.Kind != SubjectKind.Reconciliation || await db.Reconciliations.AsNoTracking().AsSplitQuery().FirstOrDefaultAsync(r => r.Id == entry.Subject.Id, ct) is not { } list)
        {
            return;
        }

        var ruled = entry.Step.Facts.Any(f => f is ObjectionsRuled);
        if (!ruled && list.ConfirmedAt is not null)
        {
            return;
        }

        var kind = ruled ? NoticeKind.ListRuled : entry.Step.Facts.Any(f => f is UnitListed) ? NoticeKind.ListToConfirm : NoticeKind.ListNotConfirmed;
        var unit = await db.Units.AsNoTracking().Where(u => u.Id == list.Unit).Select(u => u.Name).FirstAsync(ct);
        foreach (var person in await workers.OfAsync((await db.SuccessorsAsync([list.Unit], ct)).Of(list.Unit), ct))
        {
            await notices.GiveAsync(
                new()
                {
                    Id = DerivedId.Of($"notice {kind}", entry.Id, person.Person.Value),
                    Person = person.Person,
                    Appeal = list.Lines[0].Appeal,
                    Kind = kind,
                    Address = list.Beside > 0 ? $"{unit}，{list.Open} 件，协办 {list.Beside} 件" : $"{unit}，{list.Open} 件",
                    DueAt = list.DueAt,
                    CreatedAt = clock.Now(),
                },
                sms: person.HasPhone, ct);
        }
    }
}
