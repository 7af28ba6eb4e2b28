using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage;

namespace Minqing.App.Supervision.Dockets;

/// <summary>The appeals behind numbers of reports, or ids, that somebody typed, as far as they may see them.</summary>
public sealed class FindAppeals(MinqingDb db)
{
    private const int AtMost = 50;

    public async Task<Result<IReadOnlyList<Appeal>>> RunAsync(Viewer viewer, string? typed, CancellationToken ct)
    {
        var found = new List<Appeal>();
        foreach (var name in (typed ?? "").Split([' ', ',', '，', '、', ';', '；', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().Take(AtMost))
        {
            var number = ReportNumber.Parse(name);
            var id = Guid.TryParse(name, out var given)
                ? new AppealId(given)
                : await db.Reports.Where(r => r.Number == number).Select(r => r.Worked).FirstOrDefaultAsync(ct);
            if (await db.Appeals.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct) is not { } appeal || !viewer.Sees(appeal))
            {
                return new NoSuchAppeal();
            }

            if (!found.Exists(f => f.Id == appeal.Id))
            {
                found.Add(appeal);
            }
        }

        return found;
    }
}
