using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Minqing.App;
using Minqing.Testing;
using Minqing.Testing.Web;

namespace Minqing.Web.Tests.Citizen;

/// <summary>Very many send at once behind one code: each shows that a person writes, and nobody is shut out before that.</summary>
public sealed partial class CrowdTests
{
    private const string Numerals = "零一二三四五六七八九";

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-14")]
    public async Task In_a_crowd_a_person_answers_a_sum_and_what_was_typed_is_kept(Engine engine)
    {
        await using var person = await Passerby.OnAsync(engine, OnePerCode);
        await person.ReportAsync();

        var key = await person.KeyAsync(person.Page);
        var asked = await person.SendAsync(person.Page, key, [], ("Words", "井盖没有了"), ("Phone", "13800138000"));
        var page = WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync(Passerby.Ct));
        var (sum, token) = (SumOf(page), Token().Match(page).Groups[1].Value);
        var wrong = await AnswerAsync(person, key, token, sum + 1);
        var right = await AnswerAsync(person, key, token, sum);
        var again = await AnswerAsync(person, await person.KeyAsync(person.Page), token, sum);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (asked.StatusCode, page.Contains("井盖没有了", StringComparison.Ordinal)));
        Assert.Contains("href='#Answer'", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.StartsWith("/f/", right.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Equal(2, await person.ReportsAsync());
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-14")]
    public async Task Eight_times_a_crowd_is_the_end_even_with_the_right_answer(Engine engine)
    {
        await using var street = await Street.OnAsync(engine, OnePerCode);
        var answers = new List<HttpStatusCode>();
        object? proof = null;
        for (var i = 0; i < 8; i++)
        {
            var answer = await SubmitAsync(street, $"k{i}", proof);
            answers.Add(answer.StatusCode);
            if (answer.StatusCode == HttpStatusCode.UnprocessableEntity)
            {
                var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Passerby.Ct)).RootElement;
                Assert.Equal("urn:minqing:problem:human-not-shown", problem.GetProperty("type").GetString());
                proof = new { token = problem.GetProperty("token").GetString(), answer = $"{SumOf(problem.GetProperty("detail").GetString()!)}" };
            }
        }

        Assert.Equal([201, 422, 201, 422, 201, 422, 201, 429], answers.Select(a => (int)a));
    }

    private static Settings OnePerCode(Settings s) => s with { Limits = s.Limits with { ReportsPerCode = 1 } };

    private static Task<HttpResponseMessage> AnswerAsync(Passerby person, string key, string token, int sum) =>
        person.SendAsync(person.Page, key, [], ("Words", "井盖没有了"), ("Phone", "13800138000"), ("Asked", token), ("Answer", $"{sum}"));

    private static Task<HttpResponseMessage> SubmitAsync(Street street, string key, object? proof)
    {
        var content = JsonContent.Create(new { siteCode = street.Code, text = "路灯坏了", proof });
        content.Headers.Add("Idempotency-Key", key);
        return street.Site.Http.PostAsync(new Uri("/api/v1/reports", UriKind.Relative), content, Passerby.Ct);
    }

    private static int SumOf(string text) => Question().Match(text) is { Success: true } found
        ? Numerals.IndexOf(found.Groups[1].Value, StringComparison.Ordinal) + Numerals.IndexOf(found.Groups[2].Value, StringComparison.Ordinal)
        : throw new InvalidOperationException(text);

    [GeneratedRegex("([一二三四五六七八九])加([一二三四五六七八九])等于几")]
    private static partial Regex Question();

    [GeneratedRegex("""name="Asked" value="([^"]+)["]""")]
    private static partial Regex Token();
}
