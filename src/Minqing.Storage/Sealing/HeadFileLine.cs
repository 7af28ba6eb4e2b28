using System.Globalization;

namespace Minqing.Storage.Sealing;

/// <summary>The lines of the head file: keys, entries by name and the start of their leaf hash, and the heads over them.</summary>
internal static class HeadFileLine
{
    public const string Entry = "entry ";
    public const string Head = "head ";
    public const string Key = "key ";

    private const int Start = 8;

    public static string Of(long leaf, string kind, Guid subject, int seq, byte[] leafHash) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Entry}{leaf} {kind} {subject:D} {seq} {Convert.ToHexStringLower(leafHash.AsSpan(0, Start))}\n");

    public static string Of(HeadKey key) => $"{Key}{key.Id} {key.Algorithm} {Convert.ToBase64String(key.PublicKey)}\n";

    public static string Of(TreeHead head) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Head}{head.Size} {head.At:O} {Convert.ToHexStringLower(head.Root)} {Convert.ToHexStringLower(head.Listing)} {head.SignedBy} {Convert.ToBase64String(head.Signature)}\n");

    public static HeadKey? ReadKey(string line) => line.Split(' ') is [_, var id, var algorithm, var key] ? new(id, algorithm, Convert.FromBase64String(key)) : null;

    public static TreeHead? ReadHead(string line) => line.Split(' ') is [_, var size, var at, var root, var listing, var key, var signature]
        ? new()
        {
            Size = long.Parse(size, CultureInfo.InvariantCulture),
            At = DateTime.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            Root = Convert.FromHexString(root),
            Listing = Convert.FromHexString(listing),
            SignedBy = key,
            Signature = Convert.FromBase64String(signature),
        }
        : null;
}
