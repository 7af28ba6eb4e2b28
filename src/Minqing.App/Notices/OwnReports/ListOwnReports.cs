using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Vault;

namespace Minqing.App.Notices.OwnReports;

/// <summary>What was reported with a phone, newest first, for whoever proved that it is theirs.</summary>
public sealed class ListOwnReports(MinqingDb db, IdentityVault vault, QueryCodes codes, TimeProvider clock)
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
            .Select(r => new { r.Id, r.Number, r.ReceivedAt, r.Address, r.Words, r.WithdrawnAt, r.Worked }).ToListAsync(ct);
        var (appeals, texts) = (reports.Select(r => r.Worked).Distinct().ToList(), reports.Select(r => r.Words).ToList());
        var stages = await db.Appeals.AsNoTracking().Where(a => appeals.Contains(a.Id)).Select(a => new { a.Id, a.Stage }).ToDictionaryAsync(a => a.Id, a => a.Stage, ct);
        var words = await db.Texts.AsNoTracking().Where(t => texts.Contains(t.Id)).Select(t => new { t.Id, t.Words }).ToDictionaryAsync(t => t.Id, t => t.Words, ct);
        return
        [
            .. reports.OrderByDescending(r => r.ReceivedAt).ThenByDescending(r => r.Id.Value).Select(r => new OwnReport(
                r.Number, codes.Of(r.Id), r.ReceivedAt, r.Address, words.GetValueOrDefault(r.Words), r.WithdrawnAt is null ? stages[r.Worked] : Stage.Withdrawn)),
        ];
    }
}

/// <summary>One of somebody's reports, with what opens its follow page.</summary>
/// <param name="Words">What they said; null once erased.</param>
public sealed record OwnReport(string Number, string QueryCode, DateTime ReceivedAt, string Place, string? Words, Stage Stage);
