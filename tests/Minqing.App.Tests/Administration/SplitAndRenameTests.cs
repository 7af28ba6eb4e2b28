using Microsoft.EntityFrameworkCore;
using Minqing.App.Administration.Reorganising;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.Handling;
using Minqing.App.Appeals;
using Minqing.App.Regions.Codes;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage.Regions;
using Minqing.Testing;

namespace Minqing.App.Tests.Administration;

/// <summary>A grid is split, a region and a unit get other names (O-09).</summary>
[Trait("Spec", "O-09")]
public sealed class SplitAndRenameTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Of_a_split_grid_codes_and_their_open_appeals_go_where_it_was_said_and_the_rest_stays(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (admin, grid) = (await town.City.AdministratorAsync(), await town.City.RegionAsync(SmallCity.Grid));
        var officer = await OfficerAsync(town, grid);
        var (goes, stays) = (await CodeAsync(town, grid, "5 号楼"), await CodeAsync(town, grid, "6 号楼"));
        var (_, moved) = await town.ReportAsync(Town.Noise() with { RegionCode = null, SiteCode = goes });
        var (_, kept) = await town.ReportAsync(Town.Noise() with { RegionCode = null, SiteCode = stays });

        var form = new SplitForm(SmallCity.Grid, null, "社区网格调整方案", [new("第二网格", [goes])]);
        Assert.Equal(new CodeNotOfGrid("ZZZZZZZZ"), await town.RefusedAsync<PlanSplit, ReorganisationId>(u => u.RunAsync(admin, form with { Parts = [new("第二网格", ["ZZZZZZZZ"])] }, Ct)));
        Assert.IsType<PartsNotUsable>(await town.RefusedAsync<PlanSplit, ReorganisationId>(u => u.RunAsync(admin, form with { Parts = [new("第一网格", [goes])] }, Ct)));
        await town.RunAsync<PlanSplit, ReorganisationId>(u => u.RunAsync(admin, form, Ct));

        var part = await town.City.RegionAsync(SmallCity.Village + "002");
        var (one, other) = (await town.CaseAsync(moved), await town.CaseAsync(kept));
        Assert.Equal(("第二网格", part.Id, part.Path, part.Path), (part.Name, one.Appeal.Region, one.Appeal.Path, one.Main.Path));
        Assert.Equal((grid.Id, grid.Path), (other.Appeal.Region, other.Appeal.Path));
        var scanned = await town.RunAsync<ReadSiteCode, ScannedSite>(u => u.RunAsync(goes, Ct));
        Assert.Contains("第二网格", scanned.Around);
        await using var db = town.Test.NewDb();
        Assert.Equal([officer], await db.Posts.Where(p => p.Region == part.Id && p.Until == null).Select(p => p.Holder!.Value).ToListAsync(Ct));
        Assert.Equal(2, (await town.ListAsync(await town.SecretaryAsync())).Open);
    }

    [Theory, OnBothDatabases]
    public async Task A_renamed_region_is_found_by_its_old_name_and_what_came_before_counts_under_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var admin = await town.City.AdministratorAsync();
        await town.ReportAsync();
        town.Pass(TimeSpan.FromDays(1));

        await town.RunAsync<PlanRename, ReorganisationId>(u => u.RunAsync(admin, new(SmallCity.Village, null, "红卫社区", null, "更名批复"), Ct));
        await town.ReportAsync();

        var history = await town.RunAsync<ReadRegionHistory, RegionHistory>(u => u.RunAsync(admin, SmallCity.Village, Ct));
        Assert.Equal([("村201", 1), ("红卫社区", 1)], history.Lives.Select(l => (l.Name, l.Received)));
        Assert.Single((await town.RunAsync<ListReorganisations, ReorganisationPage>(u => u.RunAsync(admin, "村201", null, Ct))).Rows);
        await using var db = town.Test.NewDb();
        Assert.Equal("村201", (await db.RegionsOn(new(2026, 3, 2)).SingleAsync(r => r.Code == SmallCity.Village, Ct)).Name);
        Assert.IsType<SameName>(await town.RefusedAsync<PlanRename, ReorganisationId>(u => u.RunAsync(admin, new(SmallCity.Village, null, "红卫社区", null, "更名批复"), Ct)));
    }

    [Theory, OnBothDatabases]
    public async Task In_the_story_a_unit_is_called_what_it_was_called_then(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (admin, secretary) = (await town.City.AdministratorAsync(), await town.SecretaryAsync());
        var (_, id) = await town.ReportAsync();
        town.Pass(TimeSpan.FromHours(1));
        await town.RunAsync<PlanRename, ReorganisationId>(u => u.RunAsync(admin, new(null, SmallCity.Village, "红卫社区居委会", null, "更名批复"), Ct));
        town.Pass(TimeSpan.FromHours(1));
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(secretary, id, null, Ct));

        var story = await town.Test.RunAsync<Chronicle, IReadOnlyList<ChronicleEntry>>(c => c.ReadAsync([new(SubjectKind.Appeal, id.Value)], Ct));

        var unit = (await town.CaseAsync(id)).Appeal.Lead!.Value;
        Assert.Equal("村201", story.Single(e => e.Step == "accept").Names.Of(unit));
        Assert.Equal("红卫社区居委会", story.Single(e => e.Step == "sign").Names.Of(unit));
    }

    private static async Task<string> CodeAsync(Town town, Region grid, string building) =>
        (await town.RunAsync<IssueSiteCode, SiteCode>(u => u.RunAsync(new(SiteCodeKind.Building, grid.Id, "胜利街 12 号", building), Ct))).Code;

    private static async Task<PersonId> OfficerAsync(Town town, Region grid)
    {
        await using var db = town.Test.NewDb();
        var (unit, now) = ((await db.Units.SingleAsync(u => u.Code == SmallCity.Village, Ct)).Id, town.Test.Clock.GetUtcNow().UtcDateTime);
        var person = db.Add(new Person(new(Guid.CreateVersion7()), "G1", "网格员", null)).Entity;
        db.Add(Post.Open(new(Guid.CreateVersion7()), new($"{grid.Code}-officer", Role.GridOfficer, PostRank.Principal, UnitPart.Member, unit, grid.Id, [], now), new(Actor.Platform, now), person.Id));
        await db.SaveChangesAsync(Ct);
        return person.Id;
    }
}
