using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Closing;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.Handling;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

/// <summary>The limits of the law run beside those of the city, and nothing of the city's moves them.</summary>
[Trait("Spec", "D-02")]
public sealed class StatutoryTests
{
    private const string Accept = "petition-accept-complaint";
    private const string Answer = "petition-answer-complaint";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_complaint_has_fifteen_days_to_be_taken_on_and_sixty_to_be_answered(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync(Town.Noise() with { CategoryCode = "C2" });
        var clocks = await ClocksAsync(town, id);

        Assert.Equal([Accept, Answer], clocks.Select(c => c.Rule.Id));
        Assert.Equal([15, 60], clocks.Select(c => (LocalTime.DayOf(c.DueAt).DayNumber - LocalTime.DayOf(c.StartAt).DayNumber)));
        Assert.Contains((await town.CaseAsync(id)).Appeal.Clocks, c => c is { Kind: ClockKind.Handle, Rule.Id: "handle-village" });

        var village = await town.SecretaryAsync();
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(village, id, null, Ct));
        Assert.Equal([Answer], (await ClocksAsync(town, id)).Where(c => c.Runs).Select(c => c.Rule.Id));

        await town.RunAsync<RecordCall, StepDone>(u => u.RunAsync(village, id, CallOutcome.Reached, "说清楚了", null, Ct));
        await town.RunAsync<FinishAppeal, StepDone>(u => u.RunAsync(village, id, new("已当面说明，请您放心。", "上门说明", Outcome.Explained), null, Ct));
        Assert.Equal([Answer], (await ClocksAsync(town, id)).Where(c => c.Runs).Select(c => c.Rule.Id));
        var centre = await town.AsAsync(Role.TownCentre, SmallCity.Town);
        await town.RunAsync<PassCheck, StepDone>(u => u.RunAsync(centre, id, Outcome.Explained, null, Ct));
        Assert.DoesNotContain(await ClocksAsync(town, id), c => c.Runs || c.MissedAt is not null);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_no_complaint_has_none_until_the_centre_sees_it_as_one_and_then_from_receipt(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        Assert.Empty(await ClocksAsync(town, id));

        town.Pass(TimeSpan.FromDays(2));
        var centre = await town.AsAsync(Role.CountyCentre, SmallCity.County);
        await town.RunAsync<ReclassifyAppeal, StepDone>(u => u.RunAsync(centre, id, "C2", Grade.Ordinary, Urgency.Normal, "是投诉服务态度", null, Ct));

        var appeal = (await town.CaseAsync(id)).Appeal;
        Assert.Equal([Accept, Answer], appeal.Clocks.Where(c => c.Kind == ClockKind.Statutory).Select(c => c.Rule.Id));
        Assert.All(appeal.Clocks.Where(c => c.Kind == ClockKind.Statutory), c => Assert.Equal(appeal.ReceivedAt, c.StartAt));
    }

    private static async Task<IReadOnlyList<Clock>> ClocksAsync(Town town, AppealId id)
    {
        await using var db = town.Test.NewDb();
        return await db.Clocks.AsNoTracking().Where(c => c.SubjectId == id.Value && c.Kind == ClockKind.Statutory).OrderBy(c => c.No).ToListAsync(Ct);
    }
}
