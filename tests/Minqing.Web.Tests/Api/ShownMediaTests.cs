using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Minqing.App.Media;
using Minqing.Testing;
using Minqing.Testing.Web;
using Minqing.Web.Shared;

namespace Minqing.Web.Tests.Api;

[Trait("Spec", "I-30")]
public sealed class ShownMediaTests
{
    [Fact]
    public async Task A_player_gets_the_part_it_asks_for()
    {
        await using var site = await SiteAsync();
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/shown/audio/mp4") { Headers = { Range = new RangeHeaderValue(10, 19) } };

        using var answer = await site.Http.SendAsync(ask, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(Enumerable.Range(10, 10).Select(i => (byte)i), await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("image/jpeg", "inline")]
    [InlineData("audio/amr", "attachment")]
    public async Task It_can_do_no_harm_and_stays_nowhere_when_private(string type, string disposition)
    {
        await using var site = await SiteAsync();

        using var answer = await site.Http.GetAsync($"/shown/{type}?secret=true", TestContext.Current.CancellationToken);

        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal((disposition, type), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentType!.MediaType));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    private static Task<TestSite> SiteAsync() => TestSite.OnAsync(Engine.Sqlite, routes: app => app.MapGet(
        "/shown/{kind}/{form}",
        (string kind, string form, bool? secret) => new ShownMedia(new(new MemoryStream([.. Enumerable.Range(0, 200).Select(i => (byte)i)]), $"{kind}/{form}", new string('a', 64), secret == true, Origin.Unknown))));
}
