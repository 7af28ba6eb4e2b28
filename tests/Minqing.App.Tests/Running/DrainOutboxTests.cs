using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Running;
using Minqing.Domain.Kernel;
using Minqing.Storage.Outbox;
using Minqing.Testing;

namespace Minqing.App.Tests.Running;

[Trait("Spec", "D-07")]
public sealed class DrainOutboxTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_message_is_done_in_the_save_of_its_effect(Engine engine)
    {
        await using var scene = await OutboxScene.OnAsync(engine);
        var id = (await scene.PutAsync(1))[0];

        Assert.Equal(1, await scene.BatchAsync());
        Assert.Equal(0, await scene.BatchAsync());

        var message = await scene.MessageAsync(id);
        Assert.Equal((scene.Machine.GetUtcNow().UtcDateTime, null, 1), (message.DoneAt, message.ClaimedBy, message.Attempts));
        Assert.Equal(1, await EffectsAsync(scene));
    }

    [Theory, OnBothDatabases]
    public async Task A_claim_keeps_others_away_until_its_lease_ends(Engine engine)
    {
        await using var scene = await OutboxScene.OnAsync(engine);
        await scene.PutAsync(3);
        await using (var dead = scene.Test.NewDb())
            await dead.ClaimAsync(OutboxScene.Lane.Kind, Guid.CreateVersion7(), 10, Now(scene), Now(scene).AddSeconds(30), Ct);

        scene.Machine.Move(TimeSpan.FromSeconds(29));
        Assert.Equal(0, await scene.BatchAsync());

        scene.Machine.Move(TimeSpan.FromSeconds(2));
        Assert.Equal(3, await scene.BatchAsync());
        Assert.Equal(3, await EffectsAsync(scene));
    }

    [Theory, OnBothDatabases]
    public async Task Who_lost_the_claim_leaves_nothing_behind(Engine engine)
    {
        await using var scene = await OutboxScene.OnAsync(engine);
        var id = (await scene.PutAsync(1))[0];
        var first = true;
        scene.Script.Run = async (_, _) =>
        {
            if (first)
            {
                first = false;
                scene.Machine.Move(TimeSpan.FromSeconds(31)); // it was slow: another node takes over and is done
                await scene.BatchAsync();
            }

            return Delivery.Done;
        };

        await scene.BatchAsync();

        Assert.Equal(1, await EffectsAsync(scene));
        Assert.Equal((true, 2), (await scene.MessageAsync(id) is { DoneAt: not null, FailedAt: null } done, (await scene.MessageAsync(id)).Attempts));
    }

    [Theory, OnBothDatabases]
    public async Task A_message_that_never_works_becomes_a_dead_letter_and_holds_up_nobody(Engine engine)
    {
        await using var scene = await OutboxScene.OnAsync(engine);
        var ids = await scene.PutAsync(3);
        scene.Script.Run = (message, _) => message.Id == ids[0] ? throw new InvalidOperationException("broken") : Task.FromResult(Delivery.Done);

        for (var i = 0; i < new RunningSettings().Attempts; i++)
        {
            await scene.BatchAsync();
            scene.Machine.Move(TimeSpan.FromHours(1));
        }

        Assert.Equal(0, await scene.BatchAsync());
        var dead = await scene.MessageAsync(ids[0]);
        Assert.Equal((null, true, "InvalidOperationException"), (dead.DoneAt, dead.FailedAt is not null, dead.Error));
        Assert.Equal(2, await EffectsAsync(scene));
    }

    [Theory, OnBothDatabases]
    public async Task A_failed_attempt_is_repeated_later_each_time_after_a_longer_wait(Engine engine)
    {
        await using var scene = await OutboxScene.OnAsync(engine);
        var id = (await scene.PutAsync(1))[0];
        scene.Script.Run = (_, _) => Task.FromResult<Delivery>(new TryAgain("gateway away"));

        await scene.BatchAsync();
        Assert.Equal((Now(scene).AddSeconds(1), "gateway away"), ((await scene.MessageAsync(id)).DueAt, (await scene.MessageAsync(id)).Error));

        scene.Machine.Move(TimeSpan.FromSeconds(1));
        await scene.BatchAsync();
        Assert.Equal(Now(scene).AddSeconds(4), (await scene.MessageAsync(id)).DueAt);
        Assert.Equal(0, await EffectsAsync(scene));
    }

    [Theory, OnBothDatabases]
    public async Task What_can_never_work_is_given_up_at_once(Engine engine)
    {
        await using var scene = await OutboxScene.OnAsync(engine);
        var id = (await scene.PutAsync(1))[0];
        scene.Script.Run = (_, _) => Task.FromResult<Delivery>(new GiveUp("no such number"));

        await scene.BatchAsync();

        Assert.Equal((true, "no such number"), ((await scene.MessageAsync(id)).FailedAt is not null, (await scene.MessageAsync(id)).Error));
    }

    [Theory, OnBothDatabases(1)]
    [OnBothDatabases(int.MaxValue)]
    public async Task What_lost_a_race_is_done_again_at_once_but_not_for_ever(Engine engine, int lost)
    {
        await using var scene = await OutboxScene.OnAsync(engine);
        var id = (await scene.PutAsync(1))[0];
        var (taken, tries) = (Guid.CreateVersion7(), 0);
        scene.Script.Row = () => ++tries <= lost ? taken : Guid.CreateVersion7();
        scene.Script.Run = async (_, _) =>
        {
            if (tries == 1)
            {
                await using var other = scene.Test.NewDb();
                other.Texts.Add(new() { Id = taken, SubjectKind = SubjectKind.Appeal, SubjectId = id, Words = "first" });
                await other.SaveChangesAsync(Ct);
            }

            return Delivery.Done;
        };

        await scene.BatchAsync();

        var message = await scene.MessageAsync(id);
        Assert.Equal(lost == 1 ? (true, null, 2, 2) : (false, "DbUpdateException", 10, 1), (message.DoneAt is not null, message.Error, tries, await EffectsAsync(scene)));
        Assert.Equal(1, message.Attempts);
    }

    [Theory, OnBothDatabases]
    public async Task Many_loops_at_once_have_each_effect_once(Engine engine)
    {
        await using var scene = await OutboxScene.OnAsync(engine);
        await scene.PutAsync(300);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (await LeftAsync(scene) > 0)
                await scene.BatchAsync();
        })));

        await using var db = scene.Test.NewDb();
        Assert.Equal((300, 300), (await db.Texts.CountAsync(Ct), await db.Texts.Select(t => t.SubjectId).Distinct().CountAsync(Ct)));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-24")]
    public async Task A_clean_stop_finishes_what_it_began_and_gives_the_rest_back(Engine engine)
    {
        await using var scene = await OutboxScene.OnAsync(engine);
        await scene.PutAsync(10);
        using var stop = new CancellationTokenSource();
        scene.Script.Run = async (_, _) =>
        {
            await stop.CancelAsync();
            return Delivery.Done;
        };

        await scene.Drain.BatchAsync(OutboxScene.Lane with { AtOnce = 1 }, stop.Token);

        Assert.Equal((1, 9), (await EffectsAsync(scene), await LeftAsync(scene)));
        scene.Script.Run = (_, _) => Task.FromResult(Delivery.Done);
        Assert.Equal(9, await scene.BatchAsync());
    }

    [Theory, OnBothDatabases]
    public async Task A_machine_whose_time_was_wrong_holds_nothing_up_for_long(Engine engine)
    {
        await using var scene = await OutboxScene.OnAsync(engine);
        await scene.PutAsync(1);
        await using (var ahead = scene.Test.NewDb())
            await ahead.ClaimAsync(OutboxScene.Lane.Kind, Guid.CreateVersion7(), 10, Now(scene).AddYears(1), Now(scene).AddYears(1).AddSeconds(30), Ct);

        Assert.Equal(0, await scene.BatchAsync());
        await scene.Test.Services.GetRequiredService<SweepOutbox>().OnceAsync(Ct);

        Assert.Equal(1, await scene.BatchAsync());
    }

    private static DateTime Now(OutboxScene scene) => scene.Machine.GetUtcNow().UtcDateTime;

    private static async Task<int> EffectsAsync(OutboxScene scene)
    {
        await using var db = scene.Test.NewDb();
        return await db.Texts.CountAsync(Ct);
    }

    private static async Task<int> LeftAsync(OutboxScene scene)
    {
        await using var db = scene.Test.NewDb();
        return await db.Outbox.CountAsync(m => m.DoneAt == null && m.FailedAt == null, Ct);
    }
}
