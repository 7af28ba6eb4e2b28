using Microsoft.EntityFrameworkCore;
using Minqing.App.Media;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Media;
using Minqing.Storage.Vault;

namespace Minqing.App.Appeals.Course;

/// <summary>The reporter sees their own photos and hears their own voice, whoever else may not.</summary>
public sealed class OpenOwnMedia(MinqingDb db, QueryCodes codes, IdentityVault vault, OpenMedia open)
{
    public async Task<Result<OpenedMedia>> RunAsync(string? number, string? code, MediaId id, MediaRole role, CancellationToken ct)
    {
        var parsed = ReportNumber.Parse(number) ?? "";
        var report = await db.Reports.AsNoTracking().Where(r => r.Number == parsed).Select(r => (ReportId?)r.Id).FirstOrDefaultAsync(ct);
        if (!codes.Fits(report, code))
        {
            return new NoSuchReport();
        }

        return await open.RunAsync(new(SubjectKind.Report, report!.Value.Value), id, role, await vault.KeyAsync(report.Value, ct), ct);
    }
}
