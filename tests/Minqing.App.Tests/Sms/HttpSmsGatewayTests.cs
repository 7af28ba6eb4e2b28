using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging.Abstractions;
using Minqing.App.Notices;
using Minqing.App.Running;
using Minqing.Integrations.Sms;

namespace Minqing.App.Tests.Sms;

[Trait("Spec", "P-05")]
public sealed class HttpSmsGatewayTests
{
    // Everything that could break out of a JSON string, a form, a tag, a header or the template itself.
    private const string Hostile = "积水\",\"to\":\"1\" &to=2 </t><t> {id} %26\r\nX-Evil: 1\\ 😀";
    private static readonly Guid Id = Guid.Parse("019a0000-0000-7000-8000-000000000001");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_stay_words_in_a_json_body()
    {
        await using var receiver = await Receiver.StartAsync();

        Assert.IsType<Delivered>(await SendAsync(Settings(receiver, """{"phone":"{phone}","text":"{text}","id":"{id}"}""")));

        var sent = receiver.All.Single();
        using var json = JsonDocument.Parse(sent.Body);
        Assert.Equal(["phone", "text", "id"], json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(Hostile, json.RootElement.GetProperty("text").GetString());
        Assert.Equal(("POST", "application/json; charset=utf-8", Id.ToString()), (sent.Method, sent.Headers["Content-Type"], sent.Headers["X-Message-Id"]));
    }

    [Fact]
    public async Task Words_stay_words_in_a_form()
    {
        await using var receiver = await Receiver.StartAsync();

        await SendAsync(Settings(receiver, "to={phone}&content={text}") with { Format = SmsFormat.Form });

        var form = QueryHelpers.ParseQuery(receiver.All.Single().Body);
        Assert.Equal(["content", "to"], form.Keys.Order());
        Assert.Equal((Hostile, "13900000001"), (form["content"].ToString(), form["to"].ToString()));
    }

    [Fact]
    public async Task Words_stay_words_in_xml()
    {
        await using var receiver = await Receiver.StartAsync();

        await SendAsync(Settings(receiver, "<sms><to>{phone}</to><t>{text}</t></sms>") with { Format = SmsFormat.Xml });

        var xml = XElement.Parse(receiver.All.Single().Body);
        Assert.Equal(["to", "t"], xml.Elements().Select(e => e.Name.LocalName));
        Assert.Equal(Hostile.ReplaceLineEndings("\n"), xml.Element("t")!.Value.Replace("\r", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_stay_words_in_address_and_headers()
    {
        await using var receiver = await Receiver.StartAsync();
        var settings = Settings(receiver, "") with
        {
            Method = "GET",
            Address = receiver.Url + "/send/{phone}?t={text}",
            Headers = new Dictionary<string, string> { ["X-Text"] = "a{text}b", ["Authorization"] = "Bearer key" },
        };

        await SendAsync(settings);

        var sent = receiver.All.Single();
        Assert.Equal(Hostile, QueryHelpers.ParseQuery(sent.Target[sent.Target.IndexOf('?')..])["t"].ToString());
        Assert.StartsWith("/send/13900000001?", sent.Target, StringComparison.Ordinal);
        Assert.Equal("Bearer key", sent.Headers["Authorization"]);
        Assert.DoesNotContain("X-Evil", sent.Headers.Keys);
    }

    [Theory]
    [InlineData(500, typeof(TryAgain))]
    [InlineData(503, typeof(TryAgain))]
    [InlineData(429, typeof(TryAgain))]
    [InlineData(401, typeof(TryAgain))]
    [InlineData(302, typeof(TryAgain))]
    [InlineData(400, typeof(GiveUp))]
    [InlineData(422, typeof(GiveUp))]
    public async Task What_may_pass_is_tried_again_and_what_cannot_is_given_up(int status, Type expected)
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = http =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        };

        var result = await SendAsync(Settings(receiver, "{}"));

        Assert.Equal(expected, result.GetType());
        Assert.Single(receiver.All); // no redirect is followed
    }

    [Fact]
    public async Task A_good_status_without_the_agreed_word_is_tried_again()
    {
        await using var receiver = await Receiver.StartAsync();
        var settings = Settings(receiver, "{}") with { Accepted = "\"code\":0" };
        receiver.Answer = http => http.Response.WriteAsync("""{"code":17}""");
        Assert.IsType<TryAgain>(await SendAsync(settings));

        receiver.Answer = http => http.Response.WriteAsync("""{"code":0}""");
        Assert.IsType<Delivered>(await SendAsync(settings));
    }

    [Fact]
    public async Task A_gateway_that_is_silent_or_away_is_tried_again()
    {
        var receiver = await Receiver.StartAsync();
        receiver.Answer = http => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        Assert.IsType<TryAgain>(await SendAsync(Settings(receiver, "{}") with { Timeout = TimeSpan.FromMilliseconds(200) }));

        var gone = Settings(receiver, "{}");
        await receiver.DisposeAsync();
        Assert.IsType<TryAgain>(await SendAsync(gone));
    }

    private static SmsSettings Settings(Receiver receiver, string body) => new("POST", receiver.Url + "/sms", new Dictionary<string, string>(), body);

    private static async Task<Delivery> SendAsync(SmsSettings settings)
    {
        using var gateway = new HttpSmsGateway(settings, NullLogger<HttpSmsGateway>.Instance);
        return await gateway.SendAsync(Id, "13900000001", Hostile, Ct);
    }
}
