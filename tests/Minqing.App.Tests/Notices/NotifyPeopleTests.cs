using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.Handling;
using Minqing.App.Notices;
using Minqing.App.People.Posts;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.Policy;
using Minqing.Storage.Outbox;
using Minqing.Testing;

namespace Minqing.App.Tests.Notices;

public sealed class NotifyPeopleTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-01")]
    public async Task A_report_goes_at_once_to_everyone_of_the_first_tier_in_the_app_and_by_sms(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        var appeal = await scene.ReportAsync();

        await scene.RunAsync();

        var notices = await scene.NoticesAsync(NoticeKind.FirstCall);
        var tier = new[] { Role.VillageSecretary, Role.VillagePolice, Role.PostedCadre };
        var expected = await Task.WhenAll(tier.Select(async role => (await scene.City.PostAsync(role, SmallCity.Village)).Holder!.Value));
        Assert.Equal(expected.OrderBy(p => p.Value), notices.Select(n => n.Person).OrderBy(p => p.Value));
        Assert.All(notices, n => Assert.Equal((appeal, "3号楼2单元", scene.City.Start.AddMinutes(30)), (n.Appeal, n.Address, n.DueAt)));
        Assert.Equal(notices.Select(n => n.Sms!.Value).Order(), scene.Phones.OfOfficials.Select(s => s.Id).Order());
        Assert.All(scene.Phones.OfOfficials, s => Assert.Contains("3号楼2单元有群众反映问题，请在09:30前回电。点此受理：http", s.Text, StringComparison.Ordinal));
        Assert.All(scene.Phones.OfOfficials, s => Assert.DoesNotContain("灯", s.Text, StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-02")]
    public async Task With_identity_kept_the_desk_is_asked_to_call_and_the_first_tier_is_told_so(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        await scene.ReportAsync(keepIdentity: true);

        await scene.RunAsync();

        var desk = (await scene.City.PostAsync(Role.CountyCentre, SmallCity.County)).Holder!.Value;
        Assert.Contains(await scene.NoticesAsync(NoticeKind.FirstCall), n => n.Person == desk);
        Assert.Equal(3, (await scene.NoticesAsync(NoticeKind.FirstCallByDesk)).Count);
        Assert.Contains(scene.Phones.OfOfficials, s => s.Text.Contains("由中心回电", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-05")]
    public async Task Told_of_the_same_entry_again_nobody_hears_twice(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        await scene.ReportAsync();
        await scene.RunAsync();
        await using (var db = scene.Test.NewDb())
        {
            foreach (var entry in await db.Journal.Select(j => j.Id).ToListAsync(Ct))
                db.Outbox.Add(OutboxMessage.OfEntry(entry, scene.City.Start));
            await db.SaveChangesAsync(Ct);
        }

        await scene.RunAsync();

        Assert.Equal(3, scene.Phones.OfOfficials.Count);
        Assert.Equal(3, (await scene.NoticesAsync(Enum.GetValues<NoticeKind>())).Count);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "D-03")]
    public async Task A_missed_first_call_is_told_to_the_next_tier_which_joins(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        await scene.ReportAsync();
        await scene.RunAsync();

        scene.Test.Clock.Advance(TimeSpan.FromMinutes(31));
        await scene.RunAsync();

        var commissioner = (await scene.City.PostAsync(Role.TownCommissioner, SmallCity.Town)).Holder!.Value;
        Assert.Equal(commissioner, Assert.Single(await scene.NoticesAsync(NoticeKind.FirstCallJoined)).Person);
        Assert.Equal(3, (await scene.NoticesAsync(NoticeKind.LimitPassed)).Count(n => n.Person != commissioner));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "D-03")]
    public async Task An_overdue_appeal_climbs_the_chain_tier_by_tier(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        await scene.ReportAsync();
        await scene.RunAsync();

        for (var day = 0; day < 40; day++)
        {
            scene.Test.Clock.Advance(TimeSpan.FromHours(12));
            await scene.RunAsync();
        }

        var late = (await scene.NoticesAsync(NoticeKind.LimitPassed, NoticeKind.LimitLongPassed)).Where(n => n.Clock == ClockKind.Handle).OrderBy(n => n.CreatedAt).Select(n => n.Person).Distinct().ToList();
        var commissioner = (await scene.City.PostAsync(Role.TownCommissioner, SmallCity.Town)).Holder!.Value;
        var head = (await scene.City.PostAsync(Role.TownHead, SmallCity.Town)).Holder!.Value;
        Assert.InRange(late.IndexOf(commissioner), 3, late.IndexOf(head) - 1);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-05")]
    public async Task What_a_vacant_tier_would_hear_the_next_one_hears(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        await using (var db = scene.Test.NewDb())
        {
            foreach (var role in new[] { Role.VillageSecretary, Role.VillagePolice, Role.PostedCadre })
            {
                var post = await scene.City.PostAsync(role, SmallCity.Village);
                await scene.Test.RunAsync<EndHolding, object>(async end => await end.RunAsync(await scene.City.AdministratorAsync(), post.Id, scene.City.Start, Ct));
            }
        }

        await scene.ReportAsync();
        await scene.RunAsync();

        var commissioner = (await scene.City.PostAsync(Role.TownCommissioner, SmallCity.Town)).Holder!.Value;
        Assert.Equal(commissioner, Assert.Single(await scene.NoticesAsync(NoticeKind.FirstCall)).Person);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "D-03")]
    public async Task Nobody_is_warned_of_what_was_done_in_the_meantime(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        var appeal = await scene.ReportAsync();
        var secretary = await scene.City.ViewerAsync(Role.VillageSecretary, SmallCity.Village);
        Assert.True((await scene.Test.RunAsync<RecordCall, Result<StepDone>>(call => call.RunAsync(secretary, appeal, CallOutcome.Reached, "马上去看", null, Ct))).Ok);

        scene.Test.Clock.Advance(TimeSpan.FromMinutes(40));
        await scene.RunAsync();

        Assert.DoesNotContain(await scene.NoticesAsync(NoticeKind.LimitNear, NoticeKind.LimitPassed), n => n.Clock == ClockKind.FirstCall);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-05")]
    public async Task A_person_sees_their_own_notices_and_marks_them_read(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        var appeal = await scene.ReportAsync();
        await scene.RunAsync();
        var secretary = await scene.City.ViewerAsync(Role.VillageSecretary, SmallCity.Village);

        var before = (await scene.Test.RunAsync<ListNotices, Result<NoticeList>>(list => list.RunAsync(secretary, Ct))).Value;
        await scene.Test.RunAsync<ReadNotices, Result<Done>>(read => read.RunAsync(secretary, appeal, Ct));
        var after = (await scene.Test.RunAsync<ListNotices, Result<NoticeList>>(list => list.RunAsync(secretary, Ct))).Value;

        Assert.Equal((1, 0), (before.Unread, after.Unread));
        Assert.Equal("新反映，09:30前回电：3号楼2单元", Assert.Single(before.Newest).Text);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-11")]
    public async Task A_level_that_an_appeal_goes_past_is_told(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        var appeal = await scene.ReportAsync();
        var secretary = await scene.City.ViewerAsync(Role.VillageSecretary, SmallCity.Village);
        await scene.Test.RunAsync<ReclassifyAppeal, Result<StepDone>>(async u => await u.RunAsync(await scene.City.ViewerAsync(Role.TownCentre, SmallCity.Town), appeal, "A1", null, null, "是路灯", null, Ct));
        await scene.Test.RunAsync<RecordCall, Result<StepDone>>(u => u.RunAsync(secretary, appeal, CallOutcome.Reached, null, null, Ct));

        var raised = await scene.Test.RunAsync<RaiseAppeal, Result<StepDone>>(u => u.RunAsync(secretary, appeal, "要区里的部门来", "看过现场", 3, null, Ct));
        await scene.RunAsync();

        Assert.True(raised.Ok, $"{raised.Problem}");
        var town = (await scene.City.PostAsync(Role.TownCentre, SmallCity.Town)).Holder!.Value;
        Assert.Contains(await scene.NoticesAsync(NoticeKind.LevelSkipped), n => n.Person == town);
        Assert.DoesNotContain(await scene.NoticesAsync(NoticeKind.RaisedToYou), n => n.Person == town);
        Assert.NotEmpty(await scene.NoticesAsync(NoticeKind.RaisedToYou));
    }
}
