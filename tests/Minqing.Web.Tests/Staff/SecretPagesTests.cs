using System.Net;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;
using Minqing.Web.Tests.Api;
using Minqing.Web.Tests.Walking;

namespace Minqing.Web.Tests.Staff;

/// <summary>A secret that came in is cleared away by form and by interface, and its reporter reads why.</summary>
[Trait("Spec", "I-31")]
public sealed class SecretPagesTests
{
    private static CancellationToken Ct => WalkedCity.Ct;

    [Theory, OnBothDatabases]
    public async Task It_takes_two_people_a_reason_and_a_confirmation_and_the_person_reads_what_is_gone(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var cases = new Cases(city);
        var (it, other) = (await cases.ReceivedAsync(words: "风洞图纸在我手里"), await cases.ReceivedAsync(words: "风洞门岗换了"));
        using var centre = new Worker(await city.Site.BrowserOfAsync(city.At(Role.TownCentre).Person), $"/appeals/{it.Appeal.Value}");
        using var official = await Official.OfAsync(city, Role.TownCentre);

        var unsure = await centre.SendAsync($"{centre.Appeal}/decline", $"{centre.Appeal}/decline", ("route", "SecretOrPrivacy"), ("secret", "State"));
        var again = WebUtility.HtmlDecode(await unsure.Content.ReadAsStringAsync(Ct));
        await centre.DoAsync("decline", ("route", "SecretOrPrivacy"), ("secret", "State"), ("reason", "图纸有编号"));
        await official.DoAsync(other, "steps/decline", new { route = "secret-or-privacy", secret = "military", reason = "门岗是涉密的" });
        using var second = new Worker(await city.Site.BrowserOfAsync(city.At(Role.CountyCentre).Person), $"/appeals/{it.Appeal.Value}");
        var desk = await second.ReadAsync($"/dispatch?work=purge&id={it.Appeal.Value}");
        var doubtful = await second.SendAsync($"{second.Appeal}/agree-purge", $"{second.Appeal}/agree-purge");
        await second.DoAsync("agree-purge", ("sure", "true"));
        using var program = await Official.OfAsync(city, Role.CountyCentre);
        await program.DoAsync(other, "steps/agree-purge", new { sure = true });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsure.StatusCode);
        Assert.Matches("name=\"secret\" value=\"State\" checked", again);
        Assert.Contains("申请清除涉密内容（国家秘密）", desk, StringComparison.Ordinal);
        Assert.Contains("图纸有编号", desk, StringComparison.Ordinal);
        Assert.Contains("请先确认", WebUtility.HtmlDecode(await doubtful.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
        var staff = await centre.ReadAsync(centre.Appeal);
        Assert.Contains("内容涉密（国家秘密），文字、照片、录音和地点已经清除", staff, StringComparison.Ordinal);
        Assert.DoesNotContain("风洞", staff, StringComparison.Ordinal);
        Assert.DoesNotContain("还剩", await centre.ReadAsync("/ledger?stage=declined"), StringComparison.Ordinal); // what has ended runs out of no time
        using var inspector = new Worker(await city.Site.BrowserOfAsync(city.At(Role.Inspector).Person), $"/oversight/record/{it.Appeal.Value}");
        Assert.Contains("涉密内容已经清除", await inspector.ReadAsync(inspector.Appeal), StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await city.Site.Http.GetStringAsync(new Uri($"/f/{it.Number}?code={it.Code}", UriKind.Relative), Ct));
        Assert.Contains("您发来的内容已经清除", page, StringComparison.Ordinal);
        Assert.Contains("您说的内容涉及秘密", page, StringComparison.Ordinal);
        Assert.DoesNotContain("风洞", page, StringComparison.Ordinal);
        var read = await official.AppealAsync(other);
        Assert.Equal(("declined", false), (read.GetProperty("stage").GetString(), read.GetRawText().Contains("风洞", StringComparison.Ordinal)));
    }
}
