using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage;

namespace Minqing.App.Administration.Staffing;

/// <summary>The people of the viewer's area and those without a post, a page at a time in the order of their staff numbers.</summary>
public sealed class ListPersons(MinqingDb db)
{
    private const int Size = 50;

    /// <param name="words">A part of the name, or the beginning of the staff number.</param>
    /// <param name="after">The cursor that the page before gave.</param>
    public async Task<Result<PersonPage>> RunAsync(Viewer viewer, string? words, string? after, CancellationToken ct)
    {
        var scope = viewer.Scope(Permission.ManagePeople);
        if (scope.IsEmpty)
            return new NotForYou(Permission.ManagePeople);

        words = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
        var found = await db.PersonsWithin(scope).AsNoTracking()
            .Where(p => after == null || string.Compare(p.Code, after) > 0)
            .Where(p => words == null || p.Code.StartsWith(words) || p.Name.Contains(words))
            .OrderBy(p => p.Code).Take(Size + 1).ToListAsync(ct);
        var rows = found.Take(Size).ToList();
        var ids = rows.Select(p => (PersonId?)p.Id).ToList();
        var posts = await (
            from post in db.Posts.AsNoTracking()
            where ids.Contains(post.Holder) && post.Until == null
            join region in db.Regions on post.Region equals region.Id
            orderby post.Code
            select new { Holder = post.Holder!.Value, Post = new PersonPost(post.Id.Value, post.Role, region.Name) }).ToListAsync(ct);
        var byHolder = posts.ToLookup(p => p.Holder, p => p.Post);
        return new PersonPage([.. rows.Select(p => new PersonRow(p.Id.Value, p.Code, p.Name, p.MaskedPhone, [.. byHolder[p.Id]]))], found.Count > Size ? rows[^1].Code : null);
    }
}

/// <summary>A person in a list, the number masked, with the posts they hold now.</summary>
public sealed record PersonRow(Guid Id, string Code, string Name, string? Phone, IReadOnlyList<PersonPost> Posts);

/// <summary>A post that somebody holds.</summary>
public sealed record PersonPost(Guid Id, Role Role, string Region);

/// <summary>A page of people, and where the next begins.</summary>
public sealed record PersonPage(IReadOnlyList<PersonRow> Rows, string? Next);
