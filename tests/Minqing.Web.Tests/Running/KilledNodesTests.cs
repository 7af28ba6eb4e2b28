using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Intake;
using Minqing.App.People;
using Minqing.Domain.Policy;
using Minqing.Handset;
using Minqing.Storage;
using Minqing.Testing;
using Minqing.Testing.Web;
using Minqing.Web.Demo;

namespace Minqing.Web.Tests.Running;

public sealed class KilledNodesTests(ITestOutputHelper output)
{
    // Received ten in a second from 09:00 on, so that the calls are due from 09:30:00 on.
    private static readonly DateTime Nine = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Timeout = 300_000)]
    [Trait("Spec", "D-07")]
    [Trait("Spec", "P-05")]
    public Task Two_nodes_one_of_them_killed_again_and_again_fire_every_deadline_once_and_show_every_sms_once() => KilledAsync(deadlines: 600, kills: 3);

    [Fact(Timeout = 300_000)]
    [Trait("Spec", "D-07")]
    [Trait("Spec", "P-05")]
    [Trait("Soak", "yes")]
    public Task The_same_holds_for_thousands_and_more_kills() => KilledAsync(deadlines: 2000, kills: 8);

    private async Task KilledAsync(int deadlines, int kills)
    {
        await using var test = await TestDatabase.OnAsync(Engine.Postgres);
        await FillAsync(test, deadlines);
        await using var handset = await HandsetAsync();
        var inbox = handset.Services.GetRequiredService<Inbox>();
        var time = Path.Combine(test.Settings.Data, "time");
        string[] arguments =
        [
            "--data", test.Settings.Data, "--postgres", test.Connection, "--clock", time,
            "--set", "loops.lease=2", "--set", $"sms.address={handset.Urls.First()}/sms", "--set", "log=console",
        ];
        await SetAsync(time, Nine.AddMinutes(29));

        var watch = Stopwatch.StartNew();
        using var survivor = await Node.StartAsync(arguments, Ct);
        for (var i = 0; i < kills; i++)
        {
            using var victim = await Node.StartAsync(arguments, Ct);
            await SetAsync(time, Nine.AddMinutes(30).AddMilliseconds(deadlines * 100.0 * (i + 1) / kills));
            await Task.Delay(500 + (i * 200), Ct); // in the middle of its work, each time at another point of it
            victim.Kill();
        }

        using var second = await Node.StartAsync(arguments, Ct);
        while (await LeftAsync(test, deadlines) is var left && left > 0)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(4), $"{left} still to be done");
            await Task.Delay(250, Ct);
        }

        await CheckAsync(test, deadlines, inbox);
        output.WriteLine($"{deadlines} deadlines and {kills} kills in {watch.Elapsed.TotalSeconds:0} s; SMS shown {inbox.Stats().Shown}, repeats dropped {inbox.Stats().Repeats}");
    }

    // Each effect once in the database, each message shown once, none lost.
    private static async Task CheckAsync(TestDatabase test, int deadlines, Inbox inbox)
    {
        await using var db = test.NewDb();
        var missed = await db.Journal.Where(j => j.Step == "clock-missed").Select(j => j.SubjectId).ToListAsync(Ct);
        Assert.Equal((deadlines, deadlines), (missed.Count, missed.Distinct().Count()));
        Assert.Equal(deadlines, await db.Reports.CountAsync(r => r.Rungs == 2, Ct));
        Assert.Equal(0, await db.Clocks.CountAsync(c => c.ClaimedBy != null, Ct));

        var joined = await db.Notices.CountAsync(n => n.Kind == Domain.Notices.NoticeKind.FirstCallJoined, Ct);
        Assert.Equal(joined, await db.Notices.Where(n => n.Kind == Domain.Notices.NoticeKind.FirstCallJoined).Select(n => new { n.Appeal, n.Person }).Distinct().CountAsync(Ct));
        Assert.Equal(deadlines, await db.Notices.Where(n => n.Kind == Domain.Notices.NoticeKind.FirstCallJoined).Select(n => n.Appeal).Distinct().CountAsync(Ct));

        var sent = await db.Outbox.Where(m => m.Kind == "sms").ToListAsync(Ct);
        Assert.All(sent, m => Assert.NotNull(m.DoneAt));
        Assert.InRange(sent.Count, deadlines, int.MaxValue);
        Assert.Equal(sent.Count, inbox.Stats().Shown);
        Assert.Equal(await db.Notices.CountAsync(n => n.Sms != null, Ct), sent.Count);
    }

    private static async Task<int> LeftAsync(TestDatabase test, int deadlines)
    {
        await using var db = test.NewDb();
        return deadlines - await db.Journal.CountAsync(j => j.Step == "clock-missed", Ct) + await db.Outbox.CountAsync(m => m.DoneAt == null, Ct);
    }

    // Moved into place, so that no node reads half an instant.
    private static async Task SetAsync(string path, DateTime at)
    {
        await File.WriteAllTextAsync(path + ".new", at.ToString("O"), Ct);
        File.Move(path + ".new", path, overwrite: true);
    }

    private static async Task FillAsync(TestDatabase test, int deadlines)
    {
        await using (var scope = test.Scope())
        {
            await ActivatorUtilities.CreateInstance<DemoMark>(scope.ServiceProvider).BeginAsync(Ct);
            await ActivatorUtilities.CreateInstance<DemoRegions>(scope.ServiceProvider).RunAsync(await OneTown.WriteAsync(test.Settings.Data), Ct, grids: 12);
            await ActivatorUtilities.CreateInstance<DemoPeople>(scope.ServiceProvider).FillAsync("620400000000", DemoExtent.Whole, Ct);
        }

        await using (var scope = test.Scope())
        {
            // Nobody needs to hear of the posts that were filled, and only the tier that joins has telephones: thousands of messages are enough.
            var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
            await db.Outbox.ExecuteDeleteAsync(Ct);
            var grid = await db.Regions.Where(r => r.Level == RegionLevel.Grid).OrderBy(r => r.Code).FirstAsync(Ct);
            var joining = (await scope.ServiceProvider.GetRequiredService<Chains>().AtAsync(grid.Path, Ct)).Chain.Links[1].Acting.Select(p => p.Person!.Value).ToList();
            await db.Persons.Where(p => !joining.Contains(p.Id)).ExecuteUpdateAsync(set => set.SetProperty(p => p.Phone, (string?)null), Ct);
        }

        for (var i = 0; i < deadlines; i += 200)
        {
            await using var scope = test.Scope();
            var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
            var grid = await db.Regions.Where(r => r.Level == RegionLevel.Grid).OrderBy(r => r.Code).FirstAsync(Ct);
            var where = await scope.ServiceProvider.GetRequiredService<Chains>().AtAsync(grid.Path, Ct);
            var (rules, newCase) = (scope.ServiceProvider.GetRequiredService<RuleBook>().For(grid.Path), scope.ServiceProvider.GetRequiredService<NewCase>());
            for (var n = i; n < i + 200; n++)
            {
                // Urgent, so that no digest holds a message back.
                var submission = new Submission(null, grid.Code, $"第{n}件：楼门口积水", Address: $"{n}号楼", CategoryCode: "R22");
                Assert.True((await newCase.RunAsync(submission, new(grid.Id, grid.Path, $"{n}号楼"), where, rules, Nine.AddMilliseconds(n * 100), Ct)).Ok);
            }

            await db.SaveChangesAsync(Ct);
        }
    }

    private static async Task<WebApplication> HandsetAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(_ => Inbox.Open(null));
        var app = builder.Build();
        app.MapHandset();
        await app.StartAsync(Ct);
        return app;
    }
}
