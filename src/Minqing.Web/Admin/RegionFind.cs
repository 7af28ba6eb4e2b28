using Minqing.App.Administration.Places;
using Minqing.Web.Shared;

namespace Minqing.Web.Admin;

/// <summary>Regions looked for by name, to be chosen for a form instead of typing their codes.</summary>
/// <param name="Found">Null before anything was looked for.</param>
/// <param name="Choices">What a region can be chosen as, and the address at which it is.</param>
public sealed record RegionFind(Finder Find, RegionPage? Found, params IReadOnlyList<(string Label, Func<string, string> Href)> Choices);
