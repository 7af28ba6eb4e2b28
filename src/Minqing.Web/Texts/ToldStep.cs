using Minqing.Domain.Kernel;

namespace Minqing.Web.Texts;

/// <summary>One step of the course as it is told to the person who reported: by posts, never by private names.</summary>
/// <param name="Step">The kebab-case step.</param>
/// <param name="Text">What happened, in plain words.</param>
/// <param name="Who">Post and unit, where somebody acted.</param>
/// <param name="Said">What was written to them, or by them.</param>
public sealed record ToldStep(DateTime At, string Step, string Text, string? Who = null, string? Said = null, IReadOnlyList<MediaId>? Media = null);
