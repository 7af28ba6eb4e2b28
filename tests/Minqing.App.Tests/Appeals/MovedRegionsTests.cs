using System.Text;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.Handling;
using Minqing.App.Kernel.Tables;
using Minqing.App.Regions.Changing;
using Minqing.App.Regions.Importing;
using Minqing.App.Supervision;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage.Kernel;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

/// <summary>A village goes to another region: what is open there goes along.</summary>
[Trait("Spec", "O-01")]
public sealed class MovedRegionsTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [OnBothDatabases(false)]
    [OnBothDatabases(true)]
    [Trait("Spec", "O-02")]
    public async Task Open_appeals_reports_and_turns_move_with_their_region_and_ended_ones_keep_the_old_path(Engine engine, bool import)
    {
        await using var town = await Town.OnAsync(engine);
        var (withdrawn, ended) = await town.ReportAsync();
        await town.RunAsync<WithdrawReport, StepDone>(u => u.RunAsync(withdrawn.Number, withdrawn.QueryCode, null, null, Ct));
        var (_, open) = await town.ReportAsync();
        var before = (await town.CaseAsync(open)).Appeal.Path;
        var head = await town.AsAsync(Role.TownHead, SmallCity.Town);

        await MoveAsync(town, import);

        await using var db = town.Test.NewDb();
        var path = (await db.Regions.SingleAsync(r => r.Code == SmallCity.Grid, Ct)).Path;
        var it = await town.CaseAsync(open);
        Assert.NotEqual(before, path);
        Assert.Equal((path, path), (it.Appeal.Path, it.Main.Path));
        Assert.All(await db.Turns.ToListAsync(Ct), t => Assert.Equal(path, t.Path));
        Assert.Equal((before, before), ((await town.CaseAsync(ended)).Appeal.Path, (await town.CaseAsync(ended)).Main.Path));
        var facts = Facts.Step(Facts.Parse((await db.Journal.SingleAsync(j => j.SubjectId == open.Value && j.Step == "area-moved", Ct)).Body)).Facts;
        Assert.Equal(new AreaMoved(before, path), Assert.Single(facts));
        await town.SoundAsync();

        town.Pass(TimeSpan.FromDays(20));
        Assert.Equal(0, (await LateAsync(town, head)).Late);
        Assert.Equal(1, (await LateAsync(town, await town.City.ViewerAsync(Role.CountyHead, SmallCity.County))).Late);
    }

    [Theory, OnBothDatabases]
    public async Task What_stood_before_somebody_as_it_moved_can_still_be_acted_on(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        var seen = Seen.Of(await town.CaseAsync(id));

        await MoveAsync(town, import: false);

        await town.RunAsync<SignOrder, StepDone>(async u => await u.RunAsync(await town.City.ViewerAsync(Role.VillageSecretary, SmallCity.Village), id, seen, Ct));
        Assert.Equal(1, (await town.ListAsync(await town.City.ViewerAsync(Role.VillageSecretary, SmallCity.Village))).Open);
    }

    // The village goes from its town straight below the county.
    private static async Task MoveAsync(Town town, bool import)
    {
        if (!import)
        {
            await town.RunAsync<ChangeRegion, Done>(u => u.RunAsync(SmallCity.Village, new(Parent: SmallCity.County), Today, Ct));
            return;
        }

        var village = await town.City.RegionAsync(SmallCity.Village);
        var file = Encoding.UTF8.GetBytes($"code,name,level,parent\n{village.Code},{village.Name},village,{SmallCity.County}\n");
        Assert.Equal(2, (await town.RunAsync<ImportRegions, Imported>(u => u.RunAsync(file, new(On: Today), null, Ct))).Changed);
    }

    private static Task<LateList> LateAsync(Town town, App.People.Viewer viewer) => town.Test.RunAsync<ListLate, LateList>(u => u.RunAsync(viewer, null, null, Ct));
}
