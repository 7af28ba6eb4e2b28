using Microsoft.EntityFrameworkCore;
using Minqing.Storage;

namespace Minqing.App.People.SigningIn;

/// <summary>A person's own name and posts, in words.</summary>
public sealed class DescribeMe(MinqingDb db)
{
    public async Task<Me> RunAsync(Viewer viewer, CancellationToken ct)
    {
        var name = await db.Persons.Where(p => p.Id == viewer.Person).Select(p => p.Name).SingleOrDefaultAsync(ct) ?? "";
        var posts = await (
            from post in db.Posts.AsNoTracking()
            where post.Holder == viewer.Person && post.Until == null
            join unit in db.Units on post.Unit equals unit.Id
            join region in db.Regions on post.Region equals region.Id
            orderby post.Code
            select new { post.Role, Unit = unit.Name, Region = region.Name }).ToListAsync(ct);
        return new(name, [.. posts.Select(p => new MyPost(p.Role, p.Unit, p.Region))]);
    }
}
