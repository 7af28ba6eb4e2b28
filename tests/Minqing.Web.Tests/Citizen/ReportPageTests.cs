using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Appeals;
using Minqing.Testing;

namespace Minqing.Web.Tests.Citizen;

/// <summary>The page behind a code, without scripts.</summary>
public sealed partial class ReportPageTests
{
    [Theory, OnBothDatabases]
    [Trait("Spec", "I-10")]
    [Trait("Spec", "I-13")]
    public async Task A_report_is_sent_and_answered_with_number_code_and_what_comes(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);

        var page = await person.ReadAsync(person.Page);
        var (number, code) = await person.ReportAsync();
        var receipt = await person.ReadAsync($"/f/{number}/receipt?code={code}");

        Assert.Contains("本码登记在", page, StringComparison.Ordinal);
        Assert.Contains("在 30 分钟内给您打电话", page, StringComparison.Ordinal);
        Assert.Contains(ReportNumber.Grouped(number), receipt, StringComparison.Ordinal);
        Assert.Contains(code, receipt, StringComparison.Ordinal);
        Assert.Contains("最晚今天 9:30", receipt, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-12")]
    [Trait("Spec", "H-31")]
    public async Task The_same_form_sent_five_times_at_once_is_one_report(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);
        var key = await person.KeyAsync(person.Page);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => person.SendAsync(person.Page, key, [], ("Words", "路灯不亮"))));

        Assert.Single(answers.Select(a => a.Headers.Location?.OriginalString).Distinct());
        Assert.Equal(1, await person.ReportsAsync());
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-11")]
    public async Task What_was_typed_stays_and_the_field_is_named_when_something_is_missing(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);

        var answer = await person.SendAsync(person.Page, ("Words", " "), ("Phone", "13800138000"), ("Name", "王<b>秀兰"), ("KeepIdentity", "true"));
        var page = await answer.Content.ReadAsStringAsync(Passerby.Ct);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("<a href='#Words'>什么事：请写一写是什么事", page, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"13800138000\"", page, StringComparison.Ordinal);
        Assert.Contains("王&lt;b&gt;秀兰", page, StringComparison.Ordinal);
        Assert.Contains("name=\"KeepIdentity\" value=\"true\" checked", page, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-11")]
    public async Task A_photo_comes_with_the_form_and_the_form_again_is_still_the_same_report(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);
        var key = await person.KeyAsync(person.Page);

        var first = await person.SendAsync(person.Page, key, OnePixel.Jpeg, ("Words", "井盖坏了"));
        var again = await person.SendAsync(person.Page, key, OnePixel.Jpeg, ("Words", "井盖坏了"));

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(1, await person.ReportsAsync());
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-14")]
    public async Task The_person_sees_their_own_photo_and_a_stranger_does_not(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);
        await person.SendAsync(person.Page, await person.KeyAsync(person.Page), OnePixel.Jpeg, ("Words", "井盖坏了"), ("KeepIdentity", "true"));
        var follow = Address().Match(await person.ReadAsync("/f")).Groups[1].Value;
        var photo = Photo().Match(await person.ReadAsync(follow)).Groups[1].Value;

        var own = await person.Site.Http.GetAsync(photo, Passerby.Ct);
        var strange = await person.Site.Http.GetAsync(photo.Replace("code=", "code=2", StringComparison.Ordinal), Passerby.Ct);

        Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (own.StatusCode, own.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.NotFound, strange.StatusCode);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-01")]
    public async Task A_code_that_hangs_nowhere_is_told_so(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);

        var answer = await person.Site.Http.GetAsync("/q/ZZZZZZZZ", Passerby.Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("重新扫一次", await answer.Content.ReadAsStringAsync(Passerby.Ct), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-11")]
    public async Task What_the_words_speak_of_is_said_before_sending_and_a_choice_silences_it(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);

        var suggested = await PreviewAsync();
        var chosen = await PreviewAsync(("Category", "C3"));
        var list = await person.ReadAsync($"{person.Page}?handler=Words");
        await person.SendAsync(person.Page, ("Words", "自来水浑浊"));
        await person.SendAsync(person.Page, ("Words", "自来水浑浊"), ("Category", "C3"));

        Assert.Contains("看着像是“水暖电气通信”方面的事（说到 自来水）", suggested, StringComparison.Ordinal);
        Assert.Matches("data-part=\"suggest\"[^>]* hidden[^>]*></p>", chosen);
        Assert.Contains("value=\"C3\" selected", chosen, StringComparison.Ordinal);
        Assert.Contains("水暖电气通信\t停水 停电", list, StringComparison.Ordinal);
        // What the person cannot choose is not put into their mouth either: it is for those who classify.
        Assert.DoesNotContain("自伤", list, StringComparison.Ordinal);
        Assert.Matches("data-part=\"suggest\"[^>]* hidden[^>]*></p>", await PreviewAsync(("Words", "邻居说活不下去了")));
        await using var db = person.Site.Test.NewDb();
        Assert.Equal(["A2", "C3"], await db.Reports.Select(r => r.Category).Order().ToListAsync(Passerby.Ct));

        async Task<string> PreviewAsync(params (string, string)[] more) =>
            WebUtility.HtmlDecode(await (await person.SendAsync($"{person.Page}?handler=Preview", more.Any(m => m.Item1 == "Words") ? more : [("Words", "自来水浑浊"), .. more])).Content.ReadAsStringAsync(Passerby.Ct));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-14")]
    public async Task Another_site_cannot_send_the_form(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine);
        person.Site.Http.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");

        var answer = await person.Site.Http.PostAsync(person.Page, new FormUrlEncodedContent([new("Words", "x"), new("Key", "k")]), Passerby.Ct);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(0, await person.ReportsAsync());
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [Trait("Spec", "I-10")]
    public async Task The_first_view_is_one_response_of_at_most_fourteen_kilobytes(string encoding)
    {
        await using var person = await Passerby.OnAsync(Engine.Sqlite);
        person.Site.Http.DefaultRequestHeaders.AcceptEncoding.ParseAdd(encoding);

        var answer = await person.Site.Http.GetAsync(person.Page, Passerby.Ct);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Passerby.Ct);
        var headers = answer.ToString().Length;

        Assert.InRange(bytes.Length + headers, 1, 14 * 1024);
        using var unpacked = new MemoryStream();
        await using (Stream packed = encoding == "br" ? new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress) : new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress))
            await packed.CopyToAsync(unpacked, Passerby.Ct);
        var page = System.Text.Encoding.UTF8.GetString(unpacked.ToArray());
        Assert.DoesNotContain("<link rel=\"stylesheet\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script src", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "I-16")]
    public async Task The_large_page_is_the_same_page_and_is_remembered()
    {
        await using var person = await Passerby.OnAsync(Engine.Sqlite);

        var large = await person.ReadAsync($"{person.Page}?elder=1");
        var later = await person.ReadAsync(person.Page);
        var normal = await person.ReadAsync($"{person.Page}?elder=0");

        Assert.Contains("class=\"elder\"", large, StringComparison.Ordinal);
        Assert.Contains("class=\"elder\"", later, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"elder\"", normal, StringComparison.Ordinal);
    }

    [GeneratedRegex("href=\"(/f/[^\"]+)\"")]
    private static partial Regex Address();

    [GeneratedRegex("<img src=\"([^\"]+)\"")]
    private static partial Regex Photo();
}
