using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage;

namespace Minqing.App.Appeals.Lists;

/// <summary>What waits at a centre to be judged, given to somebody, ruled on, granted, agreed to; and what lies with a village though the duty list names a department.</summary>
public sealed class ListDispatch(MinqingDb db, RuleBook rules, TimeProvider clock)
{
    private const int AtMost = TurnQueries.PageSize;
    private const int OneMore = AtMost + 1;
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(3);

    private static readonly Dictionary<DispatchWork, TurnKind> Kinds = new()
    {
        [DispatchWork.Assign] = TurnKind.Assign,
        [DispatchWork.Rule] = TurnKind.Decide,
        [DispatchWork.Time] = TurnKind.DecideExtension,
    };

    public Task<DispatchList> RunAsync(Viewer viewer, DispatchWork? only, CancellationToken ct) => RunAsync(viewer, only, null, ct);

    /// <param name="search">Only what says this, or lies there, or has this number.</param>
    /// <param name="only">One kind of work; null for all of it.</param>
    public async Task<DispatchList> RunAsync(Viewer viewer, DispatchWork? only, string? search, CancellationToken ct)
    {
        var sought = Search.Of(search);
        var (rows, more) = (new List<DispatchRow>(), false);
        foreach (var (work, kind) in Kinds)
        {
            var page = await db.TurnsOf(viewer.Posts).Where(t => t.Kind == kind).NotAbout(db, viewer).PageAsync(db, sought, null, ct);
            more |= page.Next is not null;
            rows.AddRange(page.Rows.Select(r => new DispatchRow(r.Appeal, work, r.Address, r.Words, r.Category, r.Urgency, r.StartAt, r.DueAt)));
        }

        List<DispatchRow>[] others = [await ToJudgeAsync(viewer, sought, ct), await DoubtedAsync(viewer, sought, ct), await ForDepartmentsAsync(viewer, sought, ct)];
        more |= others.Any(o => o.Count > AtMost);
        rows.AddRange(others.SelectMany(o => o.Take(AtMost)).Select(r => r with { Words = PersonalData.Masked(r.Words) }).Where(r => sought is null || sought.IsShown(r.Words, r.Address)));
        var once = rows.OrderBy(r => r.Work != DispatchWork.Judge).DistinctBy(r => r.Appeal).OrderBy(r => r.Work == DispatchWork.Department).ThenBy(r => r.DueAt ?? DateTime.MaxValue).ToList();
        return new([.. once.Where(r => only is null || r.Work == only)], once.GroupBy(r => r.Work).ToDictionary(g => g.Key, g => g.Count()), more);
    }

    // In the second stage each of those who judge it says so before it is given to anybody.
    private async Task<List<DispatchRow>> ToJudgeAsync(Viewer viewer, Search? sought, CancellationToken ct)
    {
        var units = viewer.Posts.Select(p => p.Unit).ToList();
        var found = new List<DispatchRow>();
        foreach (var reach in Areas(viewer, Permission.Triage))
        {
            found.AddRange(await (
                from t in db.Turns.Within(db, viewer, reach).Saying(db, sought)
                where t.Kind == TurnKind.Assign
                join a in db.Appeals on t.Appeal equals a.Id
                where a.Stage == Stage.Dispatching && !a.Triages.Any(x => units.Contains(x.Unit))
                orderby t.DueAt
                select new DispatchRow(a.Id, DispatchWork.Judge, a.Address, db.Texts.Where(x => x.Id == a.Words).Select(x => x.Words).FirstOrDefault(), a.Category, a.Urgency, t.StartAt, t.DueAt))
                .AsNoTracking().Take(OneMore).ToListAsync(ct));
        }

        return found;
    }

    // Somebody proposed it as invalid, and the viewer is the second person.
    private async Task<List<DispatchRow>> DoubtedAsync(Viewer viewer, Search? sought, CancellationToken ct)
    {
        return await (
            from a in db.Within(viewer, Permission.JudgeValidity).Saying(db, sought)
            where a.InvalidProposedBy != null && a.InvalidProposedBy != viewer.Person && (a.Stage == Stage.Screening || a.Stage == Stage.Dispatching || a.Stage == Stage.Handling)
            orderby a.ReceivedAt
            select new DispatchRow(a.Id, DispatchWork.Invalid, a.Address, db.Texts.Where(t => t.Id == a.Words).Select(t => t.Words).FirstOrDefault(), a.Category, a.Urgency, a.ReceivedAt, null))
            .AsNoTracking().Take(OneMore).ToListAsync(ct);
    }

    // Beside the first call and never before it: the centre looks at what came to a village and is a department's work.
    private async Task<List<DispatchRow>> ForDepartmentsAsync(Viewer viewer, Search? sought, CancellationToken ct)
    {
        var since = clock.Now() - Fresh;
        var found = new List<DispatchRow>();
        foreach (var reach in Areas(viewer, Permission.Coordinate))
        {
            var theirs = rules.For(reach.Area!.Value.Value).Profile.Duties.Duties.Where(d => d.Lead.Kind == UnitKind.Department).SelectMany(d => d.Categories).Distinct().ToList();
            found.AddRange(await (
                from t in db.Turns.Within(db, viewer, reach).Saying(db, sought)
                where (t.Kind == TurnKind.Sign || t.Kind == TurnKind.Handle) && t.StartAt >= since
                join a in db.Appeals on t.Appeal equals a.Id
                where a.Level == 1 && theirs.Contains(a.Category)
                orderby t.DueAt
                select new DispatchRow(a.Id, DispatchWork.Department, a.Address, db.Texts.Where(x => x.Id == a.Words).Select(x => x.Words).FirstOrDefault(), a.Category, a.Urgency, t.StartAt, t.DueAt))
                .AsNoTracking().Take(OneMore).ToListAsync(ct));
        }

        return found;
    }

    private static IEnumerable<Reach> Areas(Viewer viewer, Permission permission) => viewer.Scope(permission).Reaches.Where(r => r.Area is not null);
}

/// <summary>What a centre is asked for.</summary>
public enum DispatchWork
{
    /// <summary>Give it to its lead.</summary>
    Assign,

    /// <summary>Judge it on the four scales, before it is given to anybody.</summary>
    Judge,

    /// <summary>Rule on an objection, or on what went back and forth.</summary>
    Rule,

    /// <summary>Decide on more time.</summary>
    Time,

    /// <summary>Agree, as the second person, that it is no appeal, or not.</summary>
    Invalid,

    /// <summary>It lies with a village, and the duty list names a department.</summary>
    Department,
}

/// <summary>One line of the desk; without a limit where none runs for it.</summary>
public sealed record DispatchRow(AppealId Appeal, DispatchWork Work, string Address, string? Words, string Category, Urgency Urgency, DateTime StartAt, DateTime? DueAt);

/// <summary>The lines, how many there are of each kind, and whether more of some kind wait behind those that run out first.</summary>
public sealed record DispatchList(IReadOnlyList<DispatchRow> Rows, IReadOnlyDictionary<DispatchWork, int> Counts, bool More);
