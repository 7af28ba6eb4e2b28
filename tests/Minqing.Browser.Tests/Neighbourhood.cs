using System.Net.Http.Json;
using System.Text.Json;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;
using Minqing.Web.Demo;

namespace Minqing.Browser.Tests;

/// <summary>Yuejincun with one report in it: a station's chief who gives it to somebody, departments, a centre, deputies.</summary>
internal sealed class Neighbourhood(CityOf city) : IAsyncDisposable
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public CityOf City => city;

    public Guid Appeal { get; private set; }

    public string Village => city.Codes[0].RegionCode[..12];

    /// <summary>A day after today, as a date field takes it.</summary>
    public string Day(int after) => city.Site.Clock.GetUtcNow().AddHours(8).AddDays(after).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<Neighbourhood> OnAsync(Engine engine, string words, string category)
    {
        var it = new Neighbourhood(await CityOf.OnAsync("yuejincun", engine));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/reports") { Content = JsonContent.Create(new { siteCode = it.City.Codes[0].Code, text = words, phone = "13800138000", categoryCode = category }) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var number = (await AnswerAsync(await it.City.Site.Http.SendAsync(request, Ct))).GetProperty("number").GetString();
        await using var db = it.City.Site.Test.NewDb();
        it.Appeal = db.Reports.Where(r => r.Number == number).Select(r => r.Worked).Single().Value;
        return it;
    }

    public DemoOfficial Chief => city.Of(Role.StationChief, Village);

    public DemoOfficial Secretary => city.Of(Role.VillageSecretary, Village);

    public Task<Phone> PhoneAsync(DemoOfficial who, bool desk = false) => SignedInPhone.OfAsync(city.Site, who, desk: desk);

    /// <summary>What somebody else does meanwhile, by the JSON interface.</summary>
    public async Task DoAsync(DemoOfficial who, string step, object body)
    {
        using var http = await city.Site.ProgramOfAsync(who.Person);
        await AnswerAsync(await http.PostAsJsonAsync($"/api/v1/appeals/{Appeal}/{step}", body, Ct));
    }

    public ValueTask DisposeAsync() => city.DisposeAsync();

    private static async Task<JsonElement> AnswerAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage?.RequestUri}: {answer.StatusCode} {text}");
        return JsonElement.Parse(text);
    }
}
