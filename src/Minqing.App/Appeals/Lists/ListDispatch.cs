using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.Appeals.Lists;

/// <summary>What waits at a centre to be judged, given to somebody, ruled on, granted, agreed to; what lies where nobody is; and what lies with a village though the duty list names a department.</summary>
public sealed class ListDispatch(MinqingDb db, RuleBook rules, TimeProvider clock)
{
    private const int AtMost = TurnQueries.PageSize;
    private const int OneMore = AtMost + 1;
    private const int CountAtMost = 1000;

    // Whoever reads page after page in one request, as for a file, counts once.
    private Counted? counted;

    private static readonly TimeSpan Fresh = TimeSpan.FromDays(3);

    /// <summary>In which order its kinds are read: one that is to be judged and then given stands once, as what comes first.</summary>
    public static readonly IReadOnlyList<DispatchWork> InOrder = [DispatchWork.Judge, DispatchWork.Assign, DispatchWork.Rule, DispatchWork.Time, DispatchWork.Purge, DispatchWork.Invalid, DispatchWork.Vacant, DispatchWork.Department];

    /// <param name="only">One kind of work; null for what is most urgent of each.</param>
    /// <param name="search">Only what says this, or lies there, or has this number.</param>
    /// <param name="after">The cursor of the page before; only one kind has pages.</param>
    public async Task<DispatchList> RunAsync(Viewer viewer, DispatchWork? only, string? search, string? after, CancellationToken ct)
    {
        var sought = Search.Of(search);
        var rows = new List<DispatchRow>();
        var known = counted is { } before && ReferenceEquals(before.Viewer, viewer) && before.Sought == sought ? before : null;
        var (counts, full) = known is null ? ([], []) : (known.Counts, known.Full);
        string? next = null;
        foreach (var work in InOrder)
        {
            if (known is not null && only is not null && only != work)
            {
                continue;
            }

            var waiting = Waiting(work, viewer, sought).ToList();
            // Of what is searched for, only what is seen is counted: the words that a mask hides must not be found by a number.
            if (sought is null && known is null)
            {
                var ids = await IdsAsync(waiting, ct);
                ids.ForEach(id => counts.TryAdd(id, work));
                full.UnionWith(ids.Count >= CountAtMost ? [work] : []);
            }

            if (sought is null && only is not null && only != work)
            {
                continue;
            }

            var page = await PageAsync(work, waiting, only == work ? Cursor.Read(after) : null, ct);
            var (more, shown) = (page.Count > AtMost, page.Take(AtMost).Where(r => sought is null || sought.IsShown(r.Words, r.Address)).ToList());
            next = only == work && more ? new Cursor(page[AtMost - 1].At, page[AtMost - 1].Appeal.Value).Text : next;
            if (sought is not null && known is null)
            {
                shown.ForEach(r => counts.TryAdd(r.Appeal, work));
                full.UnionWith(more ? [work] : []);
            }

            rows.AddRange(shown.Where(r => (only is null || only == work) && counts.GetValueOrDefault(r.Appeal, work) == work));
        }

        counted = new(viewer, sought, counts, full);
        return new(
            [.. rows.OrderBy(r => r.Work == DispatchWork.Department).ThenBy(r => r.DueAt ?? DateTime.MaxValue)],
            counts.Values.CountBy(w => w).ToDictionary(w => w.Key, w => new DispatchCount(w.Value, full.Contains(w.Key))),
            only is null && (full.Count > 0 || counts.Values.CountBy(w => w).Any(w => w.Value > AtMost)),
            next);
    }

    private static async Task<List<AppealId>> IdsAsync(IEnumerable<IQueryable<Waits>> waiting, CancellationToken ct)
    {
        var ids = new List<AppealId>();
        foreach (var each in waiting)
        {
            ids.AddRange(await each.OrderBy(w => w.At).Select(w => w.Appeal).Take(CountAtMost).ToListAsync(ct));
        }

        return [.. ids.Distinct().Take(CountAtMost)];
    }

