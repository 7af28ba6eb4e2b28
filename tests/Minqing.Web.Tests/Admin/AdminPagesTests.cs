using System.Net;
using System.Net.Http.Json;
using System.Text;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Testing;

namespace Minqing.Web.Tests.Admin;

/// <summary>The administrator's other pages and their interface: regions, people, posts, codes, files, rules.</summary>
public sealed class AdminPagesTests
{
    private static readonly string[] Pages = ["/admin/regions", $"/admin/regions/{Town.City}", "/admin/units", "/admin/people", "/admin/posts", "/admin/codes", "/admin/files", "/admin/rules"];

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-11")]
    public async Task Only_administrators_open_the_pages(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        using var admin = await town.BrowserAsync(Role.Administrator);
        using var security = await town.BrowserAsync(Role.SecurityAdministrator);
        using var audit = await town.BrowserAsync(Role.AuditAdministrator);
        using var secretary = await town.BrowserAsync(Role.VillageSecretary, Town.Village);

        foreach (var page in Pages)
        {
            Assert.Equal((page, HttpStatusCode.OK), (page, await Town.StatusAsync(admin, page)));
            foreach (var other in (HttpClient[])[security, audit, secretary])
                Assert.Equal((page, HttpStatusCode.Forbidden), (page, await Town.StatusAsync(other, page)));
        }
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-11")]
    public async Task An_administrator_of_a_county_finds_nothing_of_another(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var post = await town.PostAsync(Role.VillageSecretary);
        using var elsewhere = await town.BrowserAsync(Role.Administrator, Town.OtherCounty);

        Assert.Equal(HttpStatusCode.NotFound, await Town.StatusAsync(elsewhere, $"/admin/regions/{Town.Village}"));
        Assert.Equal(HttpStatusCode.NotFound, await Town.StatusAsync(elsewhere, $"/admin/posts/{post.Id.Value}"));
        Assert.Equal(HttpStatusCode.NotFound, await Town.StatusAsync(elsewhere, $"/admin/people/{post.Holder!.Value.Value}"));
        Assert.Equal(HttpStatusCode.NotFound, await Town.StatusAsync(elsewhere, $"/admin/codes?region={Town.Village}"));
        Assert.Equal(HttpStatusCode.NotFound, (await Town.SendAsync(elsewhere, $"/admin/posts/{post.Id.Value}", "End")).StatusCode);
        foreach (var page in (string[])["/admin/regions?q=红卫", "/admin/people?q=王秀兰", "/admin/posts?q=王秀兰", "/admin/units?q=红卫"])
            Assert.Contains("没有找到", await Town.ReadAsync(elsewhere, page), StringComparison.Ordinal);
        Assert.NotNull((await town.PostAsync(Role.VillageSecretary)).Holder);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-05")]
    public async Task A_region_is_found_by_name_and_tells_who_answers_for_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        using var admin = await town.BrowserAsync(Role.Administrator);

        var found = await Town.ReadAsync(admin, "/admin/regions?q=红卫");
        var sheet = await Town.ReadAsync(admin, $"/admin/regions/{Town.Village}");

        Assert.Contains($"/admin/regions/{Town.Village}", found, StringComparison.Ordinal);
        Assert.Contains("王秀兰", sheet, StringComparison.Ordinal);
        Assert.Contains("138****8000", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("13800138000", sheet, StringComparison.Ordinal);
        Assert.Contains("data-tier=\"7\"", sheet, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-04")]
    public async Task A_post_is_ended_and_given_to_another_and_a_slip_keeps_what_was_typed(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var post = await town.PostAsync(Role.VillageSecretary);
        var page = $"/admin/posts/{post.Id.Value}";
        using var admin = await town.BrowserAsync(Role.Administrator, Town.County);

        var ended = await Town.SendAsync(admin, page, "End");
        var slip = await Town.SendAsync(admin, page, "Appoint", ("Number", "没有这个工号"));
        var words = WebUtility.HtmlDecode(await slip.Content.ReadAsStringAsync(Town.Ct));
        var future = await Town.SendAsync(admin, page, "Appoint", ("Number", "620402001000-town-commissioner"), ("Since", "2026-12-31"));
        var given = await Town.SendAsync(admin, page, "Appoint", ("Number", "620402001000-town-commissioner"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict, HttpStatusCode.Redirect), (ended.StatusCode, slip.StatusCode, future.StatusCode, given.StatusCode));
        Assert.Contains("value=\"没有这个工号\"", words, StringComparison.Ordinal);
        Assert.Contains("id=\"Number-error\"", words.Replace("'", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("赵兰英", await Town.ReadAsync(admin, page), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-01")]
    public async Task Codes_are_made_replaced_revoked_and_printed_by_the_page(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        using var admin = await town.BrowserAsync(Role.Administrator, Town.County);
        var page = $"/admin/codes?region={Town.Village}";

        var slip = await Town.SendAsync(admin, page, "Make", ("region", Town.Village), ("Kind", nameof(SiteCodeKind.Board)), ("Address", ""));
        await Town.SendAsync(admin, page, "Make", ("region", Town.Village), ("Kind", nameof(SiteCodeKind.Board)), ("Address", "居委会门口"));
        var code = (await town.CodesAsync()).Single().Code;
        var listed = await Town.ReadAsync(admin, page);
        var sheet = await admin.GetAsync($"/admin/codes?handler=sheet&region={Town.Village}", Town.Ct);
        await Town.SendAsync(admin, page, "Replace", ("region", Town.Village), ("code", code));
        var successor = (await town.CodesAsync()).Single(c => c.Code != code).Code;
        await Town.SendAsync(admin, page, "Revoke", ("region", Town.Village), ("code", successor));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (slip.StatusCode, sheet.StatusCode));
        Assert.Contains("居委会门口", listed, StringComparison.Ordinal);
        Assert.Equal("%PDF"u8.ToArray(), (await sheet.Content.ReadAsByteArrayAsync(Town.Ct))[..4]);
        Assert.All(await town.CodesAsync(), c => Assert.False(c.InUse));
        Assert.Contains("这里还没有二维码", await Town.ReadAsync(admin, page), StringComparison.Ordinal);
        Assert.Contains(successor, await Town.ReadAsync(admin, page + "&ended=true"), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-02")]
    public async Task A_file_is_checked_first_wrong_rows_are_told_and_a_good_one_is_taken(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        using var admin = await town.BrowserAsync(Role.Administrator);

        var wrong = await UploadAsync(admin, "工号,姓名,手机号\nA1,,\nA2,李明,12\n");
        var right = await UploadAsync(admin, "工号,姓名,手机号\nA1,李明,13800138001\n");
        var held = System.Text.RegularExpressions.Regex.Match(right, "name=\"Held\" value=\"([^\"]+)\"").Groups[1].Value;
        var before = await Town.ReadAsync(admin, "/admin/people?q=A1");
        var taken = await Town.SendAsync(admin, "/admin/files", "Take", ("Kind", "People"), ("Held", held));

        Assert.Contains("<td class=\"num\">2</td><td>姓名</td>", wrong, StringComparison.Ordinal);
        Assert.Contains("<td class=\"num\">3</td><td>手机", wrong, StringComparison.Ordinal);
        Assert.Contains("检查通过，还没有存", right, StringComparison.Ordinal);
        Assert.Contains("没有找到", before, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Contains("李明", await Town.ReadAsync(admin, "/admin/people?q=A1"), StringComparison.Ordinal);
        Assert.Contains("A1,李明,13800138001", await Town.ReadAsync(admin, "/admin/files?handler=export&kind=people"), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-02")]
    public async Task Whole_files_are_not_for_the_administrator_of_a_county(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        using var county = await town.BrowserAsync(Role.Administrator, Town.County);

        var refused = await UploadAsync(county, "工号,姓名\nA1,李明\n");
        var people = await county.GetAsync("/admin/files?handler=export&kind=people", Town.Ct);
        var regions = await Town.ReadAsync(county, "/admin/files?handler=export&kind=regions");

        Assert.Contains("由全市（本规则的全部辖区）的管理员办理", refused, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, people.StatusCode);
        Assert.Contains("红卫社区", regions, StringComparison.Ordinal);
        Assert.DoesNotContain("平川区", regions, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-04")]
    public async Task The_rules_stand_there_in_words_with_what_the_check_found(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        using var admin = await town.BrowserAsync(Role.Administrator);

        var page = await Town.ReadAsync(admin, "/admin/rules");

        Assert.Contains("规则文件夹没有问题", page, StringComparison.Ordinal);
        Assert.Contains("首次联系", page, StringComparison.Ordinal);
        Assert.Contains("30 分钟，每天 7:00–22:00 计时", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">市政环卫与生态环境</th><td>县（区）级城市管理部门<br>", page, StringComparison.Ordinal);
        Assert.Contains("版本 <span class=\"num\">2026-01</span>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("没有列入", page, StringComparison.Ordinal);
        Assert.Contains("<td>县（区）级发展和改革部门<br><small>待本地确认</small><br><small>10 个工作日</small></td>", page, StringComparison.Ordinal);
        Assert.Contains("<td>路面、标志或设施恢复正常，有修复前后照片<br><small>《中华人民共和国公路法》第八条</small><br><small>照片至少 1 张；用语“已修复”</small></td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("staff.clock", page, StringComparison.Ordinal);
        Assert.DoesNotContain("admin.rule", page, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task The_interface_does_what_the_pages_do(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        using var admin = await town.ProgramAsync(Role.Administrator);
        using var audit = await town.ProgramAsync(Role.AuditAdministrator);
        var post = (await town.PostAsync(Role.VillageSecretary)).Id.Value;
        const string api = "/api/v1/admin";

        foreach (var address in (string[])["regions", $"regions/{Town.Village}", "units", "people", "posts", $"posts/{post}", $"codes?region={Town.Village}", "files/posts", "rules"])
        {
            Assert.Equal((address, HttpStatusCode.OK), (address, await Town.StatusAsync(admin, $"{api}/{address}")));
            Assert.Equal((address, HttpStatusCode.Forbidden), (address, await Town.StatusAsync(audit, $"{api}/{address}")));
        }

        var made = await admin.PostAsJsonAsync($"{api}/codes", new { kind = "board", region = Town.Village, address = "居委会门口" }, Town.Ct);
        var code = (await town.CodesAsync()).Single().Code;
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await admin.PostAsync($"{api}/codes/{code}/replacement", null, Town.Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await admin.PostAsync($"{api}/codes/{code}/revocation", null, Town.Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await admin.PostAsJsonAsync($"{api}/posts/{post}/vacancy", new { }, Town.Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await admin.PostAsJsonAsync($"{api}/posts/{post}/holders", new { number = "620402001000-town-commissioner" }, Town.Ct)).StatusCode);
        var wrong = await admin.PostAsync($"{api}/files/people?dryRun=true", new StringContent("工号,姓名\nA1,\n", Encoding.UTF8, "text/csv"), Town.Ct);
        Assert.Contains("\"line\":2", await wrong.Content.ReadAsStringAsync(Town.Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await Town.StatusAsync(admin, $"{api}/files/nonsense"));
    }

    private static async Task<string> UploadAsync(HttpClient browser, string csv)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("People"), "Kind" },
            { new StringContent(await Town.TokenAsync(browser)), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "people.csv" },
        };
        var answer = await browser.PostAsync("/admin/files?handler=Check", form, Town.Ct);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Town.Ct));
    }
}
