using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.Vault;

/// <summary>Where reporters' identities are kept apart from their reports. Whoever shows one whole goes through the use case that journals it.</summary>
public sealed class IdentityVault(MinqingDb db, MasterKeys keys)
{
    /// <summary>Adds the report's entry to the save under way; gives its key, for its voice and pictures.</summary>
    public DataKey Keep(ReportId report, Identity identity, DateTime now)
    {
        var key = keys.NewKey();
        var wrapped = keys.Wrap(key, report.Value);
        db.AddNew(new VaultEntry
        {
            Report = report,
            Ciphers = keys.Ciphers,
            KeyVersion = wrapped.Version,
            WrappedKey = wrapped.Bytes,
            Sealed = key.Seal(SealedIdentity.Write(identity), report.Value.ToByteArray()),
            PhoneIndex = identity.Phone is { } phone ? keys.IndexOf(phone) : null,
            KeptAt = now,
        });
        return key;
    }

    /// <summary>The whole identity, for the use cases of this module; null when none was kept or it was erased.</summary>
    public async Task<Identity?> ReadAsync(ReportId report, CancellationToken ct) =>
        await EntryAsync(report, ct) is { } entry ? Open(entry) : null;

    /// <summary>Where to send a message to the reporter. Not for showing.</summary>
    public async Task<PhoneNumber?> PhoneForDeliveryAsync(ReportId report, CancellationToken ct) => (await ReadAsync(report, ct))?.Phone;

    /// <summary>What may be seen without a purpose, of those reports whose reporter is known.</summary>
    public async Task<IReadOnlyDictionary<ReportId, MaskedIdentity>> MaskedAsync(IReadOnlyCollection<ReportId> reports, CancellationToken ct) =>
        await db.Vault.AsNoTracking().Where(v => reports.Contains(v.Report) && v.WrappedKey != null).ToDictionaryAsync(v => v.Report, v => Open(v)!.Masked, ct);

    /// <summary>The reports made with this number, newest first.</summary>
    public Task<IReadOnlyList<ReportId>> FindAsync(PhoneNumber phone, int most, CancellationToken ct) => FindAsync(keys.IndexOf(phone), most, ct);

    /// <summary>The same by a number's blind index.</summary>
    public async Task<IReadOnlyList<ReportId>> FindAsync(byte[] index, int most, CancellationToken ct) =>
        await db.Vault.Where(v => v.PhoneIndex == index).OrderByDescending(v => v.KeptAt).Take(most).Select(v => v.Report).ToListAsync(ct);

    /// <summary>The key of a report's voice and pictures; null when there is none or it was destroyed.</summary>
    public async Task<DataKey?> KeyAsync(ReportId report, CancellationToken ct) =>
        await EntryAsync(report, ct) is { } entry ? KeyOf(entry) : null;

    /// <summary>Keeps who it is and how to reach them, under a new key: whatever else was told, and every recording under the old key, is lost for good.</summary>
    public void Lessen(VaultEntry entry)
    {
        if (Open(entry) is not { } identity)
        {
            return;
        }

        using var key = keys.NewKey();
        var wrapped = keys.Wrap(key, entry.Report.Value);
        (entry.KeyVersion, entry.WrappedKey, entry.Sealed) = (wrapped.Version, wrapped.Bytes, key.Seal(SealedIdentity.Write(new(identity.Name, identity.Phone)), entry.Report.Value.ToByteArray()));
    }

    /// <summary>Destroys the data key, and with it everything under it.</summary>
    public static void Destroy(VaultEntry entry, DateTime now) =>
        (entry.WrappedKey, entry.Sealed, entry.PhoneIndex, entry.ErasedAt) = (null, null, null, now);

    /// <summary>Wraps up to <paramref name="most"/> data keys of older versions by the newest master key; gives how many were found.</summary>
    public async Task<int> RewrapAsync(int most, CancellationToken ct)
    {
        var old = await db.Vault.AsNoTracking().Where(v => v.WrappedKey != null && v.KeyVersion < keys.Newest).OrderBy(v => v.Report).Take(most).ToListAsync(ct);
        foreach (var entry in old)
        {
            using var key = KeyOf(entry)!;
            var wrapped = keys.Wrap(key, entry.Report.Value);
            // Only as it was read: an erasure in between must stay one.
            await db.Vault.Where(v => v.Report == entry.Report && v.WrappedKey == entry.WrappedKey)
                .ExecuteUpdateAsync(set => set.SetProperty(v => v.WrappedKey, wrapped.Bytes).SetProperty(v => v.KeyVersion, wrapped.Version), ct);
        }

        return old.Count;
    }

    private Task<VaultEntry?> EntryAsync(ReportId report, CancellationToken ct) => db.Vault.AsNoTracking().SingleOrDefaultAsync(v => v.Report == report, ct);

    private DataKey? KeyOf(VaultEntry entry) => entry.WrappedKey is { } key ? keys.Unwrap(new(entry.KeyVersion, key), entry.Report.Value) : null;

    private Identity? Open(VaultEntry entry)
    {
        using var key = KeyOf(entry);
        return key is null ? null : SealedIdentity.Read(key.Open(entry.Sealed!, entry.Report.Value.ToByteArray()));
    }
}
