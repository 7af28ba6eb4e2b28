using Microsoft.EntityFrameworkCore;
using Minqing.App.Administration.Reorganising;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Web.Tests.Staff;

namespace Minqing.Web.Tests.Citizen;

/// <summary>Whoever reported something in a village that is no more reads which unit has it now (O-09).</summary>
[Trait("Spec", "O-09")]
public sealed class FollowedMergerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_follow_page_says_who_took_it_over_and_that_the_limit_stays(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        var test = office.Street.Site.Test;
        var (number, code) = await office.Street.ReportAsync("路灯不亮");
        await using var db = test.NewDb();
        var at = await db.Reports.AsNoTracking().Where(r => r.Number == number.Replace(" ", "")).Select(r => r.Region).SingleAsync(Ct);
        var lies = await db.Regions.AsNoTracking().FirstAsync(r => r.Id == at, Ct);
        var from = lies.Level == RegionLevel.Village ? lies : await db.Regions.AsNoTracking().FirstAsync(r => r.Id == lies.ParentId, Ct);
        var into = await db.Regions.AsNoTracking().OrderBy(r => r.Code).FirstAsync(r => r.ParentId == from.ParentId && r.Id != from.Id && r.ClosedOn == null, Ct);
        var holder = await db.Posts.AsNoTracking().Where(p => p.Role == Role.Administrator && p.Holder != null).Select(p => p.Holder!.Value).FirstAsync(Ct);
        var admin = await test.RunAsync<Viewers, Viewer>(v => v.OfAsync(holder, null, "test", Ct).AsTask());

        var done = await test.RunAsync<PlanMerge, Result<ReorganisationId>>(u => u.RunAsync(admin, new(from.Code, into.Code, null, "白政发〔2026〕3号", []), Ct));

        Assert.True(done.Ok, $"{done.Problem}");
        var course = await office.Street.ReadAsync($"/f/{number}?code={code}");
        Assert.Contains($"您的事由{into.Name}", course, StringComparison.Ordinal);
        Assert.Contains("接着办，时限不变", course, StringComparison.Ordinal);
    }
}
