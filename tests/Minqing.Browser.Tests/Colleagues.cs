using System.Net.Http.Json;
using System.Text.Json;
using Minqing.Domain.Policy;
using Minqing.Testing.Web;

namespace Minqing.Browser.Tests;

/// <summary>What others did before and do meanwhile, by the JSON interface.</summary>
internal sealed class Colleagues(Street street)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string Number { get; private set; } = "";

    public string FollowPage { get; private set; } = "";

    public string Appeal { get; private set; } = "";

    /// <summary>Somebody of the street reports something.</summary>
    public async Task ReportAsync(string words = "小区东门的井盖坏了三天，晚上看不见，昨天有个老人差点绊倒。请尽快来修。")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/reports") { Content = JsonContent.Create(new { siteCode = street.Code, text = words, phone = "13800138000", name = "王秀兰", categoryCode = "C4" }) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var receipt = await AnswerAsync(await street.Site.Http.SendAsync(request, Ct));
        Number = receipt.GetProperty("number").GetString()!;
        FollowPage = new Uri(receipt.GetProperty("followUrl").GetString()!).PathAndQuery;
        await using var db = street.Site.Test.NewDb();
        Appeal = db.Reports.Where(r => r.Number == Number).Select(r => r.Appeal).Single().Value.ToString();
    }

    public Task CallAsync() => DoAsync(Role.VillageSecretary, "calls", new { outcome = "reached", said = "说好下午去看" });

    /// <summary>The unit that has it signs, solves it, and the next level finds it solved.</summary>
    public async Task SolveAsync()
    {
        await DoAsync(Role.VillageSecretary, "signature", new { });
        await FinishAsync(Role.VillageSecretary, Role.TownCentre);
    }

    /// <summary>Who has signed, or accepted it from below, solves it.</summary>
    public async Task FinishAsync(Role by, Role checker)
    {
        await DoAsync(by, "results", new { result = "井盖已经换成新的，周围做了围挡，请您看看。", measures = "请物业换了新井盖", outcome = "solved" });
        await DoAsync(checker, "approvals", new { });
    }

    public async Task DoAsync(Role role, string step, object body)
    {
        street.Site.Clock.Advance(TimeSpan.FromMinutes(2));
        using var http = await street.Site.ProgramOfAsync(street.Holder(role).Person);
        await AnswerAsync(await http.PostAsJsonAsync($"/api/v1/appeals/{Appeal}/{step}", body, Ct));
    }

    private static async Task<JsonElement> AnswerAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage?.RequestUri}: {answer.StatusCode} {text}");
        return JsonElement.Parse(text);
    }
}
