using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Intake;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Notices;

[Trait("Spec", "D-03")]
public sealed class StatutoryNoticeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Whose_desk_asks_the_reporter_in_the_end_is_told_when_a_limit_of_the_law_comes_near_and_when_it_has_passed(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        var complaint = new Submission(null, SmallCity.Grid, "窗口的人不理人", Phone: Phones.Reporter, CategoryCode: "C2");
        await scene.Test.RunAsync<SubmitReport, Result<Receipt>>(submit => submit.RunAsync(Guid.CreateVersion7().ToString(), complaint, Ct));

        scene.Test.Clock.Advance(TimeSpan.FromDays(14));
        await scene.RunAsync();
        Assert.Contains(await OfLawAsync(scene, NoticeKind.LimitNear), r => r == Role.CountyCentre);
        Assert.Empty(await OfLawAsync(scene, NoticeKind.LimitPassed));

        scene.Test.Clock.Advance(TimeSpan.FromDays(2));
        await scene.RunAsync();
        Assert.Equal([Role.CountyCentre], (await OfLawAsync(scene, NoticeKind.LimitPassed)).Distinct());
    }

    // The roles of those who were told of it.
    private static async Task<IReadOnlyList<Role>> OfLawAsync(NoticeScene scene, NoticeKind kind)
    {
        var told = (await scene.NoticesAsync(kind)).Where(n => n.Clock == ClockKind.Statutory).Select(n => (PersonId?)n.Person).ToList();
        await using var db = scene.Test.NewDb();
        return await db.Posts.AsNoTracking().Where(p => told.Contains(p.Holder)).Select(p => p.Role).ToListAsync(Ct);
    }
}
