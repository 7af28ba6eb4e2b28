using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Sealing;

namespace Minqing.App.Kernel.Sealing;

/// <summary>Every minute: numbers the new journal entries, signs a head over all, and writes it to the file outside the database.</summary>
public sealed partial class SealJournal(MinqingDb db, HeadSigner signer, HeadFile file, TimeProvider clock, ILogger<SealJournal> log)
{
    // On SQLite intake waits while a batch is numbered.
    private const int Batch = 2000;

    /// <summary>How many entries were sealed by this run.</summary>
    public async Task<Result<long>> RunAsync(CancellationToken ct)
    {
        await IntroduceKeyAsync(ct);
        var sequencer = new Sequencer(db, signer);
        var before = await db.TreeStates.AsNoTracking().Select(s => s.Size).SingleAsync(ct);
        TreeHead? newest = null;
        while (await sequencer.SealAsync(Batch, clock.Now(), ct) is { } head)
        {
            newest = head;
            db.ChangeTracker.Clear();
        }

        while (await file.CatchUpAsync(db, ct) > 0)
            db.ChangeTracker.Clear();

        if (newest is not null)
            LogSealed(newest.Size - before, newest.Size);
        return newest is null ? 0 : newest.Size - before;
    }

    private async Task IntroduceKeyAsync(CancellationToken ct)
    {
        if (!await db.TreeKeys.AnyAsync(k => k.Id == signer.Key.Id, ct))
        {
            db.TreeKeys.Add(new() { Id = signer.Key.Id, Algorithm = signer.Key.Algorithm, PublicKey = signer.Key.PublicKey });
            await db.SaveChangesAsync(ct);
        }
    }

    [LoggerMessage(LogLevel.Information, "Sealed {New} entries; {Size} in all")]
    private partial void LogSealed(long @new, long size);
}
