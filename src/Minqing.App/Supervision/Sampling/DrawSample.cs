using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Supervision.Sampling;

/// <summary>Draws closed appeals for the city, and lets go of those that started again.</summary>
public sealed class DrawSample(MinqingDb db, RuleBook rules, TimeProvider clock) : ISubscriber
{
    public async Task HearAsync(Entry entry, CancellationToken ct)
    {
        var appeal = new AppealId(entry.Subject.Id);
        foreach (var fact in entry.Step.Facts)
        {
            if (fact is ResultAccepted accepted)
            {
                await DrawAsync(appeal, accepted.Round, ct);
            }
            else if (fact is RoundBegun { No: > 1 } begun)
            {
                await LeaveAsync(appeal, begun.No, entry.Step, ct);
            }
        }
    }

    private async Task DrawAsync(AppealId appeal, int round, CancellationToken ct)
    {
        if (await db.Appeals.AsNoTracking().Where(a => a.Id == appeal).Select(a => a.Path).FirstOrDefaultAsync(ct) is { } path
            && rules.For(path).Profile.Sample.Draws(appeal.Value, round)
            && !await db.SampledAppeals.AnyAsync(s => s.Appeal == appeal && s.Round == round, ct))
        {
            db.SampledAppeals.Add(new() { Appeal = appeal, Round = round, DrawnAt = clock.Now() });
        }
    }

    private async Task LeaveAsync(AppealId appeal, int round, StepTaken step, CancellationToken ct)
    {
        foreach (var drawn in await db.SampledAppeals.Where(s => s.Appeal == appeal && s.Round < round && s.State == SampleState.Waiting).ToListAsync(ct))
        {
            drawn.Decide(step.Facts.OfType<SampledUndone>().Any() ? SampleState.Reopened : SampleState.Overtaken, step.By);
        }
    }
}
