using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Intake;
using Minqing.App.Regions.Codes;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

public sealed class RetryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-12")]
    public async Task Who_asks_again_gets_the_receipt_although_the_code_was_taken_down_meanwhile(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var code = await town.RunAsync<IssueSiteCode, SiteCode>(async u => await u.RunAsync(new(SiteCodeKind.Building, await GridAsync(town), "红卫社区", "3 号楼", null, null), Ct));
        var (key, submission) = (Guid.NewGuid().ToString(), Town.Noise() with { RegionCode = null, SiteCode = code.Code });
        var first = await town.RunAsync<SubmitReport, Receipt>(u => u.RunAsync(key, submission, Ct));
        await town.RunAsync<RevokeSiteCode, Done>(u => u.RunAsync(code.Code, Ct));

        Assert.Equal(first.Number, (await town.RunAsync<SubmitReport, Receipt>(u => u.RunAsync(key, submission, Ct))).Number);
        Assert.Equal(new UnknownSiteCode(), await town.RefusedAsync<SubmitReport, Receipt>(u => u.RunAsync(Guid.NewGuid().ToString(), submission, Ct)));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-12")]
    public async Task A_key_with_another_content_is_refused_and_leaves_nothing(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var key = Guid.NewGuid().ToString();
        await town.RunAsync<SubmitReport, Receipt>(u => u.RunAsync(key, Town.Noise(), Ct));

        Assert.Equal(new IdempotencyKeyReused(), await town.RefusedAsync<SubmitReport, Receipt>(u => u.RunAsync(key, Town.Noise() with { Text = "别的事" }, Ct)));

        await using var db = town.Test.NewDb();
        Assert.Equal((1, 1, 1), (await db.Reports.CountAsync(Ct), await db.Appeals.CountAsync(Ct), await db.Texts.CountAsync(Ct)));
    }

    private static async Task<RegionId> GridAsync(Town town)
    {
        await using var db = town.Test.NewDb();
        return await db.Regions.Where(r => r.Code == SmallCity.Grid).Select(r => r.Id).SingleAsync(Ct);
    }
}
