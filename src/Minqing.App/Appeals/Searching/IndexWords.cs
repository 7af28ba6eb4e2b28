using Microsoft.EntityFrameworkCore;
using Minqing.App.Running;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Searching;

namespace Minqing.App.Appeals.Searching;

/// <summary>Keeps the index of words: after receipt, so that nobody who reports waits for it, and again when the place moves in the tree.</summary>
internal sealed class IndexWords(MinqingDb db) : ISubscriber
{
    public async Task HearAsync(Entry entry, CancellationToken ct)
    {
        if (entry.Subject.Kind != SubjectKind.Report || await db.Reports.AsNoTracking().FirstOrDefaultAsync(r => r.Id == new ReportId(entry.Subject.Id), ct) is not { } report)
        {
            return;
        }

        var before = await db.SearchTexts.FirstOrDefaultAsync(t => t.Report == report.Id, ct);
        var moved = entry.Step.Facts.OfType<AreaMoved>().Any();
        if (before is not null && (moved || report.ErasedAt is not null))
        {
            db.SearchTexts.Remove(before);
        }

        if ((before is null || moved) && report.ErasedAt is null && await db.Texts.AsNoTracking().Where(t => t.Id == report.Words).Select(t => t.Words).FirstOrDefaultAsync(ct) is { } words)
        {
            db.SearchTexts.Add(SearchText.Of(report.Id, words, report.Path, report.ReceivedAt));
        }
    }
}
