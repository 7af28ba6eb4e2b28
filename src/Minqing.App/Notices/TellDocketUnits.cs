using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Notices;

/// <summary>Tells a unit that supervision wants something of it, or wants it better: in the app, and by SMS where it is about an appeal (H-16, S-05, S-08, S-10).</summary>
public sealed class TellDocketUnits(MinqingDb db, UnitWorkers workers, GivenNotices notices, TimeProvider clock) : ISubscriber
{
    public async Task HearAsync(Entry entry, CancellationToken ct)
    {
        if (entry.Subject.Kind != SubjectKind.Docket || await db.Dockets.AsNoTracking().AsSplitQuery().FirstOrDefaultAsync(d => d.Id == new DocketId(entry.Subject.Id), ct) is not { Over: false } docket)
        {
            return;
        }

        var title = await db.Texts.AsNoTracking().Where(t => t.Id == docket.Title).Select(t => t.Words).FirstOrDefaultAsync(ct) ?? "";
        foreach (var no in entry.Step.Facts.Select(f => f is DocketTaskSet set ? set.No : f is DocketTaskReturned back ? back.No : 0).Where(no => no > 0))
        {
            var task = docket.Tasks.Single(t => t.No == no);
            var due = await db.Clocks.AsNoTracking().Where(c => c.SubjectId == entry.Subject.Id && c.No == task.Clock).Select(c => (DateTime?)c.DueAt).FirstOrDefaultAsync(ct);
            foreach (var person in await workers.OfAsync(task.Unit, ct))
            {
                await notices.GiveAsync(
                    new()
                    {
                        Id = DerivedId.Of($"docket task {no}", entry.Id, person.Person.Value),
                        Person = person.Person,
                        Appeal = docket.Appeals.Count > 0 ? docket.Appeals[0].Appeal : default,
                        Kind = NoticeKind.DocketTask,
                        Address = PersonalData.Masked(title),
                        DueAt = due,
                        CreatedAt = clock.Now(),
                    },
                    // A link in an SMS leads to an appeal: without one it is told in the app alone.
                    sms: person.HasPhone && docket.Appeals.Count > 0, ct);
            }
        }
    }
}
