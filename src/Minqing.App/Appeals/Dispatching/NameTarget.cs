using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Appeals;

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
        return known ? await acting.AsStaffAsync(viewer, id, seen, async d =>
        {
            bool Barred(UnitId other) => other == unitId || within.Contains(other) || d.Appeal.IsAbout(other);
            return d.Appeal.NameTarget(
                unitId, postId, within, LeadUnits.Instead(d.Where, d.Rules.Profile, d.Level, u => u == d.Appeal.Lead || Barred(u)), d.Hand, d.Rules, d.Case.Reports, Avoided.Tiers(d.Where, unitId, postId),
                LeadUnits.Instead(d.Where, d.Rules.Profile, d.Rules.Profile.FollowUp.Level, Barred)?.Unit, await MergedAsync(d.Appeal.Id, ct));
        }, ct) : new NoSuchUnitHere();
    }

    // What went into it, and what had gone into that before.
    private async Task<IReadOnlyList<Appeal>> MergedAsync(AppealId id, CancellationToken ct)
    {
        List<Appeal> all = [];
        List<AppealId> into = [id];
        while (into.Count > 0)
        {
            into = await db.Appeals.AsNoTracking().Where(a => a.MergedInto != null && into.Contains(a.MergedInto.Value)).Select(a => a.Id).ToListAsync(ct);
            foreach (var merged in into)
            {
                all.Add((await AppealCase.LoadAsync(db, merged, ct))!.Appeal);
            }
        }

        return all;
    }
}
