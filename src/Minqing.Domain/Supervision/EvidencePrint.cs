using Minqing.Domain.Kernel;

namespace Minqing.Domain.Supervision;

/// <summary>The print of a photo that units handed in as evidence: the same picture has the same print. Reporters' photos have none.</summary>
public sealed class EvidencePrint
{
    public required MediaId Media { get; init; }

    /// <summary>SHA-256 of the picture without its own data, hex.</summary>
    public required string Print { get; init; }

    public required AppealId Appeal { get; init; }
}
