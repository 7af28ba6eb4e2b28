using System.Security.Cryptography;
using System.Text;

namespace Minqing.Domain.Kernel;

/// <summary>How journal entries are chained: SHA-256 over the format id, the previous hash and the body.</summary>
public static class HashChain
{
    /// <summary>Names the format and the algorithm; stored with each entry and hashed with it.</summary>
    public const string Format = "mq1-sha256";

    private static readonly byte[] Prefix = Encoding.ASCII.GetBytes(Format + "\n");

    public static byte[] Hash(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> body)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Prefix);
        sha.AppendData([(byte)previous.Length]);
        sha.AppendData(previous);
        sha.AppendData(body);
        return sha.GetHashAndReset();
    }
}
