using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;

namespace Minqing.App.Appeals.Timing;

/// <summary>The newest recount of one's area: how far it is, and page by page what moves, from when to when.</summary>
public sealed class ReadRecount(MinqingDb db, RuleBook rules)
{
    public const int PageSize = 50;

    /// <param name="after">The number of the last one on the page before; 0 for the first page.</param>
    public async Task<Result<RecountView>> RunAsync(Viewer viewer, int after, CancellationToken ct)
    {
        if (RecountArea.Of(viewer) is not { } post)
        {
            return new NotForYou(Permission.RecountLimits);
        }

        if (await db.Recounts.AsNoTracking().Where(r => r.Path == post.Path).OrderByDescending(r => r.AskedAt).FirstOrDefaultAsync(ct) is not { } it)
        {
            return new RecountView(null, null, false, false, [], null);
        }

        var moves = await db.RecountMoves.AsNoTracking().Where(m => m.Recount == it.Id && m.No > after).OrderBy(m => m.No).Take(PageSize + 1).ToListAsync(ct);
        var who = await db.Persons.AsNoTracking().Where(p => p.Id == it.Person).Select(p => p.Name).FirstOrDefaultAsync(ct);
        var now = rules.For(it.Path);
        return new RecountView(
            it, who, it.ProfileVersion != now.Profile.Version || it.CalendarVersion != now.Timetable.Version, it.Runs && !await CountAgain.GoesOnAsync(db, it, ct),
            [.. moves.Take(PageSize)], moves.Count > PageSize ? moves[PageSize - 1].No : null);
    }
}

/// <summary>A recount as an administrator sees it.</summary>
/// <param name="Recount">Null where none was asked for yet.</param>
/// <param name="Who">Who asked for it last.</param>
/// <param name="Outdated">Rules or calendar have changed since.</param>
/// <param name="Broken">It broke off and nobody goes on with it: another one may begin.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record RecountView(Recount? Recount, string? Who, bool Outdated, bool Broken, IReadOnlyList<RecountMove> Moves, int? Next);
