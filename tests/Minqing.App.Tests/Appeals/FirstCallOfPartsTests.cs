using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.Lists;
using Minqing.App.Appeals.Splitting;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

/// <summary>A reporter of several matters is called once, in whichever of them goes on (I-34, H-02).</summary>
public sealed class FirstCallOfPartsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-34")]
    [Trait("Spec", "H-02")]
    public async Task Where_the_first_part_is_turned_down_the_call_is_made_in_the_other(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, first) = await town.ReportAsync(Town.Noise() with { Text = "楼下蛋糕店的冷库整夜响。门口的路灯也不亮" });
        var (centre, secretary) = (await town.AsAsync(Role.TownCentre, SmallCity.Town), await town.SecretaryAsync());
        await town.RunAsync<SplitAppeal, StepDone>(u => u.RunAsync(centre, first, null, "门口的路灯也不亮", "A2", null, Ct));
        await using var db = town.Test.NewDb();
        var part = await db.Appeals.Where(a => a.SplitFrom == first).Select(a => a.Id).SingleAsync(Ct);

        await town.RunAsync<DeclineAppeal, StepDone>(u => u.RunAsync(centre, first, SpecialRoute.OutsideDuties, "请向物业反映。", null, Ct));

        var calls = await town.Test.RunAsync<ListMine, MyList>(u => u.RunAsync(secretary, TurnKind.FirstCall, null, Ct));
        Assert.Equal([part], calls.Page.Rows.Select(r => r.Appeal));
        await town.RunAsync<RecordCall, StepDone>(u => u.RunAsync(secretary, part, CallOutcome.Reached, "说好了", null, Ct));
        Assert.DoesNotContain((await town.CaseAsync(part)).Main.Clocks, c => c.Runs);
        // Without naming a part the reporter means the one that goes on.
        await town.RunAsync<UrgeReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, null, Ct));
    }
}
