using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.Vault;

namespace Minqing.App.Appeals.Intake;

/// <summary>What a person was promised at receipt; the same whenever it is asked for.</summary>
public sealed class Receipts(MinqingDb db, QueryCodes codes, MasterKeys keys)
{
    /// <summary>Null when the key is not usable.</summary>
    public Attempt? AttemptOf(string key, Submission submission) => Attempt.Of(key, submission, keys);

    /// <summary>The receipt given under a retry key; null when the key is new.</summary>
    public async Task<Result<Receipt>?> OfKeyAsync(Attempt attempt, CancellationToken ct)
    {
        if (await db.SubmissionKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Key == attempt.Key, ct) is not { } known)
        {
            return null;
        }

        if (known.Body != attempt.Body)
        {
            return new IdempotencyKeyReused();
        }

        var report = await db.Reports.AsNoTracking().Where(r => r.Id == known.Report).Select(r => new { r.Number, r.Appeal }).FirstAsync(ct);
        var (own, appeal) = (known.Report.Value, report.Appeal.Value);
        var clocks = await db.Clocks.AsNoTracking().Where(c => c.SubjectId == own || c.SubjectId == appeal).ToListAsync(ct);
        return Of(known.Report, report.Number, clocks);
    }

    public Receipt Of(AppealCase made) => Of(made.Main.Id, made.Main.Number, [.. made.Main.Clocks, .. made.Appeal.Clocks]);

    private Receipt Of(ReportId report, string number, IEnumerable<Clock> clocks) =>
        new(number, codes.Of(report),
        [
            .. clocks.Where(c => c.Round == 1).OrderBy(c => c.No).Where(c => c.Kind is ClockKind.FirstCall or ClockKind.Dispatch or ClockKind.Handle).DistinctBy(c => c.Kind == ClockKind.FirstCall)
                .OrderBy(c => c.Kind).Select(c => new Promise(NameOf(c.Kind), c.OriginalDueAt)),
        ]);

    // Where somebody looks at it first, it is promised by when it is given to somebody; the limit for solving it begins only then.
    private static string NameOf(ClockKind kind) => kind switch
    {
        ClockKind.FirstCall => "first-call",
        ClockKind.Dispatch => "assign",
        _ => "solve",
    };
}
