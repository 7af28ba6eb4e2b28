using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage;

namespace Minqing.App.Appeals;

/// <summary>The one way in for reporters: number and query code. An unknown number and a wrong code are answered alike; who guesses is told to wait.</summary>
public sealed class ReporterEntry(MinqingDb db, QueryCodes codes, CodeGuard guard)
{
    public async Task<Result<ReportId>> RunAsync(string? number, string? code, CancellationToken ct)
    {
        var parsed = ReportNumber.Parse(number) ?? "";
        if (guard.Closed(parsed) is { } wait)
        {
            return wait;
        }

        var report = await db.Reports.AsNoTracking().Where(r => r.Number == parsed).Select(r => (ReportId?)r.Id).FirstOrDefaultAsync(ct);
        if (codes.Fits(report, code))
        {
            return report!.Value;
        }

        guard.Wrong(parsed);
        return new NoSuchReport();
    }
}
