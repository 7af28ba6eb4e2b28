using Minqing.Domain.Kernel;
using Minqing.Storage.Vault;

namespace Minqing.Storage.Media;

/// <summary>
/// Makes and opens the keys of media. In its row a key stands wrapped by the installation's master key; what belongs to a reporter alone is wrapped
/// again under the data key of the report's vault entry, so that it opens, and is destroyed, with that.
/// </summary>
public sealed class MediaKeys(MasterKeys masters)
{
    /// <summary>A new key for the row's files.</summary>
    public MediaKey Renew(MediaRow row)
    {
        using var made = masters.NewKey();
        var wrapped = masters.Wrap(made, row.Id.Value);
        (row.Key, row.KeyVersion) = (wrapped.Bytes, wrapped.Version);
        return new(made.Bytes.ToArray());
    }

    /// <summary>Null when it stands under a data key and none is given.</summary>
    public MediaKey? Open(MediaRow row, DataKey? of = null)
    {
        if (row.KeyVersion is { } version)
        {
            using var key = masters.Unwrap(new(version, row.Key), row.Id.Value);
            return new(key.Bytes.ToArray());
        }

        return of is null ? null : new(of.Open(row.Key, Bound(row.Id)));
    }

    /// <summary>From now on only <paramref name="under"/> opens it.</summary>
    public void Seal(MediaRow row, DataKey under)
    {
        if (Open(row) is { } key)
        {
            (row.Key, row.KeyVersion) = (under.Seal(key.Bytes, Bound(row.Id)), null);
        }
    }

    private static byte[] Bound(MediaId id) => id.Value.ToByteArray();
}
