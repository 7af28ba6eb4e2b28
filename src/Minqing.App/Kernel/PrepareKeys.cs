using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Sealing;
using Minqing.Storage.Vault;

namespace Minqing.App.Kernel;

/// <summary>At the start: makes the keys of a new installation, and refuses to go on when the keys at hand are not those of the database.</summary>
public sealed partial class PrepareKeys(MinqingDb db, Settings settings, TimeProvider clock, ILogger<PrepareKeys> log)
{
    public static string MasterKeys(Settings settings) => Path.Combine(settings.Keys, "master-keys.json");

    public static string SigningKey(Settings settings) => Path.Combine(settings.Keys, "tree-signing.pem");

    public async Task<Result<Done>> RunAsync(CancellationToken ct)
    {
        var path = MasterKeys(settings);
        RefuseKeysBesideData(path);
        var known = await db.VaultKeys.ToListAsync(ct);
        if (!File.Exists(path))
            Make(path, known);

        var keys = KeyFile.Load(path);
        foreach (var key in known.Where(k => !keys.Versions.Contains(k.Version) || keys.Fingerprint(k.Version) != k.Fingerprint))
            throw new KeyFileException($"The key file {path} is not that of this database: its master key {key.Version} is missing or another. Put the right key file there.");

        db.VaultKeys.AddRange(keys.Versions.Except(known.Select(k => k.Version))
            .Select(v => new KnownKey { Version = v, Fingerprint = keys.Fingerprint(v), SeenAt = clock.Now() }));
        await db.SaveChangesAsync(ct);
        HeadSigner.Create(SigningKey(settings));
        return new Done();
    }

    private void RefuseKeysBesideData(string path)
    {
        var data = Path.GetFullPath(settings.Data).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        if (Path.GetFullPath(path).StartsWith(data, StringComparison.Ordinal))
            throw new KeyFileException($"The key file {path} lies in the data folder. Whoever gets a backup of that folder would have the key to it: put the keys elsewhere.");
    }

    private void Make(string path, List<KnownKey> known)
    {
        if (known.Count > 0)
            throw new KeyFileException($"The key file {path} is missing. Without it nobody can read who reported. Bring it back from where it is kept safe, then start again; no new one is made for a database in use.");

        if (KeyFile.Create(path))
            LogMade(path);
    }

    [LoggerMessage(LogLevel.Warning, "Made the keys of this installation in {Path}. Keep a copy apart from the backups: without it no reporter can be reached")]
    private partial void LogMade(string path);
}
