using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Minqing.Testing;
using Minqing.Testing.Web;

namespace Minqing.Web.Tests.Operation;

public sealed class OtlpTests
{
    [Fact]
    [Trait("Spec", "P-24")]
    public async Task A_collector_that_is_set_gets_the_figures()
    {
        var got = new TaskCompletionSource<string?>();
        await using var collector = await TestSite.OnAsync(Engine.Sqlite, routes: app => app.MapPost("/v1/metrics", (HttpRequest request) =>
        {
            got.TrySetResult(request.ContentType);
        }));

        await using (var site = await TestSite.OnAsync(Engine.Sqlite, settings => settings with { Otlp = collector.Address }))
            await site.Http.GetStringAsync("/healthz", TestContext.Current.CancellationToken);

        Assert.Equal("application/x-protobuf", await got.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }
}
