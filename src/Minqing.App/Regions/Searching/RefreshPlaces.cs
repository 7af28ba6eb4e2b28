using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Kernel;
using Minqing.Storage.Regions;

namespace Minqing.App.Regions.Searching;

/// <summary>Brings the terms by which places are found up to date with regions and posted codes of the profile's area. Asked before every search and at the start; with nothing changed it is one small question.</summary>
public sealed class RefreshPlaces(MinqingDb db, Profile profile)
{
    private const int Chunk = 2000;

    public async Task RunAsync(CancellationToken ct)
    {
        if (await db.Stamps.AsNoTracking().Where(s => s.Name == Stamp.Regions || s.Name == Stamp.Codes || s.Name == Stamp.PlaceNames).ToDictionaryAsync(s => s.Name, s => s.Value, ct) is var stamps
            && stamps[Stamp.PlaceNames] == Both(stamps))
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Another node that begins at the same time waits here, and finds nothing left to do.
        await db.Stamps.Where(s => s.Name == Stamp.PlaceNames).ExecuteUpdateAsync(set => set.SetProperty(s => s.Value, Both(stamps)), ct);
        await RegionsAsync(ct);
        await CodesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private async Task RegionsAsync(CancellationToken ct)
    {
        if (await db.Regions.AsNoTracking().FirstOrDefaultAsync(r => r.Code == profile.Root, ct) is not { } root)
        {
            return;
        }

        var lacking = await db.Regions.AsNoTracking().Under(root).Where(r => r.ClosedOn == null && !db.PlaceNames.Any(n => n.Place == (Guid)(object)r.Id && n.Name == r.Name)).ToListAsync(ct);
        await AddAsync([.. lacking.Select(r => new Named(r.Id.Value, r.Id, false, r.Name))], ct);
    }

    private async Task CodesAsync(CancellationToken ct)
    {
        var lacking = await db.SiteCodes.AsNoTracking().InUse()
            .Where(c => !db.PlaceNames.Any(n => n.Place == (Guid)(object)c.Id && (n.Name == c.Address || n.Name == c.Address + " " + c.Building))).ToListAsync(ct);
        await AddAsync([.. lacking.Select(c => new Named(c.Id.Value, c.Region, true, c.Site.Words))], ct);
    }

    private async Task AddAsync(IReadOnlyList<Named> places, CancellationToken ct)
    {
        foreach (var some in places.Chunk(Chunk))
        {
            var ids = some.Select(p => p.Place).ToList();
            await db.PlaceNames.Where(n => ids.Contains(n.Place)).ExecuteDeleteAsync(ct);
            await db.AddInBulkAsync(some.SelectMany(p => PlaceName.Of(p.Place, p.Region, p.Coded, p.Name)), ct);
        }
    }

    private static Guid Both(Dictionary<string, Guid> stamps) =>
        new([.. stamps[Stamp.Regions].ToByteArray().Zip(stamps[Stamp.Codes].ToByteArray(), (a, b) => (byte)(a ^ b))]);

    private sealed record Named(Guid Place, RegionId Region, bool Coded, string Name);
}
