using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Media;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.Kernel;
using Minqing.Storage.Vault;

namespace Minqing.App.Appeals.Identities;

/// <summary>
/// The right to be forgotten (个人信息保护法): name, number, home, words, photos and voice of one report are destroyed for good. The reporter does it from the
/// follow page; a security administrator for somebody who asks on paper. The journal says that it was done, and its hashes stay whole.
/// </summary>
public sealed class EraseReport(MinqingDb db, ReporterEntry entry, EraseMedia media, ReportParts parts, TimeProvider clock)
{
    /// <param name="sure">The reporter has said that they know it cannot be undone.</param>
    public async Task<Result<Done>> RunAsync(string? number, string? code, bool sure, CancellationToken ct)
    {
        var let = await entry.RunAsync(number, code, ct);
        if (let.Problem is { } no)
            return no;

        return sure ? await EraseAsync(let.Value, Actor.Reporter, null, ct) : new NotSure();
    }

    /// <param name="reason">Who asked for it, on what paper.</param>
    public async Task<Result<Done>> RunAsync(Viewer viewer, string? number, string? reason, bool sure, CancellationToken ct)
    {
        var parsed = ReportNumber.Parse(number) ?? "";
        var report = await db.Reports.AsNoTracking().Where(r => r.Number == parsed).Select(r => new { r.Id, r.Path }).FirstOrDefaultAsync(ct);
        if (report is null || viewer.PostFor(Permission.EraseReport, report.Path) is not { } post)
            return new NoSuchReport();
        if (Writing.Optional(reason) is null)
            return new Missing("reason");

        return sure ? await EraseAsync(report.Id, viewer.As(post), reason, ct) : new NotSure();
    }

    private Task<Result<Done>> EraseAsync(ReportId id, Actor actor, string? reason, CancellationToken ct) => db.WipedAsync(() => db.RacedAsync<Result<Done>>(async () =>
    {
        if (await TakeAsync(id, new(actor, clock.Now()), Writing.Optional(reason), ct) is { } problem)
            return problem;

        await db.SaveChangesAsync(ct);
        await media.RemoveFilesAsync(new(SubjectKind.Report, id.Value), ct);
        return new Done();
    }), ct);

    private async Task<Problem?> TakeAsync(ReportId id, By by, Written? why, CancellationToken ct)
    {
        // Of what held a secret only who said it is left.
        if (await db.Reports.AnyAsync(r => r.Id == id && r.ErasedAt != null, ct) && await db.Vault.AnyAsync(v => v.Report == id && v.ErasedAt == null, ct))
            return await ForgetWhoAsync(id, by, ct);

        // As long as one of its parts is worked on, so is the report.
        var of = await parts.OfAsync(id, ct);
        var it = (await AppealCase.LoadAsync(db, (of.FirstOrDefault(p => !Appeal.Ends.Contains(p.Stage)) ?? of[0]).Appeal, ct))!;
        var report = it.Reports.First(r => r.Id == id);
        var texts = await db.Texts.Where(t => t.SubjectId == id.Value && t.SubjectKind == SubjectKind.Report && t.ErasedAt == null).ToListAsync(ct);
        var shown = await media.DestroyAsync(report.Subject, ct);
        if (report.Erase(it.Appeal, [.. texts.Select(t => t.Id)], shown, why, by) is { } problem)
            return problem;

        foreach (var text in texts)
            (text.Words, text.Salt, text.ErasedAt) = (null, null, by.At);
        db.SearchTexts.RemoveRange(await db.SearchTexts.Where(t => t.Report == id).ToListAsync(ct));
        return await ForgetWhoAsync(id, by, ct);
    }

    private async Task<Problem?> ForgetWhoAsync(ReportId id, By by, CancellationToken ct)
    {
        if (await db.Vault.SingleOrDefaultAsync(v => v.Report == id && v.ErasedAt == null, ct) is not { } kept)
            return null;

        var log = await db.IdentityLogs.SingleOrDefaultAsync(l => l.Id == id, ct) ?? db.IdentityLogs.Add(IdentityLog.Empty(id)).Entity;
        IdentityVault.Destroy(kept, by.At);
        return log.Erase(null, by);
    }
}

/// <summary>What cannot be undone is done only for somebody who says that they know it.</summary>
public sealed record NotSure() : NotValid("sure");
