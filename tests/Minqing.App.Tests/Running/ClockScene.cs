using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Minqing.App.Kernel;
using Minqing.App.Policy;
using Minqing.App.Running;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage.Kernel;
using Minqing.Testing;

namespace Minqing.App.Tests.Running;

/// <summary>Reports received at 09:00 whose first call is due at 09:30, warned of at 09:15 and 09:24, and after it four working hours later.</summary>
internal sealed class ClockScene : IAsyncDisposable
{
    private ClockScene(TestDatabase test, MovableClock machine) => (Test, Machine) = (test, machine);

    public TestDatabase Test { get; }

    /// <summary>Machine time, in which claims hold.</summary>
    public MovableClock Machine { get; }

    public FireClocks Fire => Test.Services.GetRequiredService<FireClocks>();

    public static Profile Profile { get; } = new(
        "test", "1", "Test", "620400000000", Hours.Default, [], [], [],
        [new("call", ClockKind.FirstCall, new(30, Measure.DutyMinutes))],
        [new(1, Percent: 50), new(1, Percent: 80), new(1, AfterDue: new(0, Measure.DutyMinutes)), new(2, AfterDue: new(240, Measure.WorkingMinutes))],
        [new("0", "Other")],
        new(9, 10, 60, 2000, false, false, "0943-12345"), new(3, 2), new(2, 15, 24), new(3, 3, 2, true),
        new Dictionary<string, string>(), []);

    public static async Task<ClockScene> OnAsync(Engine engine, Action<IServiceCollection>? change = null)
    {
        var machine = new MovableClock(new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        var test = await TestDatabase.OnAsync(engine, services =>
        {
            services.AddSingleton(Profile).Replace(ServiceDescriptor.Singleton(provider => new Leases(machine, provider.GetRequiredService<RunningSettings>())));
            change?.Invoke(services);
        });
        return new(test, machine);
    }

    public async Task<IReadOnlyList<ReportId>> ReceiveAsync(int count)
    {
        await using var db = Test.NewDb();
        var rules = new Rules(Profile, new(Profile), Test.Services.GetRequiredService<Timetables>().InForce);
        var reports = Enumerable.Range(0, count).Select(i => Received(rules, new By(Actor.Reporter, Test.Clock.Now()))).ToList();
        db.Reports.AddRange(reports);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return [.. reports.Select(r => r.Id)];
    }

    public Task<int> BatchAsync(int count = 50) => Fire.BatchAsync(count, TestContext.Current.CancellationToken);

    /// <summary>The steps in a report's journal, in their order.</summary>
    public async Task<IReadOnlyList<JournalRow>> JournalAsync(ReportId report)
    {
        await using var db = Test.NewDb();
        return await db.Journal.Where(j => j.SubjectId == report.Value).OrderBy(j => j.Seq).ToListAsync(TestContext.Current.CancellationToken);
    }

    public async Task<Clock> ClockAsync(ReportId report)
    {
        await using var db = Test.NewDb();
        return await db.Clocks.SingleAsync(c => c.SubjectId == report.Value, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => Test.DisposeAsync();

    private static Report Received(Rules rules, By by)
    {
        var (id, words) = (Guid.CreateVersion7(), new Written(Guid.CreateVersion7(), "积水", [1]));
        var received = new ReportReceived(
            id.ToString("N"), new(Guid.CreateVersion7()), Channel.Code, new(new(Guid.Empty), "62/", "楼下", null, null), DateOnly.FromDateTime(by.At), words.Id, [], "0", false, true,
            ["tier1:a", "tier2:b"], null, "test", "1");
        return Report.Receive(new(id), received, words, [], Urgency.Normal, rules, by);
    }
}
