using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.Appeals;

/// <summary>Somebody who is signed in, about to act.</summary>
internal static class ViewerHand
{
    /// <summary>With every post they hold now.</summary>
    public static Hand HandAt(this Viewer viewer, DateTime now) => new(viewer.Person, viewer.Client, viewer.Posts, now);

    /// <summary>The same towards an appeal: it knows in whose place it may act, of those beside or below it that are asked something there and have nobody to answer.</summary>
    public static async Task<Hand> TowardsAsync(this Hand hand, Appeal appeal, Rules rules, MinqingDb db, CancellationToken ct)
    {
        var vacant = await db.VacantAsync([.. appeal.StandingWith(null).Asked.Select(a => (a.Unit, rules.Workflow.RolesOf(a.Step)))], hand.At, ct);
        if (vacant.Count == 0)
        {
            return hand;
        }

        var lie = await (from u in db.Units.AsNoTracking() where vacant.Contains(u.Id) join r in db.Regions on u.RegionId equals r.Id select new { u.Id, r.Path }).ToListAsync(ct);
        return hand with { Vacant = [.. lie.Where(v => hand.Posts.Any(p => v.Path.StartsWith(p.Path, StringComparison.Ordinal))).Select(v => v.Id)] };
    }
}
