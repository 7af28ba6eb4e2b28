namespace Minqing.App.Regions.Importing;

/// <summary>How to import.</summary>
/// <param name="DryRun">Check everything, change nothing.</param>
/// <param name="On">The day from which the file is true; today when null.</param>
/// <param name="Root">Take only this region and what is below it, as a tree of its own.</param>
public sealed record ImportOptions(bool DryRun = false, DateOnly? On = null, string? Root = null);
