using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.App.Supervision.Dockets;
using Minqing.Domain.Kernel;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Supervision.Commending;

/// <summary>Puts a unit of one's area forward for the commendation of a year. A unit that a veto bars is refused (S-08).</summary>
public sealed class NominateUnit(MinqingDb db, RuleBook rules, ListBarred barred, TimeProvider clock)
{
    public Task<Result<CommendationId>> RunAsync(Viewer viewer, NominationForm form, CancellationToken ct) => db.RacedAsync(() => OnceAsync(viewer, form, ct));

    private async Task<Result<CommendationId>> OnceAsync(Viewer viewer, NominationForm form, CancellationToken ct)
    {
        if (viewer.Posts.FirstOrDefault(p => rules.For(p.Path).Profile.CommendedBy.Contains(p.Role)) is not { } post)
        {
            return new NominationNotYours();
        }

        var (now, words) = (clock.Now(), Writing.Required(form.Words, "words", 1000));
        var year = form.Year ?? LocalTime.DayOf(now).Year;
        if ((words.Problem ?? (LocalTime.DayOf(now).Year - year is not (0 or 1) ? new CommendationYearNotUsable() : null)) is { } wrong)
        {
            return wrong;
        }

        var wanted = form.Unit is { } id ? new UnitId(id) : default;
        if (await db.Units.AsNoTracking().Where(u => u.Id == wanted && u.Until == null).Join(db.Regions, u => u.RegionId, r => r.Id, (u, r) => new { u.Id, Region = r.Id, r.Path }).FirstOrDefaultAsync(ct) is not { } unit)
        {
            return new Missing("unit");
        }

        if (!unit.Path.StartsWith(post.Path, StringComparison.Ordinal))
        {
            return new OutsideYourArea("unit");
        }

        if ((await barred.RunAsync(year, ct)).GetValueOrDefault(unit.Id) is { } veto)
        {
            return new UnitBarred(veto.Year, veto.No, veto.Ground);
        }

        // One a year, whoever puts it forward.
        var one = new CommendationId(DerivedId.Of($"commendation {year}", unit.Id.Value));
        var (nominated, by) = (new UnitNominated(unit.Id, year, unit.Region, unit.Path, words.Value.Id), new By(viewer.As(post), now));
        if (await db.Commendations.SingleOrDefaultAsync(c => c.Id == one, ct) is { } before)
        {
            if (before.NominateAgain(nominated, words.Value, by) is { } no)
            {
                return no;
            }
        }
        else
        {
            db.Commendations.Add(Commendation.Nominate(one, nominated, words.Value, by));
        }

        await db.SaveChangesAsync(ct);
        return one;
    }
}

/// <summary>What somebody fills in.</summary>
public sealed record NominationForm
{
    public Guid? Unit { get; set; }

    /// <summary>Null for this year.</summary>
    public int? Year { get; set; }

    public string? Words { get; set; }
}
