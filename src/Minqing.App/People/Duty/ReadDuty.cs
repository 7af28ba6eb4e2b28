using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;

namespace Minqing.App.People.Duty;

/// <summary>Whose posts I hold or stand in for, who stands in for me, now and later.</summary>
public sealed class ReadDuty(MinqingDb db, OwnPosts posts, TimeProvider clock)
{
    private const int Most = 50;

    public async Task<IReadOnlyList<DutyPost>> RunAsync(Viewer viewer, CancellationToken ct)
    {
        var (now, ids) = (clock.Now(), viewer.Posts.Select(p => p.Id).ToList());
        var rows = await db.Posts.AsNoTracking().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Code).Take(Most).ToListAsync(ct);
        var regions = rows.Select(p => p.Region).ToList();
        var names = await db.Regions.AsNoTracking().Where(r => regions.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Name, ct);
        var people = rows.SelectMany(p => p.StandIns.Where(s => s.Until > now).Select(s => (PersonId?)s.Person).Append(p.Holder)).OfType<PersonId>().Distinct().ToList();
        var known = await db.Persons.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var duty = new List<DutyPost>();
        foreach (var post in rows)
        {
            var own = post.Holder == viewer.Person;
            duty.Add(new(
                post.Id.Value, post.Role, names.GetValueOrDefault(post.Region, ""), own ? null : post.Holder is { } holder ? known.GetValueOrDefault(holder) : null, own,
                [.. post.StandIns.Where(s => !s.Shift && s.Until > now && s.Since < s.Until).OrderBy(s => s.Since).Select(s => new Absence(s.No, known.GetValueOrDefault(s.Person, ""), s.Since, s.Until))],
                own ? await posts.Nearby(post).OrderBy(p => p.Name).Take(Most).Select(p => new Near(p.Id.Value, p.Name)).ToListAsync(ct) : []));
        }

        return duty;
    }
}

/// <summary>A post of mine, or one that I stand in for.</summary>
/// <param name="Holder">Whose post it is, where it is not mine.</param>
/// <param name="Nearby">Who may stand in for me.</param>
public sealed record DutyPost(Guid Id, Role Role, string Region, string? Holder, bool Own, IReadOnlyList<Absence> Absences, IReadOnlyList<Near> Nearby);

/// <summary>An absence that has not ended: who stands in, from when, until when (UTC; the last is no longer part of it).</summary>
public sealed record Absence(int No, string StandIn, DateTime From, DateTime Until);

/// <summary>Somebody who may stand in.</summary>
public sealed record Near(Guid Id, string Name);
