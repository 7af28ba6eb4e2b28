namespace Minqing.Web.Shared;

/// <summary>One filter that lives in the address.</summary>
/// <param name="More">It is at least so many.</param>
public sealed record Chip(string Text, string Href, bool Current = false, int? Count = null, bool More = false);
