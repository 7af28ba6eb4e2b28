using Microsoft.EntityFrameworkCore;
using Minqing.App.Administration.Queues;
using Minqing.App.People;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage.Outbox;
using Minqing.Testing;

namespace Minqing.App.Tests.Administration;

/// <summary>What an administrator sees of the background's work, and does about it (P-24).</summary>
[Trait("Spec", "P-24")]
public sealed class QueueTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Waiting_failing_and_given_up_messages_are_counted_apart(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        await PutAsync(city, waiting: 2, failing: 1, dead: 3, delivered: 4);

        var now = (await city.Test.RunAsync<ReadOperation, Result<OperationNow>>(async r => await r.RunAsync(await city.AdministratorAsync(), Ct))).Value;

        Assert.Equal(new QueueNow("sms", 3, city.Start, 1, 3), now.Queues.Single(q => q.Kind == "sms"));
        Assert.Equal(3, now.Dead);
    }

    [Theory, OnBothDatabases]
    public async Task A_dead_letter_that_is_tried_again_is_due_with_all_its_attempts(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        await PutAsync(city, dead: 1);
        var admin = await city.AdministratorAsync();
        var letter = (await ListAsync(city, admin)).Value.Rows.Single();

        var done = await city.Test.RunAsync<RetryDeadLetter, Result<Done>>(r => r.RunAsync(admin, letter.Id, Ct));
        var twice = await city.Test.RunAsync<RetryDeadLetter, Result<Done>>(r => r.RunAsync(admin, letter.Id, Ct));

        await using var db = city.Test.NewDb();
        var message = await db.Outbox.SingleAsync(m => m.Id == letter.Id, Ct);
        Assert.True(done.Ok);
        Assert.IsType<NoSuchDeadLetter>(twice.Problem);
        Assert.Equal((null, 0), (message.FailedAt, message.Attempts));
        Assert.Empty((await ListAsync(city, admin)).Value.Rows);
    }

    [Theory, OnBothDatabases]
    public async Task A_dead_letter_set_aside_is_gone_from_the_list_and_never_drawn(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        await PutAsync(city, dead: 1);
        var admin = await city.AdministratorAsync();
        var letter = (await ListAsync(city, admin)).Value.Rows.Single();

        await city.Test.RunAsync<SetAsideDeadLetter, Result<Done>>(s => s.RunAsync(admin, letter.Id, Ct));

        await using var db = city.Test.NewDb();
        Assert.Empty((await ListAsync(city, admin)).Value.Rows);
        Assert.Empty(await db.Outbox.Due("sms", city.Start.AddYears(9)).Where(m => m.Id == letter.Id).ToListAsync(Ct));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-11")]
    public async Task Only_administrators_see_and_touch_the_queues(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        await PutAsync(city, dead: 1);
        var letter = (await ListAsync(city, await city.AdministratorAsync())).Value.Rows.Single();
        var secretary = await city.ViewerAsync(Role.CityPoliticalLegalSecretary, SmallCity.City);

        var refused = new NotForYou(Permission.SeeOperations);
        Assert.Equal(refused, (await city.Test.RunAsync<ReadOperation, Result<OperationNow>>(r => r.RunAsync(secretary, Ct))).Problem);
        Assert.Equal(refused, (await ListAsync(city, secretary)).Problem);
        Assert.Equal(refused, (await city.Test.RunAsync<RetryDeadLetter, Result<Done>>(r => r.RunAsync(secretary, letter.Id, Ct))).Problem);
        Assert.Equal(refused, (await city.Test.RunAsync<SetAsideDeadLetter, Result<Done>>(r => r.RunAsync(secretary, letter.Id, Ct))).Problem);
    }

    private static Task<Result<DeadLetterPage>> ListAsync(SmallCity city, Viewer viewer) =>
        city.Test.RunAsync<ListDeadLetters, Result<DeadLetterPage>>(l => l.RunAsync(viewer, 1, Ct));

    private static async Task PutAsync(SmallCity city, int waiting = 0, int failing = 0, int dead = 0, int delivered = 0)
    {
        await using var db = city.Test.NewDb();
        db.AddRange(Enumerable.Range(0, waiting).Select(_ => Message(city)));
        db.AddRange(Enumerable.Range(0, failing).Select(_ => Message(city, m => (m.DueAt, m.Error) = (city.Start, "timeout"))));
        db.AddRange(Enumerable.Range(0, dead).Select(_ => Message(city, m => (m.FailedAt, m.Attempts, m.Error) = (city.Start, 12, "timeout"))));
        db.AddRange(Enumerable.Range(0, delivered).Select(_ => Message(city, m => m.DoneAt = city.Start)));
        await db.SaveChangesAsync(Ct);
    }

    private static OutboxMessage Message(SmallCity city, Action<OutboxMessage>? so = null)
    {
        var message = new OutboxMessage { Id = Guid.CreateVersion7(), Kind = "sms", Payload = "{}", CreatedAt = city.Start };
        so?.Invoke(message);
        return message;
    }
}
