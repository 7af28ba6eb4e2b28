namespace Minqing.Domain.Kernel;

/// <summary>A photo or recording as the journal knows it: the row's id and the hash of the stored bytes, which their encryption salts.</summary>
public sealed record MediaRef(MediaId Id, string Hash);
