using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Minqing.Domain.Policy;

/// <summary>Which closed appeals the city looks at again: so many of a hundred, by a seed, so that everybody can draw the same ones again (H-23).</summary>
public sealed record SampleRules(int Percent, string Seed)
{
    /// <summary>Nothing is drawn.</summary>
    public static readonly SampleRules None = new(0, "");

    /// <summary>Whether this round of this appeal is drawn: by seed, appeal and round alone.</summary>
    public bool Draws(Guid appeal, int round) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{Seed} {appeal:N} {round}"))) % 100 < (ulong)Percent;
}
