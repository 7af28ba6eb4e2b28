using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Minqing.App;
using Minqing.Storage;
using Minqing.Storage.Kernel;

namespace Minqing.Web.Demo;

/// <summary>Keeps made-up data and real data apart: a demonstration fills only an empty database and empties only its own.</summary>
public sealed class DemoMark(MinqingDb db, Settings settings)
{
    private const string Filled = "demonstration-filled";

    /// <summary>Marks an empty database as a demonstration's. False when it was filled before.</summary>
    public async Task<bool> BeginAsync(CancellationToken ct)
    {
        var marks = await db.Stamps.Where(s => s.Name == Stamp.Demonstration || s.Name == Filled).Select(s => s.Name).ToListAsync(ct);
        if (marks.Contains(Filled))
            return false;
        if (marks.Count > 0)
            throw new InvalidDataException("The demonstration's data is not whole, its making was interrupted. Start it again with --fresh.");
        if (await db.Regions.AnyAsync(ct) || await db.Persons.AnyAsync(ct))
            throw new InvalidDataException("This database holds data that is no demonstration's. Choose another folder with --data, or another database.");

        await MarkAsync(Stamp.Demonstration, ct);
        return true;
    }

    public Task EndAsync(CancellationToken ct) => MarkAsync(Filled, ct);

    /// <summary>Throws the demonstration away, with its keys. Refuses to touch anything else.</summary>
    public async Task RemoveAsync(CancellationToken ct)
    {
        var database = db.GetService<IRelationalDatabaseCreator>();
        if (await database.ExistsAsync(ct))
        {
            if (await database.HasTablesAsync(ct) && !await IsDemonstrationAsync(ct))
                throw new InvalidDataException("--fresh: this database holds data that is no demonstration's; it was left as it is.");
            await database.DeleteAsync(ct);
        }

        if (Directory.Exists(settings.Data))
            Directory.Delete(settings.Data, recursive: true);
        if (Directory.Exists(settings.Keys))
            Directory.Delete(settings.Keys, recursive: true);
    }

    /// <summary>Makes the database itself where there is none.</summary>
    public async Task CreateAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(settings.Data);
        var database = db.GetService<IRelationalDatabaseCreator>();
        if (!await database.ExistsAsync(ct))
            await database.CreateAsync(ct);
    }

    private async Task<bool> IsDemonstrationAsync(CancellationToken ct)
    {
        try
        {
            return await db.Stamps.AnyAsync(s => s.Name == Stamp.Demonstration, ct);
        }
        catch (System.Data.Common.DbException)
        {
            return false; // another program's tables
        }
    }

    private async Task MarkAsync(string name, CancellationToken ct)
    {
        db.Stamps.Add(new() { Name = name, Value = Guid.CreateVersion7() });
        await db.SaveChangesAsync(ct);
    }
}
