using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Moving;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Administration.Reorganising;

/// <summary>What a merger would touch, before anybody agrees to it: open appeals, grids, codes, posts, units, and who would answer for the whole.</summary>
public sealed class PreviewMerge(MinqingDb db, ManagedRegions regions, LiveCases cases, Profile profile)
{
    private const int ShownAtMost = 200;

    public async Task<Result<MergePreview>> RunAsync(Viewer viewer, MergeForm form, CancellationToken ct)
    {
        if (viewer.May(Permission.ManageRegions) && (Writing.Line(form.From) is null || Writing.Line(form.Into) is null))
            return new Missing(Writing.Line(form.From) is null ? "from" : "into");

        var (from, into, day) = (await regions.FindAsync(viewer, form.From, ct), await regions.FindAsync(viewer, form.Into, ct), regions.DayOf(form.Day));
        if ((from.Problem ?? into.Problem ?? day.Problem) is { } problem)
            return problem;
        if (from.Value.Id == into.Value.Id || from.Value.Level != into.Value.Level || from.Value.Level is not (RegionLevel.Township or RegionLevel.Village or RegionLevel.Grid))
            return new NotMergeable();
        if (await regions.RefusedAsync([from.Value, into.Value], day.Value, ct) is { } refused)
            return refused;

        var area = new RegionPath(from.Value.Path);
        var inside = await db.Regions.AsNoTracking().Open().Where(r => r.ParentId == from.Value.Id).OrderBy(r => r.Path).Select(r => new { r.Name, r.Level }).Take(ShownAtMost).ToListAsync(ct);
        var names = await db.Regions.AsNoTracking().Open().Where(r => r.ParentId == into.Value.Id).Select(r => r.Name).ToListAsync(ct);
        var below = db.Regions.AsNoTracking().Under(area).Select(r => r.Id);
        var (here, there) = (await PostsAsync(from.Value.Id, ct), await PostsAsync(into.Value.Id, ct));
        var posts = here.ConvertAll(p => p with { Moves = p.Holder is not null && (form.Moving?.Contains(p.Id) ?? !there.Exists(t => t.Role == p.Role && t.Holder is not null)) });
        var units = await db.Units.AsNoTracking().Where(u => u.Until == null && (u.RegionId == from.Value.Id || u.Areas.Any(a => a.Until == null && a.RegionId == from.Value.Id)))
            .OrderBy(u => u.Code).Take(ShownAtMost).Select(u => new { u.Name, u.Kind, u.Field, Here = u.RegionId == from.Value.Id }).ToListAsync(ct);
        var peers = await db.Units.AsNoTracking().Where(u => u.Until == null && u.RegionId == into.Value.Id).Select(u => new { u.Kind, u.Field, u.Name }).ToListAsync(ct);
        MergedPlace Goes(string name) => new(name, GoingNames.Of(name, from.Value.Name, names));
        return new MergePreview(
            from.Value, into.Value, day.Value,
            await cases.All.Under(a => a.Path, area).CountAsync(ct),
            await db.Appeals.AsNoTracking().Under(a => a.Path, area).CountAsync(ct),
            [.. inside.Where(r => r.Level != RegionLevel.Grid).Select(r => Goes(r.Name))],
            [.. inside.Where(r => r.Level == RegionLevel.Grid).Select(r => Goes(r.Name))],
            await db.SiteCodes.InUse().CountAsync(c => below.Contains(c.Region), ct),
            posts,
            [.. units.Select(u => !u.Here ? new MergedUnit(u.Name, UnitFate.Serves, null) : peers.Find(p => p.Kind == u.Kind && p.Field == u.Field) is { } peer ? new(u.Name, UnitFate.Joins, peer.Name) : new(u.Name, UnitFate.Moves, null))],
            [.. profile.Chain.Where(t => t.Level == into.Value.Level).SelectMany(t => t.Roles)
                .Select(r => new AnsweringRole(r, there.Count(p => p.Role == r && p.Holder is not null) + posts.Count(p => p.Role == r && p.Moves)))]);
    }

    private async Task<List<MergedPost>> PostsAsync(RegionId region, CancellationToken ct) => await (
        from post in db.Posts.AsNoTracking()
        where post.Region == region && post.Until == null
        join person in db.Persons on post.Holder equals person.Id into holders
        from holder in holders.DefaultIfEmpty()
        orderby post.Code
        select new MergedPost(post.Id.Value, post.Role, post.Rank, holder.Name, false)).Take(ShownAtMost).ToListAsync(ct);
}

/// <summary>What a merger would touch.</summary>
/// <param name="Open">Appeals that are open there, or have a promise to be kept.</param>
/// <param name="All">All that was ever received there: what has ended keeps the name of then.</param>
/// <param name="Villages">Those of a township, which go on under the other.</param>
/// <param name="Answering">The roles of the chain at the region that goes on, with how many would hold each.</param>
public sealed record MergePreview(
    Region From, Region Into, DateOnly Day, int Open, int All, IReadOnlyList<MergedPlace> Villages, IReadOnlyList<MergedPlace> Grids, int Codes, IReadOnlyList<MergedPost> Posts, IReadOnlyList<MergedUnit> Units, IReadOnlyList<AnsweringRole> Answering);

/// <summary>A village or grid that goes along, and what it is called there.</summary>
public sealed record MergedPlace(string Name, string NewName);

/// <summary>A post of the region that ends. Its holder goes on in the other, or leaves it.</summary>
public sealed record MergedPost(Guid Id, Role Role, PostRank Rank, string? Holder, bool Moves);

/// <summary>A unit there, and what becomes of it.</summary>
/// <param name="Other">The unit that takes its place.</param>
public sealed record MergedUnit(string Name, UnitFate Fate, string? Other);

/// <summary>What becomes of a unit.</summary>
public enum UnitFate
{
    /// <summary>It ends; the other region's unit of its kind takes its place.</summary>
    Joins,

    /// <summary>It sits in the other region from then on.</summary>
    Moves,

    /// <summary>It sits elsewhere, and serves the other region from then on.</summary>
    Serves,
}

/// <summary>A role of the chain, and how many would hold it.</summary>
public sealed record AnsweringRole(Role Role, int Held);
