using Minqing.Storage.Vault;

namespace Minqing.App.People.SigningIn;

/// <summary>Keeps the secrets of one-time codes unreadable in the database: sealed under a key of their own, which a master key wraps.</summary>
public sealed class CodeSecrets(MasterKeys keys)
{
    public string Seal(byte[] secret, Guid account)
    {
        using var key = keys.NewKey();
        var wrapped = keys.Wrap(key, account);
        return FormattableString.Invariant($"{wrapped.Version}.{Convert.ToBase64String(wrapped.Bytes)}.{Convert.ToBase64String(key.Seal(secret, account.ToByteArray()))}");
    }

    public byte[] Open(string text, Guid account)
    {
        var parts = text.Split('.');
        using var key = keys.Unwrap(new(int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), Convert.FromBase64String(parts[1])), account);
        return key.Open(Convert.FromBase64String(parts[2]), account.ToByteArray());
    }
}