    private async Task<List<DispatchRow>> PageAsync(DispatchWork work, IEnumerable<IQueryable<Waits>> waiting, Cursor? after, CancellationToken ct)
    {
        var rows = new List<DispatchRow>();
        foreach (var each in waiting)
        {
            var behind = after is { At: var at } && new AppealId(after.Id) is var last ? each.Where(w => w.At >= at && (w.At > at || w.Appeal > last)) : each;
            rows.AddRange(await behind.OrderBy(w => w.At).ThenBy(w => w.Appeal).Take(OneMore)
                .Join(db.Appeals, w => w.Appeal, a => a.Id, (w, a) => new { w, a })
                .Select(x => new DispatchRow(x.w.Appeal, work, x.a.Address, db.Texts.Where(t => t.Id == x.a.Words).Select(t => t.Words).FirstOrDefault(), x.a.Category, x.a.Urgency, x.w.StartAt, x.w.DueAt, x.w.At))
                .AsNoTracking().ToListAsync(ct));
        }

        // A list is read over shoulders: the words in full are for the appeal's own page.
        return [.. rows.OrderBy(r => r.At).ThenBy(r => r.Appeal).DistinctBy(r => r.Appeal).Take(OneMore).Select(r => r with { Words = PersonalData.Masked(r.Words) })];
    }

    private IEnumerable<IQueryable<Waits>> Waiting(DispatchWork work, Viewer viewer, Search? sought) => work switch
    {
        DispatchWork.Judge => Areas(viewer, Permission.Triage).Select(r => ToJudge(viewer, r, sought)),
        DispatchWork.Assign => [Turns(viewer, TurnKind.Assign, sought)],
        DispatchWork.Rule => [Turns(viewer, TurnKind.Decide, sought)],
        DispatchWork.Time => [Turns(viewer, TurnKind.DecideExtension, sought)],
        DispatchWork.Purge => [.. Areas(viewer, Permission.Dispatch).Select(r => Secrets(viewer, db.Appeals.Within(db, viewer, r), sought)), Secrets(viewer, OfUnits(viewer), sought)],
        DispatchWork.Invalid => [Doubted(viewer, sought)],
        DispatchWork.Vacant => Areas(viewer, Permission.Coordinate).SelectMany(r => WithNobody(viewer, r, sought)),
        DispatchWork.Department => Areas(viewer, Permission.Coordinate).Select(r => ForDepartments(viewer, r, sought)),
    };

    private IQueryable<Waits> Turns(Viewer viewer, TurnKind kind, Search? sought) =>
        db.TurnsOf(viewer.Posts).Where(t => t.Kind == kind).NotAbout(db, viewer).Saying(db, sought).Select(t => new Waits { Appeal = t.Appeal, StartAt = t.StartAt, DueAt = t.DueAt, At = t.DueAt });

    // In the second stage each of those who judge it says so before it is given to anybody.
    private IQueryable<Waits> ToJudge(Viewer viewer, Reach reach, Search? sought)
    {
        var units = viewer.Posts.Select(p => p.Unit).ToList();
        return
            from t in db.Turns.Within(db, viewer, reach).Saying(db, sought)
            where t.Kind == TurnKind.Assign
            join a in db.Appeals on t.Appeal equals a.Id
            where a.Stage == Stage.Dispatching && !a.Triages.Any(x => units.Contains(x.Unit))
            select new Waits { Appeal = a.Id, StartAt = t.StartAt, DueAt = t.DueAt, At = t.DueAt };
    }

    // Somebody asked that it be destroyed, and the viewer is the second person.
    private IQueryable<Waits> Secrets(Viewer viewer, IQueryable<Appeal> seen, Search? sought) =>
        from a in seen.Saying(db, sought)
        where a.PurgeAskedBy != null && a.PurgeAskedBy != viewer.Person
        select new Waits { Appeal = a.Id, StartAt = a.ReceivedAt, DueAt = null, At = a.ReceivedAt };

    // What few see lies with the unit that found the secret.
    private IQueryable<Appeal> OfUnits(Viewer viewer)
    {
        var units = viewer.Posts.Where(p => p.Reaches(Permission.Dispatch).Any()).SelectMany(p => p.Units).Select(u => (UnitId?)u).ToList();
        return db.Appeals.Where(a => units.Contains(a.SecretWith)).NotAbout(db, viewer);
    }

    // Somebody proposed it as invalid, and the viewer is the second person.
    private IQueryable<Waits> Doubted(Viewer viewer, Search? sought) =>
        from a in db.Within(viewer, Permission.JudgeValidity).Saying(db, sought)
        where a.InvalidProposedBy != null && a.InvalidProposedBy != viewer.Person && (a.Stage == Stage.Screening || a.Stage == Stage.Dispatching || a.Stage == Stage.Handling)
        select new Waits { Appeal = a.Id, StartAt = a.ReceivedAt, DueAt = null, At = a.ReceivedAt };

