using Microsoft.Extensions.DependencyInjection;
using Minqing.Storage;
using Minqing.Testing;

namespace Minqing.App.Tests.Databases;

public sealed class TestDatabaseTests
{
    [Theory, OnBothDatabases]
    public async Task The_programs_services_and_a_fresh_context_see_the_same_database(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await using var scope = test.Scope();
        var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
        db.Outbox.Add(new() { Id = Guid.CreateVersion7(), Kind = "test", Payload = "积水", CreatedAt = test.Clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        await using var other = test.NewDb();

        var message = Assert.Single(other.Outbox);
        Assert.Equal(("积水", test.Clock.GetUtcNow().UtcDateTime), (message.Payload, message.CreatedAt));
        Assert.Equal(DateTimeKind.Utc, message.CreatedAt.Kind);
    }

    [Fact]
    public async Task A_wait_ends_when_the_clock_passes_it()
    {
        var clock = new SettableClock();
        var wait = Task.Delay(TimeSpan.FromMinutes(30), clock, TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromMinutes(29));
        Assert.False(wait.IsCompleted);

        clock.Advance(TimeSpan.FromMinutes(1));
        await wait;
    }
}
