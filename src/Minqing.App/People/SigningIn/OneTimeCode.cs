using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Minqing.App.People.SigningIn;

/// <summary>Six digits that a phone and the program work out of a shared secret and the time (RFC 6238, 30 seconds, as every authenticator app does).</summary>
public static class OneTimeCode
{
    public const int SecretLength = 20;

    private const int Period = 30;
    private const int Window = 1;
    private const int Digits = 1_000_000;

    /// <summary>The number of the half minute in which an instant lies.</summary>
    public static long Step(DateTime now) => (now.Ticks - DateTime.UnixEpoch.Ticks) / (TimeSpan.TicksPerSecond * Period);

    public static string At(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // the standard's default, the only one that all apps know; keyed, so collisions do not matter
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % Digits).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step that a code belongs to: now or one beside, so that clocks may differ a little; null when to none.</summary>
    public static long? Match(byte[] secret, string? code, DateTime now)
    {
        var given = Encoding.UTF8.GetBytes((code ?? "").Replace(" ", "", StringComparison.Ordinal));
        long? found = null;
        // all of them, so that the time taken tells nothing
        for (var step = Step(now) - Window; step <= Step(now) + Window; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(At(secret, step)), given))
                found = step;
        }

        return found;
    }
}
