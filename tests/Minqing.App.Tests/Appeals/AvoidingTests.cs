using Minqing.App.Appeals;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.Handling;
using Minqing.App.Appeals.Merging;
using Minqing.App.Policy;
using Minqing.App.Tests.Appeals.Dispatching;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

/// <summary>Whom it is about gives up what they have of it, whatever that is and wherever they stand (P-12).</summary>
[Trait("Spec", "P-12")]
public sealed class AvoidingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task What_they_had_taken_somebody_else_takes(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        var (secretary, commissioner) = (await town.SecretaryAsync(), await town.AsAsync(Role.TownCommissioner, SmallCity.Town));
        await town.RunAsync<TakeAppeal, StepDone>(u => u.RunAsync(secretary, id, null, Ct));

        await NamedAsync(town, id, post: secretary.Posts[0].Id.Value);

        var report = (await town.CaseAsync(id)).Main;
        Assert.Equal((null, null, null), (report.TakenByPerson, report.TakenByRole, report.TakenAt));
        await town.RunAsync<TakeAppeal, StepDone>(u => u.RunAsync(commissioner, id, null, Ct));
        Assert.Equal(commissioner.Person, (await town.CaseAsync(id)).Main.TakenByPerson);
        await town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_else_who_had_taken_it_keeps_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        var secretary = await town.SecretaryAsync();
        await town.RunAsync<TakeAppeal, StepDone>(u => u.RunAsync(secretary, id, null, Ct));

        await NamedAsync(town, id, post: (await town.AsAsync(Role.TownCommissioner, SmallCity.Town)).Posts[0].Id.Value);

        Assert.Equal(secretary.Person, (await town.CaseAsync(id)).Main.TakenByPerson);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-32")]
    public async Task Named_where_several_went_together_they_get_none_of_them_back_when_those_part(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (master, first, second) = (await town.ReportAsync(), await town.ReportAsync(Town.Noise("13800005678")), await town.ReportAsync(Town.Noise("13800009999")));
        var (centre, secretary) = (await town.AsAsync(Role.TownCentre, SmallCity.Town), await town.SecretaryAsync());
        await town.RunAsync<MergeAppeals, StepDone>(u => u.RunAsync(centre, second.Appeal, first.Appeal.Value, null, null, Ct));
        await town.RunAsync<MergeAppeals, StepDone>(u => u.RunAsync(centre, first.Appeal, master.Appeal.Value, null, null, Ct));

        await NamedAsync(town, master.Appeal, post: secretary.Posts[0].Id.Value);
        await town.RunAsync<UnmergeAppeal, StepDone>(u => u.RunAsync(centre, second.Appeal, null, Ct));
        await town.RunAsync<UnmergeAppeal, StepDone>(u => u.RunAsync(centre, first.Appeal, null, Ct));

        foreach (var id in new[] { second.Appeal, first.Appeal })
        {
            var parted = (await town.CaseAsync(id)).Appeal;
            Assert.Equal((Stage.Handling, centre.Posts[0].Unit), (parted.Stage, parted.Lead));
            Assert.False(secretary.Sees(parted), "whom it is about sees it");
        }

        Assert.Empty((await town.ListAsync(secretary)).Page.Rows);
        await town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task In_the_hands_of_the_highest_level_it_goes_to_the_unit_for_what_is_about_officials(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var discipline = new UnitId((await town.BureauAsync("discipline")).Unit);
        var (_, id) = await town.ReportAsync();
        var city = await town.AsAsync(Role.CityCentre, SmallCity.City);
        await town.RunAsync<TransferAppeal, StepDone>(u => u.RunAsync(city, id, city.Posts[0].Unit.Value, "市里来办", null, Ct));

        await NamedAsync(town, id, unit: city.Posts[0].Unit.Value);

        var appeal = (await town.CaseAsync(id)).Appeal;
        Assert.Equal((Stage.Handling, discipline), (appeal.Stage, appeal.Lead));
        Assert.False(city.Sees(appeal), "whom it is about sees it");
        await town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-03")]
    public async Task Whoever_looks_at_it_first_is_whom_it_is_about_and_the_level_above_them_leads(Engine engine)
    {
        await using var town = await Town.OnAsync(engine, ReceiptTests.ScreenedWith(Step.NameTarget));
        var (_, id) = await town.ReportAsync();
        var (centre, county) = (await town.AsAsync(Role.TownCentre, SmallCity.Town), await town.AsAsync(Role.CountyCentre, SmallCity.County));

        await NamedAsync(town, id, unit: centre.Posts[0].Unit.Value);

        var appeal = (await town.CaseAsync(id)).Appeal;
        Assert.Equal((Stage.Handling, county.Posts[0].Unit, 3), (appeal.Stage, appeal.Lead, appeal.Level));
        Assert.False(centre.Sees(appeal), "whom it is about sees it");
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(county, id, null, Ct));
        await town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Closed_by_the_highest_level_a_further_round_is_not_theirs(Engine engine)
    {
        await using var town = await Town.OnAsync(engine, Profiles.Load("huining"));
        var (receipt, id) = await town.ReportAsync();
        var (county, centre) = (await town.AsAsync(Role.CountyCentre, SmallCity.County), await town.AsAsync(Role.TownCentre, SmallCity.Town));
        await town.CalledAsync(id);
        await town.RunAsync<TransferAppeal, StepDone>(u => u.RunAsync(county, id, county.Posts[0].Unit.Value, "县里来办", null, Ct));
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(county, id, null, Ct));
        await town.RunAsync<App.Appeals.Closing.FinishAppeal, StepDone>(u => u.RunAsync(county, id, new("夜间不再响。", "上门协调", Outcome.Solved), null, Ct));

        await NamedAsync(town, id, unit: county.Posts[0].Unit.Value);

        var appeal = (await town.CaseAsync(id)).Appeal;
        Assert.Equal((Stage.Checking, centre.Posts[0].Unit), (appeal.Stage, appeal.Rounds[^1].Checker));
        await town.RunAsync<App.Appeals.Closing.RejectResult, StepDone>(u => u.RunAsync(centre, id, RejectionKind.Substance, null, "还在响", null, Ct));
        Assert.Equal(centre.Posts[0].Unit, (await town.CaseAsync(id)).Appeal.Lead);
    }

    [Theory, OnBothDatabases]
    public async Task About_the_highest_level_it_is_received_all_the_same_and_another_asks_how_it_was(Engine engine)
    {
        await using var town = await Town.OnAsync(engine, Profiles.Load("huining"));
        var county = (await town.AsAsync(Role.CountyCentre, SmallCity.County)).Posts[0].Unit;

        var (_, id) = await town.ReportAsync(Town.Noise() with { AboutUnit = county.Value });

        var appeal = (await town.CaseAsync(id)).Appeal;
        Assert.Equal((await town.AsAsync(Role.TownCentre, SmallCity.Town)).Posts[0].Unit, appeal.Desk);
    }

    private static async Task NamedAsync(Town town, AppealId id, Guid? unit = null, Guid? post = null) =>
        await town.RunAsync<NameTarget, StepDone>(async u => await u.RunAsync(await town.AsAsync(unit is null ? Role.TownCentre : Role.CountyCentre, unit is null ? SmallCity.Town : SmallCity.County), id, unit, post, null, Ct));
}
