using Minqing.App.Appeals;
using Minqing.App.Appeals.Handling;
using Minqing.App.Appeals.Intake;
using Minqing.App.Appeals.Lists;
using Minqing.App.Appeals.Timing;
using Minqing.App.Running;
using Minqing.App.Supervision;
using Minqing.App.Supervision.Dockets;
using Minqing.App.Supervision.Instructing;
using Minqing.App.Supervision.Sampling;
using Minqing.App.Supervision.Signs;
using Minqing.App.Supervision.Watching;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals.Ledger;

/// <summary>Every list is searched in the one way: by words, place or number, and never by what a mask hides.</summary>
[Trait("Spec", "H-32")]
public sealed class SearchTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Lists_of_turns_and_watch_lists_find_it_by_words_place_and_number(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, id) = await town.ReportAsync(Town.Noise() with { Text = "冷库整夜响，打 13911112222 找我。" });
        await town.ReportAsync(new Submission(null, SmallCity.Village, "路灯不亮。", "13800005678", CategoryCode: "A1", Address: "五星社区"));
        var (secretary, county, centre) = (await town.SecretaryAsync(), await town.AsAsync(Role.CountyHead, SmallCity.County), await town.AsAsync(Role.CountyCentre, SmallCity.County));
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(secretary, id, null, Ct));
        await town.RunAsync<AskExtension, StepDone>(u => u.RunAsync(secretary, id, 3, "要等配件", null, Ct));
        town.Pass(TimeSpan.FromDays(12));
        await town.Test.RunAsync<FireClocks, DateTime?>(f => f.AllDueAsync(Ct));

        foreach (var (search, found) in ((string, bool)[])[("冷库", true), ("红卫社区", true), (receipt.Number, true), ("1111", false), ("井盖", false)])
        {
            AppealId[] expected = found ? [id] : [];
            Assert.Equal(expected, (await town.Test.RunAsync<ListMine, MyList>(u => u.RunAsync(secretary, null, search, false, null, Ct))).Page.Rows.Select(r => r.Appeal));
            Assert.Equal(expected, (await town.Test.RunAsync<ListLate, LateList>(u => u.RunAsync(county, null, search, null, Ct))).Page.Rows.Select(r => r.Appeal));
            Assert.Equal(expected, (await town.RunAsync<ListWatched, WatchList>(u => u.RunAsync(county, Concern.None, search, null, Ct))).Rows.Select(r => r.Appeal));
            Assert.Equal(expected, (await town.Test.RunAsync<ListDispatch, DispatchList>(u => u.RunAsync(centre, DispatchWork.Time, search, null, Ct))).Rows.Select(r => r.Appeal));
        }
    }

    [Theory, OnBothDatabases]
    public async Task Instructions_signs_samples_and_dockets_are_found_too(Engine engine)
    {
        await using var watch = await Tests.Supervision.Watch.OnAsync(engine);
        var town = watch.Town;
        var (receipt, id) = await town.ReportAsync();
        var (county, city) = (await watch.CountyAsync(), await town.AsAsync(Role.CityCentre, SmallCity.City));
        var lead = (await town.CaseAsync(id)).Appeal.Lead!.Value.Value;
        await town.RunAsync<GiveInstruction, InstructionId>(u => u.RunAsync(county, id, new("请抓紧", lead, null, null, true), Ct));
        await watch.OpenAsync(await watch.CentreAsync(), DocketKind.KeyMatter, new() { Title = "夜里的噪声", Words = "很多人反映", Appeals = receipt.Number, Post = county.Posts[0].Id.Value, Until = watch.Day(20) });
        await using (var db = town.Test.NewDb())
        {
            var now = town.Test.Clock.GetUtcNow().UtcDateTime;
            db.FoundSigns.Add(new() { Id = Guid.CreateVersion7(), Appeal = id, Round = 1, Sign = FalseSign.PhotoReused, FoundAt = now });
            db.SampledAppeals.Add(new() { Appeal = id, Round = 1, DrawnAt = now });
            await db.SaveChangesAsync(Ct);
        }

        Assert.Single((await town.Test.RunAsync<ListInstructions, InstructionPage>(u => u.RunAsync(county, InstructionList.Given, false, "抓紧", null, Ct))).Rows);
        Assert.Single((await town.Test.RunAsync<ListInstructions, InstructionPage>(u => u.RunAsync(county, InstructionList.Given, false, receipt.Number, null, Ct))).Rows);
        Assert.Empty((await town.Test.RunAsync<ListInstructions, InstructionPage>(u => u.RunAsync(county, InstructionList.Given, false, "井盖", null, Ct))).Rows);
        Assert.Single((await town.Test.RunAsync<ListSigns, SignList>(u => u.RunAsync(county, "红卫社区", null, Ct))).Rows);
        Assert.Empty((await town.Test.RunAsync<ListSigns, SignList>(u => u.RunAsync(county, "井盖", null, Ct))).Rows);
        Assert.Single((await town.Test.RunAsync<ListSamples, SampleList>(u => u.RunAsync(city, receipt.Number, null, Ct))).Rows);
        Assert.Empty((await town.Test.RunAsync<ListSamples, SampleList>(u => u.RunAsync(city, "井盖", null, Ct))).Rows);
        Assert.Single((await town.Test.RunAsync<ListDockets, DocketList>(u => u.RunAsync(county, null, false, false, "噪声", null, Ct))).Rows);
        Assert.Empty((await town.Test.RunAsync<ListDockets, DocketList>(u => u.RunAsync(county, null, false, false, "井盖", null, Ct))).Rows);
    }
}
