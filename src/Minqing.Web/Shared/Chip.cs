namespace Minqing.Web.Shared;

/// <summary>One filter that lives in the address.</summary>
public sealed record Chip(string Text, string Href, bool Current = false, int? Count = null);
