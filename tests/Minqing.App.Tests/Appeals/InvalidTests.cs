using Minqing.App.Appeals;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Lists;
using Minqing.App.Policy;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

/// <summary>What is no appeal at all, and what goes another way (I-31).</summary>
[Trait("Spec", "I-31")]
public sealed class InvalidTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Invalid_ones_stand_in_a_list_with_the_two_who_say_so_for_those_who_may(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var ((_, prank), (_, doubted)) = (await town.ReportAsync(), await town.ReportAsync(Town.Noise("13800005678")));
        var (secretary, centre) = (await town.SecretaryAsync(), await town.AsAsync(Role.TownCentre, SmallCity.Town));
        foreach (var id in new[] { prank, doubted })
            await town.RunAsync<ProposeInvalid, StepDone>(u => u.RunAsync(secretary, id, InvalidReason.Prank, "没有这栋楼", null, Ct));
        await town.RunAsync<ConfirmInvalid, StepDone>(u => u.RunAsync(centre, prank, null, Ct));

        var page = await town.RunAsync<ListInvalid, InvalidPage>(u => u.RunAsync(centre, null, null, Ct));

        var row = Assert.Single(page.Rows);
        Assert.Equal((prank, InvalidReason.Prank), (row.Appeal, row.Reason));
        Assert.True(row.ProposedBy is { Length: > 0 } && row.ConfirmedBy is { Length: > 0 } && row.ProposedBy != row.ConfirmedBy);
        Assert.Equal(1, page.Counts[InvalidReason.Prank]);
        Assert.Empty((await town.RunAsync<ListInvalid, InvalidPage>(u => u.RunAsync(centre, InvalidReason.Blank, null, Ct))).Rows);
        Assert.IsType<NotForYou>(await town.RefusedAsync<ListInvalid, InvalidPage>(u => u.RunAsync(secretary, null, null, Ct)));
        Assert.Empty((await town.RunAsync<ListInvalid, InvalidPage>(async u => await u.RunAsync(await town.AsAsync(Role.TownCentre, "620402101000"), null, null, Ct))).Rows);
    }

    [Theory, OnBothDatabases]
    public async Task Each_route_has_words_of_the_profile_for_whoever_reported(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var centre = await town.AsAsync(Role.CountyCentre, SmallCity.County);
        foreach (var route in Enum.GetValues<SpecialRoute>())
        {
            var (receipt, id) = await town.ReportAsync();
            await town.RunAsync<DeclineAppeal, StepDone>(u => u.RunAsync(centre, id, route, null, null, Ct));

            var told = (await town.CourseAsync(receipt)).Story.Single(e => e.Fact<AppealDeclined>() is not null);
            Assert.Equal(DeclineAppeal.NoticeOf(Profiles.Load("baiyin"), route) ?? "", told.Words(told.Fact<AppealDeclined>()!.Notice));
        }
    }
}
