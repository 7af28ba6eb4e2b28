using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Supervision.Dockets;

/// <summary>What a deputy or an inspector looks after: the appeals of their areas and categories, the newest first, without who reported them; and what each deputy did.</summary>
public sealed class ListRemit(MinqingDb db, TimeProvider clock)
{
    private const int PageSize = 50;

    /// <param name="after">The cursor that the page before gave.</param>
    public async Task<Result<RemitList>> RunAsync(Viewer viewer, string? after, CancellationToken ct)
    {
        var permission = viewer.May(Permission.Advise) ? Permission.Advise : Permission.Inspect;
        var scope = viewer.Scope(permission).Reaches.Where(r => r.Area is not null).ToList();
        if (scope.Count == 0)
        {
            return new NotForYou(permission);
        }

        var appeals = scope.Select(r => db.Appeals.Within(db, viewer, r).Select(a => a.Id)).Aggregate((a, b) => a.Union(b));
        var now = clock.Now();
        var seen = db.Appeals.AsNoTracking().Where(a => appeals.Contains(a.Id));
        if (Cursor.Read(after) is { At: var at, Id: var behind } && new AppealId(behind) is var last)
        {
            seen = seen.Where(a => a.ReceivedAt <= at && (a.ReceivedAt < at || a.Id < last));
        }

        var rows = await seen.OrderByDescending(a => a.ReceivedAt).ThenByDescending(a => a.Id).Take(PageSize + 1)
            .Select(a => new RemitRow(
                a.Id, a.ReceivedAt, a.Address, db.Texts.Where(t => t.Id == a.Words).Select(t => t.Words).FirstOrDefault(), a.Category, a.Stage,
                db.Units.Where(u => u.Id == a.Lead).Select(u => u.Name).FirstOrDefault(),
                db.Turns.Any(t => t.Appeal == a.Id && t.DueAt < now)))
            .ToListAsync(ct);
        return new RemitList([.. rows.Take(PageSize).Select(r => r with { Words = PersonalData.Masked(r.Words) })], rows.Count > PageSize ? new Cursor(rows[PageSize - 1].ReceivedAt, rows[PageSize - 1].Appeal.Value).Text : null, await DeputiesAsync(viewer, scope, now, ct));
    }

    // Of one's own advice, and for those who lead deputies that of all in their area.
    private async Task<IReadOnlyList<DeputyFigures>> DeputiesAsync(Viewer viewer, IReadOnlyList<Reach> scope, DateTime now, CancellationToken ct)
    {
        var me = viewer.Person;
        var all = viewer.May(Permission.HoldQuestioning) || viewer.May(Permission.KeepKeyMatters) || viewer.May(Permission.Inspect);
        var seen = all ? scope.Select(r => db.Dockets.Under(d => d.Path, r.Area!.Value).Select(d => d.Id)).Aggregate((a, b) => a.Union(b)) : db.Dockets.Where(d => d.OpenedBy == me || d.Tasks.Any(t => t.SetBy == me)).Select(d => d.Id);
        var dockets = await db.Dockets.AsNoTracking().AsSplitQuery().Where(d => seen.Contains(d.Id) && (d.Kind == DocketKind.Advice || d.Kind == DocketKind.Questioning)).ToListAsync(ct);
        var ids = dockets.ConvertAll(d => d.Id.Value);
        var clocks = (await db.Clocks.AsNoTracking().Where(c => ids.Contains(c.SubjectId)).ToListAsync(ct)).ToDictionary(c => (c.SubjectId, c.No));
        var tasks = dockets.SelectMany(d => d.Tasks.Where(t => t.SetBy is not null && (all || t.SetBy == me)).Select(t => (Kind: d.Kind, By: t.SetBy!.Value, Task: t, Clock: clocks[(d.Id.Value, t.Clock)]))).ToList();
        var people = tasks.Select(t => t.By).Distinct().ToList();
        var names = await db.Persons.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return [.. tasks.GroupBy(t => t.By).Select(g => new DeputyFigures(
            g.Key, names.GetValueOrDefault(g.Key, ""), g.Count(t => t.Kind == DocketKind.Advice), g.Count(t => t.Kind == DocketKind.Questioning),
            g.Count(t => t.Task.AnsweredAt is not null), g.Count(t => t.Clock.Late(now)), g.Count(t => t.Task.DoneAt is not null))).OrderByDescending(f => f.Advice + f.Questions)];
    }
}

/// <summary>A page of a remit.</summary>
public sealed record RemitList(IReadOnlyList<RemitRow> Rows, string? Next, IReadOnlyList<DeputyFigures> Deputies);

/// <summary>An appeal of a remit.</summary>
public sealed record RemitRow(AppealId Appeal, DateTime ReceivedAt, string Address, string? Words, string Category, Stage Stage, string? Lead, bool Late);

/// <summary>What one deputy advised and asked, and what the units made of it.</summary>
public sealed record DeputyFigures(PersonId Person, string Name, int Advice, int Questions, int Answered, int Late, int Accepted);
