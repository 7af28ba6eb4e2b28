using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Intake;
using Minqing.App.Appeals.Lists;
using Minqing.App.Appeals.Merging;
using Minqing.App.Appeals.Splitting;
using Minqing.App.Media;
using Minqing.App.People;
using Minqing.App.Tests.Appeals.Dispatching;
using Minqing.App.Tests.Media;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

/// <summary>Of a report that was split each photo and clip stands with one part, and is seen by those who see that one; it is split before the dispatch too (I-34).</summary>
[Trait("Spec", "I-34")]
public sealed class SplitEvidenceTests
{
    private const string Light = "门口的路灯也不亮";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task A_photo_that_went_with_a_part_is_seen_there_alone_and_the_others_are_not(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, first, stays, goes) = await ReportAsync(town);
        var (centre, secretary) = (await town.AsAsync(Role.TownCentre, SmallCity.Town), await town.SecretaryAsync());
        var part = await SplitAsync(town, first, goes);
        var later = (await town.Test.AddAsync(Photos.FromPhone())).Value.Id.Value;
        await town.RunAsync<SupplementReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, null, [later], null, 2, Ct));

        Assert.Equal([(stays, first), (goes, part), (later, part)], await SeenAsync(town, secretary, [stays, goes, later], first, part));
        Assert.Equal([stays], await ListedAsync(town, first));
        Assert.Equal([goes, later], await ListedAsync(town, part));

        // One matter again, all of it is seen together; two again, apart.
        await town.RunAsync<MergeAppeals, StepDone>(u => u.RunAsync(centre, part, first.Value, null, null, Ct));
        Assert.Equal([stays, goes, later], await ListedAsync(town, first));
        await town.RunAsync<UnmergeAppeal, StepDone>(u => u.RunAsync(centre, part, null, Ct));
        Assert.Equal([stays], await ListedAsync(town, first));

        // It tells of officials' misconduct: its evidence is with the unit for that, and nowhere else.
        await town.RunAsync<RestrictAppeal, StepDone>(u => u.RunAsync(centre, part, true, true, "反映干部", null, Ct));
        Assert.Equal([(stays, first)], await SeenAsync(town, secretary, [stays, goes, later], first, part));
    }

    [Theory, OnBothDatabases]
    public async Task Only_what_stands_with_a_matter_can_be_taken_from_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, first, stays, goes) = await ReportAsync(town);
        var centre = await town.AsAsync(Role.TownCentre, SmallCity.Town);
        var (_, _, foreign, _) = await ReportAsync(town);

        Assert.Equal(new MediaNotOfThisPart(), await RefusedAsync(first, foreign));
        var part = await SplitAsync(town, first, goes);
        Assert.Equal(new MediaNotOfThisPart(), await RefusedAsync(first, goes));

        Assert.Equal([goes], await ListedAsync(town, part));
        Assert.Equal([stays], await ListedAsync(town, first));

        Task<Problem> RefusedAsync(AppealId id, Guid media) => town.RefusedAsync<SplitAppeal, StepDone>(u => u.RunAsync(centre, id, null, id == first ? "睡不着" : Light, "A2", [media], null, Ct));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-03")]
    public async Task Before_the_dispatch_whoever_looks_at_it_splits_it_and_each_part_is_dispatched_by_itself(Engine engine)
    {
        await using var town = await Town.OnAsync(engine, Screened);
        var (city, _) = await town.BureauAsync("city-management");
        var (receipt, first, stays, goes) = await ReportAsync(town);
        var centre = await town.AsAsync(Role.TownCentre, SmallCity.Town);

        var part = await SplitAsync(town, first, goes);
        await town.RunAsync<AssignAppeal, StepDone>(u => u.RunAsync(centre, part, new(city, "修好路灯"), null, Ct));

        var (one, two) = ((await town.CaseAsync(first)).Appeal, (await town.CaseAsync(part)).Appeal);
        Assert.Equal((Stage.Screening, Stage.Handling, new UnitId(city)), (one.Stage, two.Stage, two.Lead!.Value));
        Assert.True(one.Clocks.Single(c => c.Kind == ClockKind.Dispatch).Runs);
        Assert.Equal([(1, Stage.Screening), (2, Stage.Handling)], (await town.CourseAsync(receipt)).Parts.Select(p => (p.No, p.Appeal.Stage)));
        Assert.Equal([stays, goes], [.. await ListedAsync(town, first), .. await ListedAsync(town, part)]);
    }

    private static Profile Screened => ReceiptTests.ScreenedWith(Step.Split);

    private static async Task<(Receipt Receipt, AppealId Appeal, Guid Stays, Guid Goes)> ReportAsync(Town town)
    {
        var (stays, goes) = ((await town.Test.AddAsync(Photos.FromPhone())).Value.Id.Value, (await town.Test.AddAsync(Photos.FromPhone())).Value.Id.Value);
        var (receipt, first) = await town.ReportAsync(Town.Noise() with { Text = $"楼下蛋糕店的冷库整夜响，睡不着。{Light}", Attachments = [stays, goes] });
        return (receipt, first, stays, goes);
    }

    private static async Task<AppealId> SplitAsync(Town town, AppealId first, params Guid[] media)
    {
        await town.RunAsync<SplitAppeal, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.TownCentre, SmallCity.Town), first, null, Light, "A2", media, null, Ct));
        await using var db = town.Test.NewDb();
        return await db.Appeals.Where(a => a.SplitFrom == first).Select(a => a.Id).SingleAsync(Ct);
    }

    // Through the route that shows them: which photo opens at which appeal.
    private static async Task<IReadOnlyList<(Guid Media, AppealId Appeal)>> SeenAsync(Town town, Viewer viewer, Guid[] media, params AppealId[] appeals)
    {
        var seen = new List<(Guid, AppealId)>();
        foreach (var (one, at) in from m in media from a in appeals select (m, a))
        {
            var opened = await town.Test.RunAsync<SeeMedia, Result<OpenedMedia>>(u => u.RunAsync(viewer, at, new(one), true, Ct));
            if (opened.Ok)
            {
                opened.Value.Dispose();
                seen.Add((one, at));
            }
        }

        return seen;
    }

    private static async Task<IReadOnlyList<Guid>> ListedAsync(Town town, AppealId appeal)
    {
        var it = await town.CaseAsync(appeal);
        return [.. (await town.Test.RunAsync<CaseMedia, IReadOnlyDictionary<ReportId, IReadOnlyList<MediaItem>>>(m => m.ListAsync(it, Ct)))[it.Main.Id].Select(m => m.Id.Value)];
    }
}
