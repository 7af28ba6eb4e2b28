using System.Text;
using Minqing.Domain.Kernel;
using Minqing.Storage.Kernel;

namespace Minqing.Storage.Vault;

/// <summary>The bytes that are sealed: JSON, filled up with blanks so that their length tells little.</summary>
internal static class SealedIdentity
{
    private const int Grain = 64;

    public static byte[] Write(Identity identity)
    {
        var text = Facts.Write(new Parts(identity.Name, identity.Phone?.Value, identity.Home, identity.Voice, identity.About));
        var length = Encoding.UTF8.GetByteCount(text);
        return Encoding.UTF8.GetBytes(text + new string(' ', (Grain - (length % Grain)) % Grain));
    }

    public static Identity Read(byte[] bytes)
    {
        var parts = Facts.Read<Parts>(Encoding.UTF8.GetString(bytes));
        return new(parts.Name, parts.Phone is null ? null : PhoneNumber.Read(parts.Phone).Value, parts.Home) { Voice = parts.Voice, About = parts.About };
    }

    private sealed record Parts(string? Name, string? Phone, string? Home, IReadOnlyList<MediaId> Voice, string? About = null);
}
