using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Course;
using Minqing.App.Notices;
using Minqing.App.People;
using Minqing.App.People.Duty;
using Minqing.App.Running;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Notices;

/// <summary>Whatever goes to somebody who is away goes to their stand-in, and both see it (O-06).</summary>
[Trait("Spec", "O-06")]
public sealed class AwayTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_leader_s_weekly_list_is_told_to_both_and_texted_to_the_stand_in(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        await town.ReportAsync();
        var (head, desk) = (await town.AsAsync(Role.CountyHead, SmallCity.County), await town.AsAsync(Role.FollowUpDesk, SmallCity.County));
        town.Pass(TimeSpan.FromDays(20));
        await town.Test.Services.GetRequiredService<FireClocks>().AllDueAsync(Ct);
        await AwayAsync(town, head, desk);

        await town.Test.Services.GetRequiredService<RunSchedule>().AllDueAsync(Ct);

        await BothAsync(town, NoticeKind.WeeklyRound, head, desk);
    }

    [Theory, OnBothDatabases]
    public async Task What_the_desk_is_told_apart_is_told_to_its_stand_in(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, _) = await town.ReportAsync();
        var (head, desk) = (await town.AsAsync(Role.CountyHead, SmallCity.County), await town.AsAsync(Role.FollowUpDesk, SmallCity.County));
        await AwayAsync(town, desk, head);

        await town.RunAsync<TellPressure, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, "村里有人要我改评价。", null, Ct));
        await Outbox.DrainAsync(town.Test);

        await BothAsync(town, NoticeKind.PressureTold, desk, head, sms: false);
    }

    [Theory, OnBothDatabases]
    public async Task The_list_of_the_week_is_texted_to_the_stand_in_and_not_to_who_is_away(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        await town.ReportAsync();
        var (secretary, police) = (await town.SecretaryAsync(), await town.AsAsync(Role.VillagePolice, SmallCity.Village));
        await AwayAsync(town, secretary, police);
        town.Pass(TimeSpan.FromDays(4)); // Friday

        await town.Test.Services.GetRequiredService<RunSchedule>().AllDueAsync(Ct);
        await Outbox.DrainAsync(town.Test);

        await BothAsync(town, NoticeKind.ListToConfirm, secretary, police);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "D-03")]
    public async Task What_waited_for_a_digest_is_texted_to_who_stands_in_when_it_goes(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var ((_, appeal), secretary, police) = (await town.ReportAsync(), await town.SecretaryAsync(), await town.AsAsync(Role.VillagePolice, SmallCity.Village));
        var evening = town.Test.Clock.GetUtcNow().UtcDateTime;
        await using (var db = town.Test.NewDb())
        {
            db.Add(new Notice { Id = Guid.CreateVersion7(), Person = secretary.Person, Appeal = appeal, Kind = NoticeKind.SentBack, Address = "3号楼", CreatedAt = evening, DigestAt = evening.AddHours(10) });
            await db.SaveChangesAsync(Ct);
        }

        await AwayAsync(town, secretary, police);
        town.Pass(TimeSpan.FromHours(11));
        while (await town.Test.RunAsync<SendDigests, int>(u => u.RunAsync(Ct)) > 0)
        {
        }

        await BothAsync(town, NoticeKind.SentBack, secretary, police);
    }

    private static Task AwayAsync(Town town, Viewer who, Viewer stands)
    {
        var today = LocalTime.DayOf(town.Test.Clock.GetUtcNow().UtcDateTime);
        return town.RunAsync<NameStandIn, Done>(u => u.RunAsync(who, who.Posts[0].Id, stands.Person, today, today.AddDays(9), Ct));
    }

    private static async Task BothAsync(Town town, NoticeKind kind, Viewer away, Viewer stands, bool sms = true)
    {
        await using var db = town.Test.NewDb();
        var told = await db.Notices.Where(n => n.Kind == kind).ToListAsync(Ct);
        Assert.False(Assert.Single(told, n => n.Person == away.Person).Sms is not null);
        Assert.Equal(sms, Assert.Single(told, n => n.Person == stands.Person).Sms is not null);
    }
}
