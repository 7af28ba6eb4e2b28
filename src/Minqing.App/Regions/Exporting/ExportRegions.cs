using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel.Tables;
using Minqing.App.Regions.Importing;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Regions.Exporting;

/// <summary>Writes the regions that there are as the file that an import takes, from the top down; of one area when a code is given.</summary>
public sealed class ExportRegions(MinqingDb db)
{
    public async Task<Result<int>> RunAsync(Stream stream, string? root, CancellationToken ct)
    {
        var regions = db.Regions.AsNoTracking().Open();
        if (root is not null)
        {
            var code = RegionCode.Complete(root) ?? root;
            if (await db.Regions.AsNoTracking().SingleOrDefaultAsync(r => r.Code == code, ct) is not { } top)
                return new NoSuchRegion(root);
            regions = regions.Under(top);
        }

        var count = 0;
        await using var writer = new TableWriter(stream, RegionColumns.All);
        var rows = regions.OrderBy(r => r.Path).Select(r => new { r.Code, r.Name, r.Level, Parent = db.Regions.Where(p => p.Id == r.ParentId).Select(p => p.Code).FirstOrDefault() });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            writer.Row(row.Code, row.Name, row.Level.Name(), row.Parent);
            count++;
        }

        return count;
    }
}
