using Minqing.App.Policy;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.Web.Tests.Cities;

/// <summary>Another city needs a folder of its own and nothing of the program: its own kinds of matters and by when somebody calls.</summary>
[Trait("Spec", "P-21")]
public sealed class FifthCityTests : IDisposable
{
    private readonly DirectoryInfo place = Directory.CreateTempSubdirectory("minqing-fifth-");

    [Theory, OnBothDatabases]
    public async Task A_fifth_city_is_a_folder(Engine engine)
    {
        await using var it = await CityScene.OnAsync(Founded(), "X1", engine);
        var (caller, secretary) = (it.City.Of(Role.GridLeader, it.Village), it.City.Of(Role.VillageSecretary, it.Village));
        var page = await it.City.Site.Http.GetStringAsync(new Uri($"/q/{it.City.Codes[0].Code}", UriKind.Relative), CityScene.Ct);
        await using var db = it.City.Site.Test.NewDb();
        var call = db.Clocks.AsEnumerable().Single(c => c.Kind == ClockKind.FirstCall);

        Assert.Equal((20, true), (call.Rule.Limit.Amount, call.Rule.Limit.RoundTheClock));
        Assert.Contains("古城墙保护", page, StringComparison.Ordinal);
        Assert.Equal("settled", await it.FinishAsync(caller, secretary, it.City.Of(Role.TownCentre)));
    }

    public void Dispose() => place.Delete(recursive: true);

    // Its divisions and offices are borrowed from Huining's.
    private string Founded()
    {
        var huining = Profiles.Find("huining");
        foreach (var borrowed in (string[])["regions.csv", "demo.yaml"])
            File.Copy(Path.Combine(huining, borrowed), Path.Combine(place.FullName, borrowed));
        File.WriteAllText(Path.Combine(place.FullName, "profile.yaml"), """
            id: xihe
            extends: huining
            name: 西河县
            root: "620422000000"
            """);
        File.WriteAllText(Path.Combine(place.FullName, "limits.yaml"), """
            limits:
              - { id: first-call-urgent, clock: first-call, urgency: urgent, limit: 20 duty-minutes, round-the-clock: true }
            """);
        File.WriteAllText(Path.Combine(place.FullName, "categories.yaml"), """
            categories:
              - { code: X1, name: 古城墙保护, group: 基础设施, urgency: urgent }
            """);
        return place.FullName;
    }
}
