using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App;
using Minqing.Web.Demo;

namespace Minqing.Testing.Web;

/// <summary>The whole program with one town of Baiyin in it: codes on its walls, officials in their posts.</summary>
public sealed class Street : IAsyncDisposable
{
    private Street(TestSite site, IReadOnlyList<DemoCode> codes, IReadOnlyList<DemoOfficial> officials) => (Site, Codes, Officials) = (site, codes, officials);

    public TestSite Site { get; }

    public IReadOnlyList<DemoCode> Codes { get; }

    public IReadOnlyList<DemoOfficial> Officials { get; }

    /// <summary>The code on the first wall.</summary>
    public string Code => Codes[0].Code;

    public string Page => $"/q/{Code}";

    public static async Task<Street> OnAsync(Engine engine, Func<Settings, Settings>? settings = null, Action<WebApplicationBuilder>? change = null)
    {
        var site = await TestSite.OnAsync(engine, settings, change);
        var folder = site.Test.Settings.Data;
        await using var scope = site.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<DemoRegions>(scope.ServiceProvider).RunAsync(await OneTown.WriteAsync(folder), default, grids: 12);
        var officials = await ActivatorUtilities.CreateInstance<DemoPeople>(scope.ServiceProvider).FillAsync("620400000000", DemoExtent.Whole, default);
        var codes = await ActivatorUtilities.CreateInstance<DemoCodes>(scope.ServiceProvider).RunAsync(Path.Combine(folder, "codes.csv"), default);
        return new(site, codes, officials);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
