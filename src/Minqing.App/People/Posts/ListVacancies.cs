using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.People.Posts;

/// <summary>Every post of the viewer's area that nobody holds: the gaps, page by page in the order of their codes.</summary>
public sealed class ListVacancies(MinqingDb db)
{
    private const int Page = 50;

    private static readonly Seen<At> Seen = new(x => x.Region.Path, (x, unit) => x.Post.Unit == unit);

    /// <param name="after">The last code of the page before; null for the first.</param>
    public async Task<Result<VacancyPage>> RunAsync(Viewer viewer, string? after, CancellationToken ct)
    {
        var scope = viewer.Scope(Permission.ManagePeople);
        if (scope.IsEmpty)
            return new NotForYou(Permission.ManagePeople);

        var vacant = db.Posts.AsNoTracking()
            .Where(p => p.Holder == null && p.Until == null)
            .Join(db.Regions, p => p.Region, r => r.Id, (p, r) => new At { Post = p, Region = r })
            .Within(scope, Seen);
        var rows = await (
            from at in vacant
            where after == null || string.Compare(at.Post.Code, after) > 0
            orderby at.Post.Code
            join unit in db.Units on at.Post.Unit equals unit.Id
            select new Vacancy(
                at.Post.Id, at.Post.Code, at.Post.Role, at.Post.Rank, unit.Name, at.Region.Code, at.Region.Name,
                at.Post.Holdings.Max(h => h.Until) ?? at.Post.Since)).Take(Page).ToListAsync(ct);
        return new VacancyPage(rows, await vacant.CountAsync(ct), rows.Count == Page ? rows[^1].Code : null);
    }

    private sealed class At
    {
        public required Post Post { get; init; }

        public required Region Region { get; init; }
    }
}

/// <summary>A post that nobody holds, and since when.</summary>
public sealed record Vacancy(PostId Post, string Code, Role Role, PostRank Rank, string Unit, string RegionCode, string Region, DateTime Since);

/// <summary>A page of gaps, how many there are in all, and where the next page begins.</summary>
public sealed record VacancyPage(IReadOnlyList<Vacancy> Rows, int Total, string? Next);
