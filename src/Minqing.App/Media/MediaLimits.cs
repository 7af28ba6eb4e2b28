using Minqing.Domain.Policy;

namespace Minqing.App.Media;

/// <summary>How many and how large. The default is what an upload may be before its place, and so its city's rules, is known.</summary>
public sealed record MediaLimits
{
    public int Photos { get; init; } = 9;

    public long PhotoBytes { get; init; } = 32 << 20;

    /// <summary>Width times height: a small file can unfold to a very large picture. The largest phone cameras make 108 million.</summary>
    public long Pixels { get; init; } = 120_000_000;

    public int Voices { get; init; } = 3;

    public TimeSpan Voice { get; init; } = TimeSpan.FromMinutes(10);

    public long VoiceBytes { get; init; } = 32 << 20;

    public long Bytes => Math.Max(PhotoBytes, VoiceBytes);

    public static MediaLimits Of(IntakeRules rules) => new()
    {
        Photos = rules.Photos,
        PhotoBytes = (long)rules.PhotoMegabytes << 20,
        Voice = TimeSpan.FromSeconds(rules.VoiceSeconds),
    };
}
