using System.Buffers.Binary;
using System.Text;
using Minqing.App.Media.Formats;

namespace Minqing.App.Tests.Media;

/// <summary>Voice clips made byte by byte, with the tags that phones put in.</summary>
internal static class Sounds
{
    public static byte[] Amr(int frames = 50) => [.. "#!AMR\n"u8, .. Enumerable.Range(0, frames).SelectMany(_ => (byte[])[0x3C, .. new byte[31]])];

    public static byte[] Wav(int seconds = 1) => Photos.Riff("RIFF",
    [
        .. "WAVE"u8, .. Photos.Riff("LIST", [.. "INFOIART"u8, .. Photos.Little(6), .. "secret"u8]),
        .. Photos.Riff("fmt ", [1, 0, 1, 0, .. Photos.Little(8000), .. Photos.Little(16000), 2, 0, 16, 0]), .. Photos.Riff("data", new byte[16000 * seconds]), .. Photos.Riff("id3 ", [.. "secret"u8]),
    ]);

    public static byte[] Mp3(int frames = 40) =>
    [
        .. "ID3"u8, 4, 0, 0, 0, 0, 0, 20, .. "TIT2secretsecretsecr"u8, .. Enumerable.Range(0, frames).SelectMany(_ => (byte[])[0xFF, 0xFB, 0x90, 0xC0, .. new byte[413]]),
        .. "TAGsecret"u8, .. new byte[119],
    ];

    /// <summary>A recording of an iPhone: its place stands in moov/udta, its tags in moov/meta.</summary>
    public static byte[] M4a(string handler = "soun", int seconds = 3) =>
    [
        .. Box("ftyp", [.. "M4A \0\0\0\0M4A "u8]),
        .. Box("moov",
        [
            .. Box("mvhd", [0, 0, 0, 0, .. "secrsecr"u8, .. Photos.Big(1000), .. Photos.Big(seconds * 1000), .. new byte[80]]),
            .. Box("trak",
            [
                .. Box("tkhd", [0, 0, 0, 0, .. "secrsecr"u8, .. new byte[72]]),
                .. Box("mdia", [.. Box("mdhd", new byte[24]), .. Box("hdlr", [.. new byte[8], .. Encoding.ASCII.GetBytes(handler), .. new byte[12], .. "secret\0"u8]), .. Box("minf", Box("stbl", Box("stsd", [.. new byte[8], .. Box("mp4a", new byte[28])])))]),
            ]),
            .. Box("udta", Box("\u00a9xyz", [.. "secret +35.6925+105.0543/"u8])),
            .. Box("meta", [.. "secret"u8]),
        ]),
        .. Box("mdat", new byte[300]),
        .. Box("uuid", [.. "secret"u8]),
    ];

    public static byte[] Ogg(int seconds = 2) =>
    [
        .. Page(0, 2, 0, [.. "OpusHead"u8, 1, 1, 0x38, 1, 0x80, 0x3E, 0, 0, 0, 0, 0]),
        .. Page(1, 0, 0, [.. "OpusTags"u8, .. Photos.Little(6), .. "secret"u8, .. Photos.Little(1), .. Photos.Little(15), .. "LOCATION=secret"u8]),
        .. Page(2, 4, (48000 * seconds) + 312, [0xF8, 0xFF, 0xFE]),
    ];

    /// <summary>As Chrome records: segment and cluster of open size, no length.</summary>
    public static byte[] WebM(byte trackType = 2) =>
    [
        .. Element(0x1A45DFA3, [.. Element(0x4282, [.. "webm"u8])]),
        .. Id(0x18538067), 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        .. Element(0x1549A966, [.. Element(0x2AD7B1, [0x0F, 0x42, 0x40]), .. Element(0x4D80, [.. "secret"u8]), .. Element(0x5741, [.. "secret"u8]), .. Element(0x7BA9, Enumerable.Repeat((byte)'s', 200).ToArray())]),
        .. Element(0x1654AE6B, Element(0xAE, [.. Element(0xD7, [1]), .. Element(0x73C5, [1]), .. Element(0x83, [trackType]), .. Element(0x86, [.. "A_OPUS"u8]), .. Element(0x536E, [.. "secret"u8])])),
        .. Id(0x1F43B675), 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        .. Element(0xE7, [0x07, 0xD0]), .. Element(0xA3, [0x81, 0x01, 0xF4, 0x80, 0xF8, 0xFF, 0xFE]),
        .. Element(0x1254C367, [.. "secret"u8]),
    ];

    private static byte[] Box(string name, byte[] body) => [.. Photos.Big(body.Length + 8), .. Encoding.Latin1.GetBytes(name), .. body];

    private static byte[] Element(uint id, byte[] body) => [.. Id(id), 0x40, (byte)body.Length, .. body];

    private static byte[] Id(uint id) => [.. Photos.Big((int)id).SkipWhile(b => b == 0)];

    private static byte[] Page(int number, byte flags, long granule, byte[] packet)
    {
        var place = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(place, granule);
        byte[] page = [.. "OggS"u8, 0, flags, .. place, .. Photos.Little(77), .. Photos.Little(number), 0, 0, 0, 0, 1, (byte)packet.Length, .. packet];
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(22), Crc.Ogg(page));
        return page;
    }
}
