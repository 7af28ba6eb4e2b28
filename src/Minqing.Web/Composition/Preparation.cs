using Microsoft.EntityFrameworkCore;
using Minqing.App;
using Minqing.App.Kernel;
using Minqing.App.Regions.Searching;
using Minqing.Domain.Policy;
using Minqing.Storage;

namespace Minqing.Web.Composition;

/// <summary>Before the first request: the folder, the profile, the schema, the keys. Safe to run on every start and on several nodes at once.</summary>
public static class Preparation
{
    /// <param name="demonstration">The data is made up, or is about to be.</param>
    public static async Task RunAsync(IServiceProvider services, CancellationToken ct, bool demonstration = false)
    {
        await using var scope = services.CreateAsyncScope();
        var settings = scope.ServiceProvider.GetRequiredService<Settings>();
        var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
        scope.ServiceProvider.GetRequiredService<Profile>(); // throws with file, line and reason when it cannot be used
        Directory.CreateDirectory(settings.Data);
        await Migrator.ApplyAsync(db, TimeProvider.System.Now(), ct);
        if (settings.ClockFile is not null && !demonstration && !await db.Stamps.AnyAsync(s => s.Name == Storage.Kernel.Stamp.Demonstration, ct))
            throw new InvalidDataException("clock-file: the time can only be moved where the data is a demonstration's.");

        await scope.ServiceProvider.GetRequiredService<PrepareKeys>().RunAsync(ct);
        await scope.ServiceProvider.GetRequiredService<RefreshPlaces>().RunAsync(ct);
    }
}
