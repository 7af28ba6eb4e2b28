using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals.Intake;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Benchmarks.Beds;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Web.Demo;

namespace Minqing.Benchmarks.Day;

/// <summary>The day itself: ten minutes after ten minutes, first what clocks and outbox have to do, then what people do, a few at once.</summary>
internal sealed class CityDay(Town town, MovableClock clock, IReadOnlyList<DemoCode> codes, IReadOnlyList<DemoOfficial> officials)
{
    private const int AtOnce = 4;
    private const int Tick = 10;
    private const int Ticks = 60; // reports come for ten hours

    private readonly SortedDictionary<int, List<(CityCase Case, DayStep Step)>> plan = [];
    private readonly ConcurrentDictionary<string, (int Times, double Ms)> steps = [];
    private readonly ConcurrentDictionary<string, (int Times, double Ms)> loops = [];
    private readonly DayDoing doing = new(officials);
    private readonly Dictionary<string, CityCase> lastPlain = [];

    /// <summary>Each step, how often it was taken, and how long one lasted.</summary>
    public IReadOnlyList<(string What, int Times, double Each)> Steps => Rows(steps);

    /// <summary>The same of what clocks and outbox had to do.</summary>
    public IReadOnlyList<(string What, int Times, double Each)> Loops => Rows(loops);

    /// <summary>What filling the city in left behind is done before the day begins.</summary>
    public async Task ReadyAsync(CancellationToken ct)
    {
        await LoopsAsync(ct);
        loops.Clear();
    }

    public async Task RunAsync(int reports, CancellationToken ct)
    {
        for (var no = 0; no < reports; no++)
        {
            var place = codes[no % codes.Count].RegionCode[..12];
            At(no * Ticks / reports, new(no, place, CityCase.CourseOf(no)), DayStep.Receive);
        }

        for (var (now, start) = (0, clock.GetUtcNow()); plan.Count > 0; now++)
        {
            clock.MoveTo(start.AddMinutes(now * Tick));
            await LoopsAsync(ct);
            if (plan.Remove(now, out var due))
                await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (d, _) => await TakeAsync(d.Case, d.Step, ct));
            foreach (var (c, step) in due ?? [])
                Next(now, c, step);
        }

        await LoopsAsync(ct);
    }

    private void At(int tick, CityCase c, DayStep step)
    {
        if (!plan.TryGetValue(tick, out var list))
            plan[tick] = list = [];
        list.Add((c, step));
    }

    private void Next(int now, CityCase c, DayStep step)
    {
        if (step == DayStep.Receive && c.Course == Course.Plain)
            lastPlain[c.Place[..6]] = c;
        // Without one to go into it is handled by itself.
        var alone = c.Course == Course.Joined && step == DayStep.Sign && !Joins(c);
        if (DaySteps.After(step, alone ? Course.Plain : c.Course) is var (next, ticks))
            At(now + ticks, c, next);
    }

    private bool Joins(CityCase c)
    {
        if (!lastPlain.TryGetValue(c.Place[..6], out var master))
            return false;
        c.Master = master;
        return true;
    }

    private async Task TakeAsync(CityCase c, DayStep step, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        await using (var scope = town.Services.CreateAsyncScope())
        {
            if (step == DayStep.Receive)
                await ReceiveAsync(c, scope.ServiceProvider, ct);
            else
                await doing.RunAsync(c, step, scope.ServiceProvider, ct);
        }

        Add(steps, step.Name(), 1, watch.Elapsed);
    }

    private async Task ReceiveAsync(CityCase c, IServiceProvider uses, CancellationToken ct)
    {
        var said = new Submission(codes[c.No % codes.Count].Code, null, $"楼道的灯坏了，请来看看，第{c.No}件", Phone: $"138{c.No:00000000}", CategoryCode: "C4", Channel: Channel.Code);
        var receipt = (await uses.GetRequiredService<SubmitReport>().RunAsync(Guid.CreateVersion7().ToString(), said, ct)).Value;
        (c.Number, c.Code) = (receipt.Number, receipt.QueryCode);
        var report = await uses.GetRequiredService<MinqingDb>().Reports.AsNoTracking().Where(r => r.Number == receipt.Number).Select(r => new { r.Id, r.Appeal }).SingleAsync(ct);
        c.Appeal = report.Appeal;
        c.Reports.Add(report.Id);
    }

    private async Task LoopsAsync(CancellationToken ct)
    {
        var (fire, drain, lanes) = (town.Services.GetRequiredService<FireClocks>(), town.Services.GetRequiredService<DrainOutbox>(), town.Services.GetServices<Lane>().ToList());
        for (var worked = true; worked;)
        {
            worked = await CountedAsync("loop: clocks fired", () => fire.BatchAsync(250, ct)) > 0;
            foreach (var lane in lanes)
                worked |= await CountedAsync($"loop: {lane.Kind} delivered", () => drain.BatchAsync(lane, ct)) > 0;
        }
    }

    private async Task<int> CountedAsync(string what, Func<Task<int>> work)
    {
        var watch = Stopwatch.StartNew();
        var done = await work();
        if (done > 0)
            Add(loops, what, done, watch.Elapsed);
        return done;
    }

    private static IReadOnlyList<(string What, int Times, double Each)> Rows(ConcurrentDictionary<string, (int Times, double Ms)> measured) =>
        [.. measured.Select(m => (m.Key, m.Value.Times, m.Value.Ms / m.Value.Times)).OrderByDescending(m => m.Times)];

    private static void Add(ConcurrentDictionary<string, (int Times, double Ms)> measured, string what, int times, TimeSpan took) =>
        measured.AddOrUpdate(what, (times, took.TotalMilliseconds), (_, before) => (before.Times + times, before.Ms + took.TotalMilliseconds));
}
