using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage;

namespace Minqing.App.People.Duty;

/// <summary>The duty rosters of the viewer's units, two weeks ahead: who has which post when, which nights nobody has, and who is on two at once.</summary>
public sealed class ReadRoster(MinqingDb db, OwnPosts posts, Profile profile, TimeProvider clock)
{
    private const int Days = 14;
    private const int Most = 60;

    /// <param name="only">One post, of the viewer's units or of those they manage; null for all of the viewer's units.</param>
    public async Task<Result<RosterSheet>> RunAsync(Viewer viewer, PostId? only, CancellationToken ct)
    {
        var (now, units) = (clock.Now(), viewer.Posts.Select(p => p.Unit).Distinct().ToList());
        var managed = only is { } id ? await posts.FindAsync(viewer, id, ct) : null;
        var rows = await db.Posts.AsNoTracking()
            .Where(p => p.Until == null && (only == null ? units.Contains(p.Unit) : p.Id == only && (managed != null || units.Contains(p.Unit))))
            .OrderBy(p => p.Code).Take(Most).ToListAsync(ct);
        if (only is { } wanted && rows.Count == 0)
        {
            return new NoSuchPost(wanted);
        }

        var until = now.AddDays(Days);
        var people = rows.SelectMany(p => On(p, now, until).Select(s => s.Person).Concat(p.Holder is { } h ? [h] : [])).Distinct().ToList();
        var names = await db.Persons.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var elsewhere = await db.Posts.AsNoTracking()
            .SelectMany(p => p.StandIns, (p, s) => new { p.Id, p.Role, s.Person, s.Since, s.Until, s.Shift })
            .Where(x => x.Shift && x.Until > now && x.Since < until && people.Contains(x.Person)).ToListAsync(ct);
        var regions = rows.Select(p => p.Region).ToList();
        var places = await db.Regions.AsNoTracking().Where(r => regions.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Name, ct);
        var sheet = new List<RosterPost>();
        foreach (var post in rows)
        {
            var may = viewer.Posts.Any(p => p.Id == post.Id && p.For is null) || managed is not null;
            sheet.Add(new(
                post.Id.Value, post.Role, places.GetValueOrDefault(post.Region, ""), post.Holder is { } holder ? names.GetValueOrDefault(holder) : null, may,
                [.. On(post, now, until).OrderBy(s => s.Since).Select(s => new RosterShift(
                    s.No, names.GetValueOrDefault(s.Person, ""), s.Since, s.Until, s.Person == viewer.Person,
                    elsewhere.Where(x => x.Id != post.Id && x.Person == s.Person && x.Since < s.Until && s.Since < x.Until).Select(x => (Role?)x.Role).FirstOrDefault()))],
                [.. Roster.Gaps(post.StandIns, now, until, profile.Hours.Duty).Select(g => new RosterGap(g.From, g.Until))],
                may ? [.. (post.Holder is { } self && names.TryGetValue(self, out var own) ? (Near[])[new(self.Value, own)] : []), .. await posts.Nearby(post).OrderBy(p => p.Name).Take(Most).Select(p => new Near(p.Id.Value, p.Name)).ToListAsync(ct)] : []));
        }

        return new RosterSheet(sheet);
    }

    private static IEnumerable<StandIn> On(Post post, DateTime now, DateTime until) => post.StandIns.Where(s => s.Shift && s.Until > now && s.Since < until && s.Until > s.Since);
}

/// <summary>Duty rosters.</summary>
public sealed record RosterSheet(IReadOnlyList<RosterPost> Posts);

/// <summary>The roster of one post.</summary>
/// <param name="May">Whether the viewer may change it.</param>
/// <param name="Nearby">Who may be put on it.</param>
public sealed record RosterPost(Guid Post, Role Role, string Region, string? Holder, bool May, IReadOnlyList<RosterShift> Shifts, IReadOnlyList<RosterGap> Gaps, IReadOnlyList<Near> Nearby);

/// <summary>A shift: who, from when, until when; and the role of another post whose duty they have at the same time.</summary>
public sealed record RosterShift(int No, string Name, DateTime From, DateTime Until, bool Mine, Role? Also);

/// <summary>A part of a night that nobody has.</summary>
public sealed record RosterGap(DateTime From, DateTime Until);
