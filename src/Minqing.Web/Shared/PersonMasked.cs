namespace Minqing.Web.Shared;

/// <summary>Who reported, masked (张**, 138****5678). <paramref name="CallAction"/> is the address the call button posts to: it opens the number, says why, and the person sees so.</summary>
public sealed record PersonMasked(string Name, string? Phone, string? CallAction = null, string? Note = null);
