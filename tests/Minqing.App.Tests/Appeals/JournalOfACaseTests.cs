using Minqing.App.Appeals;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.Identities;
using Minqing.App.Appeals.Lists;
using Minqing.App.People;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

public sealed class JournalOfACaseTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-31")]
    public async Task Who_opened_an_identity_meanwhile_is_not_taken_for_who_changed_the_case(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        var (secretary, police) = (await town.SecretaryAsync(), await town.AsAsync(Role.VillagePolice, SmallCity.Village));
        var seen = Seen.Of(await town.CaseAsync(id));
        await town.RunAsync<TakeAppeal, StepDone>(u => u.RunAsync(secretary, id, seen, Ct));
        await OpenAsync(town, police, id);

        var problem = await town.RefusedAsync<TakeAppeal, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.PostedCadre, SmallCity.Village), id, seen, Ct));

        Assert.Equal(("village-secretary", "take"), problem is ChangedMeanwhile changed ? (changed.Role, changed.Step) : default);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task Who_saw_an_identity_stands_in_the_reporters_story_and_in_no_other(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, id) = await town.ReportAsync();
        var secretary = await town.SecretaryAsync();
        await OpenAsync(town, secretary, id);

        var view = await town.RunAsync<ReadAppeal, AppealView>(u => u.RunAsync(secretary, id, Ct));

        Assert.DoesNotContain(view.Story, s => s.About == SubjectKind.Vault);
        Assert.Contains((await town.CourseAsync(receipt)).Story, s => s.Fact<IdentityOpened>() is not null);
    }

    private static async Task OpenAsync(Town town, Viewer viewer, AppealId id)
    {
        var report = (await town.CaseAsync(id)).Main.Id;
        await town.RunAsync<OpenIdentity, Identity>(u => u.RunAsync(viewer, report, OpeningPurpose.FirstCall, null, Ct));
    }
}
