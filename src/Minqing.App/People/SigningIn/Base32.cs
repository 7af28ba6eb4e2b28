using System.Text;

namespace Minqing.App.People.SigningIn;

/// <summary>Bytes as the letters and digits that authenticator apps take (RFC 4648, without padding).</summary>
public static class Base32
{
    private const string Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsPerSign = 5;

    public static string Write(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (bits, value) = (0, 0);
        foreach (var b in bytes)
        {
            (value, bits) = (((value << 8) | b) & 0xFFFF, bits + 8);
            for (; bits >= BitsPerSign; bits -= BitsPerSign)
                text.Append(Signs[(value >> (bits - BitsPerSign)) & 31]);
        }

        return bits > 0 ? text.Append(Signs[(value << (BitsPerSign - bits)) & 31]).ToString() : text.ToString();
    }

    /// <summary>Null when there is a sign that does not belong.</summary>
    public static byte[]? Read(string text)
    {
        var bytes = new List<byte>();
        var (bits, value) = (0, 0);
        foreach (var sign in text.Where(c => c is not (' ' or '-' or '=')))
        {
            if (Signs.IndexOf(char.ToUpperInvariant(sign), StringComparison.Ordinal) is var five && five < 0)
                return null;

            (value, bits) = (((value << BitsPerSign) | five) & 0xFFFF, bits + BitsPerSign);
            if (bits >= 8)
                bytes.Add((byte)(value >> (bits -= 8)));
        }

        return [.. bytes];
    }
}
