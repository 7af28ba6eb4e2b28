using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Minqing.Testing;
using Minqing.Testing.Web;

namespace Minqing.Web.Tests.Api;

[Trait("Spec", "I-30")]
public sealed class MediaApiTests
{
    // a WAV of one second, which needs no tool to be checked
    private static readonly byte[] Clip =
    [
        .. "RIFF"u8, 0xA4, 0x3E, 0, 0, .. "WAVEfmt "u8, 16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x80, 0x3E, 0, 0, 2, 0, 16, 0, .. "data"u8, 0x80, 0x3E, 0, 0, .. new byte[16000],
    ];

    [Theory, OnBothDatabases]
    public async Task A_clip_is_sent_as_the_body_whatever_type_is_claimed(Engine engine)
    {
        await using var site = await TestSite.OnAsync(engine);

        var answer = await site.Http.PostAsync("/api/v1/media?lat=35.7&lon=105.1", Body(Clip, "text/html"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var media = await JsonAsync(answer);
        Assert.Equal(("voice", "audio/wav", Clip.Length), (media.GetProperty("kind").GetString(), media.GetProperty("contentType").GetString(), media.GetProperty("size").GetInt32()));
        Assert.True(media.GetProperty("id").TryGetGuid(out _));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-14")]
    public async Task A_form_is_taken_and_its_file_name_ignored(Engine engine)
    {
        await using var site = await TestSite.OnAsync(engine);
        using var form = new MultipartFormDataContent { { new StringContent("35.7"), "lat" }, { new StringContent("105.1"), "lon" }, { Body(Clip, "image/jpeg"), "file", "../../../etc/cron.d/x;.php.jpg" } };

        var answer = await site.Http.PostAsync("/api/v1/media", form, TestContext.Current.CancellationToken);

        Assert.Equal("audio/wav", (await JsonAsync(answer)).GetProperty("contentType").GetString());
        Assert.All(Directory.GetFiles(Path.Combine(site.Test.Settings.Data, "media"), "*", SearchOption.AllDirectories), file => Assert.Matches("^[0-9a-f]{64}$", Path.GetFileName(file)));
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script>", "media-type-not-taken")]
    [InlineData("#!AMR\n\u003crubbish", "media-unreadable")]
    public async Task A_refusal_has_its_code_and_plain_words(string content, string code)
    {
        await using var site = await TestSite.OnAsync(Engine.Sqlite);

        var answer = await site.Http.PostAsync("/api/v1/media", Body(Encoding.Latin1.GetBytes(content), "audio/amr"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await JsonAsync(answer);
        Assert.Equal(($"urn:minqing:problem:{code}", "file"), (problem.GetProperty("type").GetString(), problem.GetProperty("field").GetString()));
    }

    [Fact]
    public async Task A_form_without_a_file_is_refused()
    {
        await using var site = await TestSite.OnAsync(Engine.Sqlite);
        using var form = new MultipartFormDataContent { { new StringContent("35.7"), "lat" } };

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.Http.PostAsync("/api/v1/media", form, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-12")]
    public async Task An_upload_in_pieces_goes_on_after_the_line_was_lost(Engine engine)
    {
        await using var site = await TestSite.OnAsync(engine);
        var begun = await site.Http.PostAsJsonAsync("/api/v1/media/uploads", new { size = Clip.Length, lat = 35.7, lon = 105.1 }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        var id = (await JsonAsync(begun)).GetProperty("id").GetGuid();

        await LoseLineAsync(site, id);
        var offset = await OffsetAsync(site, id);
        Assert.Equal(5000, offset);
        Assert.Equal(HttpStatusCode.Conflict, (await site.Http.PutAsync($"/api/v1/media/{id}?offset=0", Body(Clip, null), TestContext.Current.CancellationToken)).StatusCode);
        var done = await site.Http.PutAsync($"/api/v1/media/{id}?offset={offset}", Body(Clip[(int)offset..], null), TestContext.Current.CancellationToken);

        Assert.Equal("audio/wav", (await JsonAsync(done)).GetProperty("media").GetProperty("contentType").GetString());
        Assert.Equal(Clip.Length, await OffsetAsync(site, id));
    }

    [Fact]
    [Trait("Spec", "P-14")]
    public async Task More_than_the_limit_is_refused_before_it_is_sent()
    {
        await using var site = await TestSite.OnAsync(Engine.Sqlite);
        using var socket = new TcpClient(site.Address.Host, site.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes("POST /api/v1/media HTTP/1.1\r\nHost: x\r\nContent-Length: 60000000\r\n\r\n"), TestContext.Current.CancellationToken);

        using var reader = new StreamReader(stream);
        Assert.StartsWith("HTTP/1.1 422", await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "P-14")]
    public async Task An_unknown_upload_is_not_found()
    {
        await using var site = await TestSite.OnAsync(Engine.Sqlite);

        Assert.Equal(HttpStatusCode.NotFound, (await site.Http.GetAsync($"/api/v1/media/{Guid.CreateVersion7()}", TestContext.Current.CancellationToken)).StatusCode);
        await using var db = site.Test.NewDb();
        Assert.False(await db.Media.AnyAsync(TestContext.Current.CancellationToken));
    }

    // Promises the whole and closes after 5,000 bytes.
    private static async Task LoseLineAsync(TestSite site, Guid id)
    {
        using var socket = new TcpClient(site.Address.Host, site.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"PUT /api/v1/media/{id}?offset=0 HTTP/1.1\r\nHost: x\r\nContent-Length: {Clip.Length}\r\n\r\n"), TestContext.Current.CancellationToken);
        await stream.WriteAsync(Clip.AsMemory(0, 5000), TestContext.Current.CancellationToken);
        await UntilAsync(site, id, busy: true);
        socket.Client.Shutdown(SocketShutdown.Send);
        await UntilAsync(site, id, busy: false);
    }

    // While a piece is being written, there is no answer but "busy".
    private static async Task UntilAsync(TestSite site, Guid id, bool busy)
    {
        while ((await site.Http.GetAsync($"/api/v1/media/{id}", TestContext.Current.CancellationToken)).StatusCode == HttpStatusCode.TooManyRequests != busy)
        {
            await Task.Yield();
        }
    }

    private static async Task<long> OffsetAsync(TestSite site, Guid id)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Head, $"/api/v1/media/{id}");
        using var answer = await site.Http.SendAsync(ask, TestContext.Current.CancellationToken);
        return long.Parse(answer.Headers.GetValues("Upload-Offset").Single(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static ByteArrayContent Body(byte[] bytes, string? type)
    {
        var body = new ByteArrayContent(bytes);
        body.Headers.ContentType = type is null ? null : new(type);
        return body;
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
}
