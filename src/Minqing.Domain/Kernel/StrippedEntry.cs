namespace Minqing.Domain.Kernel;

/// <summary>An entry of a subject's own journal from which something was taken that may not be kept. Its place in the chain stays by the hash that it was written with.</summary>
/// <param name="Hash">The SHA-256 of the body as it stands now, in hex.</param>
public sealed record StrippedEntry(int Seq, string Hash);
