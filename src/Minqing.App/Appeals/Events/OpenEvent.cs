using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;

namespace Minqing.App.Appeals.Events;

/// <summary>Opens a mass event for an area, a kind of matter and a time (H-29).</summary>
public sealed class OpenEvent(MinqingDb db, EventRights rights, RuleBook rules, TimeProvider clock)
{
    private const int LongestName = 60;

    public async Task<Result<MassEventId>> RunAsync(Viewer viewer, string? name, string? regionCode, string? category, DateTime? since, CancellationToken ct)
    {
        var called = Writing.Required(Writing.Line(name), "name", LongestName);
        if (called.Problem is { } no)
        {
            return no;
        }

        if (since is null)
        {
            return new Missing("since");
        }

        if (await db.Regions.AsNoTracking().FirstOrDefaultAsync(r => r.Code == regionCode && r.ClosedOn == null, ct) is not { } region || rights.KeeperOf(viewer, region.Path) is not { } post)
        {
            return new NotForYou(Permission.JoinAppeals);
        }

        var profile = rules.For(region.Path).Profile;
        if (!profile.Categories.Any(c => profile.Among(category ?? "").Contains(c.Code)))
        {
            return new UnknownCategory(category ?? "");
        }

        var opened = MassEvent.Open(new(Guid.CreateVersion7()), new(called.Value.Text, region.Id, region.Path, category!, since.Value, post.Unit), new(viewer.As(post), clock.Now()));
        if (opened.Problem is { } problem)
        {
            return problem;
        }

        db.MassEvents.Add(opened.Value);
        await db.SaveChangesAsync(ct);
        return opened.Value.Id;
    }
}
