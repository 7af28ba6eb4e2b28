using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Closing;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.FollowingUp;
using Minqing.App.Appeals.Handling;
using Minqing.App.Appeals.Merging;
using Minqing.App.Appeals.Timing;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Demo;

namespace Minqing.Benchmarks.Day;

/// <summary>Who takes which step by which use case. A refusal ends the measurement: it would measure something else.</summary>
internal sealed class DayDoing(IReadOnlyList<DemoOfficial> officials)
{
    private const int SignificantOfTown = 9;
    private const int SignificantOfCounty = 6;

    private readonly ILookup<(Role Role, string Place), DemoOfficial> holders = officials.ToLookup(o => (o.Role, o.Role switch
    {
        Role.TownCentre => o.RegionCode[..SignificantOfTown],
        Role.CountyCentre or Role.FollowUpDesk => o.RegionCode[..SignificantOfCounty],
        _ => o.RegionCode,
    }));

    public async Task RunAsync(CityCase c, DayStep step, IServiceProvider uses, CancellationToken ct)
    {
        if (step is DayStep.FollowUp)
        {
            foreach (var report in c.Reports)
                Need(await Use<RecordFollowUp>(uses).RunAsync(await DeskAsync(c, uses, ct), c.Appeal, report, new Rated(CallOutcome.Reached, 2, 2, 1, true, null), null, null, ct), c, step);
            return;
        }

        Need(await TakeAsync(c, step, uses, ct), c, step);
        if (step == DayStep.Merge)
        {
            lock (c.Master!)
                c.Master.Reports.Add(c.Reports[0]);
        }
    }

    private async Task<Result<StepDone>> TakeAsync(CityCase c, DayStep step, IServiceProvider uses, CancellationToken ct)
    {
        var up = c.Course == Course.Up;
        var lead = up && step > DayStep.Raise ? await TownAsync(c, uses, ct) : await VillageAsync(c, uses, ct);
        var above = up ? await CountyAsync(c, uses, ct) : await TownAsync(c, uses, ct);
        return step switch
        {
            DayStep.Take => await Use<TakeAppeal>(uses).RunAsync(lead, c.Appeal, c.Reports[0], null, ct),
            DayStep.Call => await Use<RecordCall>(uses).RunAsync(lead, c.Appeal, c.Reports[0], CallOutcome.Reached, "说好今天去看", null, null, ct),
            DayStep.Sign or DayStep.SignAgain => await Use<SignOrder>(uses).RunAsync(lead, c.Appeal, null, ct),
            DayStep.Raise => await Use<RaiseAppeal>(uses).RunAsync(lead, c.Appeal, "要镇里协调", "上门看过", null, null, ct),
            DayStep.Accept => await Use<AcceptRaised>(uses).RunAsync(lead, c.Appeal, null, ct),
            DayStep.AskExtension => await Use<AskExtension>(uses).RunAsync(lead, c.Appeal, 3, "等材料", null, ct),
            DayStep.GrantExtension => await Use<GrantExtension>(uses).RunAsync(await CountyAsync(c, uses, ct), c.Appeal, "同意", null, ct),
            DayStep.Merge => await Use<MergeAppeals>(uses).RunAsync(await CountyAsync(c, uses, ct), c.Appeal, c.Master!.Appeal.Value, null, null, ct),
            DayStep.Finish or DayStep.FinishAgain => await Use<FinishAppeal>(uses).RunAsync(lead, c.Appeal, new("灯换好了，请您看看。", "请电工换了灯", Outcome.Solved), null, ct),
            DayStep.Check or DayStep.CheckAgain => await Use<PassCheck>(uses).RunAsync(above, c.Appeal, Outcome.Solved, null, ct),
            DayStep.Rate => await Use<RateReport>(uses).RunAsync(c.Number, c.Code, new Rated(CallOutcome.Reached, 1, 2, 1, true, null), null, ct),
            DayStep.Complain => await Use<RecordFollowUp>(uses).RunAsync(await DeskAsync(c, uses, ct), c.Appeal, c.Reports[0], new Rated(CallOutcome.Reached, 3, 4, 5, false, "还是不亮"), null, null, ct),
            DayStep.FollowUpAgain => await Use<RecordFollowUp>(uses).RunAsync(await DeskAsync(c, uses, ct), c.Appeal, c.Reports[0], new Rated(CallOutcome.Reached, 2, 3, 2, true, null), null, null, ct),
            DayStep.Receive or DayStep.FollowUp => throw new NotSupportedException($"{step} is done elsewhere."),
        };
    }

    private ValueTask<Viewer> VillageAsync(CityCase c, IServiceProvider uses, CancellationToken ct) => AsAsync(Role.VillageSecretary, c.Place, uses, ct);

    private ValueTask<Viewer> TownAsync(CityCase c, IServiceProvider uses, CancellationToken ct) => AsAsync(Role.TownCentre, c.Place[..SignificantOfTown], uses, ct);

    private ValueTask<Viewer> CountyAsync(CityCase c, IServiceProvider uses, CancellationToken ct) => AsAsync(Role.CountyCentre, c.Place[..SignificantOfCounty], uses, ct);

    private ValueTask<Viewer> DeskAsync(CityCase c, IServiceProvider uses, CancellationToken ct) => AsAsync(Role.FollowUpDesk, c.Place[..SignificantOfCounty], uses, ct);

    // As each request does: who is it, with which posts now?
    private ValueTask<Viewer> AsAsync(Role role, string place, IServiceProvider uses, CancellationToken ct) =>
        Use<Viewers>(uses).OfAsync(holders[(role, place)].First().Person, null, "benchmark", ct);

    private static T Use<T>(IServiceProvider uses)
        where T : notnull => uses.GetRequiredService<T>();

    private static void Need(Result<StepDone> done, CityCase c, DayStep step)
    {
        if (!done.Ok)
            throw new InvalidOperationException($"{step} of report {c.No} ({c.Course}) at {c.Place} was refused: {done.Problem}");
    }
}
