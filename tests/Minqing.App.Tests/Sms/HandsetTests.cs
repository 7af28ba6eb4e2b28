using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Minqing.App.Notices;
using Minqing.App.Running;
using Minqing.Handset;
using Minqing.Integrations.Sms;

namespace Minqing.App.Tests.Sms;

[Trait("Spec", "P-05")]
public sealed class HandsetTests : IAsyncLifetime
{
    private readonly string file = Path.GetTempFileName();
    private WebApplication app = null!;
    private HttpClient http = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(_ => Inbox.Open(file));
        app = builder.Build();
        app.MapHandset();
        await app.StartAsync(Ct);
        http = new() { BaseAddress = new(app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        File.Delete(file);
    }

    [Fact]
    public async Task The_same_message_from_the_gateway_is_shown_once_and_its_repeats_are_counted()
    {
        var settings = new SmsSettings("POST", http.BaseAddress + "sms", new Dictionary<string, string>(), """{"phone":"{phone}","text":"{text}"}""") { Accepted = "\"code\":0" };
        using var gateway = new HttpSmsGateway(settings, NullLogger<HttpSmsGateway>.Instance);
        var id = Guid.CreateVersion7();

        for (var i = 0; i < 3; i++)
            Assert.IsType<Delivered>(await gateway.SendAsync(id, "13900000001", "红卫社区3号楼有人反映积水", Ct));

        Assert.Equal(new Stats(1, 2), await http.GetFromJsonAsync<Stats>("/api/stats", Ct));
        Assert.Equal("红卫社区3号楼有人反映积水", Assert.Single((await http.GetFromJsonAsync<List<Message>>("/api/messages?phone=13900000001", Ct))!).Text);
    }

    [Fact]
    public async Task A_restart_forgets_neither_messages_nor_their_ids()
    {
        await SendAsync("a", "13900000001", "一");
        await SendAsync("a", "13900000001", "一");

        await app.DisposeAsync();
        using var again = Inbox.Open(file);

        Assert.Equal(new Stats(1, 1), again.Stats());
        Assert.False(again.Take(new("a", "13900000001", "一", DateTime.UnixEpoch)));
    }

    [Fact]
    public async Task Words_are_shown_as_words_and_addresses_as_links()
    {
        await SendAsync("x", "13900000001", "<script>alert(1)</script> 请点 http://127.0.0.1:5311/l/abc?x=1&y=\"><b>，谢谢");

        var page = await http.GetStringAsync(new Uri("/phone/13900000001", UriKind.Relative), Ct);

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"http://127.0.0.1:5311/l/abc?x=1&amp;y=\" target=\"_blank\"", page, StringComparison.Ordinal);
        Assert.Contains("13900000001", await http.GetStringAsync(new Uri("/?q=0000", UriKind.Relative), Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "13900000001", "x")]
    [InlineData("a", "<b>", "x")]
    [InlineData("a", "13900000001", "")]
    public async Task What_is_no_message_is_refused(string id, string phone, string text) =>
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(id, phone, text));

    private async Task<HttpStatusCode> SendAsync(string id, string phone, string text)
    {
        using var answer = await http.PostAsJsonAsync("/sms", new { id, phone, text }, Ct);
        return answer.StatusCode;
    }
}
