using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage;

namespace Minqing.App.Notices;

/// <summary>The people behind an audience as of now: a vacant tier is filled by the next one up.</summary>
public sealed class Recipients(MinqingDb db, Chains chains, RuleBook rules, TimeProvider clock)
{
    /// <param name="clock">The clock that the audience speaks of, if it speaks of one.</param>
    public async Task<IReadOnlyList<Recipient>> OfAsync(NoticeWanted wanted, Matter matter, Clock? clock, CancellationToken ct)
    {
        var (audience, duty) = (wanted.To, NoticeDuty.Of(wanted.Kind, clock?.Kind));
        var where = Reached(await chains.AtAsync(matter.Path, ct), matter);
        if (audience is ClockTier climbing && clock is { Unit: { } of })
        {
            return await ClimbedAsync(matter.ChasedBy(of), clock.Post, climbing.Tier, duty, where, matter, ct);
        }

        if (audience is ClockTier { Tier: > 1 } tier)
        {
            return Climb.Above(where, tier.Tier) is { } link ? Of(link) : [];
        }

        if (audience is Supervisors)
        {
            return await SupervisorsAsync(where, matter, ct);
        }

        IReadOnlyList<string> keys = audience is KeyHolders holders ? [holders.Key] : audience is Judges ? JudgesOf(where, matter) : clock?.Post is { } post ? [TurnKey.Of(post)] : clock?.Unit is { } unit ? [TurnKey.Of(unit)] : matter.Callers;
        var found = new List<Recipient>();
        foreach (var key in keys)
        {
            found.AddRange(await OfKeyAsync(key, duty, where, matter, ct));
        }

        return [.. found.DistinctBy(r => r.Person)];
    }

    /// <summary>Who is told of what lies with a unit in which nobody is: the nearest that may give it to another; where there are none, who leads above it.</summary>
    public async Task<IReadOnlyList<Recipient>> ForVacantAsync(UnitId vacant, Matter matter, CancellationToken ct)
    {
        var where = Reached(await chains.AtAsync(matter.Path, ct), matter);
        // What lies with a unit of the county no town's centre may give on.
        var level = where.Units.Where(u => u.Id == vacant).Select(u => u.Level).DefaultIfEmpty(RegionLevel.Grid).First();
        var units = where.Units.Where(u => u.Id != vacant && u.Level <= level).OrderByDescending(u => u.Level).Select(u => u.Id).ToList();
        var able = (await db.PeopleAsync(db.Posts.Where(p => units.Contains(p.Unit)), clock.Now(), ct))
            .Where(h => Permissions.Allow(h.Role, Step.Transfer) && matter.Reaches(h.Post, h.Unit, h.Role) && h.Serves(matter.Category)).ToLookup(h => h.Unit, h => h.Told);
        return units.Select(u => able[u]).FirstOrDefault(there => there.Any()) is { } nearest
            ? [.. nearest.DistinctBy(r => r.Person)]
            : [.. Climb.Above(where, vacant).Select(Of).FirstOrDefault(r => r.Count > 0) ?? []];
    }

    // To the handler, then the unit's head, then those who lead: where a unit holds no tier of the chain its head is not one of its handlers.
    private async Task<IReadOnlyList<Recipient>> ClimbedAsync(UnitId unit, PostId? post, int tier, Permission duty, Responsibility where, Matter matter, CancellationToken ct)
    {
        var handlers = await OfKeyAsync(post is { } one ? Domain.Appeals.TurnKey.Of(one) : Domain.Appeals.TurnKey.Of(unit), duty, where, matter, ct);
        var heads = (await db.PeopleAsync(db.Posts.Where(p => p.Unit == unit && p.Part == UnitPart.Head), clock.Now(), ct)).Where(h => matter.Reaches(h.Post, h.Unit, h.Role) && h.Serves(matter.Category)).Select(h => h.Told).ToList();
        var apart = where.Chain.Links.All(l => l.Posts.All(p => p.Unit != unit)) ? handlers.Where(h => heads.All(x => x.Person != h.Person)).ToList() : [];
        return Climb.To(tier, [apart.Count > 0 ? apart : handlers, heads, .. Climb.Above(where, unit).Select(Of)], r => r.Person);
    }

    private List<string> JudgesOf(Responsibility where, Matter matter) =>
        [.. JudgingUnits.Of(where, rules.For(matter.Path).Profile).Where(u => u.Id != matter.With).Select(u => TurnKey.Of(u.Id))];

    // Of a centre that handles it only those remain whose one part is to ask: the desk.
    private async Task<IReadOnlyList<Recipient>> SupervisorsAsync(Responsibility where, Matter matter, CancellationToken ct)
    {
        var profile = rules.For(matter.Path).Profile;
        var units = new[] { matter.Desk, LeadUnits.At(where, profile, profile.Levels.Count)?.Unit }.OfType<UnitId>().Distinct().ToList();
        var people = await db.PeopleAsync(db.Posts.Where(p => units.Contains(p.Unit)), clock.Now(), ct);
        return [.. people
            .Where(h => !matter.IsAbout(h.Post, h.Unit) && (!matter.Disclosure || h.Unit == matter.Desk))
            .Where(h => Permissions.Of(h.Role).Any(g => g.Permission == Permission.SeeFollowUps) && (!matter.Handlers.Contains(h.Unit) || Permissions.Allow(h.Role, Step.FollowUp)))
            .Select(h => h.Told).DistinctBy(r => r.Person)];
    }

    private async Task<IReadOnlyList<Recipient>> OfKeyAsync(string key, Permission duty, Responsibility where, Matter matter, CancellationToken ct)
    {
        var (kind, id) = TurnKey.Parse(key);
        if (kind.StartsWith("tier", StringComparison.Ordinal))
        {
            var tier = int.Parse(kind["tier".Length..], CultureInfo.InvariantCulture);
            var link = where.Chain.Links.FirstOrDefault(l => l.No == tier && l.Region.Value == id) ?? where.Chain.Links.FirstOrDefault(l => l.No > tier);
            return link is null ? [] : Of(link);
        }

        var (unit, post) = (new UnitId(id), new PostId(id));
        var posts = kind == "unit" ? db.Posts.Where(p => p.Unit == unit) : db.Posts.Where(p => p.Id == post);
        var people = await db.PeopleAsync(posts, clock.Now(), ct);
        var told = NoticeDuty.Told(people.Select(h => h.Role), duty);
        return [.. people.Where(h => kind != "unit" || told.Contains(h.Role)).Where(h => h.Serves(matter.Category) && !matter.IsAbout(h.Post, h.Unit)).Select(h => h.Told)];
    }

    // The chain without those who may not hear of it; a tier left empty is passed over.
    private static Responsibility Reached(Responsibility where, Matter matter) =>
        where with { Chain = new([.. where.Chain.Links.Select(l => l with { Acting = [.. l.Acting.Where(p => matter.Reaches(p.Id, p.Unit, p.Role) && p.Serves(matter.Category))] }).Where(l => l.Acting.Count > 0)]) };

    private static List<Recipient> Of(ChainLink link) =>
        [.. link.Acting.Where(p => p.Person is not null).SelectMany(p => (Recipient[])
            [new(p.Person!.Value, p.Phone is not null), .. p.Away is { } away ? (Recipient[])[new(away, p.Phone is null && p.AwayHasPhone)] : []])];
}

/// <summary>A person who is told, and whether an SMS can reach them.</summary>
public sealed record Recipient(PersonId Person, bool HasPhone);
