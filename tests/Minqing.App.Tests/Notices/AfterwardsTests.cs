using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.Handling;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Notices;

/// <summary>What the reporter does from the follow page comes to those of whom the page says so.</summary>
public sealed class AfterwardsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-14")]
    public async Task A_supplement_and_a_withdrawal_are_told_to_the_lead(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, _) = await town.ReportAsync();

        await town.RunAsync<SupplementReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, "昨晚又响了", null, null, Ct));
        await town.RunAsync<WithdrawReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, "店搬走了", null, Ct));
        await Outbox.DrainAsync(town.Test);

        var secretary = (await town.SecretaryAsync()).Person;
        Assert.Contains(secretary, await ToldAsync(town, NoticeKind.Supplemented));
        Assert.Contains(secretary, await ToldAsync(town, NoticeKind.Withdrawn));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-22")]
    public async Task Who_was_pressed_is_heard_at_the_countys_desk_and_in_the_city_and_by_no_handler(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, id) = await town.ReportAsync();
        var secretary = await town.SecretaryAsync();

        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(secretary, id, null, Ct));
        await town.RunAsync<TellPressure, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, "书记让我改成满意", null, Ct));
        await Outbox.DrainAsync(town.Test);

        var told = await ToldAsync(town, NoticeKind.PressureTold);
        Assert.Contains((await town.AsAsync(Role.FollowUpDesk, SmallCity.County)).Person, told);
        Assert.Contains((await town.AsAsync(Role.CityCentre, SmallCity.City)).Person, told);
        Assert.DoesNotContain(secretary.Person, told);
        Assert.DoesNotContain((await town.AsAsync(Role.TownCentre, SmallCity.Town)).Person, told);
    }

    private static async Task<List<PersonId>> ToldAsync(Town town, NoticeKind kind)
    {
        await using var db = town.Test.NewDb();
        return await db.Notices.Where(n => n.Kind == kind).Select(n => n.Person).ToListAsync(Ct);
    }
}
