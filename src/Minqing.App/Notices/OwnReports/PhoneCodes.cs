using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Minqing.Storage.Vault;

namespace Minqing.App.Notices.OwnReports;

/// <summary>The six figures sent to a phone. Derived from the asking's id by a key, stored nowhere.</summary>
public sealed class PhoneCodes(MasterKeys keys)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public string Of(Guid asked) =>
        (BinaryPrimitives.ReadUInt64BigEndian(keys.MacOf("phone-code", asked)) % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);

    /// <summary>Takes the same time for every code, and whether one was asked for or not.</summary>
    public bool Fits(Guid? asked, string? typed)
    {
        var right = Of(asked ?? default);
        var given = new string([.. (typed ?? "").Take(40).Where(char.IsAsciiDigit)]);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(given.PadRight(6)[..6]), Encoding.ASCII.GetBytes(right))
            & given.Length == right.Length & asked is not null;
    }
}
