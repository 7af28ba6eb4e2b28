using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.People.Posts;

/// <summary>Every post of the viewer's area that nobody holds: the gaps, page by page in the order of their codes.</summary>
public sealed class ListVacancies(MinqingDb db)
{
    private const int Page = 50;

    private static readonly Seen<Post> Posts = new(p => p.Path, (p, unit) => p.Unit == unit);

    /// <param name="after">The last code of the page before; null for the first.</param>
    public async Task<Result<VacancyPage>> RunAsync(Viewer viewer, string? after, CancellationToken ct)
    {
        var scope = viewer.Scope(Permission.ManagePeople);
        if (scope.IsEmpty)
            return new NotForYou(Permission.ManagePeople);

        var vacant = db.Posts.AsNoTracking().Within(scope, Posts).Where(p => p.Holder == null && p.Until == null);
        var rows = await (
            from post in vacant
            where after == null || string.Compare(post.Code, after) > 0
            orderby post.Code
            join unit in db.Units on post.Unit equals unit.Id
            join region in db.Regions on post.Region equals region.Id
            select new Vacancy(post.Id, post.Code, post.Role, post.Rank, unit.Name, region.Code, region.Name, post.Holdings.Max(h => h.Until) ?? post.Since)).Take(Page).ToListAsync(ct);
        return new VacancyPage(rows, await vacant.CountAsync(ct), rows.Count == Page ? rows[^1].Code : null);
    }
}

/// <summary>A post that nobody holds, and since when.</summary>
public sealed record Vacancy(PostId Post, string Code, Role Role, PostRank Rank, string Unit, string RegionCode, string Region, DateTime Since);

/// <summary>A page of gaps, how many there are in all, and where the next page begins.</summary>
public sealed record VacancyPage(IReadOnlyList<Vacancy> Rows, int Total, string? Next);
