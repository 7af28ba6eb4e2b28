using System.Globalization;
using System.Text;

namespace Minqing.Storage.Sealing;

/// <summary>A signed word on the whole journal: so many entries, this root.</summary>
public sealed class TreeHead
{
    /// <summary>How many entries it covers.</summary>
    public long Size { get; init; }

    public DateTime At { get; init; }

    public required byte[] Root { get; init; }

    /// <summary>SHA-256 of the lines that name the entries since the head before, as the head file has them.</summary>
    public required byte[] Listing { get; init; }

    /// <summary>The key that signed it.</summary>
    public required string SignedBy { get; init; }

    public byte[] Signature { get; set; } = [];

    /// <summary>What is signed.</summary>
    public byte[] Text() => Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"minqing tree head 1\n{Size}\n{At:O}\n{Convert.ToHexStringLower(Root)}\n{Convert.ToHexStringLower(Listing)}\n"));
}
