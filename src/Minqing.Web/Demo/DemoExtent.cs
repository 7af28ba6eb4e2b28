namespace Minqing.Web.Demo;

/// <summary>How much of the city gets officials: all of it for a demonstration, a corner for a test.</summary>
/// <param name="County">A county's code; null for all.</param>
/// <param name="Gaps">Whether a few posts are left vacant.</param>
public sealed record DemoExtent(string? County = null, int TownsPerCounty = int.MaxValue, int VillagesPerTown = int.MaxValue, bool Gaps = true)
{
    public static readonly DemoExtent Whole = new();
}
