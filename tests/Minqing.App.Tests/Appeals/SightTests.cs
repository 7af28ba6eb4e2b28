using Minqing.App.Appeals;
using Minqing.App.Appeals.Closing;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.Handling;
using Minqing.App.Appeals.Identities;
using Minqing.App.Appeals.Lists;
using Minqing.App.Media;
using Minqing.App.Notices;
using Minqing.App.Supervision;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

/// <summary>Who sees what few may see, role by role, through every question that can be asked (I-31, P-12).</summary>
public sealed class SightTests
{
    private static readonly (Role Role, string Region)[] Everybody =
    [
        (Role.VillageSecretary, SmallCity.Village), (Role.VillagePolice, SmallCity.Village), (Role.PostedCadre, SmallCity.Village),
        (Role.TownCommissioner, SmallCity.Town), (Role.TownHead, SmallCity.Town), (Role.CountyLeaderInCharge, SmallCity.Town), (Role.TownCentre, SmallCity.Town),
        (Role.CountyPoliticalLegalSecretary, SmallCity.County), (Role.CountyHead, SmallCity.County), (Role.CountyCentre, SmallCity.County), (Role.FollowUpDesk, SmallCity.County),
        (Role.CityPoliticalLegalSecretary, SmallCity.City), (Role.CityCentre, SmallCity.City),
    ];

    private static readonly Role[] OfTheVillage = [Role.VillageSecretary, Role.VillagePolice, Role.PostedCadre];
    private static readonly Role[] OfTheCounty = [Role.CountyPoliticalLegalSecretary, Role.CountyHead, Role.CountyCentre, Role.FollowUpDesk];
    private static readonly Role[] OfTheCity = [Role.CityPoliticalLegalSecretary, Role.CityCentre];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases, Trait("Spec", "I-31")]
    public async Task A_sensitive_appeal_is_seen_by_its_own_unit_and_by_the_roles_for_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, appeal) = await town.ReportAsync();
        await RestrictAsync(town, appeal, disclosure: false);

        await SeenByAsync(town, appeal, [.. OfTheVillage, .. OfTheCounty, .. OfTheCity]);
    }

    [Theory, OnBothDatabases, Trait("Spec", "I-31")]
    public async Task What_tells_of_officials_misconduct_is_seen_by_the_unit_for_it_alone(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, appeal) = await town.ReportAsync();
        await RestrictAsync(town, appeal, disclosure: true);

        await SeenByAsync(town, appeal, OfTheCounty);
        var it = await town.CaseAsync(appeal);
        Assert.Equal((it.Appeal.Desk, Intent.Disclosure), (it.Appeal.Lead, it.Appeal.Intent));
        Assert.Equal([TurnKey.Of(it.Appeal.Desk)], it.Main.Turns.Select(t => t.Key));
        Assert.DoesNotContain(appeal, (await town.ListAsync(await town.SecretaryAsync())).Page.Rows.Select(r => r.Appeal));
    }

    [Theory, OnBothDatabases, Trait("Spec", "P-12")]
    public async Task Whom_it_is_about_loses_it_and_sees_it_nowhere(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, appeal) = await town.ReportAsync();
        var secretary = await town.SecretaryAsync();
        await town.RunAsync<NameTarget, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.TownCentre, SmallCity.Town), appeal, null, secretary.Posts[0].Id.Value, null, Ct));

        await SeenByAsync(town, appeal, [.. Everybody.Select(e => e.Role).Except(OfTheVillage)]);
        var it = await town.CaseAsync(appeal);
        Assert.Equal(2, it.Appeal.Level);
        Assert.DoesNotContain(it.Main.Turns, t => t.Key.StartsWith("tier1:", StringComparison.Ordinal));
        Assert.NotEmpty(it.Main.Turns);
    }

    [Theory, OnBothDatabases, Trait("Spec", "P-12")]
    public async Task The_unit_that_it_is_about_does_not_check_the_result_either(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, appeal) = await town.ReportAsync();
        var unit = (await town.AsAsync(Role.TownCentre, SmallCity.Town)).Posts[0].Unit;
        await town.RunAsync<NameTarget, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.CountyCentre, SmallCity.County), appeal, unit.Value, null, null, Ct));
        var secretary = await town.SecretaryAsync();
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(secretary, appeal, null, Ct));
        await town.RunAsync<RecordCall, StepDone>(u => u.RunAsync(secretary, appeal, CallOutcome.Reached, "说好了", null, Ct));
        await town.RunAsync<FinishAppeal, StepDone>(u => u.RunAsync(secretary, appeal, new("已经办好。", "去看过", Outcome.Solved, null, null, null, []), null, Ct));

        var checker = (await town.CaseAsync(appeal)).Appeal.Rounds[^1].Checker;

        Assert.Equal((await town.AsAsync(Role.CountyCentre, SmallCity.County)).Posts[0].Unit, checker);
    }

    private static async Task RestrictAsync(Town town, AppealId appeal, bool disclosure) =>
        await town.RunAsync<RestrictAppeal, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.CountyCentre, SmallCity.County), appeal, true, disclosure, "要保密", null, Ct));

    private static async Task SeenByAsync(Town town, AppealId appeal, IReadOnlyCollection<Role> expected)
    {
        var report = (await town.CaseAsync(appeal)).Main.Id;
        foreach (var (role, region) in Everybody)
        {
            var viewer = await town.AsAsync(role, region);
            var sees = expected.Contains(role);
            Assert.Equal((role, sees), (role, (await town.Test.RunAsync<ReadAppeal, Result<AppealView>>(u => u.RunAsync(viewer, appeal, Ct))).Ok));
            Assert.Equal((role, sees), (role, (await town.Test.RunAsync<SeeMedia, Result<OpenedMedia>>(u => u.RunAsync(viewer, appeal, new(Guid.CreateVersion7()), false, Ct))).Problem is not NoSuchAppeal));
            Assert.Equal((role, sees), (role, (await town.Test.RunAsync<WriteNote, Result<StepDone>>(u => u.RunAsync(viewer, appeal, "看一看", Ct))).Problem is not NoSuchAppeal));
            Assert.Equal((role, sees), (role, (await town.Test.RunAsync<OpenIdentity, Result<Identity>>(u => u.RunAsync(viewer, report, OpeningPurpose.Handling, "要看", Ct))).Problem is not NoSuchReport));
            Assert.Equal((role, true), (role, sees || (await town.RunAsync<ListNotices, NoticeList>(u => u.RunAsync(viewer, Ct))).Newest.All(n => n.Appeal != appeal)));
            Assert.True(sees || (await town.ListAsync(viewer)).Page.Rows.All(r => r.Appeal != appeal), $"{role} finds it on the list");
        }

        town.Pass(TimeSpan.FromDays(60));
        var disclosure = (await town.CaseAsync(appeal)).Appeal.Disclosure;
        foreach (var (role, region) in Everybody.Where(e => !OfTheVillage.Contains(e.Role) && e.Role != Role.FollowUpDesk))
        {
            var viewer = await town.AsAsync(role, region);
            var late = await town.Test.RunAsync<ListLate, LateList>(u => u.RunAsync(viewer, null, null, Ct));
            Assert.Equal((role, expected.Contains(role) && !disclosure), (role, late.Page.Rows.Any(r => r.Appeal == appeal)));
            Assert.Equal((role, expected.Contains(role) && !disclosure), (role, late.Late > 0));
        }
    }
}
