using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Minqing.Testing;
using Minqing.Testing.Web;

namespace Minqing.Web.Tests.Composition;

public sealed class ServerTests
{
    [Fact]
    [Trait("Spec", "P-14")]
    public async Task A_request_larger_than_allowed_is_refused()
    {
        await using var site = await SiteAsync();

        var answer = await site.Http.PostAsync("/api/count", new ByteArrayContent(new byte[(1024 * 1024) + 1]), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("urn:minqing:problem:payload-too-large", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "P-14")]
    public async Task Headers_without_end_are_refused()
    {
        await using var site = await SiteAsync();
        site.Http.DefaultRequestHeaders.Add("X-Long", new string('x', 20_000));

        var answer = await site.Http.GetAsync("/healthz", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, answer.StatusCode);
    }

    [Fact]
    [Trait("Spec", "P-14")]
    public async Task A_body_that_drips_is_cut_off()
    {
        await using var site = await SiteAsync();
        using var socket = new TcpClient(site.Address.Host, site.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes("POST /api/count HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\nx"), TestContext.Current.CancellationToken);

        using var reader = new StreamReader(stream);
        var status = await reader.ReadLineAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 408", status, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Spec", "P-14")]
    [InlineData(true, "203.0.113.9")]
    [InlineData(false, "127.0.0.1")]
    public async Task Only_a_trusted_proxy_is_believed_about_the_callers_address(bool trusted, string expected)
    {
        await using var site = await SiteAsync(trusted);
        site.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");

        Assert.Equal(expected, await site.Http.GetStringAsync("/who", TestContext.Current.CancellationToken));
    }

    private static Task<TestSite> SiteAsync(bool trusted = false) => TestSite.OnAsync(
        Engine.Sqlite,
        settings => settings with { LargestRequest = 1, TrustedProxies = trusted ? [IPNetwork.Parse("127.0.0.0/8")] : [] },
        routes: app =>
        {
            app.MapGet("/who", (HttpContext context) => context.Connection.RemoteIpAddress!.MapToIPv4().ToString());
            app.MapPost("/api/count", async (HttpRequest request) =>
            {
                using var all = new MemoryStream();
                await request.Body.CopyToAsync(all);
                return all.Length;
            });
        });
}
