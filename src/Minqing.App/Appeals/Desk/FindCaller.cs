using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Identities;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;
using Minqing.Storage.Kernel;
using Minqing.Storage.Vault;

namespace Minqing.App.Appeals.Desk;

/// <summary>What a caller reported before, for whoever takes a call: masked, and each report's reporter can read that it was looked up. Who keeps their identity from the handlers is found only by those who may open it.</summary>
public sealed class FindCaller(MinqingDb db, IdentityVault vault, CallerLimits limits, TimeProvider clock)
{
    private const int ShownAtMost = 8;

    // One call is one look, however often the page asks.
    private static readonly TimeSpan OneCall = TimeSpan.FromMinutes(30);

    public async Task<Result<IReadOnlyList<EarlierReport>>> RunAsync(Viewer viewer, string? phone, CancellationToken ct)
    {
        if (!viewer.May(Permission.TakeDown))
        {
            return new CallersNotForYou();
        }

        var number = PhoneNumber.Read(phone ?? "");
        if (number.Problem is { } no)
        {
            return no;
        }

        if (limits.Take(viewer, number.Value) is { } wait)
        {
            return wait;
        }

        var found = await FoundAsync(viewer, await vault.FindAsync(number.Value, ShownAtMost * 2, ct), ct);
        if (found.Count > 0)
        {
            await db.RacedAsync(() => NoteAsync(viewer, found, ct));
        }

        var masked = await vault.MaskedAsync([.. found.Select(f => f.Report.Id)], ct);
        var (texts, appeals) = (found.Select(f => f.Report.Words).ToList(), found.Select(f => f.Appeal).ToList());
        var words = await db.Texts.AsNoTracking().Where(t => texts.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Words, ct);
        var stages = await db.Appeals.AsNoTracking().Where(a => appeals.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Stage, ct);
        return found.Select(f => new EarlierReport(
            f.Appeal, f.Report.Number, f.Report.ReceivedAt, f.Report.Address, PersonalData.Masked(words.GetValueOrDefault(f.Report.Words) ?? ""), stages[f.Appeal], masked.GetValueOrDefault(f.Report.Id)?.Name)).ToList();
    }

    private async Task<List<Found>> FoundAsync(Viewer viewer, IReadOnlyList<ReportId> ids, CancellationToken ct)
    {
        var links = await db.ReportAppeals.AsNoTracking().Where(l => ids.Contains(l.Report)).Join(db.Reports.AsNoTracking(), l => l.Report, r => r.Id, (l, r) => new { l.Appeal, l.Since, Report = r }).ToListAsync(ct);
        var found = new List<Found>();
        foreach (var link in links.GroupBy(l => l.Report.Id).Select(g => g.MaxBy(l => l.Since)!).OrderByDescending(l => l.Report.ReceivedAt))
        {
            if (found.Count < ShownAtMost && viewer.PostFor(Permission.TakeDown, link.Report.Path) is { } post && await Access.MayLookUpAsync(db, viewer, link.Report, ct))
            {
                found.Add(new(link.Report, link.Appeal, post));
            }
        }

        return found;
    }

    private async Task<Done> NoteAsync(Viewer viewer, List<Found> found, CancellationToken ct)
    {
        var now = clock.Now();
        var noted = await NotedAsync(viewer, found, now, ct);
        foreach (var one in found.Where(f => !noted.Contains(f.Report.Id.Value)))
        {
            var log = await db.IdentityLogs.SingleOrDefaultAsync(l => l.Id == one.Report.Id, ct) ?? db.IdentityLogs.Add(IdentityLog.Empty(one.Report.Id)).Entity;
            log.Open(OpeningPurpose.Desk, null, new(viewer.As(one.Post), now));
        }

        await db.SaveChangesAsync(ct);
        return default;
    }

    private async Task<HashSet<Guid>> NotedAsync(Viewer viewer, List<Found> found, DateTime now, CancellationToken ct)
    {
        var since = now - OneCall;
        var newest = await db.Journal.AsNoTracking().Of([.. found.Select(f => new Subject(SubjectKind.Vault, f.Report.Id.Value))]).Where(j => j.At >= since).Select(j => new { j.SubjectId, j.Body }).ToListAsync(ct);
        return [.. newest.Select(j => (j.SubjectId, Step: Facts.Step(Facts.Parse(j.Body)))).Where(j => j.Step.By.Actor.Person == viewer.Person && j.Step.Facts.OfType<IdentityOpened>().Any(o => o.Purpose == OpeningPurpose.Desk)).Select(j => j.SubjectId)];
    }

    private sealed record Found(Report Report, AppealId Appeal, HeldPost Post);
}

/// <summary>One of a caller's earlier reports.</summary>
/// <param name="Name">Masked.</param>
public sealed record EarlierReport(AppealId Appeal, string Number, DateTime ReceivedAt, string Address, string Words, Domain.Policy.Stage Stage, string? Name);

/// <summary>Looking callers up belongs to the desk.</summary>
public sealed record CallersNotForYou : NotAllowed;
