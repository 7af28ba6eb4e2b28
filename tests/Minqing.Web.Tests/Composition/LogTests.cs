using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Minqing.App.Notices;
using Minqing.Testing;
using Minqing.Testing.Web;

namespace Minqing.Web.Tests.Composition;

public sealed class LogTests
{
    private const string Name = "欧阳春晖";
    private const string Phone = "13912345678";
    private const string Words = "隔壁老李家的狗咬人";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-24")]
    public async Task The_log_holds_nobodys_name_number_words_or_query_code(Engine engine)
    {
        using var said = new Said();
        // A gateway that is not there, so that failures are logged, too.
        await using var street = await Street.OnAsync(
            engine,
            settings => settings with { Sms = new SmsSettings("POST", "http://127.0.0.1:1/{phone}", new Dictionary<string, string>(), "{text}") },
            builder => builder.Logging.AddProvider(said));

        var queryCode = await ReportAsync(street);
        await street.Site.Http.GetAsync($"/api/v1/reports/1?code={queryCode}", Ct);
        await street.Site.Http.GetAsync($"/f/1?code={queryCode}", Ct);
        await said.Heard("the gateway was not reached").WaitAsync(TimeSpan.FromSeconds(30), Ct);

        Assert.Contains(said.Lines, line => line.Contains("received", StringComparison.Ordinal));
        string[] secrets = [Name, Phone, Words, queryCode, .. street.Officials.Select(o => o.Phone)];
        Assert.DoesNotContain(said.Lines, line => secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal)));
    }

    private static async Task<string> ReportAsync(Street street)
    {
        using var report = JsonContent.Create(new { siteCode = street.Code, text = Words, phone = Phone, name = Name });
        report.Headers.Add("Idempotency-Key", "once");
        var answer = await street.Site.Http.PostAsync("/api/v1/reports", report, Ct);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("queryCode").GetString()!;
    }
}
