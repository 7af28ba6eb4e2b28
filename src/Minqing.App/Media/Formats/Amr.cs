using Minqing.Domain.Kernel;

namespace Minqing.App.Media.Formats;

/// <summary>AMR, the voice messages of phones and WeChat: frames of 20 ms, narrow or wide band. Browsers do not play it.</summary>
internal static class Amr
{
    private static readonly MediaUnreadable Unreadable = new("AMR");

    // bytes of a frame by its type, after the first byte; -1 is reserved
    private static ReadOnlySpan<sbyte> Narrow => [12, 13, 15, 17, 19, 20, 26, 31, 5, -1, -1, -1, -1, -1, -1, 0];

    private static ReadOnlySpan<sbyte> Wide => [17, 23, 32, 36, 40, 46, 50, 58, 60, 5, -1, -1, -1, -1, 0, 0];

    public static Result<CleanMedia> Clean(ReadOnlySpan<byte> bytes)
    {
        var wide = bytes.StartsWith("#!AMR-WB\n"u8);
        if (!wide && !bytes.StartsWith("#!AMR\n"u8))
        {
            return Unreadable;
        }

        var (at, frames) = (wide ? 9 : 6, 0);
        while (at < bytes.Length)
        {
            var size = (wide ? Wide : Narrow)[(bytes[at] >> 3) & 15];
            if (size < 0 || (bytes[at] & 0x83) != 0)
            {
                return Unreadable;
            }

            // a recording may stop within a frame
            if (at + 1 + size > bytes.Length)
            {
                break;
            }

            (at, frames) = (at + 1 + size, frames + 1);
        }

        return frames == 0 ? Unreadable : new CleanMedia(MediaFormat.Amr, bytes[..at].ToArray(), Length: TimeSpan.FromMilliseconds(20 * frames), Plays: false);
    }
}
