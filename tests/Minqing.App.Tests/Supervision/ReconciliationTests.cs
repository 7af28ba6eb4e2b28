using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Handling;
using Minqing.App.Appeals.Timing;
using Minqing.App.People;
using Minqing.App.Running;
using Minqing.App.Supervision.Reconciling;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Testing;

namespace Minqing.App.Tests.Supervision;

[Trait("Spec", "H-32")]
public sealed class ReconciliationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Each_week_a_unit_gets_its_list_once_however_many_processes_and_it_stays_as_it_was(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, late) = await town.ReportAsync();
        await using var other = town.Elsewhere();
        RunSchedule[] both = [town.Test.Services.GetRequiredService<RunSchedule>(), other.GetRequiredService<RunSchedule>()];
        await PassAsync(town, TimeSpan.FromDays(9)); // Wednesday of the week after
        var (_, fresh) = await town.ReportAsync(Town.Noise("13800001235"));
        await town.RunAsync<SignOrder, StepDone>(async u => await u.RunAsync(await town.SecretaryAsync(), fresh, null, Ct));
        await PassAsync(town, TimeSpan.FromDays(2)); // Friday

        await Task.WhenAll(both.Select(b => Task.Run(() => b.AllDueAsync(Ct), Ct)));
        await Task.WhenAll(both.Select(b => b.AllDueAsync(Ct)));

        var list = Assert.Single(await ListsAsync(town));
        Assert.Equal((new DateTime(2026, 3, 13, 1, 0, 0, DateTimeKind.Utc), 2, 1, 0, 0), (list.Slot, list.Open, list.Late, list.Returned, list.Suspended));
        Assert.Equal([(1, late, true), (2, fresh, false)], list.Lines.OrderBy(l => l.No).Select(l => (l.No, l.Appeal, l.Late)));

        await PassAsync(town, TimeSpan.FromDays(7));
        await Task.WhenAll(both.Select(b => Task.Run(() => b.AllDueAsync(Ct), Ct)));
        var lists = await ListsAsync(town);
        Assert.Equal([1, 2], lists.Select(l => l.Late));
        Assert.Equal([(1, late, true), (2, fresh, false)], lists[0].Lines.OrderBy(l => l.No).Select(l => (l.No, l.Appeal, l.Late)));
        await town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task The_unit_is_told_and_told_again_when_it_did_not_confirm_in_time(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        await town.ReportAsync();
        await MakeAsync(town);
        var secretary = await town.SecretaryAsync();

        await Notices.Outbox.DrainAsync(town.Test);
        var first = await ToldAsync(town, NoticeKind.ListToConfirm);
        var early = await ToldAsync(town, NoticeKind.ListNotConfirmed);
        await PassAsync(town, TimeSpan.FromDays(5)); // two working days have gone
        await Notices.Outbox.DrainAsync(town.Test);
        await PassAsync(town, TimeSpan.FromDays(1));
        await Notices.Outbox.DrainAsync(town.Test);

        Assert.Contains(secretary.Person, first);
        Assert.Empty(early);
        var again = await ToldAsync(town, NoticeKind.ListNotConfirmed);
        Assert.Equal(1, again.Count(p => p == secretary.Person));
        Assert.DoesNotContain((await town.AsAsync(Role.TownHead, SmallCity.Town)).Person, again);
        var week = await town.RunAsync<ListReconciliations, ReconciliationWeek>(async u => await u.RunAsync(await town.AsAsync(Role.TownCentre, SmallCity.Town), null, ReconciliationState.Late, null, Ct));
        Assert.Equal((1, 0, 1), (week.Lists, week.Confirmed, week.Late));
        Assert.Equal("村201", Assert.Single(week.Rows).Unit);
    }

    [Theory, OnBothDatabases]
    public async Task The_unit_confirms_once_and_objects_line_by_line_and_the_centre_sees_the_difference(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, first) = await town.ReportAsync();
        await town.ReportAsync(Town.Noise("13800001235"));
        await MakeAsync(town);
        var id = Assert.Single(await ListsAsync(town)).Id;
        var (secretary, centre, stranger) = (await town.SecretaryAsync(), await town.AsAsync(Role.TownCentre, SmallCity.Town), await town.AsAsync(Role.TownCentre, "620402101000"));

        Assert.IsType<NoSuchReconciliation>(await RefusedAsync(town, centre, id)); // it sees the list, and it is not its own
        Assert.IsType<NoSuchReconciliation>(await RefusedAsync(town, stranger, id));
        Assert.Equal(new Missing("line-1"), await RefusedAsync(town, secretary, id, (1, " ")));
        Assert.Equal(new TooLong("line-1", ConfirmList.WordsAtMost), await RefusedAsync(town, secretary, id, (1, new('长', 201))));
        Assert.Equal(new NoSuchLine(), await RefusedAsync(town, secretary, id, (9, "没有这件")));
        await town.RunAsync<ConfirmList, Done>(u => u.RunAsync(secretary, id, [(1, "周三已经转给市场监管局")], Ct));
        Assert.IsType<ReconciledAlready>(await RefusedAsync(town, secretary, id));

        var week = await town.RunAsync<ListReconciliations, ReconciliationWeek>(u => u.RunAsync(centre, null, ReconciliationState.Differs, "201", Ct));
        Assert.Equal((1, 1, 1), (week.Lists, week.Confirmed, week.Differing));
        Assert.Equal((id, 1, ReconciliationState.Differs), (week.Rows[0].Id, week.Rows[0].Objections, week.Rows[0].State));
        var view = await town.RunAsync<ReadReconciliation, ReconciliationView>(u => u.RunAsync(centre, id, Ct));
        Assert.Equal((first, "周三已经转给市场监管局"), (view.Lines[0].Appeal, view.Lines[0].Objection));
        Assert.Null(view.Lines[1].Objection);
        Assert.False(view.MayConfirm);
        Assert.IsType<NoSuchReconciliation>(await town.RefusedAsync<ReadReconciliation, ReconciliationView>(u => u.RunAsync(stranger, id, Ct)));
        await PassAsync(town, TimeSpan.FromDays(10));
        await Notices.Outbox.DrainAsync(town.Test);
        Assert.Empty(await ToldAsync(town, NoticeKind.ListNotConfirmed));
        await town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task The_centre_above_rules_once_on_each_objection_and_where_the_unit_is_right_the_line_does_not_count(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        await town.ReportAsync();
        await town.ReportAsync(Town.Noise("13800001235"));
        await town.ReportAsync(Town.Noise("13800001236"));
        await MakeAsync(town);
        var id = Assert.Single(await ListsAsync(town)).Id;
        var (secretary, centre, county) = (await town.SecretaryAsync(), await town.AsAsync(Role.TownCentre, SmallCity.Town), await town.AsAsync(Role.CountyCentre, SmallCity.County));
        Assert.Equal(new NothingObjected(), await RulingRefusedAsync(town, centre, id, new(1, true, "对")));
        await town.RunAsync<ConfirmList, Done>(u => u.RunAsync(secretary, id, [(1, "周三已经转给市场监管局"), (2, "不是我们村"), (1, "再说一遍")], Ct));

        Assert.IsType<NoSuchReconciliation>(await RulingRefusedAsync(town, secretary, id, new(1, true, "对")));
        Assert.IsType<NoSuchReconciliation>(await RulingRefusedAsync(town, await town.AsAsync(Role.TownHead, SmallCity.Town), id, new(1, true, "对")));
        Assert.IsType<NoSuchReconciliation>(await RulingRefusedAsync(town, await town.AsAsync(Role.TownCentre, "620402101000"), id, new(1, true, "对")));
        Assert.Equal(new NothingObjected(), await RulingRefusedAsync(town, centre, id, new(3, true, "对")));
        Assert.Equal(new Missing("ruling-1"), await RulingRefusedAsync(town, centre, id, new(1, null, "对")));
        Assert.Equal(new Missing("why-1"), await RulingRefusedAsync(town, centre, id, new(1, true, " ")));
        Assert.True((await ReadAsync(centre)).MayRule);

        // Two centres at the same moment: one of them has ruled.
        var both = await Task.WhenAll(new[] { (Viewer: centre, Upheld: true), (Viewer: county, Upheld: false) }
            .Select(x => Task.Run(() => town.Test.RunAsync<RuleObjections, Result<Done>>(u => u.RunAsync(x.Viewer, id, [new(1, x.Upheld, "查了转办单")], Ct)), Ct)));
        Assert.Single(both, b => b.Ok);
        Assert.Equal(1, Assert.IsType<LineRuledAlready>(both.Single(b => !b.Ok).Problem).Line);
        var upheld = both[0].Ok;

        // A line of what few may see since then is neither shown to the centre nor ruled on by it.
        await using (var db = town.Test.NewDb())
        {
            var (appeal, hidden) = ((await ReadAsync(secretary)).Lines[1].Appeal, true);
            foreach (var sensitive in new[] { hidden, !hidden })
            {
                await db.Appeals.Where(a => a.Id == appeal).ExecuteUpdateAsync(a => a.SetProperty(x => x.Sensitive, sensitive), Ct);
                Assert.Equal(!sensitive, (await ReadAsync(centre)).MayRule);
                if (sensitive)
                    Assert.Equal(new NoSuchLine(), await RulingRefusedAsync(town, centre, id, new(2, true, "对")));
            }
        }

        await town.RunAsync<RuleObjections, Done>(u => u.RunAsync(centre, id, [new(2, !upheld, "地图上是")], Ct));

        var view = await ReadAsync(secretary);
        Assert.Equal((2, 2, 2, ReconciliationState.Ruled), (view.List.Open, view.List.Objections, view.List.Ruled, view.State));
        Assert.Equal([(upheld, "查了转办单"), (!upheld, "地图上是"), (null, null)], view.Lines.Select(l => (l.Upheld, l.Ruling)));
        Assert.False((await ReadAsync(county)).MayRule);
        await Notices.Outbox.DrainAsync(town.Test);
        Assert.Equal(2, (await ToldAsync(town, NoticeKind.ListRuled)).Count(p => p == secretary.Person));
        Assert.Equal([centre.Person], await ToldAsync(town, NoticeKind.ListObjected));
        await town.SoundAsync();

        Task<ReconciliationView> ReadAsync(Viewer viewer) => town.RunAsync<ReadReconciliation, ReconciliationView>(u => u.RunAsync(viewer, id, Ct));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-13")]
    public async Task What_a_unit_works_on_beside_the_lead_is_on_its_list_and_counted_apart(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, appeal) = await town.ReportAsync();
        var (secretary, centre) = (await town.SecretaryAsync(), await town.AsAsync(Role.TownCentre, SmallCity.Town));
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(secretary, appeal, null, Ct));
        await town.RunAsync<AddCoUnits, StepDone>(u => u.RunAsync(centre, appeal, [new(centre.Posts[0].Unit.Value, "一起去看现场", LocalTime.DayOf(town.Test.Clock.GetUtcNow().UtcDateTime).AddDays(1))], null, Ct));

        await MakeAsync(town);

        var lists = await ListsAsync(town);
        var beside = Assert.Single(lists, l => l.Unit == centre.Posts[0].Unit);
        Assert.Equal((0, 0, 1), (beside.Open, beside.Late, beside.Beside));
        Assert.Equal((appeal, true, true), Assert.Single(beside.Lines) is var line ? (line.Appeal, line.Beside, line.Late) : default);
        Assert.Equal((1, 0), lists.Single(l => l.Unit != beside.Unit) is var lead ? (lead.Open, lead.Beside) : default);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "D-05")]
    public async Task What_stands_still_is_on_the_list_and_counted_apart(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, still) = await town.ReportAsync();
        var until = LocalTime.DayOf(town.Test.Clock.GetUtcNow().UtcDateTime).AddDays(60);
        await town.RunAsync<SignOrder, StepDone>(async u => await u.RunAsync(await town.SecretaryAsync(), still, null, Ct));
        await town.RunAsync<SuspendAppeal, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.CityCentre, SmallCity.City), still, SuspendReason.SeasonOrWeather, until, "冻土开挖不了", null, Ct));

        await MakeAsync(town);

        var list = Assert.Single(await ListsAsync(town));
        Assert.Equal((0, 0, 1), (list.Open, list.Late, list.Suspended));
        Assert.True(Assert.Single(list.Lines).Suspended);
    }

    private static async Task MakeAsync(Town town)
    {
        await PassAsync(town, TimeSpan.FromDays(4)); // from Monday to Friday
        await town.Test.Services.GetRequiredService<RunSchedule>().AllDueAsync(Ct);
    }

    private static Task<Problem> RefusedAsync(Town town, Viewer viewer, Guid id, params (int, string?)[] objections) => town.RefusedAsync<ConfirmList, Done>(u => u.RunAsync(viewer, id, objections, Ct));

    private static Task<Problem> RulingRefusedAsync(Town town, Viewer viewer, Guid id, Ruling ruling) => town.RefusedAsync<RuleObjections, Done>(u => u.RunAsync(viewer, id, [ruling], Ct));

    private static async Task<IReadOnlyList<PersonId>> ToldAsync(Town town, NoticeKind kind)
    {
        await using var db = town.Test.NewDb();
        return await db.Notices.Where(n => n.Kind == kind).Select(n => n.Person).ToListAsync(Ct);
    }

    private static async Task<IReadOnlyList<Reconciliation>> ListsAsync(Town town)
    {
        await using var db = town.Test.NewDb();
        return await db.Reconciliations.AsNoTracking().OrderBy(r => r.Slot).ToListAsync(Ct);
    }

    private static async Task PassAsync(Town town, TimeSpan time)
    {
        town.Pass(time);
        await town.Test.Services.GetRequiredService<FireClocks>().AllDueAsync(Ct);
    }
}
