using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Kernel;
using Minqing.Testing;
using Minqing.Testing.Web;

namespace Minqing.Web.Tests.Operation;

public sealed class OperationTests
{
    [Theory, OnBothDatabases]
    [Trait("Spec", "P-24")]
    public async Task A_node_is_ready_when_the_database_answers_and_its_schema_is_todays(Engine engine)
    {
        await using var site = await TestSite.OnAsync(engine);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(site, "/healthz"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(site, "/readyz"));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-24")]
    public async Task A_node_with_an_older_schema_is_alive_and_not_ready(Engine engine)
    {
        await using var site = await TestSite.OnAsync(engine);
        await using (var db = site.Test.NewDb())
            await db.Database.ExecuteSqlRawAsync("delete from schema_version where name = '0010_keys.sql'", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(site, "/healthz"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(site, "/readyz"));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-24")]
    public async Task A_node_without_its_database_is_alive_and_not_ready(Engine engine)
    {
        await using var site = await TestSite.OnAsync(engine, settings => settings with
        {
            Database = new(settings.Database.Kind, engine == Engine.Sqlite ? "Data Source=/nowhere/at/all.db" : "Host=127.0.0.1;Port=1;Timeout=1"),
        }, prepare: false);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(site, "/healthz"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(site, "/readyz"));
    }

    [Fact]
    [Trait("Spec", "P-24")]
    public async Task A_node_whose_loop_is_silent_is_not_ready()
    {
        await using var site = await TestSite.OnAsync(Engine.Sqlite);
        site.Services.GetRequiredService<Heartbeats>().Beat("outbox", TimeSpan.Zero);

        var answer = await site.Http.GetAsync("/readyz", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("silent: outbox", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "P-24")]
    public async Task A_stop_finishes_the_request_that_had_begun()
    {
        var begun = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        WebApplication? running = null;
        await using var site = await TestSite.OnAsync(Engine.Sqlite, routes: app =>
        {
            running = app;
            app.MapGet("/slow", async () =>
            {
                begun.SetResult();
                await go.Task;
                return "finished";
            });
        });
        var answer = site.Http.GetStringAsync("/slow", TestContext.Current.CancellationToken);
        await begun.Task;

        var stop = running!.StopAsync(TestContext.Current.CancellationToken);
        go.SetResult();

        Assert.Equal("finished", await answer);
        await stop;
    }

    private static async Task<HttpStatusCode> StatusAsync(TestSite site, string path) =>
        (await site.Http.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode;
}
