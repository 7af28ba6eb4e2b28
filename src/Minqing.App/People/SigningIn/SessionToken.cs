using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Minqing.App.People.SigningIn;

/// <summary>What a device shows to be let in again: 32 random bytes. The database knows only their hash.</summary>
public static class SessionToken
{
    private const int Length = 32;
    private const int LongestText = 64;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Length));

    /// <summary>How the token is found in the database; null for what can be none.</summary>
    public static byte[]? Hash(string? token) =>
        token is { Length: > 0 and <= LongestText } ? SHA256.HashData(Encoding.UTF8.GetBytes(token)) : null;
}
