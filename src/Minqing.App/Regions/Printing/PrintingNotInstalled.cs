using Minqing.Domain.Kernel;

namespace Minqing.App.Regions.Printing;

/// <summary>This machine lacks what sheets are drawn with: a Debian package of that name.</summary>
public sealed record PrintingNotInstalled(string Package) : NotPossible;

/// <summary>There is no code in use in this area.</summary>
public sealed record NothingToPrint() : NotPossible;
