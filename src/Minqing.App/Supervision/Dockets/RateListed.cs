using Minqing.App.Kernel;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Supervision;
using Minqing.Storage;
using Minqing.Storage.Appeals;

namespace Minqing.App.Supervision.Dockets;

/// <summary>Whoever listed a matter rates how it was handled as they take what came of it, in the same save (H-28).</summary>
public sealed class RateListed(MinqingDb db)
{
    /// <param name="unit">Whose part is taken: only what it had is rated; null where the whole list is.</param>
    public async Task<Problem?> RateAsync(Docket d, UnitId? unit, DocketForm form, Hand hand, CancellationToken ct)
    {
        if (form.Rating is not { } rating)
        {
            return null;
        }

        var rated = 0;
        foreach (var listed in d.Kind is DocketKind.KeyMatter or DocketKind.Inspection ? d.Appeals.Select(a => a.Appeal).ToList() : [])
        {
            if (await AppealCase.LoadAsync(db, listed, ct) is { Appeal: { Rateable: true } appeal } && !hand.Posts.Any(appeal.IsAbout) && (unit is null || appeal.Orders.Any(o => o.Unit == unit)))
            {
                var said = Writing.Optional(form.RatingWords, "ratingWords");
                if ((said.Problem ?? appeal.RateListed(rating, said.Value, d.Taken[^1].By)) is { } no)
                {
                    return no;
                }

                rated++;
            }
        }

        return rated > 0 ? null : new NothingToRate();
    }
}
