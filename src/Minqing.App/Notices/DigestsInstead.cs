using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Storage;

namespace Minqing.App.Notices;

/// <summary>What waited for its digest goes to whoever stands in by then: who went away meanwhile reads it in the app (O-06). Of several posts the one that is stood in is not known; whoever stands in gets what they may see.</summary>
public sealed class DigestsInstead(MinqingDb db, Viewers viewers, TimeProvider clock)
{
    private const string Client = "sms";

    /// <param name="held">What is due; who stands in is added, who is away with all their posts taken out.</param>
    internal async Task PassOnAsync(List<Notice> held, CancellationToken ct)
    {
        var (people, now) = (held.Select(n => n.Person).Distinct().ToList(), clock.Now());
        var posts = await db.Posts.AsNoTracking().Where(p => p.Until == null && p.Holder != null && people.Contains(p.Holder.Value)).Select(p => new { p.Id, Holder = p.Holder!.Value }).ToListAsync(ct);
        var instead = await (
            from p in db.Posts.AsNoTracking().Where(p => p.Until == null && p.Holder != null && people.Contains(p.Holder.Value))
            from s in p.StandIns
            where s.Since <= now && s.Until > now && s.Person != p.Holder && db.Persons.Any(x => x.Id == s.Person && x.Phone != null)
            select new { p.Id, Holder = p.Holder!.Value, s.Person }).ToListAsync(ct);
        foreach (var away in instead.GroupBy(i => i.Holder))
        {
            var wholly = posts.Where(p => p.Holder == away.Key).All(p => away.Any(a => a.Id == p.Id));
            await PassOnAsync(held, away.Key, [.. away.Select(a => a.Person).Distinct()], wholly, ct);
        }
    }

    private async Task PassOnAsync(List<Notice> held, PersonId away, IReadOnlyList<PersonId> instead, bool wholly, CancellationToken ct)
    {
        var (own, taken) = (held.Where(n => n.Person == away).ToList(), new HashSet<Guid>());
        var appeals = own.Select(n => n.Appeal).Distinct().ToList();
        foreach (var person in instead)
        {
            var seen = await db.Appeals.AsNoTracking().Where(a => appeals.Contains(a.Id)).InSightOf(db, await viewers.OfAsync(person, null, Client, ct)).Select(a => a.Id).ToListAsync(ct);
            foreach (var notice in own.Where(n => seen.Contains(n.Appeal)))
            {
                taken.Add(notice.Id);
                if (!await KnownAsync(notice, person, ct))
                {
                    held.Add(db.Notices.Add(For(person, notice)).Entity);
                }
            }
        }

        foreach (var notice in own.Where(n => wholly && taken.Contains(n.Id)))
        {
            notice.DigestAt = null;
            held.Remove(notice);
        }
    }

    // Who stands in may have been told for a post of their own.
    private Task<bool> KnownAsync(Notice notice, PersonId person, CancellationToken ct) =>
        db.Notices.AnyAsync(n => n.Person == person && n.Appeal == notice.Appeal && n.Kind == notice.Kind && n.LimitOf == notice.LimitOf && n.LimitNo == notice.LimitNo && n.CreatedAt == notice.CreatedAt, ct);

    private static Notice For(PersonId person, Notice notice) => new()
    {
        Id = DerivedId.Of("instead", notice.Id, person.Value),
        Person = person,
        Appeal = notice.Appeal,
        Kind = notice.Kind,
        Address = notice.Address,
        Clock = notice.Clock,
        LimitOf = notice.LimitOf,
        LimitNo = notice.LimitNo,
        DueAt = notice.DueAt,
        CreatedAt = notice.CreatedAt,
        DigestAt = notice.DigestAt,
    };
}
