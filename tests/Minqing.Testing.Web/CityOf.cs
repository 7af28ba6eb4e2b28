using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Demo;

namespace Minqing.Testing.Web;

/// <summary>The whole program with a part of one of the four cities in it, by that city's own rules: codes on its walls, an official in every post.</summary>
public sealed class CityOf : IAsyncDisposable
{
    private const int GridsPerVillage = 2;

    private CityOf(TestSite site, Profile profile, IReadOnlyList<DemoCode> codes, IReadOnlyList<DemoOfficial> officials) =>
        (Site, Profile, Codes, Officials) = (site, profile, codes, officials);

    public TestSite Site { get; }

    public Profile Profile { get; }

    public IReadOnlyList<DemoCode> Codes { get; }

    public IReadOnlyList<DemoOfficial> Officials { get; }

    /// <param name="profile">The name of one of ours, or the folder of another.</param>
    /// <param name="towns">The names of the towns wanted, such as 草滩镇, with all their villages; the first one without any.</param>
    public static async Task<CityOf> OnAsync(string profile, Engine engine, string[]? towns = null, Func<Settings, Settings>? settings = null, Action<WebApplicationBuilder>? change = null)
    {
        var site = await TestSite.OnAsync(engine, s => (settings?.Invoke(s) ?? s) with { Profile = profile }, change);
        var folder = site.Test.Settings.Data;
        var (file, villages) = await PartAsync(profile, towns ?? [], folder);
        await using var scope = site.Services.CreateAsyncScope();
        var rules = scope.ServiceProvider.GetRequiredService<Profile>();
        await ActivatorUtilities.CreateInstance<DemoRegions>(scope.ServiceProvider).RunAsync(file, default, grids: villages * GridsPerVillage);
        var officials = await ActivatorUtilities.CreateInstance<DemoPeople>(scope.ServiceProvider).FillAsync(rules.Root, new(Gaps: false), default);
        var codes = await ActivatorUtilities.CreateInstance<DemoCodes>(scope.ServiceProvider).RunAsync(Path.Combine(folder, "codes.csv"), default);
        return new(site, rules, codes, officials);
    }

    /// <summary>The first code in a region, by any part of its name, such as 东正社区.</summary>
    public string CodeIn(string place) => Codes.First(c => c.Place.Contains(place, StringComparison.Ordinal)).Code;

    /// <summary>The first holder of a role in a region, by its code or any part of its name; anywhere without one.</summary>
    public DemoOfficial Of(Role role, string? region = null) =>
        Officials.First(o => o.Role == role && (region is null || o.RegionCode == region || o.RegionName.Contains(region, StringComparison.Ordinal)));

    /// <summary>The officer of the department that works in a field, such as water.</summary>
    public DemoOfficial Department(string field) =>
        Officials.First(o => o.Role == Role.DepartmentOfficer && o.UnitName.Contains(Profile.Fields.First(f => f.Code == field).Name, StringComparison.Ordinal));

    /// <summary>A unit by any part of its name, such as 信访.</summary>
    public async Task<UnitId> UnitAsync(string name)
    {
        await using var db = Site.Test.NewDb();
        return db.Units.AsEnumerable().First(u => u.Name.Contains(name, StringComparison.Ordinal)).Id;
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    // The chosen towns, what is above them, and what is below.
    private static async Task<(string File, int Villages)> PartAsync(string profile, string[] towns, string folder)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Path.GetDirectoryName(Here())!, "../../profiles", profile, "regions.csv"));
        var rows = lines.Skip(1).Select(l => l.Split(',')).ToList();
        var all = rows.Where(r => r[2] == "township").ToList();
        var chosen = (towns.Length == 0 ? all.Take(1) : towns.Select(t => all.First(r => r[1] == t))).Select(r => r[0]).ToHashSet();
        var above = rows.Where(r => r[2] is "province" or "city" or "county" && chosen.Any(t => t.StartsWith(r[0].TrimEnd('0'), StringComparison.Ordinal))).ToList();
        var kept = above.Concat(rows.Where(r => chosen.Contains(r[0]) || chosen.Contains(r[3]))).Select(r => string.Join(',', r)).ToList();
        var file = Path.Combine(folder, "regions.csv");
        await File.WriteAllLinesAsync(file, [lines[0], .. kept]);
        return (file, rows.Count(r => chosen.Contains(r[3])));
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
