using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Testing;
using Minqing.Testing.Web;

namespace Minqing.Web.Tests.Admin;

/// <summary>A running program with a city of two counties: an administrator of the city, one of each county, and a village with its people.</summary>
internal sealed partial class Town : IAsyncDisposable
{
    public const string City = "620400000000";
    public const string County = "620402000000";
    public const string OtherCounty = "620403000000";
    public const string Village = "620402001201";

    private static readonly DateTime Since = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private Town(TestSite site) => Site = site;

    public TestSite Site { get; }

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Town> OnAsync(Engine engine)
    {
        var town = new Town(await TestSite.OnAsync(engine));
        await using var db = town.Site.Test.NewDb();
        var city = Place(db, City, "白银市", RegionLevel.City, null);
        var county = Place(db, County, "白银区", RegionLevel.County, city);
        var other = Place(db, OtherCounty, "平川区", RegionLevel.County, city);
        var street = Place(db, "620402001000", "人民路街道", RegionLevel.Township, county);
        var village = Place(db, Village, "红卫社区", RegionLevel.Village, street);
        Place(db, Village + "001", "第一网格", RegionLevel.Grid, village);
        foreach (var place in (Region[])[city, county, other])
            Post(db, Role.Administrator, place, "管理员");
        Post(db, Role.SecurityAdministrator, city, "安全员");
        Post(db, Role.AuditAdministrator, city, "审计员");
        Post(db, Role.TownCommissioner, street, "赵兰英");
        Post(db, Role.VillageSecretary, village, "王秀兰");
        Post(db, Role.VillagePolice, village, null);
        await db.SaveChangesAsync(Ct);
        return town;
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    public async Task<HttpClient> BrowserAsync(Role role, string region = City) => await Site.BrowserOfAsync(await HolderAsync(role, region));

    public async Task<HttpClient> ProgramAsync(Role role, string region = City) => await Site.ProgramOfAsync(await HolderAsync(role, region));

    public async Task<Post> PostAsync(Role role, string region = Village)
    {
        await using var db = Site.Test.NewDb();
        return await db.Posts.SingleAsync(p => p.Role == role && db.Regions.Any(r => r.Id == p.Region && r.Code == region), Ct);
    }

    public async Task<IReadOnlyList<SiteCode>> CodesAsync()
    {
        await using var db = Site.Test.NewDb();
        return await db.SiteCodes.OrderBy(c => c.IssuedAt).ToListAsync(Ct);
    }

    /// <summary>A page as a person reads it.</summary>
    public static async Task<string> ReadAsync(HttpClient browser, string address) => WebUtility.HtmlDecode(await browser.GetStringAsync(address, Ct));

    public static async Task<HttpStatusCode> StatusAsync(HttpClient browser, string address) => (await browser.GetAsync(address, Ct)).StatusCode;

    /// <summary>Sends a form to a page, as another tab that still shows it would.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string page, string handler, params (string Name, string Value)[] fields)
    {
        var all = fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(new("__RequestVerificationToken", await TokenAsync(browser)));
        return await browser.PostAsync($"{page.Split('?')[0]}?handler={handler}", new FormUrlEncodedContent(all), Ct);
    }

    public static async Task<string> TokenAsync(HttpClient browser) => Token().Match(await ReadAsync(browser, "/me")).Groups[1].Value;

    private async Task<PersonId> HolderAsync(Role role, string region) => (await PostAsync(role, region)).Holder!.Value;

    private static Region Place(MinqingDb db, string code, string name, RegionLevel level, Region? parent) =>
        db.Add(new Region(new(Guid.CreateVersion7()), code, name, level, parent, DateOnly.FromDateTime(Since))).Entity;

    private static void Post(MinqingDb db, Role role, Region region, string? holder)
    {
        var code = $"{region.Code}-{role.Name()}";
        var unit = db.Units.Local.FirstOrDefault(u => u.RegionId == region.Id)
            ?? db.Add(new Unit(new(Guid.CreateVersion7()), region.Code, UnitKind.GovernanceCentre, new(region.Name + "综治中心", null, region.Id), Since)).Entity;
        var person = holder is null ? null : db.Add(new Person(new(Guid.CreateVersion7()), code, holder, "13800138000")).Entity;
        db.Add(Domain.People.Post.Open(
            new(Guid.CreateVersion7()), new(code, role, PostRank.Principal, UnitPart.Member, unit.Id, region.Id, [], Since), new(Actor.Platform, Since), person?.Id));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
