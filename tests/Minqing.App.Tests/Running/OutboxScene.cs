using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Kernel;
using Minqing.Storage.Outbox;
using Minqing.Testing;

namespace Minqing.App.Tests.Running;

/// <summary>A database with one lane, whose handler leaves one row for each message and does what the test tells it.</summary>
internal sealed class OutboxScene : IAsyncDisposable
{
    public static readonly Lane Lane = new("test", 16, 4);

    private OutboxScene(TestDatabase test, MovableClock machine, Script script) => (Test, Machine, Script) = (test, machine, script);

    public TestDatabase Test { get; }

    /// <summary>Machine time, in which claims hold.</summary>
    public MovableClock Machine { get; }

    public Script Script { get; }

    public DrainOutbox Drain => Test.Services.GetRequiredService<DrainOutbox>();

    public static async Task<OutboxScene> OnAsync(Engine engine)
    {
        var (machine, script) = (new MovableClock(new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero)), new Script());
        var test = await TestDatabase.OnAsync(engine, services => services
            .AddSingleton(script)
            .AddLane<LeaveARow>(Lane)
            .Replace(ServiceDescriptor.Singleton(provider => new Leases(machine, provider.GetRequiredService<RunningSettings>()))));
        return new(test, machine, script);
    }

    public async Task<IReadOnlyList<Guid>> PutAsync(int count)
    {
        await using var db = Test.NewDb();
        var messages = Enumerable.Range(0, count).Select(i => new OutboxMessage { Id = Guid.CreateVersion7(), Kind = Lane.Kind, Payload = $"{i}", CreatedAt = Machine.Now() }).ToList();
        db.AddRange(messages);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return [.. messages.Select(m => m.Id)];
    }

    public async Task<int> BatchAsync() => await Drain.BatchAsync(Lane, TestContext.Current.CancellationToken);

    public async Task<OutboxMessage> MessageAsync(Guid id)
    {
        await using var db = Test.NewDb();
        return (await db.Outbox.FindAsync([id], TestContext.Current.CancellationToken))!;
    }

    public ValueTask DisposeAsync() => Test.DisposeAsync();
}

/// <summary>What the handler is told to do with a message, besides leaving its row.</summary>
internal sealed class Script
{
    public Func<OutboxMessage, CancellationToken, Task<Delivery>> Run { get; set; } = (_, _) => Task.FromResult(Delivery.Done);

    /// <summary>The id of the row that it leaves.</summary>
    public Func<Guid> Row { get; set; } = Guid.CreateVersion7;
}

/// <summary>Leaves a row that would be there twice if a message had its effect twice.</summary>
internal sealed class LeaveARow(MinqingDb db, Script script) : IOutboxHandler
{
    public async Task<Delivery> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        db.Texts.Add(new TextRow { Id = script.Row(), SubjectKind = SubjectKind.Appeal, SubjectId = message.Id, Words = message.Payload });
        return await script.Run(message, ct);
    }
}
