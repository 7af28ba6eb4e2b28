using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;
using Minqing.Web.Demo;

namespace Minqing.Web.Tests.Cities;

/// <summary>One report in one of the cities, and what its officials do with it over the interface.</summary>
internal sealed class CityScene(CityOf city) : IAsyncDisposable
{
    private readonly Dictionary<DemoOfficial, HttpClient> programs = [];

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public CityOf City => city;

    public Guid Appeal { get; private set; }

    public JsonElement Receipt { get; private set; }

    public string Village => city.Codes[0].RegionCode[..12];

    public static async Task<CityScene> OnAsync(string profile, string category, Engine engine = Engine.Sqlite)
    {
        var scene = new CityScene(await CityOf.OnAsync(profile, engine));
        await scene.ReportAsync(category);
        return scene;
    }

    /// <summary>Somebody in a place reports; gives where it stands.</summary>
    public async Task ReportAsync(string category)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/reports")
        {
            Content = JsonContent.Create(new { siteCode = city.Codes[0].Code, text = "楼道的灯坏了，请来看看", phone = "13900001234", categoryCode = category }),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var answer = await city.Site.Http.SendAsync(request, Ct);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Ct));
        Receipt = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        await using var db = city.Site.Test.NewDb();
        Appeal = db.Appeals.OrderByDescending(a => a.ReceivedAt).AsEnumerable().First().Id.Value;
    }

    public async Task<JsonElement> ReadAsync(DemoOfficial who) => await (await ProgramAsync(who)).GetFromJsonAsync<JsonElement>($"/api/v1/appeals/{Appeal}", Ct);

    /// <summary>Takes a step; gives the stage it stands in then.</summary>
    public async Task<string?> DoAsync(DemoOfficial who, string step, object body)
    {
        using var answer = await (await ProgramAsync(who)).PostAsJsonAsync($"/api/v1/appeals/{Appeal}/{step}", body, Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.IsSuccessStatusCode, $"{who.Role} {step}: {answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement.GetProperty("stage").GetString();
    }

    /// <summary>Each takes the step at the same moment; what each hears.</summary>
    public async Task<IReadOnlyList<HttpStatusCode>> AtOnceAsync(string step, object body, params IReadOnlyList<DemoOfficial> who)
    {
        foreach (var one in who)
        {
            await ProgramAsync(one);
        }

        return await Task.WhenAll(who.Select(async one =>
        {
            using var answer = await (await ProgramAsync(one)).PostAsJsonAsync($"/api/v1/appeals/{Appeal}/steps/{step}", body, Ct);
            return answer.StatusCode;
        }));
    }

    /// <summary>The lead calls, signs and hands in; the check passes; the desk asks; settled.</summary>
    public async Task<string?> FinishAsync(DemoOfficial caller, DemoOfficial lead, DemoOfficial checker)
    {
        await DoAsync(caller, "calls", new { outcome = "reached", said = "说清楚了" });
        await DoAsync(lead, "signature", new { });
        await DoAsync(lead, "results", new { result = "灯已经换好，请您看看。", measures = "请电工换了灯", outcome = "explained" });
        await DoAsync(checker, "approvals", new { verified = "explained" });
        return await DoAsync(city.Of(Role.FollowUpDesk), "follow-ups", new { outcome = "reached", attitude = 1, speed = 1, result = 1 });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in programs.Values)
        {
            program.Dispose();
        }

        await city.DisposeAsync();
    }

    private async Task<HttpClient> ProgramAsync(DemoOfficial who) =>
        programs.TryGetValue(who, out var known) ? known : programs[who] = await city.Site.ProgramOfAsync(who.Person);
}
