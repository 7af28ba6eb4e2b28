using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Splitting;
using Minqing.App.Media;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.Kernel;
using Minqing.Storage.Vault;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>
/// Secrets are never stored (I-31): of an appeal that held one, and of all that went into it, words, photos, voice, place and whatever was written about it are
/// destroyed within the save under way. Left are number, times, route, who decided and for what kind of secret, what the reporter was told; and who reported it.
/// </summary>
public sealed class PurgeSecret(MinqingDb db, EraseMedia media, CaseMedia shown, IdentityVault vault)
{
    /// <summary>What went into it few see too, until the second person has decided.</summary>
    public async Task KeepAsync(AppealCase it, By by, CancellationToken ct)
    {
        foreach (var merged in (await WithMergedAsync(it, ct)).Skip(1))
        {
            merged.KeepSecret(it.Appeal.SecretWith, by);
        }
    }

    /// <returns>Whose files are to be removed once that is saved.</returns>
    public async Task<IReadOnlyList<Subject>> TakeAsync(AppealCase it, SecretKind kind, By by, CancellationToken ct)
    {
        var called = await db.Regions.AsNoTracking().Where(r => r.Id == it.Appeal.Region).Select(r => r.Name).FirstOrDefaultAsync(ct) ?? "";
        var (appeals, told) = (await WithMergedAsync(it, ct), await ToldAsync(it.Appeal, ct));
        foreach (var appeal in appeals)
        {
            var (texts, shown, stripped) = (await ForgetTextsAsync(appeal.Subject, told, by, ct), await media.DestroyAsync(appeal.Subject, ct), await StripAsync(appeal.Subject, ct));
            appeal.Purge(kind, texts, shown, stripped, called, by);
        }

        var elsewhere = await shown.ElsewhereAsync(it, ct);
        var ids = appeals.Select(a => a.Id).ToList();
        foreach (var report in it.Reports)
        {
            await ForgetReportAsync(report, ids, elsewhere, called, by, ct);
        }

        return [.. appeals.Select(a => a.Subject), .. it.Reports.Select(r => r.Subject)];
    }

    // Of a report with another matter that goes on stay the words and photos of that one, and where it is; a recording tells of both.
    private async Task ForgetReportAsync(Report report, List<AppealId> purged, IReadOnlyCollection<MediaId> elsewhere, string called, By by, CancellationToken ct)
    {
        var others = await db.ReportAppeals.AsNoTracking().Where(l => l.Report == report.Id && !purged.Contains(l.Appeal)).Join(db.Appeals, l => l.Appeal, a => a.Id, (l, a) => a.Words).ToListAsync(ct);
        var whole = others.Count == 0;
        var texts = await ForgetTextsAsync(report.Subject, [.. others.Where(w => w != report.Words)], by, ct);
        report.Purge(whole, texts, await media.DestroyAsync(report.Subject, whole ? [] : elsewhere, ct), whole ? await StripAsync(report.Subject, ct) : [], called, by);
        db.SearchTexts.RemoveRange(await db.SearchTexts.Where(t => t.Report == report.Id).ToListAsync(ct));
        if (await db.Vault.SingleOrDefaultAsync(v => v.Report == report.Id && v.ErasedAt == null, ct) is { } kept)
        {
            vault.Lessen(kept);
        }
    }

    private async Task<IReadOnlyList<Appeal>> WithMergedAsync(AppealCase it, CancellationToken ct)
    {
        List<Appeal> all = [it.Appeal];
        for (var i = 0; i < all.Count; i++)
        {
            var into = all[i].Id;
            all.AddRange(await db.Appeals.Where(a => a.MergedInto == into).ToListAsync(ct));
        }

        return all;
    }

    // The notice is the profile's own: about a secret nobody writes one.
    private async Task<List<Guid>> ToldAsync(Appeal appeal, CancellationToken ct)
    {
        var decline = Step.Decline.Name();
        var entries = await db.Journal.AsNoTracking().Of([appeal.Subject]).Where(j => j.Step == decline).ToListAsync(ct);
        return [.. entries.SelectMany(j => Facts.Step(Facts.Parse(j.Body)).Facts).OfType<AppealDeclined>().Select(f => f.Notice)];
    }

    private async Task<IReadOnlyList<Guid>> ForgetTextsAsync(Subject subject, IReadOnlyList<Guid> kept, By by, CancellationToken ct)
    {
        var texts = await db.Texts.Where(t => t.SubjectId == subject.Id && t.SubjectKind == subject.Kind && t.ErasedAt == null && !kept.Contains(t.Id)).ToListAsync(ct);
        foreach (var text in texts)
        {
            (text.Words, text.Salt, text.ErasedAt) = (null, null, by.At);
        }

        return [.. texts.Select(t => t.Id)];
    }

    private async Task<IReadOnlyList<StrippedEntry>> StripAsync(Subject subject, CancellationToken ct)
    {
        var stripped = new List<StrippedEntry>();
        foreach (var entry in await db.Journal.Of([subject]).OrderBy(j => j.Seq).ToListAsync(ct))
        {
            if (StrippedBody.Of(entry.Body) is { } body)
            {
                db.Entry(entry).Property(j => j.Body).CurrentValue = body;
                stripped.Add(new(entry.Seq, StrippedBody.HashOf(body)));
            }
        }

        return stripped;
    }
}
