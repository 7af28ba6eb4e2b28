using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel.Tables;
using Minqing.App.People.Importing;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;

namespace Minqing.App.People.Exporting;

/// <summary>Writes the posts and who holds them as the file that an import takes.</summary>
public sealed class ExportPosts(MinqingDb db)
{
    public async Task<int> RunAsync(Stream stream, CancellationToken ct)
    {
        var count = 0;
        var rows =
            from post in db.Posts.AsNoTracking()
            where post.Until == null
            join unit in db.Units on post.Unit equals unit.Id
            join region in db.Regions on post.Region equals region.Id
            join person in db.Persons on post.Holder equals person.Id into persons
            from holder in persons.DefaultIfEmpty()
            orderby post.Code
            select new { Post = post, Unit = unit.Code, Region = region.Code, Holder = holder.Code };
        await using var writer = new TableWriter(stream, PostColumns.All);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            var post = row.Post;
            var since = post.Holder is null ? post.Since : post.Holdings[^1].Since;
            writer.Row(
                post.Code, post.Role.Name(), row.Unit, row.Region, post.Rank.Name(), post.Part.Name(), string.Join(' ', post.Categories),
                row.Holder, LocalTime.DayOf(since).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            count++;
        }

        return count;
    }
}
