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

    /// <summary>The same towards an appeal: it knows which of the units that are asked something there have nobody to answer.</summary>
    public static async Task<Hand> TowardsAsync(this Hand hand, Appeal appeal, Rules rules, MinqingDb db, CancellationToken ct) =>
        hand with { Vacant = await db.VacantAsync([.. appeal.StandingWith(null).Asked.Select(a => (a.Unit, rules.Workflow.RolesOf(a.Step)))], hand.At, ct) };
}
