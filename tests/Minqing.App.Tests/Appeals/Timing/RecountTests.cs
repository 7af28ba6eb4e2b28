using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Closing;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.Handling;
using Minqing.App.Appeals.Timing;
using Minqing.App.People;
using Minqing.App.Running;
using Minqing.App.Tests.Notices;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage.Kernel;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals.Timing;

/// <summary>An administrator has open limits counted again: seen first, then moved, and the units told.</summary>
[Trait("Spec", "D-06")]
public sealed class RecountTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Nothing_moves_before_it_was_seen_and_confirmed_and_then_only_what_was_seen(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (first, second, done) = (await town.ReportAsync(), await town.ReportAsync(Town.Noise("13800005678")), await town.ReportAsync(Town.Noise("13800009999")));
        var before = await DueAsync(town, first.Appeal);
        var admin = await AdminAsync(town);
        await LongerAsync(town, async longer =>
        {
            var id = (await longer.BeginAsync(admin)).Value;
            Assert.IsType<RecountRuns>((await longer.BeginAsync(admin)).Problem);
            Assert.IsType<RecountNotReady>((await longer.ConfirmAsync(admin, id)).Problem);
            await longer.DrainAsync();

            var seen = await longer.ReadAsync(admin);
            Assert.Equal((RecountStage.Looked, 3, 3, 0), (seen.Recount!.Stage, seen.Recount.Seen, seen.Recount.Later, seen.Recount.Earlier));
            Assert.Equal((first.Receipt.Number, ClockKind.Handle, before), (seen.Moves[0].Number, seen.Moves[0].Kind, seen.Moves[0].From));
            Assert.Equal([2, 3], (await longer.ReadAsync(admin, 1)).Moves.Select(m => m.No));
            Assert.Equal(before, await DueAsync(town, first.Appeal));

            // One is done and one comes in before somebody says yes.
            await FinishAsync(town, done.Appeal);
            var late = await town.ReportAsync(Town.Noise("13800007777"));
            var lateDue = await DueAsync(town, late.Appeal);
            Assert.True((await longer.ConfirmAsync(admin, id)).Ok);
            await longer.DrainAsync();

            var moved = await longer.ReadAsync(admin);
            Assert.Equal((RecountStage.Moved, 3, 2), (moved.Recount!.Stage, moved.Recount.Tried, moved.Recount.Moved));
            Assert.Equal(seen.Moves[0].To, await DueAsync(town, first.Appeal));
            Assert.Equal([true, true, false], moved.Moves.Select(m => m.MovedAt is not null));
            Assert.Equal(lateDue, await DueAsync(town, late.Appeal));
        });

        await Outbox.DrainAsync(town.Test);
        var village = await town.SecretaryAsync();
        await using var db = town.Test.NewDb();
        var entry = await db.Journal.SingleAsync(j => j.SubjectId == second.Appeal.Value && j.Step == Appeal.RecomputeStep, Ct);
        Assert.Equal(admin.Person, Facts.Parse(entry.Body).Actor.Person);
        var told = await db.Notices.Where(n => n.Kind == NoticeKind.LimitMoved).ToListAsync(Ct);
        Assert.Contains(told, n => n.Appeal == first.Appeal && n.Person == village.Person && n.Sms == null);
        Assert.DoesNotContain(told, n => n.Appeal == done.Appeal);
    }

    [Theory, OnBothDatabases]
    public async Task Appeals_with_several_limits_that_move_are_counted_limit_by_limit_and_all_of_them_moved(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var ids = new[] { (await town.ReportAsync()).Appeal, (await town.ReportAsync(Town.Noise("13800005678"))).Appeal, (await town.ReportAsync(Town.Noise("13800009999"))).Appeal };
        var admin = await AdminAsync(town);
        await LongerAsync(town, async longer =>
        {
            var id = (await longer.BeginAsync(admin)).Value;
            await longer.DrainAsync();
            var seen = await longer.ReadAsync(admin);
            Assert.Equal((RecountStage.Looked, 6), (seen.Recount!.Stage, seen.Recount.Later));
            Assert.Equal([1, 2, 3, 4, 5, 6], seen.Moves.Select(m => m.No));

            // Looked at anew, it is that which is confirmed.
            town.Pass(TimeSpan.FromMinutes(1));
            var anew = (await longer.BeginAsync(admin)).Value;
            await longer.DrainAsync();
            Assert.IsType<RecountOutdated>((await longer.ConfirmAsync(admin, id)).Problem);
            Assert.True((await longer.ConfirmAsync(admin, anew)).Ok);
            await longer.DrainAsync();
            var moved = await longer.ReadAsync(admin);
            Assert.Equal((RecountStage.Moved, 6, 6), (moved.Recount!.Stage, moved.Recount.Tried, moved.Recount.Moved));
            foreach (var move in seen.Moves)
                Assert.Equal(move.To, (await town.CaseAsync(move.Appeal)).Appeal.Clocks.Single(c => c.No == move.Clock).DueAt);
            Assert.Equal(ids.Order(), seen.Moves.Select(m => m.Appeal).Distinct().Order());
        }, ClockKind.Handle, ClockKind.Sign);
    }

    [Theory, OnBothDatabases]
    public async Task Other_rules_than_those_seen_are_seen_first_and_another_area_s_is_nobody_else_s(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        await town.ReportAsync();
        var admin = await AdminAsync(town);
        Assert.IsType<NotForYou>((await town.Test.RunAsync<BeginRecount, Result<Guid>>(async u => await u.RunAsync(await town.SecretaryAsync(), Ct))).Problem);
        var id = Guid.Empty;
        await LongerAsync(town, async longer =>
        {
            id = (await longer.BeginAsync(admin)).Value;
            await longer.DrainAsync();
        });

        // The rules are what they were again.
        Assert.IsType<RecountOutdated>((await town.Test.RunAsync<ConfirmRecount, Result<Done>>(u => u.RunAsync(admin, id, Ct))).Problem);
        var elsewhere = admin with { Posts = [admin.Posts[0] with { Path = "62/05/" }] };
        Assert.IsType<NoSuchRecount>((await town.Test.RunAsync<ConfirmRecount, Result<Done>>(u => u.RunAsync(elsewhere, id, Ct))).Problem);
        Assert.Null((await town.Test.RunAsync<ReadRecount, Result<RecountView>>(u => u.RunAsync(elsewhere, 0, Ct))).Value.Recount);
    }

    [Theory, OnBothDatabases]
    public async Task One_that_broke_off_for_good_is_shown_so_and_does_not_hold_up_the_next(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        await town.ReportAsync();
        var admin = await AdminAsync(town);
        await LongerAsync(town, async longer =>
        {
            var broken = (await longer.BeginAsync(admin)).Value;
            Assert.False((await longer.ReadAsync(admin)).Broken);
            await using (var db = town.Test.NewDb())
                await db.Outbox.Where(m => m.Kind == "recount").ExecuteUpdateAsync(s => s.SetProperty(m => m.FailedAt, m => m.CreatedAt), Ct);
            Assert.True((await longer.ReadAsync(admin)).Broken);

            town.Pass(TimeSpan.FromMinutes(1));
            var id = (await longer.BeginAsync(admin)).Value;
            Assert.IsType<RecountRuns>((await longer.BeginAsync(admin)).Problem);
            // Its letter is tried again: it is over.
            await using (var db = town.Test.NewDb())
                await db.Outbox.Where(m => m.FailedAt != null).ExecuteUpdateAsync(s => s.SetProperty(m => m.FailedAt, (DateTime?)null), Ct);
            await longer.DrainAsync();

            var seen = (await longer.ReadAsync(admin)).Recount!;
            Assert.Equal((id, RecountStage.Looked, 1), (seen.Id, seen.Stage, seen.Seen));
            await using var after = town.Test.NewDb();
            Assert.Equal((RecountStage.Looking, 0), await after.Recounts.Where(r => r.Id == broken).Select(r => new { r.Stage, r.Seen }).SingleAsync(Ct) is var old ? (old.Stage, old.Seen) : default);
        });
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-02")]
    public async Task A_first_call_is_among_them_and_whoever_is_to_make_it_is_told(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var ((_, id), (_, called)) = (await town.ReportAsync(), await town.ReportAsync(Town.Noise("13800005678")));
        var (admin, village, before) = (await AdminAsync(town), await town.SecretaryAsync(), (await town.CaseAsync(id)).Main.Clocks.Single().DueAt);
        await LongerAsync(town, async longer =>
        {
            var recount = (await longer.BeginAsync(admin)).Value;
            await longer.DrainAsync();
            Assert.Equal([(ClockKind.FirstCall, before.AddMinutes(2)), (ClockKind.FirstCall, before.AddSeconds(1).AddMinutes(2))], (await longer.ReadAsync(admin)).Moves.Select(m => (m.Kind, m.To)));
            await town.RunAsync<RecordCall, StepDone>(u => u.RunAsync(village, called, CallOutcome.Reached, "说好了", null, Ct));
            Assert.True((await longer.ConfirmAsync(admin, recount)).Ok);
            await longer.DrainAsync();
            Assert.Equal([true, false], (await longer.ReadAsync(admin)).Moves.Select(m => m.MovedAt is not null));
        }, ClockKind.FirstCall);

        await Outbox.DrainAsync(town.Test);
        Assert.Equal(before.AddMinutes(2), (await town.CaseAsync(id)).Main.Clocks.Single().DueAt);
        await using var db = town.Test.NewDb();
        var told = await db.Notices.Where(n => n.Kind == NoticeKind.LimitMoved).ToListAsync(Ct);
        Assert.Contains(told, n => n.Appeal == id && n.Person == village.Person && n.Clock == ClockKind.FirstCall && n.DueAt == before.AddMinutes(2));
        Assert.All(told, n => Assert.Equal(id, n.Appeal));
        await town.SoundAsync();
    }

    private static async Task<Viewer> AdminAsync(Town town)
    {
        var centre = await town.AsAsync(Role.CityCentre, SmallCity.City);
        return centre with { Posts = [centre.Posts[0] with { Role = Role.Administrator }] };
    }

    private static async Task FinishAsync(Town town, AppealId id)
    {
        var village = await town.SecretaryAsync();
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(village, id, null, Ct));
        await town.RunAsync<RecordCall, StepDone>(u => u.RunAsync(village, id, CallOutcome.Reached, "说好了", null, Ct));
        await town.RunAsync<FinishAppeal, StepDone>(u => u.RunAsync(village, id, new("夜间不再响。", "上门协调", Outcome.Solved), null, Ct));
        await town.RunAsync<PassCheck, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.TownCentre, SmallCity.Town), id, null, null, Ct));
    }

    private static async Task<DateTime> DueAsync(Town town, AppealId id) => (await town.CaseAsync(id)).Appeal.Clocks.Single(c => c.Kind == ClockKind.Handle).DueAt;

    // The program after a restart, with more time for what is handled, or for limits of these kinds.
    private static async Task LongerAsync(Town town, Func<Longer, Task> act, params ClockKind[] kinds)
    {
        ClockKind[] longest = kinds is [] ? [ClockKind.Handle] : kinds;
        var profile = town.Test.Services.GetRequiredService<Profile>();
        var longer = profile with { Version = "longer", Limits = [.. profile.Limits.Select(l => longest.Contains(l.Kind) ? l with { Limit = l.Limit with { Amount = l.Limit.Amount + 2 } } : l)] };
        await using var services = town.Elsewhere(longer);
        await act(new(services));
    }

    private sealed class Longer(IServiceProvider services)
    {
        public async Task<T> RunAsync<TUseCase, T>(Func<TUseCase, Task<T>> run)
            where TUseCase : notnull
        {
            await using var scope = services.CreateAsyncScope();
            return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
        }

        public Task<Result<Guid>> BeginAsync(Viewer viewer) => RunAsync<BeginRecount, Result<Guid>>(u => u.RunAsync(viewer, Ct));

        public Task<Result<Done>> ConfirmAsync(Viewer viewer, Guid id) => RunAsync<ConfirmRecount, Result<Done>>(u => u.RunAsync(viewer, id, Ct));

        public async Task<RecountView> ReadAsync(Viewer viewer, int after = 0) => (await RunAsync<ReadRecount, Result<RecountView>>(u => u.RunAsync(viewer, after, Ct))).Value;

        public async Task DrainAsync()
        {
            var (drain, lane) = (services.GetRequiredService<DrainOutbox>(), services.GetServices<Lane>().Single(l => l.Kind == "recount"));
            while (await drain.BatchAsync(lane, Ct) > 0)
            {
            }
        }
    }
}
