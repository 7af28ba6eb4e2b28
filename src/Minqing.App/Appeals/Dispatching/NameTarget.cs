using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>Names whom the appeal is about, a unit or a post: no step addresses them from now on, and whoever of them has it loses it to the level above.</summary>
public sealed class NameTarget(Acting acting, MinqingDb db)
{
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, Guid? unit, Guid? post, string? seen, CancellationToken ct)
    {
        var (unitId, postId) = (unit is { } u ? new UnitId(u) : (UnitId?)null, post is { } p ? new PostId(p) : (PostId?)null);
        if (unitId is null == postId is null)
        {
            return new NoSuchUnitHere();
        }

        var within = postId is { } named ? await db.Posts.AsNoTracking().Where(x => x.Id == named).Select(x => x.Unit).ToListAsync(ct) : [];
        var known = postId is not null ? within.Count > 0 : await db.Units.AsNoTracking().AnyAsync(x => x.Id == unitId, ct);
        return known ? await acting.AsStaffAsync(viewer, id, seen, d => d.Appeal.NameTarget(unitId, postId, within, Besides(d, unitId, within), d.Hand, d.Rules, d.Case.Reports, Avoided.Tiers(d.Where, unitId, postId), DeskBesides(d, unitId, within)), ct) : new NoSuchUnitHere();
    }

    private static UnitId? DeskBesides(Deed d, UnitId? unit, List<UnitId> within) =>
        LeadUnits.Above(d.Where, d.Rules.Profile, d.Rules.Profile.FollowUp.Level, u => u == unit || within.Contains(u) || d.Appeal.IsAbout(u))?.Unit;

    // The next unit above that is not named now either.
    private static LevelUnit? Besides(Deed d, UnitId? unit, List<UnitId> within) =>
        LeadUnits.Above(d.Where, d.Rules.Profile, d.Appeal.Level, u => u == unit || within.Contains(u) || d.Appeal.IsAbout(u));
}
