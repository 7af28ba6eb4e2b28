using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage.Appeals;
using Minqing.Testing;
using Minqing.Testing.Web;
using Minqing.Web.Tests.Api;
using Minqing.Web.Tests.Walking;

namespace Minqing.Web.Tests.Staff;

/// <summary>The centre's desk, the ruling by form and by interface, the assignment sheet, the folded steps.</summary>
public sealed class DispatchPagesTests
{
    private static CancellationToken Ct => WalkedCity.Ct;

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-12")]
    public async Task A_centre_rules_from_its_desk_and_comes_back_to_it(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var it = await Course(city).DisputedAsync();
        using var centre = await WorkerAsync(city, Role.CityCentre, it);

        var desk = await centre.ReadAsync("/dispatch");
        var answer = await centre.PostAsync(await centre.Http.GetStringAsync("/dispatch", Ct), $"{centre.Appeal}/decide", ("unit", city.Unit(2).ToString()), ("reason", "管网归镇里"), ("Back", "dispatch"));

        Assert.Contains("异议：不是我的职责", desk, StringComparison.Ordinal);
        Assert.Contains("管网归县里", desk, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, "/dispatch"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Equal(new UnitId(city.Unit(2)), (await CaseAsync(city, it)).Appeal.Lead);
        Assert.Contains("没有等您定的", await centre.ReadAsync("/dispatch"), StringComparison.Ordinal);
        Assert.Contains("裁定异议成立", await centre.ReadAsync(centre.Appeal), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-12")]
    public async Task What_is_missing_in_a_ruling_is_said_and_what_was_typed_stays(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var it = await Course(city).DisputedAsync();
        using var centre = await WorkerAsync(city, Role.CityCentre, it);

        var answer = await centre.SendAsync("/dispatch", $"{centre.Appeal}/decide", ("unit", city.Unit(2).ToString()), ("reason", ""), ("Back", "dispatch"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Matches($"value=\"{city.Unit(2)}\" selected", page);
        Assert.Contains("name=\"Back\" value=\"dispatch\"", page, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-12")]
    public async Task Two_rulings_at_once_by_the_interface_make_one(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var it = await Course(city).DisputedAsync();
        using var http = await city.Site.ProgramOfAsync(city.At(Role.CityCentre).Person);

        var answers = await Task.WhenAll(Enumerable.Range(2, 2).Select(level => http.PostAsJsonAsync($"/api/v1/appeals/{it.Appeal.Value}/rulings", new { unit = city.Unit(level), reason = "裁定" }, Ct)));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.Single((await CaseAsync(city, it)).Appeal.Orders, o => o.Ruled || (o.Open && o.Level == 4));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-12")]
    public async Task The_interface_refuses_a_unit_that_does_not_serve_the_place(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var it = await Course(city).DisputedAsync();
        using var centre = await Official.OfAsync(city, Role.CityCentre);

        var (status, code, field) = await centre.RefusedAsync(it, "rulings", new { unit = Guid.CreateVersion7(), reason = "裁定" });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "no-such-unit-here", "unit"), (status, code, field));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "D-04")]
    public async Task More_time_is_granted_from_the_desk(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var it = await Course(city).AskedOfAsync(3);
        using var centre = await WorkerAsync(city, Role.CountyCentre, it);

        var desk = await centre.ReadAsync("/dispatch?work=time");
        var answer = await centre.SendAsync("/dispatch", $"{centre.Appeal}/grant-extension", ("Back", "dispatch"));

        Assert.Contains("申请延长 3 个工作日", desk, StringComparison.Ordinal);
        Assert.Contains("要等配件", desk, StringComparison.Ordinal);
        Assert.Equal("/dispatch", answer.Headers.Location!.OriginalString);
        Assert.True((await CaseAsync(city, it)).Appeal.Extensions[0].Granted);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-13")]
    public async Task The_sheet_says_who_does_what_by_when_under_which_rule_and_not_who_reported(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var it = await Course(city).HelpedAsync(1, 2);
        using var centre = await WorkerAsync(city, Role.TownCentre, it);

        var sheet = await centre.ReadAsync($"{centre.Appeal}/sheet");

        Assert.Contains("主办", sheet, StringComparison.Ordinal);
        Assert.Contains("协办", sheet, StringComparison.Ordinal);
        Assert.Contains("出动吸污车", sheet, StringComparison.Ordinal);
        Assert.Matches(@"5 个工作日（白银市规则，[0-9a-f]+ 版）", sheet);
        Assert.DoesNotContain("王秀兰", sheet, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"138\d{8}", sheet);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-10")]
    [Trait("Spec", "H-15")]
    public async Task What_went_to_the_deputies_has_a_suggestion_sheet_that_does_not_say_who_reported(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var (it, other) = (await Course(city).HelpedAsync(1, 2), await Course(city).HelpedAsync(1, 2));
        using var centre = await WorkerAsync(city, Role.CountyCentre, it);
        await centre.DoAsync("refer", ("way", "DeputySuggestion"), ("to", "区人大代表李明（联络站）"), ("unit", city.Unit(3).ToString()), ("notice", "请代表提建议，王秀兰的电话是 13800001234"));
        using var helper = await WorkerAsync(city, Role.TownCentre, it);
        await helper.DoAsync("report-as-co", ("words", "窨井盖比路面低四公分"));

        Assert.Contains($"{centre.Appeal}/suggestion", await centre.ReadAsync(centre.Appeal), StringComparison.Ordinal);
        var sheet = await centre.ReadAsync($"{centre.Appeal}/suggestion");

        Assert.Contains("区人大代表李明（联络站）", sheet, StringComparison.Ordinal);
        Assert.Contains("窨井盖比路面低四公分", sheet, StringComparison.Ordinal);
        Assert.Matches("答复时限</dt><dd class=\"num\"><b>.+</b>", sheet);
        Assert.Contains("领衔代表", sheet, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"138\d{8}", sheet);
        Assert.Contains("没有转代表建议", await centre.ReadAsync($"/appeals/{other.Appeal.Value}/suggestion"), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-13")]
    public async Task A_centre_sees_its_usual_steps_and_the_rest_folded(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var it = await new Cases(city).LedByAsync(1);
        using var centre = await WorkerAsync(city, Role.CountyCentre, it);

        var page = await centre.ReadAsync(centre.Appeal);
        var usual = Regex.Match(page, "aria-label=\"还可以\">(.*?)</div>", RegexOptions.Singleline).Groups[1].Value;

        Assert.InRange(Regex.Count(usual, "button second"), 1, 4);
        Assert.Contains("其他处理", page, StringComparison.Ordinal);
        Assert.Contains($"{centre.Appeal}/suspend", page, StringComparison.Ordinal);
    }

    private static CourseCases Course(WalkedCity city) => new(city, new Cases(city));

    private static async Task<Worker> WorkerAsync(WalkedCity city, Role role, Case it) => new(await city.Site.BrowserOfAsync(city.At(role).Person), $"/appeals/{it.Appeal.Value}");

    private static async Task<AppealCase> CaseAsync(WalkedCity city, Case it)
    {
        await using var db = city.Site.Test.NewDb();
        return (await AppealCase.LoadAsync(db, it.Appeal, Ct))!;
    }
}
