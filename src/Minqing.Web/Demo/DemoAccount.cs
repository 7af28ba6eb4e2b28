namespace Minqing.Web.Demo;

/// <summary>A row of <c>accounts.csv</c>, as it is shown.</summary>
internal sealed record DemoAccount(string Account, string Password, string Secret, string Role, string Unit, string Region)
{
    /// <summary>Who takes part in the main job, in its order.</summary>
    private static readonly string[] Shown =
    [
        "village-secretary", "village-police", "posted-cadre", "grid-leader", "station-chief", "town-commissioner", "town-centre", "deputy-committee", "city-office", "county-centre", "department-officer", "follow-up-desk",
        "county-head",
    ];

    /// <summary>One account of each post of the main job. Columns: account, password, one-time-code secret, role, unit, region.</summary>
    public static IEnumerable<DemoAccount> OnePerRole(IEnumerable<string> lines)
    {
        var all = lines.Skip(1).Select(l => l.Split(',')).Where(c => c.Length >= 6).Select(c => new DemoAccount(c[0], c[1], c[2], c[3], c[4], c[5])).ToList();
        return Shown.Select(role => all.FirstOrDefault(a => a.Role == role)).OfType<DemoAccount>();
    }

    public override string ToString() => $"{Account,-40} {Password,-14} {Secret}  {Unit}";
}
