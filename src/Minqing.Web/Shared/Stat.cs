namespace Minqing.Web.Shared;

/// <summary>One number with its name, leading to the list behind it.</summary>
public sealed record Stat(int Value, string Label, string? Href = null, Alert Alert = Alert.None, bool Current = false);
