using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Minqing.App.Running;
using Minqing.Storage;
using Minqing.Storage.Outbox;
using Minqing.Testing;

namespace Minqing.App.Tests.Running;

[Trait("Spec", "D-07")]
public sealed class LoopsTests
{
    private static readonly Lane Lane = new("test", 16, 4);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_saved_message_wakes_the_loop_which_rests_otherwise(Engine engine)
    {
        var heard = new TaskCompletionSource<Guid>(TaskCreationOptions.RunContinuationsAsynchronously);
        var script = new Script
        {
            Run = (message, _) =>
            {
                heard.TrySetResult(message.Id);
                return Task.FromResult(Delivery.Done);
            },
        };
        await using var test = await TestDatabase.OnAsync(engine, services => services
            .AddSingleton(script).AddLane<LeaveARow>(Lane).AddLoops()
            .Replace(ServiceDescriptor.Singleton(new RunningSettings { Rest = TimeSpan.FromHours(1) })));
        var loop = Loop(test.Services, "OutboxLoop");
        await loop.StartAsync(Ct);

        await using (var scope = test.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
            db.Outbox.Add(new() { Id = Guid.CreateVersion7(), Kind = Lane.Kind, Payload = "1", CreatedAt = test.Clock.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync(Ct);
        }

        await heard.Task.WaitAsync(TimeSpan.FromSeconds(30), Ct);
        await loop.StopAsync(Ct);
        await using var after = test.NewDb();
        Assert.NotNull((await after.Outbox.SingleAsync(m => m.Kind == Lane.Kind, Ct)).DoneAt);
    }

    [Theory, OnBothDatabases]
    public async Task A_clock_that_comes_due_wakes_the_timers_though_nothing_was_saved(Engine engine)
    {
        await using var scene = await ClockScene.OnAsync(engine, services => services.AddLoops().Replace(ServiceDescriptor.Singleton(new RunningSettings { Rest = TimeSpan.FromHours(1) })));
        var report = (await scene.ReceiveAsync(1))[0];
        var timers = Loop(scene.Test.Services, "TimerLoop");
        await timers.StartAsync(Ct);

        // The loop looks, finds nothing due and waits for 09:15; only then is there a timer to pass.
        var rung = scene.Test.Services.GetRequiredService<Signal>().Rung;
        for (var i = 0; i < 200 && !rung.IsCompleted; i++)
        {
            scene.Test.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.WhenAny(rung, Task.Delay(100, Ct));
        }

        await timers.StopAsync(Ct);
        Assert.Contains((await scene.JournalAsync(report)).Select(j => j.Step), step => step is "clock-warned" or "clock-missed");
    }

    [Fact]
    public async Task What_one_node_saves_wakes_the_others_on_postgres()
    {
        await using var test = await TestDatabase.OnAsync(Engine.Postgres, services => services.AddLoops());
        await using var other = new ServiceCollection().AddLogging(l => l.ClearProviders()).AddMinqingApp(test.Settings).AddLoops().BuildServiceProvider();
        var (here, there) = (Loop(test.Services, "Wire"), Loop(other, "Wire"));
        await here.StartAsync(Ct);
        await there.StartAsync(Ct);
        var rung = other.GetRequiredService<Signal>().Rung;

        // Until the other one listens, calls are lost on purpose: its loops look by themselves.
        for (var i = 0; i < 300 && !rung.IsCompleted; i++)
        {
            await using var scope = test.Scope();
            var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
            db.Outbox.Add(OutboxMessage.OfEntry(Guid.CreateVersion7(), test.Clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(Ct);
            await Task.WhenAny(rung, Task.Delay(100, Ct));
        }

        Assert.True(rung.IsCompleted);
        await here.StopAsync(Ct);
        await there.StopAsync(Ct);
    }

    private static IHostedService Loop(IServiceProvider services, string name) => services.GetServices<IHostedService>().Single(s => s.GetType().Name == name);
}
