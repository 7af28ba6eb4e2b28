namespace Minqing.Web.Shared;

/// <summary>Nothing here: why, and what to do now.</summary>
public sealed record EmptyState(string Title, string Text, string Icon = "inbox", string? Action = null, string? Href = null);
