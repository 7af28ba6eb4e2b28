using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;

namespace Minqing.App.People.SigningIn;

/// <summary>Whose accounts a security administrator looks after: of those who hold a post in the area.</summary>
public sealed class AccountReach(MinqingDb db)
{
    public async Task<bool> CoversAsync(Viewer viewer, PersonId person, CancellationToken ct)
    {
        if (!viewer.May(Permission.ManageAccounts))
            return false;

        var places = await (
            from post in db.Posts.AsNoTracking()
            where post.Holder == person && post.Until == null
            join region in db.Regions on post.Region equals region.Id
            select region.Path).ToListAsync(ct);
        return places.Exists(path => viewer.May(Permission.ManageAccounts, path));
    }
}