    // Whoever leads it is a unit in which nobody holds a post, nor stands in for anybody; or nobody is there who may dispatch or check what waits for it.
    private IQueryable<Waits>[] WithNobody(Viewer viewer, Reach reach, Search? sought)
    {
        var manned = db.Posts.MannedAt(clock.Now());
        var workflow = rules.For(reach.Area!.Value.Value).Workflow;
        var (empty, noneToAssign, noneToCheck) = (Empty(null), Empty(workflow.RolesOf(Step.Assign)), Empty(workflow.RolesOf(Step.PassCheck)));
        var open = db.Appeals.Within(db, viewer, reach).Saying(db, sought).Where(a => a.SettledAt == null);
        return
        [
            .. new[]
            {
                open.Where(a => a.Stage == Stage.Handling && empty.Contains(a.Lead)),
                open.Where(a => a.Stage == Stage.Screening && noneToAssign.Contains(a.Screener)),
                open.Where(a => a.Stage == Stage.Dispatching && noneToAssign.Contains(a.Screener)),
                open.Where(a => a.Stage == Stage.Checking && a.Rounds.Any(r => r.No == a.Round && noneToCheck.Contains(r.Checker))),
            }.Select(waiting => waiting.Select(a => new Waits { Appeal = a.Id, StartAt = a.ReceivedAt, DueAt = null, At = a.ReceivedAt })),
        ];

        IQueryable<UnitId?> Empty(IReadOnlyList<Role>? able) => db.Units.Where(u => !manned.Any(p => p.Unit == u.Id && (able == null || able.Contains(p.Role)))).Select(u => (UnitId?)u.Id);
    }

    // Beside the first call and never before it: the centre looks at what came to a village and is a department's work.
    private IQueryable<Waits> ForDepartments(Viewer viewer, Reach reach, Search? sought)
    {
        var since = clock.Now() - Fresh;
        var theirs = rules.For(reach.Area!.Value.Value).Profile.Duties.Duties.Where(d => d.Lead.Kind == UnitKind.Department).SelectMany(d => d.Categories).Distinct().ToList();
        return
            from t in db.Turns.Within(db, viewer, reach).Saying(db, sought)
            where (t.Kind == TurnKind.Sign || t.Kind == TurnKind.Handle) && t.StartAt >= since
            join a in db.Appeals on t.Appeal equals a.Id
            where a.Level == 1 && theirs.Contains(a.Category)
            select new Waits { Appeal = a.Id, StartAt = t.StartAt, DueAt = t.DueAt, At = t.DueAt };
    }

    private static IEnumerable<Reach> Areas(Viewer viewer, Permission permission) => viewer.Scope(permission).Reaches.Where(r => r.Area is not null);

    private sealed record Counted(Viewer Viewer, Search? Sought, Dictionary<AppealId, DispatchWork> Counts, HashSet<DispatchWork> Full);

    private sealed class Waits
    {
        public required AppealId Appeal { get; init; }

        public required DateTime StartAt { get; init; }

        public required DateTime? DueAt { get; init; }

        /// <summary>Its place in the list.</summary>
        public required DateTime At { get; init; }
    }
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

    /// <summary>Agree, as the second person, that what holds a secret is destroyed, or not.</summary>
    Purge,

    /// <summary>Agree, as the second person, that it is no appeal, or not.</summary>
    Invalid,

    /// <summary>Nobody is in the unit that leads it, looks at it first or checks it: give it to another, do it instead, or fill a post.</summary>
    Vacant,

    /// <summary>It lies with a village, and the duty list names a department.</summary>
    Department,
}

/// <summary>One line of the desk; without a limit where none runs for it.</summary>
/// <param name="At">Its place in the list.</param>
public sealed record DispatchRow(AppealId Appeal, DispatchWork Work, string Address, string? Words, string Category, Urgency Urgency, DateTime StartAt, DateTime? DueAt, DateTime At);

/// <summary>How many wait; <paramref name="More"/> says that it is at least so many.</summary>
public sealed record DispatchCount(int Count, bool More);

/// <summary>The lines, how many there are of each kind, whether of some kind more wait than is shown, and where the next page of the one kind begins.</summary>
public sealed record DispatchList(IReadOnlyList<DispatchRow> Rows, IReadOnlyDictionary<DispatchWork, DispatchCount> Counts, bool More, string? Next);
