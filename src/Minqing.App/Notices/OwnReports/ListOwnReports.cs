using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Vault;

namespace Minqing.App.Notices.OwnReports;

/// <summary>What was reported with a phone, newest first, for whoever proved that it is theirs.</summary>
public sealed class ListOwnReports(MinqingDb db, IdentityVault vault, QueryCodes codes, ReportParts reportParts, TimeProvider clock)
{
    private const int Most = 50;

    public async Task<IReadOnlyList<OwnReport>> RunAsync(ProvenPhone phone, CancellationToken ct)
    {
        if (phone.Until <= clock.Now())
        {
            return [];
        }

        var ids = await vault.FindAsync(phone.Index, Most, ct);
        var reports = await db.Reports.AsNoTracking().Where(r => ids.Contains(r.Id))
            .Select(r => new { r.Id, r.Number, r.ReceivedAt, r.Address, r.Words, r.WithdrawnAt }).ToListAsync(ct);
        var (texts, parts) = (reports.Select(r => r.Words).ToList(), await reportParts.OfAsync(reports.ConvertAll(r => r.Id), ct));
        var words = await db.Texts.AsNoTracking().Where(t => texts.Contains(t.Id)).Select(t => new { t.Id, t.Words }).ToDictionaryAsync(t => t.Id, t => t.Words, ct);
        return
        [
            .. reports.OrderByDescending(r => r.ReceivedAt).ThenByDescending(r => r.Id.Value).Select(r => new OwnReport(
                r.Number, codes.Of(r.Id), r.ReceivedAt, r.Address, words.GetValueOrDefault(r.Words), r.WithdrawnAt is null ? ReportParts.StageOf(parts[r.Id]) : Stage.Withdrawn, parts[r.Id].Count)),
        ];
    }
}

/// <summary>One of somebody's reports, with what opens its follow page.</summary>
/// <param name="Words">What they said; null once erased.</param>
/// <param name="Stage">Of several matters, that of the first which is not done.</param>
/// <param name="Parts">How many matters it tells of.</param>
public sealed record OwnReport(string Number, string QueryCode, DateTime ReceivedAt, string Place, string? Words, Stage Stage, int Parts);
