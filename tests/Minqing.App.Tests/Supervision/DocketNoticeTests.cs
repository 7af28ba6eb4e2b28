using Microsoft.EntityFrameworkCore;
using Minqing.App.Supervision.Dockets;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.Notices;
using Minqing.App.Tests.People;
using Minqing.Domain.Notices;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Testing;

namespace Minqing.App.Tests.Supervision;

/// <summary>A unit of which supervision wants something is told, in the app and by SMS.</summary>
public sealed class DocketNoticeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-05")]
    [Trait("Spec", "H-16")]
    public async Task A_unit_is_told_of_its_task_once_and_again_when_its_answer_is_returned(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, appeal) = await town.ReportAsync();
        var (keeper, secretary) = (await town.AsAsync(Role.CountyCentre, SmallCity.County), await town.SecretaryAsync());
        var form = new DocketForm { Title = "夜里的冷库", Words = "很多人反映", Appeals = appeal.Value.ToString(), Post = keeper.Posts[0].Id.Value, Until = new(2026, 3, 20) };
        var docket = (await town.RunAsync<OpenDocket, Docket>(u => u.RunAsync(keeper, DocketKind.KeyMatter, form, Ct))).Id;
        await TakeAsync(town, keeper, docket, DocketStep.SetTask, new() { Unit = secretary.Posts[0].Unit.Value, Words = "夜里停机", Until = new(2026, 3, 9) });

        var first = await ToldAsync(town);
        await TakeAsync(town, secretary, docket, DocketStep.Answer, new() { Task = 1, Words = "停了" });
        await TakeAsync(town, keeper, docket, DocketStep.ReturnTask, new() { Task = 1, Words = "还在响" });
        var second = await ToldAsync(town);

        Assert.Equal(3, first.Count);
        Assert.Equal(6, second.Count);
        Assert.All(second, n => Assert.Equal((appeal, "夜里的冷库", true), (n.Appeal, n.Address, n.Sms is not null)));
        Assert.Contains(first, n => n.Person == secretary.Person && n.DueAt is not null);
    }

    private static async Task<List<Notice>> ToldAsync(Town town)
    {
        await Outbox.DrainAsync(town.Test);
        await using var db = town.Test.NewDb();
        return await db.Notices.Where(n => n.Kind == NoticeKind.DocketTask).ToListAsync(Ct);
    }

    private static Task TakeAsync(Town town, App.People.Viewer viewer, Domain.Kernel.DocketId id, DocketStep step, DocketForm form) =>
        town.RunAsync<TakeDocketStep, Docket>(u => u.RunAsync(viewer, id, step, form, Ct));
}
