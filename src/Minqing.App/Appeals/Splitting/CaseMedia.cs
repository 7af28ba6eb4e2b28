using Microsoft.EntityFrameworkCore;
using Minqing.App.Media;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.Kernel;

namespace Minqing.App.Appeals.Splitting;

/// <summary>Which of its reporters' photos and clips belong to a case: where a report was split, only those that stand with this part of it (I-34).</summary>
public sealed class CaseMedia(MinqingDb db, ListMedia list, ReportParts parts)
{
    private static readonly string[] Steps = [Step.Receive.Name(), Step.Supplement.Name(), Step.Split.Name()];

    /// <summary>Of each report, oldest first.</summary>
    public async Task<IReadOnlyDictionary<ReportId, IReadOnlyList<MediaItem>>> ListAsync(AppealCase it, CancellationToken ct)
    {
        var elsewhere = await ElsewhereAsync(it, ct);
        var shown = new Dictionary<ReportId, IReadOnlyList<MediaItem>>();
        foreach (var report in it.Reports)
        {
            shown[report.Id] = [.. (await list.RunAsync(report.Subject, ct)).Where(m => !elsewhere.Contains(m.Id))];
        }

        return shown;
    }

    /// <summary>Those that stand with other parts alone: whoever handles this one does not see them.</summary>
    public async Task<HashSet<MediaId>> ElsewhereAsync(AppealCase it, CancellationToken ct)
    {
        var (appeal, reports) = (it.Appeal.Id, it.Reports.Select(r => r.Id).ToList());
        var split = await db.ReportAppeals.AsNoTracking().Where(l => reports.Contains(l.Report) && l.Appeal != appeal).Select(l => l.Report).Distinct().ToListAsync(ct);
        if (split.Count == 0)
        {
            return [];
        }

        var of = await parts.OfAsync(split, ct);
        var ids = split.ConvertAll(r => r.Value);
        var entries = (await db.Journal.AsNoTracking().Where(j => ids.Contains(j.SubjectId) && j.SubjectKind == SubjectKind.Report && Steps.Contains(j.Step)).OrderBy(j => j.Seq).Select(j => new { j.SubjectId, j.Body }).ToListAsync(ct))
            .ToLookup(j => new ReportId(j.SubjectId), j => j.Body);
        return split.SelectMany(r => Elsewhere(entries[r].SelectMany(body => Facts.Step(Facts.Parse(body)).Facts), of[r].FirstOrDefault(p => p.Went.Contains(appeal))?.Went ?? [appeal])).ToHashSet();
    }

    private static IEnumerable<MediaId> Elsewhere(IEnumerable<DomainEvent> facts, IReadOnlyList<AppealId> went)
    {
        var (with, first) = (new Dictionary<MediaId, HashSet<AppealId>>(), default(AppealId));
        foreach (var fact in facts)
        {
            switch (fact)
            {
                case ReportReceived f:
                    first = f.Appeal;
                    Stand(f.Media, f.Appeal);
                    break;
                case ReportSupplemented f:
                    Stand(f.Media, f.Appeal ?? first);
                    break;
                case ReportSplit { Media: { } taken } f:
                    taken.ToList().ForEach(m => with[m] = [f.Part]);
                    break;
                case ReportSplit f:
                    // Before it was chosen, they stood with every part.
                    with.Values.ToList().ForEach(appeals => appeals.Add(f.Part));
                    break;
            }
        }

        return with.Where(m => !m.Value.Overlaps(went)).Select(m => m.Key);

        void Stand(IEnumerable<MediaRef> media, AppealId appeal) => media.ToList().ForEach(m => with[m.Id] = [appeal]);
    }
}

/// <summary>The photo or clip does not stand with the matter from which one is taken off.</summary>
public sealed record MediaNotOfThisPart() : NotValid("media");
