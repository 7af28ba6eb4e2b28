using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.People;
using Minqing.Storage;

namespace Minqing.App.Appeals.Ledger;

/// <summary>What stands above the lines of a file: of where, printed by whom and when.</summary>
/// <param name="AtMost">How many lines one file holds.</param>
public sealed record ExportHead(string Region, string Unit, string Person, DateTime At, int AtMost)
{
    /// <param name="region">The code of another place than that of the post.</param>
    internal static async Task<ExportHead> OfAsync(MinqingDb db, Viewer viewer, HeldPost post, string? region, DateTime at, int atMost, CancellationToken ct) => new(
        await db.Regions.AsNoTracking().Where(r => region == null ? r.Id == post.Region : r.Code == region).Select(r => r.Name).FirstOrDefaultAsync(ct) ?? "",
        await db.Units.AsNoTracking().Where(u => u.Id == post.Unit).Select(u => u.Name).FirstOrDefaultAsync(ct) ?? "",
        await db.Persons.AsNoTracking().Where(p => p.Id == viewer.Person).Select(p => p.Name).FirstOrDefaultAsync(ct) ?? "",
        at, atMost);
}
