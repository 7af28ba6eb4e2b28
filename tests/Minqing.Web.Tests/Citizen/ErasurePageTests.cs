using System.Net;
using System.Net.Http.Json;
using Minqing.Testing;

namespace Minqing.Web.Tests.Citizen;

/// <summary>The right to be forgotten, from the follow page and the citizens' interface.</summary>
[Trait("Spec", "P-12")]
public sealed class ErasurePageTests
{
    private const string Words = "楼门口的下水道堵了三天";

    [Theory, OnBothDatabases]
    public async Task After_it_ended_the_reporter_erases_what_they_left_and_reads_what_remains(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);
        var (number, code) = await person.ReportAsync();
        var page = $"/f/{number}?code={code}";
        var handled = await person.ReadAsync(page);
        await person.SendAsync($"/f/{number}?handler=Withdraw", "k", [], ("Code", code));
        var ended = await person.ReadAsync(page);
        var unsure = await person.SendAsync($"/f/{number}?handler=Erase", "k", [], ("Code", code));

        var done = await person.SendAsync($"/f/{number}?handler=Erase", "k", [], ("Code", code), ("Sure", "true"));

        Assert.DoesNotContain("handler=Erase", handled, StringComparison.Ordinal);
        Assert.Contains("handler=Erase", ended, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (unsure.StatusCode, done.StatusCode));
        Assert.Contains("请先确认", WebUtility.HtmlDecode(await unsure.Content.ReadAsStringAsync(Passerby.Ct)), StringComparison.Ordinal);
        var erased = await person.ReadAsync(page);
        Assert.DoesNotContain(Words, erased, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Erase", erased, StringComparison.Ordinal);
        Assert.Contains("留下的只有受理编号、地点、办理的经过和评价", erased, StringComparison.Ordinal);
        Assert.Contains("您撤回了", erased, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task The_interface_asks_whether_one_is_sure_too(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);
        var (number, code) = await person.ReportAsync();
        var route = $"/api/v1/reports/{number}";

        Assert.Equal(HttpStatusCode.Conflict, await PostAsync("erasure", new { sure = true }));
        await PostAsync("withdrawal", new { reason = "好了" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync("erasure", new { sure = false }));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync("erasure", new { sure = true }));
        Assert.Equal(HttpStatusCode.Conflict, await PostAsync("erasure", new { sure = true }));
        Assert.DoesNotContain(Words, await person.ReadAsync($"{route}?code={code}"), StringComparison.Ordinal);

        async Task<HttpStatusCode> PostAsync(string what, object body) => (await person.Site.Http.PostAsJsonAsync($"{route}/{what}?code={code}", body, Passerby.Ct)).StatusCode;
    }
}
