using System.Net;
using Minqing.Testing;

namespace Minqing.Web.Tests.Citizen;

/// <summary>The follow page: the whole course in plain words, and what the reporter can do.</summary>
[Trait("Spec", "I-14")]
public sealed class FollowPageTests
{
    [Theory, OnBothDatabases]
    public async Task It_says_what_is_happening_now_and_by_when(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);
        var (number, code) = await person.ReportAsync();

        var page = await person.ReadAsync($"/f/{number}?code={code}");

        Assert.Contains("<h1>我们收到了，马上有人给您打电话</h1>", page, StringComparison.Ordinal);
        Assert.Contains("最晚今天 9:30", page, StringComparison.Ordinal);
        Assert.Contains("楼门口的下水道堵了三天", page, StringComparison.Ordinal);
        Assert.Contains("还没有人看过", page, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task The_device_that_sent_it_needs_no_code(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);
        var (number, _) = await person.ReportAsync();

        Assert.Contains("楼门口的下水道", await person.ReadAsync($"/f/{number}"), StringComparison.Ordinal);
        Assert.Contains(number[..8], await person.ReadAsync("/f"), StringComparison.Ordinal);
        using var stranger = person.Site.Client();
        Assert.Equal($"/f?number={number}", (await stranger.GetAsync($"/f/{number}", Passerby.Ct)).Headers.Location?.OriginalString);
    }

    [Theory, OnBothDatabases]
    public async Task Wrong_number_and_wrong_code_are_answered_alike(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);
        var (number, code) = await person.ReportAsync();

        var wrongCode = await person.SendAsync("/f", "", [], ("Number", number), ("Code", "222222"));
        var wrongNumber = await person.SendAsync("/f", "", [], ("Number", "20260302222222Z"), ("Code", code));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (wrongCode.StatusCode, wrongNumber.StatusCode));
        Assert.Contains("没有找到", await wrongCode.Content.ReadAsStringAsync(Passerby.Ct), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_number_read_over_the_phone_opens_it(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);
        var (number, code) = await person.ReportAsync();

        var found = await person.SendAsync("/f", "", [], ("Number", $" {number[..8]} {number[8..14].ToLowerInvariant()}-{number[14]}"), ("Code", code.ToLowerInvariant()));

        Assert.Equal(HttpStatusCode.Redirect, found.StatusCode);
        Assert.StartsWith($"/f/{number}?code=", found.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Supplement_urge_and_withdraw_are_told_in_the_course(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);
        var (number, code) = await person.ReportAsync();
        var page = $"/f/{number}?code={code}";

        await DoneAsync(person, page, "Supplement", ("More", "今天水漫到路上了"));
        await DoneAsync(person, page, "Urge");
        var urged = await person.ReadAsync(page);
        await DoneAsync(person, page, "Withdraw", ("Why", "自己修好了"));
        var withdrawn = await person.ReadAsync(page);

        Assert.Contains("今天水漫到路上了", urged, StringComparison.Ordinal);
        Assert.Contains("您催了一次", urged, StringComparison.Ordinal);
        Assert.Contains("以后可以再催", urged, StringComparison.Ordinal);
        Assert.Contains("<h1>您已经撤回，不再办了</h1>", withdrawn, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Urge", withdrawn, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task An_empty_supplement_is_told_at_its_field(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);
        var (number, code) = await person.ReportAsync();

        var answer = await person.SendAsync($"/f/{number}?handler=Supplement&code={code}", "k", [], ("More", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("请写一写，或者加一张照片", await answer.Content.ReadAsStringAsync(Passerby.Ct), StringComparison.Ordinal);
    }

    private static async Task DoneAsync(Passerby person, string page, string handler, params (string, string)[] fields)
    {
        var answer = await person.SendAsync($"{page}&handler={handler}", "k", [], fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
