using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Events;
using Minqing.App.People;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

/// <summary>Which mass events somebody reads of, and which are offered for an appeal (H-29).</summary>
[Trait("Spec", "H-29")]
public sealed class ListEventsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-11")]
    public async Task They_are_read_page_by_page_those_going_on_first_each_once_and_those_above_a_part_by_who_leads_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (county, opened) = (await town.AsAsync(Role.CountyCentre, SmallCity.County), new List<MassEventId>());
        for (var i = 0; i < ListEvents.PageSize + 3; i++)
            opened.Add(await OpenAsync(town, county));
        foreach (var over in opened[^2..])
            await town.RunAsync<EndEvent, MassEventId>(u => u.RunAsync(county, over, Ct));
        var wide = await OpenAsync(town, county, "全区暴雨", SmallCity.County);

        var first = await PageAsync(county, null, null);
        var second = await PageAsync(county, null, first.Next);

        Assert.Equal([wide, .. opened[..^2].AsEnumerable().Reverse(), .. opened[^2..].AsEnumerable().Reverse()], first.Rows.Concat(second.Rows).Select(r => r.Event.Id));
        Assert.Equal((opened.Count + 1, ListEvents.PageSize, null), (first.Count, first.Rows.Count, second.Next));
        Assert.Equal(wide, Assert.Single((await PageAsync(county, "暴雨", null)).Rows).Event.Id);
        // Elsewhere in the county only what is of the county as a whole is seen.
        Assert.Equal(wide, Assert.Single((await PageAsync(await town.AsAsync(Role.TownHead, "620402101000"), null, null)).Rows).Event.Id);

        Task<EventPage> PageAsync(Viewer viewer, string? search, string? after) => town.RunAsync<ListEvents, EventPage>(u => u.RunAsync(viewer, search, after, Ct));
    }

    [Theory, OnBothDatabases]
    public async Task One_at_the_place_is_offered_however_many_newer_ones_go_on_elsewhere(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (county, (_, id)) = (await town.AsAsync(Role.CountyCentre, SmallCity.County), await town.ReportAsync());
        var here = await OpenAsync(town, county);
        await OpenAsync(town, county, "河水上涨", SmallCity.OtherVillage);
        await using var db = town.Test.NewDb();
        var rules = town.Test.Services.GetRequiredService<RuleBook>();

        var offered = await new ListEvents(db, new(rules), rules) { OfferedAtMost = 1 }.OpenForAsync((await town.CaseAsync(id)).Appeal, Ct);

        Assert.Equal([here], offered.Select(o => o.Event.Id));
    }

    private static Task<MassEventId> OpenAsync(Town town, Viewer viewer, string name = "大风停电", string region = SmallCity.Village) =>
        town.RunAsync<OpenEvent, MassEventId>(u => u.RunAsync(viewer, name, region, "C4", town.Test.Clock.GetUtcNow().UtcDateTime.AddDays(-1), Ct));
}
