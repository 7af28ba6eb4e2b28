namespace Minqing.App.Policy;

/// <summary>Something that two profiles say differently.</summary>
/// <param name="File">Such as <c>limits.yaml</c>.</param>
/// <param name="What">The setting, such as <c>limits: handle-village: limit</c>.</param>
/// <param name="One">What the one says; null where it says nothing.</param>
/// <param name="Other">What the other says; null where it says nothing.</param>
public sealed record Difference(string File, string What, string? One, string? Other);
