using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Supervision.Dockets;

/// <summary>Puts a matter on the key list, proposes a project, begins an accountability, advises, calls a questioning or a meeting, hands out a list.</summary>
public sealed class OpenDocket(MinqingDb db, Profile profile, FindAppeals find, DocketLimits limits, DocketReach reach, CountKind count, TimeProvider clock)
{
    public async Task<Result<Docket>> RunAsync(Viewer viewer, DocketKind kind, DocketForm form, CancellationToken ct)
    {
        var permission = DocketFlow.Keeps(kind);
        if (!viewer.May(permission))
        {
            return new NotForYou(permission);
        }

        var (title, words) = (Writing.Required(form.Title, "title", 100), Writing.Required(form.Words, "words"));
        if ((title.Problem ?? words.Problem) is { } missing)
        {
            return missing;
        }

        var appeals = await find.RunAsync(viewer, form.Appeals, ct);
        var needed = kind switch { DocketKind.KeyMatter or DocketKind.Accountability or DocketKind.Inspection or DocketKind.Veto => 1, DocketKind.Meeting => 2, DocketKind.Governance or DocketKind.Advice or DocketKind.Questioning => 0 };
        if (appeals.Problem is { } unseen)
        {
            return unseen;
        }

        if (appeals.Value.Count < needed || (kind == DocketKind.Accountability && appeals.Value.Count > 1))
        {
            return new AppealsNotUsable(needed);
        }

        var category = Writing.Line(form.Category) ?? (kind == DocketKind.Advice && appeals.Value is [var only, ..] ? only.Category : null);
        if (category is not null && profile.Categories.All(c => c.Code != category))
        {
            return new UnknownCategory(category);
        }

        if (kind == DocketKind.Governance && category is null)
        {
            return new Missing("category");
        }

        if (await RegionAsync(viewer, permission, form.Region, appeals.Value, ct) is not { } region)
        {
            return new NoSuchRegion(form.Region ?? "");
        }

        if (viewer.PostFor(permission, region.Path, null, category ?? OwnCategory(viewer, permission)) is not { } post)
        {
            return new NotForYou(permission);
        }

        var now = clock.Now();
        var owner = kind == DocketKind.KeyMatter ? await OwnerAsync(form, ct) : default(Owner);
        if ((owner.Problem ?? (owner.Unit is { } own ? await reach.OutsideAsync(viewer.Posts, kind, region.Path, null, own, "post", ct) : null)) is { } nobody)
        {
            return nobody;
        }

        DocketLimit? whole = null;
        List<TaskWanted> tasks = [];
        if (kind == DocketKind.KeyMatter)
        {
            var until = limits.Until(region.Path, form.Until, now);
            if (until.Problem is { } no)
            {
                return no;
            }

            whole = until.Value;
        }
        else if (kind is DocketKind.Advice or DocketKind.Veto)
        {
            if (kind == DocketKind.Veto && form.Ground is null)
            {
                return new Missing("ground");
            }

            if (form.On > now)
            {
                return new VisitTimeNotUsable();
            }

            if ((form.Unit is null ? null : await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == new UnitId(form.Unit.Value) && u.Until == null, ct)) is not { } unit)
            {
                return new Missing("unit");
            }

            if (await reach.OutsideAsync(viewer.Posts, kind, region.Path, null, unit.Id, "unit", ct) is { } outside)
            {
                return outside;
            }

            var limit = kind == DocketKind.Advice ? limits.ForAdvice(region.Path) : limits.Until(region.Path, form.Until, now);
            if (limit.Problem is { } late)
            {
                return late;
            }

            tasks.Add(new(unit.Id, words.Value, limit.Value));
            owner = kind == DocketKind.Veto ? new(null, unit.Id, null) : owner;
        }

        var concerned = kind == DocketKind.Governance ? await ConcernedAsync(region.Path, category!, appeals.Value, now, ct) : new([.. appeals.Value.Select(a => a.Id)], null);
        var state = kind == DocketKind.Governance ? DocketState.Proposed : DocketState.Open;
        var opened = new DocketOpened(kind, state, title.Value.Id, words.Value.Id, region.Id, region.Path, category, kind == DocketKind.Accountability ? form.Origin ?? DocketOrigin.Inspection : null, concerned.Appeals, owner.Post, owner.Unit, concerned.People,
            Ground: kind == DocketKind.Veto ? form.Ground : null, Year: kind == DocketKind.Veto ? LocalTime.DayOf(form.On ?? now).Year : null);
        var docket = Docket.Open(new(Guid.CreateVersion7()), opened, kind is DocketKind.Advice or DocketKind.Veto ? [title.Value] : [title.Value, words.Value], whole, tasks, new(viewer.As(post), now));
        db.Dockets.Add(docket);
        await db.SaveChangesAsync(ct);
        return docket;
    }

    // Where no appeals are named it is about those of its kind there within the window, as when it proposes itself.
    private async Task<Concerned> ConcernedAsync(string path, string category, IReadOnlyList<Appeal> named, DateTime now, CancellationToken ct)
    {
        var since = now.AddDays(-profile.Governance.Days);
        return named.Count > 0 && named.Select(a => a.Id).ToList() is var ids ? new(ids, await count.OfAsync(ids, ct))
            : new(await count.AppealsAsync(path, category, since, ct), await count.RunAsync(path, category, since, ct));
    }

    // A remit by categories may speak of anything within it.
    private static string? OwnCategory(Viewer viewer, Permission permission) => viewer.Scope(permission).Reaches.SelectMany(r => r.Categories).FirstOrDefault();

    private async Task<Region?> RegionAsync(Viewer viewer, Permission permission, string? code, IReadOnlyList<Appeal> appeals, CancellationToken ct)
    {
        if (Writing.Line(code) is { } named)
        {
            return await db.Regions.AsNoTracking().FirstOrDefaultAsync(r => r.Code == named && r.ClosedOn == null, ct);
        }

        var id = appeals is [var first, ..] ? first.Region : viewer.Posts.FirstOrDefault(p => p.Reaches(permission).Any())?.Region;
        return id is { } own ? await db.Regions.AsNoTracking().FirstOrDefaultAsync(r => r.Id == own, ct) : null;
    }

    private async Task<Owner> OwnerAsync(DocketForm form, CancellationToken ct)
    {
        if (form.Post is { } wanted)
        {
            var post = await db.Posts.AsNoTracking().Where(p => p.Id == new PostId(wanted) && p.Until == null).Select(p => new { p.Id, p.Unit }).FirstOrDefaultAsync(ct);
            return post is null ? new(null, null, new Missing("post")) : new(post.Id, post.Unit, null);
        }

        return new(null, null, new Missing("post"));
    }

    private readonly record struct Concerned(IReadOnlyList<AppealId> Appeals, int? People);

    private readonly record struct Owner(PostId? Post, UnitId? Unit, Problem? Problem);
}
