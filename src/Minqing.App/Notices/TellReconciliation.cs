using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.Regions;
using Minqing.Domain.Supervision;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.Notices;

/// <summary>Tells a unit that its list of the week waits to be confirmed, when it did not confirm it in time, and when the centre ruled on what it objected; and those who rule that it did object (H-32).</summary>
public sealed class TellReconciliation(MinqingDb db, RuleBook rules, UnitWorkers workers, GivenNotices notices, TimeProvider clock) : ISubscriber
{
    public async Task HearAsync(Entry entry, CancellationToken ct)
    {
        if (entry.Subject.Kind != SubjectKind.Reconciliation || await db.Reconciliations.AsNoTracking().AsSplitQuery().FirstOrDefaultAsync(r => r.Id == entry.Subject.Id, ct) is not { } list)
        {
            return;
        }

        NoticeKind? what = entry.Step.Facts switch
        {
            var facts when facts.Any(f => f is ObjectionsRuled) => NoticeKind.ListRuled,
            var facts when facts.OfType<ListConfirmed>().Any(f => f.Objections.Count > 0) => NoticeKind.ListObjected,
            _ when list.ConfirmedAt is not null => null,
            var facts => facts.Any(f => f is UnitListed) ? NoticeKind.ListToConfirm : NoticeKind.ListNotConfirmed,
        };
        if (what is not { } kind)
        {
            return;
        }

        var unit = await db.Units.AsNoTracking().Where(u => u.Id == list.Unit).Select(u => u.Name).FirstAsync(ct);
        var now = (await db.SuccessorsAsync([list.Unit], ct)).Of(list.Unit);
        foreach (var person in kind == NoticeKind.ListObjected ? await JudgesAsync(list, now, ct) : await workers.OfAsync(now, ct))
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

    // Who may rule (RuleObjections), of the lowest place that has somebody.
    private async Task<IEnumerable<Recipient>> JudgesAsync(Reconciliation list, UnitId unit, CancellationToken ct)
    {
        if (rules.For(list.Path).Profile.Reconciliation is not { RuledBy: var roles })
        {
            return [];
        }

        var above = new RegionPath(list.Path).Lineage().Select(p => p.Value).ToList();
        var places = await db.Regions.AsNoTracking().Where(r => above.Contains(r.Path) && r.ClosedOn == null).Select(r => new { r.Id, r.Level }).ToListAsync(ct);
        var ids = places.ConvertAll(p => p.Id);
        var people = await db.PeopleAsync(db.Posts.Where(p => p.Unit != unit && roles.Contains(p.Role) && ids.Contains(p.Region)), clock.Now(), ct);
        return people.GroupBy(p => places.First(r => r.Id == p.Region).Level).OrderByDescending(g => g.Key).FirstOrDefault()?.Select(p => p.Told).DistinctBy(r => r.Person) ?? [];
    }
}
