using System.Security.Cryptography;
using System.Text;

namespace Minqing.App.Kernel;

/// <summary>The id of something that follows from something else: the same causes give the same id, so that doing it again makes nothing twice.</summary>
public static class DerivedId
{
    public static Guid Of(string purpose, params ReadOnlySpan<Guid> causes)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Encoding.UTF8.GetBytes(purpose + "\0"));
        foreach (var cause in causes)
        {
            sha.AppendData(cause.ToByteArray(bigEndian: true));
        }

        var bytes = sha.GetHashAndReset().AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80); // version 8: made by rule
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new(bytes, bigEndian: true);
    }
}
