using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.Administration.Staffing;

/// <summary>The posts of the viewer's area and who holds them, a page at a time in the order of their codes.</summary>
public sealed class ListPosts(MinqingDb db)
{
    private const int Size = 50;

    private static readonly Seen<At> Seen = new(x => x.Region.Path, (x, unit) => x.Post.Unit == unit);

    /// <param name="words">A part of the holder's, the region's or the unit's name, or the beginning of the post's code.</param>
    /// <param name="after">The cursor that the page before gave.</param>
    public async Task<Result<PostPage>> RunAsync(Viewer viewer, string? words, bool vacantOnly, string? after, CancellationToken ct)
    {
        var scope = viewer.Scope(Permission.ManagePeople);
        if (scope.IsEmpty)
            return new NotForYou(Permission.ManagePeople);

        words = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
        var posts = db.Posts.AsNoTracking()
            .Where(p => p.Until == null && (!vacantOnly || p.Holder == null) && (after == null || string.Compare(p.Code, after) > 0))
            .Join(db.Regions, p => p.Region, r => r.Id, (p, r) => new At { Post = p, Region = r })
            .Within(scope, Seen);
        var rows = await (
            from at in posts
            join unit in db.Units on at.Post.Unit equals unit.Id
            join person in db.Persons on at.Post.Holder equals person.Id into holders
            from holder in holders.DefaultIfEmpty()
            where words == null || at.Post.Code.StartsWith(words) || at.Region.Name.Contains(words) || unit.Name.Contains(words) || holder.Name.Contains(words)
            orderby at.Post.Code
            select new PostRow(at.Post.Id.Value, at.Post.Code, at.Post.Role, at.Post.Rank, unit.Name, at.Region.Code, at.Region.Name, holder.Name, Person.Mask(holder.Phone))).Take(Size + 1).ToListAsync(ct);
        return new PostPage([.. rows.Take(Size)], rows.Count > Size ? rows[Size - 1].Code : null);
    }

    private sealed class At
    {
        public required Post Post { get; init; }

        public required Region Region { get; init; }
    }
}

/// <summary>A post in a list; vacant when it has no holder.</summary>
public sealed record PostRow(Guid Id, string Code, Role Role, PostRank Rank, string Unit, string RegionCode, string Region, string? Holder, string? Phone);

/// <summary>A page of posts, and where the next begins.</summary>
public sealed record PostPage(IReadOnlyList<PostRow> Rows, string? Next);
