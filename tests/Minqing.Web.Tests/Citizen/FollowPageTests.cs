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
    [Trait("Spec", "P-14")]
    public async Task Guessing_must_wait_and_opening_the_address_alone_is_no_guess(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);
        var (number, code) = await person.ReportAsync();
        using var stranger = person.Site.Client();
        for (var i = 0; i < 20; i++)
            await stranger.GetAsync($"/f/{number}", Passerby.Ct);
        Assert.Contains("楼门口的下水道", await person.ReadAsync($"/f/{number}?code={code}"), StringComparison.Ordinal);

        for (var i = 0; i < 10; i++)
            await stranger.PostAsync("/f", new FormUrlEncodedContent([new("Number", number), new("Code", "222222")]), Passerby.Ct);
        var held = await stranger.PostAsync("/f", new FormUrlEncodedContent([new("Number", number), new("Code", code)]), Passerby.Ct);

        Assert.Equal(HttpStatusCode.TooManyRequests, held.StatusCode);
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

    [Theory, OnBothDatabases]
    public async Task The_course_names_posts_and_keeps_what_was_noted_among_officials(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);
        var (number, code) = await person.ReportAsync();
        await person.Officials.CallAsync(number);

        var page = await person.ReadAsync($"/f/{number}?code={code}");

        Assert.Contains("村（社区）书记给您打了电话", page, StringComparison.Ordinal);
        Assert.DoesNotContain("内部记录", page, StringComparison.Ordinal);
        Assert.Contains("正在办您的事</h1>", page, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-22")]
    public async Task What_is_solved_is_rated_in_three_parts_with_none_chosen_beforehand(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);
        var (number, code) = await person.ReportAsync();
        await person.Officials.SolveAsync(number);
        var page = $"/f/{number}?code={code}";

        var asked = await person.ReadAsync(page);
        var nothing = await person.SendAsync($"{page}&handler=Rate", "k", [], ("Attitude", "1"));
        await DoneAsync(person, page, "Rate", ("Result", "2"), ("Attitude", "1"), ("Words", "办得好"));
        var rated = await person.ReadAsync(page);

        Assert.Contains("<h1>办完了，请您说说办得怎么样</h1>", asked, StringComparison.Ordinal);
        Assert.Contains("下水道已经疏通", asked, StringComparison.Ordinal);
        Assert.DoesNotContain(" checked", asked, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.Contains("您评价了办理结果：满意", rated, StringComparison.Ordinal);
        Assert.Contains("<h1>这件事办完了</h1>", rated, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Rate", rated, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-23")]
    public async Task Not_satisfied_starts_again(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);
        var (number, code) = await person.ReportAsync();
        var page = $"/f/{number}?code={code}";
        await person.Officials.SolveAsync(number);

        await DoneAsync(person, page, "Rate", ("Result", "5"), ("Words", "还是堵的"));
        var again = await person.ReadAsync(page);

        Assert.Contains("您不满意，请原来的单位重新办", again, StringComparison.Ordinal);
        Assert.Contains("正在重新办您的事</h1>", again, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-27")]
    public async Task A_settled_matter_can_be_taken_up_again_and_pressure_be_told(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);
        var (number, code) = await person.ReportAsync();
        var page = $"/f/{number}?code={code}";
        await person.Officials.SolveAsync(number);
        await DoneAsync(person, page, "Rate", ("Result", "3"));

        await DoneAsync(person, page, "Pressure", ("Pressure", "有人打电话让我改成非常满意"));
        await DoneAsync(person, page, "Reopen", ("Reason", "下雨又堵了"));
        var again = await person.ReadAsync(page);

        Assert.Contains("只有监督人员看得到", again, StringComparison.Ordinal);
        Assert.Contains("下雨又堵了", again, StringComparison.Ordinal);
        Assert.Contains("按您的要求重新办", again, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-22")]
    public async Task After_a_bad_rating_pressure_can_be_told_while_it_is_worked_on_again(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);
        var (number, code) = await person.ReportAsync();
        var page = $"/f/{number}?code={code}";
        Assert.DoesNotContain("handler=Pressure", await person.ReadAsync(page), StringComparison.Ordinal);
        await person.Officials.SolveAsync(number);
        await DoneAsync(person, page, "Rate", ("Result", "5"));

        Assert.Contains("handler=Pressure", await person.ReadAsync(page), StringComparison.Ordinal);
        await DoneAsync(person, page, "Pressure", ("Pressure", "有人让我改成满意"));
        Assert.DoesNotContain("handler=Pressure", await person.ReadAsync(page), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_form_tapped_twice_is_taken_once(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);
        var (number, code) = await person.ReportAsync();
        var page = $"/f/{number}?code={code}";
        var key = await person.KeyAsync(page);

        for (var i = 0; i < 2; i++)
        {
            var answer = await person.SendAsync($"{page}&handler=Supplement", key, OnePixel.Jpeg, ("More", "水漫到路上了"));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await person.SendAsync($"{page}&handler=Urge", key, [])).StatusCode);
        }

        var course = await person.ReadAsync(page);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(course, "水漫到路上了"));
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(course, "您催了一次"));
    }

    private static async Task DoneAsync(Passerby person, string page, string handler, params (string, string)[] fields)
    {
        var answer = await person.SendAsync($"{page}&handler={handler}", "k", [], fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
