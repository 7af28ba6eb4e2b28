using Microsoft.EntityFrameworkCore;
using Minqing.Storage.Kernel;

namespace Minqing.Storage.Regions;

/// <summary>Changes of the tree, one after the other, on however many nodes.</summary>
public static class OneAtATime
{
    /// <summary>Waits until nobody else is at it; held until the transaction ends.</summary>
    public static Task ReorganiseAloneAsync(this MinqingDb db, CancellationToken ct) =>
        db.Stamps.Where(s => s.Name == Stamp.Regions).ExecuteUpdateAsync(s => s.SetProperty(x => x.Value, x => x.Value), ct);
}
