using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Notices.OwnReports;
using Minqing.Storage;
using Minqing.Testing;

namespace Minqing.Web.Tests.Citizen;

/// <summary>The follow page by phone number and SMS code, without scripts.</summary>
[Trait("Spec", "I-14")]
public sealed class PhonePageTests
{
    private const string Phone = "138 0013 8000";

    [Theory, OnBothDatabases]
    public async Task Who_lost_the_number_finds_all_their_reports_by_phone(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);
        var (first, code) = await person.ReportAsync();
        var (second, _) = await person.ReportAsync("楼顶漏水");

        Assert.Contains("href=\"/f/phone\"", await person.ReadAsync("/f"), StringComparison.Ordinal);
        var asked = await person.SendAsync("/f/phone?handler=Ask", "", [], ("Phone", Phone));
        var sent = await person.ReadAsync(asked.Headers.Location!.OriginalString);
        var wrong = await person.SendAsync("/f/phone?handler=Check", "", [], ("Phone", Phone), ("Code", "12345"));
        var right = await person.SendAsync("/f/phone?handler=Check", "", [], ("Phone", Phone), ("Code", await CodeAsync(person)));
        var mine = await person.ReadAsync("/f/mine");

        Assert.Contains("如果 138 0013 8000 反映过事情", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("138", asked.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("验证码不对，或者已经过期", await wrong.Content.ReadAsStringAsync(Passerby.Ct), StringComparison.Ordinal);
        Assert.Equal("/f/mine", right.Headers.Location?.OriginalString);
        Assert.Contains($"/f/{first}?code={code}", mine, StringComparison.Ordinal);
        Assert.Contains($"/f/{second}?code=", mine, StringComparison.Ordinal);
        Assert.True(mine.IndexOf("楼顶漏水", StringComparison.Ordinal) < mine.IndexOf("下水道", StringComparison.Ordinal));
        Assert.Contains("楼门口的下水道", await person.ReadAsync($"/f/{first}?code={code}"), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task The_list_is_there_for_half_an_hour_and_for_nobody_else(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);
        await person.ReportAsync();
        await person.SendAsync("/f/phone?handler=Ask", "", [], ("Phone", Phone));
        await person.SendAsync("/f/phone?handler=Check", "", [], ("Phone", Phone), ("Code", await CodeAsync(person)));
        using var stranger = person.Site.Client();

        Assert.Equal("/f/phone", (await stranger.GetAsync("/f/mine", Passerby.Ct)).Headers.Location?.OriginalString);
        Assert.Contains("下水道", await person.ReadAsync("/f/mine"), StringComparison.Ordinal);
        person.Site.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal("/f/phone", (await person.Site.Http.GetAsync("/f/mine", Passerby.Ct)).Headers.Location?.OriginalString);
    }

    [Theory, OnBothDatabases]
    public async Task A_program_gets_the_same_list(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);
        var (number, code) = await person.ReportAsync();

        var asked = await person.Site.Http.PostAsJsonAsync("/api/v1/phone-codes", new { phone = "13800138000" }, Passerby.Ct);
        var unknown = await person.Site.Http.PostAsJsonAsync("/api/v1/phone-codes", new { phone = "13900139000" }, Passerby.Ct);
        var wrong = await person.Site.Http.PostAsJsonAsync("/api/v1/own-reports", new { phone = "13900139000", code = "12" }, Passerby.Ct);
        var own = await person.Site.Http.PostAsJsonAsync("/api/v1/own-reports", new { phone = "13800138000", code = await CodeAsync(person, "13800138000") }, Passerby.Ct);

        Assert.Equal(await asked.Content.ReadAsStringAsync(Passerby.Ct), await unknown.Content.ReadAsStringAsync(Passerby.Ct));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var row = Assert.Single(JsonDocument.Parse(await own.Content.ReadAsStringAsync(Passerby.Ct)).RootElement.EnumerateArray());
        Assert.Equal((number, code, "handling"), (row.GetProperty("number").GetString(), row.GetProperty("queryCode").GetString(), row.GetProperty("stage").GetString()));
    }

    // What the SMS to this phone says.
    private static async Task<string> CodeAsync(Passerby person, string phone = "13800138000")
    {
        await using var scope = person.Site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var index = services.GetRequiredService<Storage.Vault.MasterKeys>().IndexOf(Domain.Kernel.PhoneNumber.Read(phone).Value);
        var newest = await services.GetRequiredService<MinqingDb>().PhoneCodes.Where(c => c.Phone == index).OrderByDescending(c => c.AskedAt).FirstAsync(Passerby.Ct);
        return services.GetRequiredService<PhoneCodes>().Of(newest.Id);
    }
}
