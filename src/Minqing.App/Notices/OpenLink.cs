using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Storage;

namespace Minqing.App.Notices;

/// <summary>Lets in whoever holds a signed link: as the person it was sent to, for the one appeal it is about, and for nothing else.</summary>
public sealed class OpenLink(MinqingDb db, SignedLinks links, Viewers viewers, TimeProvider clock)
{
    public async Task<Result<LinkOpened>> RunAsync(string? token, CancellationToken ct)
    {
        var read = links.Read(token, clock.Now());
        var known = read.Problem is LinkExpired ? links.Read(token, default) : read;
        if (known.Problem is { } no)
        {
            return no;
        }

        var id = known.Value;
        return await db.Notices.AsNoTracking().Where(n => n.Id == id).Select(n => new { n.Person, n.Appeal }).FirstOrDefaultAsync(ct) is not { } notice ? new LinkNotValid()
            : read.Ok ? new LinkOpened(await viewers.OfAsync(notice.Person, null, "link", ct), notice.Appeal)
            : new LinkExpired(notice.Appeal);
    }
}

/// <summary>The person a link was sent to, and the only appeal that the page behind it may touch.</summary>
public sealed record LinkOpened(Viewer Viewer, AppealId Appeal);
