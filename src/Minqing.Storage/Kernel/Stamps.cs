using Microsoft.EntityFrameworkCore;

namespace Minqing.Storage.Kernel;

/// <summary>Setting a stamp anew within the save that changes what it stands for.</summary>
public static class Stamps
{
    // Two at once: whoever saves last wins, and no value comes twice.
    public static async Task RestampAsync(this MinqingDb db, string name, CancellationToken ct) =>
        (await db.Stamps.SingleAsync(s => s.Name == name, ct)).Value = Guid.CreateVersion7();
}
