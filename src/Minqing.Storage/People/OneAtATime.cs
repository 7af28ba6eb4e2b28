using Microsoft.EntityFrameworkCore;
using Minqing.Storage.Kernel;

namespace Minqing.Storage.People;

/// <summary>Changes of who is where, one after the other, on however many nodes: what is asked of other posts still holds when it is saved.</summary>
public static class OneAtATime
{
    /// <summary>Waits until nobody else is at it; held until the transaction ends.</summary>
    public static Task ArrangeAloneAsync(this MinqingDb db, CancellationToken ct) =>
        db.Stamps.Where(s => s.Name == Stamp.People).ExecuteUpdateAsync(s => s.SetProperty(x => x.Value, x => x.Value), ct);
}
