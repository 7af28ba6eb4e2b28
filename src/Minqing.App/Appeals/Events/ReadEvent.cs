using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Appeals.Events;

/// <summary>A mass event: its figures, its answer, what belongs to it, and what by place, category and time may (H-29).</summary>
public sealed class ReadEvent(MinqingDb db, EventRights rights, RuleBook rules, ListEvents list)
{
    public const int PageSize = 50;

    public async Task<Result<EventView>> RunAsync(Viewer viewer, MassEventId id, string? after, CancellationToken ct)
    {
        if (await db.MassEvents.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, ct) is not { } it || !rights.Sees(viewer, it.Path))
        {
            return new NoSuchEvent();
        }

        var keeps = rights.KeeperOf(viewer, it.Path) is not null;
        var answer = it.Answer is { } text ? await db.Texts.AsNoTracking().Where(t => t.Id == text).Select(t => t.Words).FirstOrDefaultAsync(ct) : null;
        var joined = db.Appeals.Where(a => a.Event == id && !a.Sensitive).InSightOf(db, viewer);
        if (Cursor.Read(after) is { At: var at, Id: var behind } && new AppealId(behind) is var last)
        {
            joined = joined.Where(a => a.ReceivedAt <= at && (a.ReceivedAt < at || a.Id < last));
        }

        var own = await RowsAsync(joined.OrderByDescending(a => a.ReceivedAt).ThenByDescending(a => a.Id).Take(PageSize + 1), ct);
        var (since, among, handled) = (it.Since, rules.For(it.Path).Profile.Among(it.Category), new[] { Stage.Screening, Stage.Dispatching, Stage.Handling, Stage.Checking, Stage.FollowingUp });
        var may = keeps && it.EndedAt is null
            ? await RowsAsync(db.Appeals.Under(a => a.Path, new RegionPath(it.Path)).Where(a => a.Event == null && !a.Sensitive && among.Contains(a.Category) && a.ReceivedAt >= since && handled.Contains(a.Stage))
                .InSightOf(db, viewer).OrderBy(a => a.ReceivedAt).ThenBy(a => a.Id).Take(PageSize), ct)
            : [];
        return new EventView((await list.RowsAsync([it], ct))[0], answer, [.. own.Take(PageSize)], own.Count > PageSize ? new Cursor(own[PageSize - 1].ReceivedAt, own[PageSize - 1].Appeal.Value).Text : null, may, keeps)
        {
            ToClose = keeps ? await CloseEventAppeals.CountAsync(db, it, ct) : 0,
        };
    }

    private async Task<IReadOnlyList<EventAppeal>> RowsAsync(IQueryable<Appeal> appeals, CancellationToken ct)
    {
        var rows = await appeals.AsNoTracking().Select(a => new EventAppeal(a.Id, a.Address, db.Texts.Where(t => t.Id == a.Words).Select(t => t.Words).FirstOrDefault(), a.ReceivedAt, a.Stage, a.Reports)).ToListAsync(ct);
        return rows.ConvertAll(r => r with { Words = PersonalData.Masked(r.Words) });
    }
}

/// <summary>A mass event as a member of staff sees it.</summary>
/// <param name="Answer">What all are told; null until then.</param>
/// <param name="Proposed">What may belong to it, the oldest first.</param>
/// <param name="Keeps">Whether the viewer may join, answer and end.</param>
public sealed record EventView(EventRow Row, string? Answer, IReadOnlyList<EventAppeal> Appeals, string? Next, IReadOnlyList<EventAppeal> Proposed, bool Keeps)
{
    public MassEvent Event => Row.Event;

    /// <summary>How many of it are not closed yet; 0 for who does not keep it.</summary>
    public int ToClose { get; init; }
}

/// <summary>One appeal of an event.</summary>
/// <param name="Reports">How many reported it.</param>
public sealed record EventAppeal(AppealId Appeal, string Address, string? Words, DateTime ReceivedAt, Stage Stage, int Reports);
