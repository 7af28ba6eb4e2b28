using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Merging;
using Minqing.App.Appeals.Timing;
using Minqing.App.Kernel;
using Minqing.App.Policy;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals.Timing;

[Trait("Spec", "D-06")]
public sealed class RecomputeLimitsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Changed_rules_move_open_limits_only_when_asked_and_a_preview_says_which(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, id) = await town.ReportAsync();
        var before = await DueAsync(town, id);

        var preview = await RecomputeAsync(town, apply: false);

        var moved = Assert.Single(preview.Moved);
        Assert.Equal((1, receipt.Number, ClockKind.Handle, before), (preview.Open, moved.Number, moved.Kind, moved.From));
        Assert.True(moved.To > before);
        Assert.Equal(before, await DueAsync(town, id));

        Assert.Equal(preview.Moved, (await RecomputeAsync(town, apply: true)).Moved);
        Assert.Equal(moved.To, await DueAsync(town, id));
        Assert.Empty((await RecomputeAsync(town, apply: false)).Moved);
        await using var db = town.Test.NewDb();
        Assert.Equal(1, await db.Journal.CountAsync(j => j.SubjectId == id.Value && j.Step == "recompute", Ct));
    }

    [Theory, OnBothDatabases]
    public async Task What_was_extended_keeps_the_day_that_was_granted(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        var (village, county) = (await town.SecretaryAsync(), await town.AsAsync(Role.CountyCentre, SmallCity.County));
        await town.RunAsync<AskExtension, StepDone>(u => u.RunAsync(village, id, 3, "要等配件", null, Ct));
        await town.RunAsync<GrantExtension, StepDone>(u => u.RunAsync(county, id, null, null, Ct));
        var granted = await DueAsync(town, id);

        Assert.Empty((await RecomputeAsync(town, apply: true)).Moved);

        Assert.Equal(granted, await DueAsync(town, id));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-02")]
    public async Task First_calls_that_wait_move_too_and_each_of_several_reporters_is_one(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (first, id) = await town.ReportAsync();
        var (second, other) = await town.ReportAsync(Town.Noise("13800005678"));
        await town.RunAsync<MergeAppeals, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.TownCentre, SmallCity.Town), other, id.Value, null, null, Ct));
        var before = await CallsAsync(town, id);

        var moved = (await RecomputeAsync(town, apply: true, ClockKind.FirstCall, 45)).Moved;

        Assert.Equal([(first.Number, ClockKind.FirstCall), (second.Number, ClockKind.FirstCall)], moved.Select(m => (m.Number, m.Kind)));
        Assert.Equal(before.Select(b => b.AddMinutes(45)), await CallsAsync(town, id));
        Assert.Empty((await RecomputeAsync(town, apply: false, ClockKind.FirstCall, 45)).Moved);
        Assert.All((await town.CaseAsync(id)).Reports.SelectMany(r => r.Clocks), c => Assert.True(c.WakeAt > c.OriginalDueAt, "it speaks up by the limit of before"));
    }

    private static async Task<IReadOnlyList<DateTime>> CallsAsync(Town town, AppealId id) => [.. (await town.CaseAsync(id)).Reports.Select(r => r.Clocks.Single(c => c.Kind == ClockKind.FirstCall).DueAt)];

    private static async Task<DateTime> DueAsync(Town town, AppealId id) => (await town.CaseAsync(id)).Appeal.Clocks.Single(c => c.Kind == ClockKind.Handle).DueAt;

    // The rules as they are after a restart: two days more for everything that is handled, or more of another kind.
    private static async Task<Recomputed> RecomputeAsync(Town town, bool apply, ClockKind kind = ClockKind.Handle, int more = 2)
    {
        await using var scope = town.Test.Scope();
        var profile = scope.ServiceProvider.GetRequiredService<Profile>();
        var longer = profile with { Version = "longer", Limits = [.. profile.Limits.Select(l => l.Kind == kind ? l with { Limit = l.Limit with { Amount = l.Limit.Amount + more } } : l)] };
        var rules = new RuleBook(longer, new Timetables(longer, scope.ServiceProvider.GetRequiredService<Calendars>()));
        return await new RecomputeLimits(scope.ServiceProvider.GetRequiredService<MinqingDb>(), rules, town.Test.Clock).RunAsync(apply, Ct);
    }
}
