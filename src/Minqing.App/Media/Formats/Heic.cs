using System.Buffers.Binary;
using Minqing.Domain.Kernel;

namespace Minqing.App.Media.Formats;

/// <summary>HEIC, the iPhone's own: only measured here. It is never stored; the tool makes a JPEG of it.</summary>
internal static class Heic
{
    private static readonly MediaUnreadable Unreadable = new("HEIC");

    public static Result<CleanMedia> Measure(byte[] bytes)
    {
        var sizes = Within(bytes, 0, bytes.Length, "meta", 4)
            .SelectMany(meta => Within(bytes, meta.Body + 4, meta.End, "iprp", 0))
            .SelectMany(iprp => Within(bytes, iprp.Body, iprp.End, "ipco", 0))
            .SelectMany(ipco => Within(bytes, ipco.Body, ipco.End, "ispe", 12))
            .Select(ispe => (Width: BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(ispe.Body + 4)), Height: BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(ispe.Body + 8))))
            .ToList();
        return sizes.Count == 0 || sizes.Any(s => s.Width <= 0 || s.Height <= 0)
            ? Unreadable
            : new CleanMedia(MediaFormat.Heic, bytes, sizes.MaxBy(s => (long)s.Width * s.Height).Width, sizes.MaxBy(s => (long)s.Width * s.Height).Height, Plays: false);
    }

    private static IEnumerable<Box> Within(byte[] bytes, int from, int to, string name, int least) =>
        (Boxes.In(bytes, from, to) ?? []).Where(b => b.Name == name && b.End - b.Body >= least);
}
