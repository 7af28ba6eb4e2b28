using Microsoft.EntityFrameworkCore;
using Minqing.App.Administration.Reorganising;
using Minqing.App.Appeals;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.Handling;
using Minqing.App.Appeals.Ledger;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Administration;

/// <summary>A township goes into its neighbour in one act, with all its villages (O-09).</summary>
[Trait("Spec", "O-09")]
public sealed class TownshipMergerTests
{
    private const string Into = "620402101000";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Before_anybody_agrees_it_says_which_villages_go_along_and_who_would_answer(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        await town.ReportAsync();
        var admin = await town.City.AdministratorAsync();

        var seen = await town.RunAsync<PreviewMerge, MergePreview>(u => u.RunAsync(admin, Form(), Ct));

        Assert.Equal((1, "村201 水川镇村201 村202 水川镇村202", 0, 4), (seen.Open, string.Join(' ', seen.Villages.Select(v => $"{v.Name} {v.NewName}")), seen.Grids.Count, seen.Posts.Count));
        Assert.Equal(new MergedUnit("水川镇", UnitFate.Joins, "四龙镇"), Assert.Single(seen.Units));
        Assert.All(seen.Answering, a => Assert.Equal(1, a.Held));
        Assert.Null((await town.City.RegionAsync(SmallCity.Town)).ClosedOn);
    }

    [Theory, OnBothDatabases]
    public async Task The_villages_go_on_with_their_work_and_what_the_township_had_goes_to_the_other(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (secretary, centre) = (await town.SecretaryAsync(), await town.AsAsync(Role.TownCentre, SmallCity.Town));
        var ((_, own), (_, raised), (_, ended)) = (await town.ReportAsync(), await town.ReportAsync(), await town.ReportAsync());
        await town.SettledAsync(ended);
        await town.RunAsync<RecordCall, StepDone>(u => u.RunAsync(secretary, raised, CallOutcome.Reached, null, null, Ct));
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(secretary, raised, null, Ct));
        await town.RunAsync<RaiseAppeal, StepDone>(u => u.RunAsync(secretary, raised, "社区办不了。", "上门三次。", null, null, Ct));
        await town.RunAsync<AcceptRaised, StepDone>(u => u.RunAsync(centre, raised, null, Ct));
        var before = (await town.CaseAsync(raised)).Appeal.Clocks.Single(c => c is { Kind: ClockKind.Handle, Runs: true });

        await town.RunAsync<PlanMerge, ReorganisationId>(async u => await u.RunAsync(await town.City.AdministratorAsync(), Form(), Ct));

        var (there, village, grid) = (await town.City.RegionAsync(Into), await town.City.RegionAsync(SmallCity.Village), await town.City.RegionAsync(SmallCity.Grid));
        Assert.Equal(((RegionId?)there.Id, SmallCity.Village, "水川镇村201"), (village.ParentId, village.Code, village.Name));
        Assert.All([village.Path, grid.Path], p => Assert.StartsWith(there.Path, p, StringComparison.Ordinal));
        var (mine, theirs) = (await town.CaseAsync(own), await town.CaseAsync(raised));
        var after = theirs.Appeal.Clocks.Single(c => c is { Kind: ClockKind.Handle, Runs: true });
        var next = await town.City.ViewerAsync(Role.TownCentre, Into);
        Assert.Equal((before.DueAt, (UnitId?)next.Posts[0].Unit), (after.DueAt, after.Unit));
        Assert.Equal((secretary.Posts[0].Unit, grid.Path), (mine.Appeal.Lead!.Value, mine.Appeal.Path));
        Assert.Equal([ended, own, raised], (await town.RunAsync<ReadLedger, LedgerPage>(u => u.RunAsync(next, LedgerFilter.None, null, Ct))).Rows.Select(r => r.Appeal).OrderByDescending(a => a == ended).ThenByDescending(a => a == own));
        Assert.Equal(3, (await town.RunAsync<ReadLedger, LedgerPage>(async u => await u.RunAsync(await town.City.ViewerAsync(Role.VillageSecretary, SmallCity.Village), LedgerFilter.None, null, Ct))).Rows.Count);
        var (_, later) = await town.ReportAsync();
        await town.RunAsync<SignOrder, StepDone>(async u => await u.RunAsync(await town.City.ViewerAsync(Role.VillageSecretary, SmallCity.Village), later, null, Ct));
        await town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task The_chain_of_its_villages_is_the_other_townships_from_then_on_and_who_held_it_stays_known(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var head = await town.City.PostAsync(Role.TownHead, SmallCity.Town);
        await town.RunAsync<PlanMerge, ReorganisationId>(async u => await u.RunAsync(await town.City.AdministratorAsync(), Form() with { Moving = [head.Id.Value] }, Ct));

        var chain = (await town.City.AtAsync(SmallCity.Grid)).Chain;

        await using var db = town.Test.NewDb();
        var (there, ended) = (await db.Posts.Where(p => p.Role == Role.TownHead && p.Region == db.Regions.First(r => r.Code == Into).Id && p.Until == null).ToListAsync(Ct), await db.Posts.SingleAsync(p => p.Id == head.Id, Ct));
        Assert.Equal([PostRank.Principal, PostRank.Deputy], there.Select(p => p.Rank).Order());
        Assert.Contains(there, p => p.Holder == head.Holder);
        Assert.Equal((null, head.Holder), (ended.Holder, (PersonId?)ended.Holdings.Single().Person));
        Assert.Contains(chain.Links, l => l.Acting.Any(a => a.Person == head.Holder));
        Assert.Equal(4, await db.Regions.CountAsync(r => r.Level == RegionLevel.Village && r.ClosedOn == null && r.ParentId == db.Regions.First(t => t.Code == Into).Id, Ct));
    }

    private static MergeForm Form() => new(SmallCity.Town, Into, null, "甘政函〔2026〕9号", null);
}
