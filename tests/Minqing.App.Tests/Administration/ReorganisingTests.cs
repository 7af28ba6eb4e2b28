using Microsoft.EntityFrameworkCore;
using Minqing.App.Administration.Reorganising;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.Handling;
using Minqing.App.People;
using Minqing.App.People.Posts;
using Minqing.App.Regions.Codes;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Testing;

namespace Minqing.App.Tests.Administration;

/// <summary>A village goes into its neighbour: what is open follows, what has ended keeps the name of then (O-09).</summary>
[Trait("Spec", "O-09")]
public sealed class ReorganisingTests
{
    private const string Into = "620402100202";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Open_appeals_go_to_the_unit_that_takes_the_place_with_their_limits_as_they_run(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, signed) = await town.ReportAsync();
        var (_, waiting) = await town.ReportAsync();
        var secretary = await town.SecretaryAsync();
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(secretary, signed, null, Ct));
        var before = (await town.CaseAsync(signed)).Appeal.Clocks.Single(c => c is { Kind: ClockKind.Handle, Runs: true });
        town.Pass(TimeSpan.FromHours(3));

        await MergeAsync(town);

        var (there, to) = (await town.City.RegionAsync(Into), await UnitAsync(town, Into));
        var (one, other) = (await town.CaseAsync(signed), await town.CaseAsync(waiting));
        var after = one.Appeal.Clocks.Single(c => c is { Kind: ClockKind.Handle, Runs: true });
        Assert.Equal((before.StartAt, before.DueAt, before.WakeAt, (UnitId?)to), (after.StartAt, after.DueAt, after.WakeAt, after.Unit));
        Assert.Equal((to, OrderState.Signed), (one.Appeal.Orders.Single(o => o.Open).Unit, one.Appeal.Orders.Single(o => o.Open).State));
        Assert.All([one, other], c => Assert.StartsWith(there.Path, c.Appeal.Path, StringComparison.Ordinal));
        Assert.All([one, other], c => Assert.Equal(c.Appeal.Path, c.Main.Path));

        var next = await town.City.ViewerAsync(Role.VillageSecretary, Into);
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(next, waiting, null, Ct));
        await town.RunAsync<RecordCall, StepDone>(u => u.RunAsync(next, waiting, CallOutcome.Reached, null, null, Ct));
        Assert.Equal(2, (await town.ListAsync(next)).Open);
        await town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task What_has_ended_keeps_the_name_and_the_holders_of_then(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, ended) = await town.ReportAsync();
        await town.RunAsync<WithdrawReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, null, null, Ct));
        await town.ReportAsync();
        var (path, then) = ((await town.CaseAsync(ended)).Appeal.Path, town.Test.Clock.GetUtcNow().UtcDateTime);
        var post = await town.City.PostAsync(Role.VillageSecretary, SmallCity.Village);
        town.Pass(TimeSpan.FromDays(1));

        await MergeAsync(town);
        town.Pass(TimeSpan.FromDays(400));
        await town.ReportAsync(Town.Noise() with { RegionCode = SmallCity.Village });

        Assert.Equal(path, (await town.CaseAsync(ended)).Appeal.Path);
        Assert.Equal(post.Holder, (await town.City.PostAsync(Role.VillageSecretary, SmallCity.Village)).HeldAt(then));
        var (old, now) = (await HistoryAsync(town, SmallCity.Village), await HistoryAsync(town, Into));
        Assert.Equal(("村201", Into, "村202"), (old.Name, old.Into!.Code, old.Into.Name));
        Assert.Equal((2, 0, 1), (old.Lives[^1].Received, old.Lives[^1].Open, old.Lives[^1].Moved));
        Assert.Equal((1, 1), (now.Lives[^1].Received, now.Lives[^1].Open));
        Assert.Contains(old.Held, h => h.Post == post.Id.Value && h.Until is not null);
        Assert.Equal(["村201"], now.From.Select(f => f.Name));
    }

    [Theory, OnBothDatabases]
    public async Task Codes_and_numbers_of_then_lead_to_the_new_place(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (village, grid) = (await town.City.RegionAsync(SmallCity.Village), await town.City.RegionAsync(SmallCity.Grid));
        var board = (await town.RunAsync<IssueSiteCode, SiteCode>(u => u.RunAsync(new(SiteCodeKind.Board, village.Id, "村201公示栏", ""), Ct))).Code;
        var house = (await town.RunAsync<IssueSiteCode, SiteCode>(u => u.RunAsync(new(SiteCodeKind.Building, grid.Id, "胜利街 12 号", "3 号楼"), Ct))).Code;

        await MergeAsync(town);

        var there = await town.City.RegionAsync(Into);
        foreach (var code in (string[])[board, house])
        {
            var scanned = await town.RunAsync<ReadSiteCode, ScannedSite>(u => u.RunAsync(code, Ct));
            Assert.StartsWith(there.Path, scanned.Place.Path, StringComparison.Ordinal);
            Assert.Contains("村202", scanned.Around);
        }

        var (_, id) = await town.ReportAsync(Town.Noise() with { RegionCode = SmallCity.Grid });
        Assert.Equal(await UnitAsync(town, Into), (await town.CaseAsync(id)).Appeal.Lead);
        var moved = await town.City.RegionAsync(Into + "002");
        Assert.Equal((grid.Id, "村201第一网格"), (moved.Id, moved.Name));
    }

    [Theory, OnBothDatabases]
    public async Task Holders_go_on_or_leave_as_it_was_decided_and_the_chain_has_no_gap(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (secretary, police) = (await town.SecretaryAsync(), await town.City.ViewerAsync(Role.VillagePolice, SmallCity.Village));
        var vacant = await town.City.PostAsync(Role.PostedCadre, Into);
        var (admin, cadre) = (await town.City.AdministratorAsync(), await town.City.PostAsync(Role.PostedCadre, SmallCity.Village));
        await town.RunAsync<EndHolding, Done>(u => u.RunAsync(admin, vacant.Id, null, Ct));
        var (_, taken) = await town.ReportAsync();
        await town.RunAsync<TakeAppeal, StepDone>(u => u.RunAsync(secretary, taken, null, Ct));

        await MergeAsync(town, secretary.Posts[0].Id, cadre.Id);

        await using var db = town.Test.NewDb();
        var there = (await town.City.RegionAsync(Into)).Id;
        var posts = await db.Posts.Where(p => p.Region == there && p.Until == null).ToListAsync(Ct);
        Assert.Equal((PostRank.Deputy, await UnitAsync(town, Into)), posts.Where(p => p.Holder == secretary.Person).Select(p => (p.Rank, p.Unit)).Single());
        Assert.Equal(cadre.Holder, posts.Single(p => p.Id == vacant.Id).Holder);
        Assert.Empty((await ViewerAsync(town, police.Person)).Posts);
        Assert.Empty(await db.Posts.Where(p => p.Region == secretary.Posts[0].Region && p.Until == null).ToListAsync(Ct));
        var tier = (await town.City.AtAsync(Into + "002")).Chain.Tier(1)!;
        Assert.Equal((false, 4), (tier.Vacant, tier.Acting.Count));
        await town.RunAsync<RecordCall, StepDone>(async u => await u.RunAsync(await ViewerAsync(town, secretary.Person), taken, CallOutcome.Reached, null, null, Ct));
        await town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task What_ended_in_the_old_village_is_taken_up_again_in_the_new_one(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, id) = await town.ReportAsync();
        await town.SettledAsync(id);
        var old = (await town.CaseAsync(id)).Appeal.Path;
        await MergeAsync(town);
        Assert.Equal((Stage.Settled, old), ((await town.CaseAsync(id)).Appeal.Stage, (await town.CaseAsync(id)).Appeal.Path));

        await town.RunAsync<AskReopen, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, null, null, Ct));

        var (it, unit) = (await town.CaseAsync(id), await UnitAsync(town, Into));
        Assert.StartsWith((await town.City.RegionAsync(Into)).Path, it.Appeal.Path, StringComparison.Ordinal);
        Assert.Equal((Stage.Handling, (UnitId?)unit, 2), (it.Appeal.Stage, it.Appeal.Lead, it.Appeal.Round));
        Assert.All(it.Appeal.Clocks.Where(c => c is { Runs: true, Kind: ClockKind.Sign or ClockKind.Handle }), c => Assert.Equal(unit, c.Unit));
        await town.RunAsync<SignOrder, StepDone>(async u => await u.RunAsync(await town.City.ViewerAsync(Role.VillageSecretary, Into), id, null, Ct));
        await town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Before_anybody_agrees_it_says_what_it_would_touch_and_changes_nothing(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        await town.ReportAsync();
        var admin = await town.City.AdministratorAsync();

        var seen = await town.RunAsync<PreviewMerge, MergePreview>(u => u.RunAsync(admin, Form(), Ct));

        Assert.Equal((1, 1, new MergedPlace("第一网格", "村201第一网格"), 3, 0), (seen.Open, seen.All, Assert.Single(seen.Grids), seen.Posts.Count, seen.Codes));
        Assert.Equal(new MergedUnit("村201", UnitFate.Joins, "村202"), Assert.Single(seen.Units));
        Assert.DoesNotContain(seen.Posts, p => p.Moves);
        Assert.All(seen.Answering, a => Assert.Equal(1, a.Held));
        Assert.Null((await town.City.RegionAsync(SmallCity.Village)).ClosedOn);
    }

    [Theory, OnBothDatabases]
    public async Task One_for_a_later_day_waits_for_it_and_can_be_called_off(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (admin, day) = (await town.City.AdministratorAsync(), LocalTime.DayOf(town.Test.Clock.GetUtcNow().UtcDateTime).AddDays(3));
        var first = await town.RunAsync<PlanMerge, ReorganisationId>(u => u.RunAsync(admin, Form() with { Day = day }, Ct));
        Assert.Equal(new PlannedAlready(day), await town.RefusedAsync<PlanMerge, ReorganisationId>(u => u.RunAsync(admin, Form(), Ct)));
        await town.RunAsync<CallOffReorganisation, Done>(u => u.RunAsync(admin, first, Ct));
        await town.RunAsync<PlanMerge, ReorganisationId>(u => u.RunAsync(admin, Form() with { Day = day }, Ct));

        await DueAsync(town);
        Assert.Null((await town.City.RegionAsync(SmallCity.Village)).ClosedOn);
        town.Pass(TimeSpan.FromDays(3));
        await DueAsync(town);
        await DueAsync(town);

        Assert.Equal(day, (await town.City.RegionAsync(SmallCity.Village)).ClosedOn);
        var rows = (await town.RunAsync<ListReorganisations, ReorganisationPage>(u => u.RunAsync(admin, "村201", null, Ct))).Rows;
        Assert.Equal([ReorganisationState.Done, ReorganisationState.CalledOff], rows.Select(r => r.State));
        Assert.IsType<ReorganisationPast>(await town.RefusedAsync<CallOffReorganisation, Done>(u => u.RunAsync(admin, first, Ct)));
    }

    [Theory, OnBothDatabases]
    public async Task Only_the_administrator_of_both_places_merges_like_with_like(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var admin = await town.City.AdministratorAsync();

        Assert.IsType<NotForYou>(await town.RefusedAsync<PlanMerge, ReorganisationId>(async u => await u.RunAsync(await town.AsAsync(Role.CountyHead, SmallCity.County), Form(), Ct)));
        Assert.IsType<NotMergeable>(await town.RefusedAsync<PlanMerge, ReorganisationId>(u => u.RunAsync(admin, Form() with { Into = SmallCity.Village }, Ct)));
        Assert.IsType<NotMergeable>(await town.RefusedAsync<PlanMerge, ReorganisationId>(u => u.RunAsync(admin, Form() with { Into = SmallCity.Town }, Ct)));
        Assert.IsType<ReorganisationDayNotUsable>(await town.RefusedAsync<PlanMerge, ReorganisationId>(u => u.RunAsync(admin, Form() with { Day = new(2026, 1, 1) }, Ct)));
        Assert.Equal(new Missing("reason"), await town.RefusedAsync<PlanMerge, ReorganisationId>(u => u.RunAsync(admin, Form() with { Reason = " " }, Ct)));
    }

    internal static MergeForm Form(params PostId[] moving) => new(SmallCity.Village, Into, null, "白政发〔2026〕3号", moving.Length == 0 ? null : [.. moving.Select(m => m.Value)]);

    private static async Task MergeAsync(Town town, params PostId[] moving) =>
        await town.RunAsync<PlanMerge, ReorganisationId>(async u => await u.RunAsync(await town.City.AdministratorAsync(), Form(moving), Ct));

    private static Task DueAsync(Town town) => town.Test.RunAsync<ReorganiseDue, bool>(async u =>
    {
        await u.WorkAsync(new("reorganise", new(DayOfWeek.Monday, 0), typeof(ReorganiseDue), ""), town.Test.Clock.GetUtcNow().UtcDateTime, Ct);
        return true;
    });

    private static async Task<RegionHistory> HistoryAsync(Town town, string code)
    {
        var admin = await town.City.AdministratorAsync();
        return await town.RunAsync<ReadRegionHistory, RegionHistory>(u => u.RunAsync(admin, code, Ct));
    }

    private static Task<Viewer> ViewerAsync(Town town, PersonId person) => town.Test.RunAsync<Viewers, Viewer>(v => v.OfAsync(person, null, "test", Ct).AsTask());

    private static async Task<UnitId> UnitAsync(Town town, string code)
    {
        await using var db = town.Test.NewDb();
        return await db.Units.Where(u => u.Code == code).Select(u => u.Id).SingleAsync(Ct);
    }
}
