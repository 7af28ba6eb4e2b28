using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;
using Minqing.Storage;

namespace Minqing.App.Administration.Reorganising;

/// <summary>Each midnight, what was planned for a day that has come is carried out; what cannot be stays planned and shows that it is late.</summary>
public sealed partial class ReorganiseDue(MinqingDb db, IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReorganiseDue> log) : IScheduled
{
    private const int AtMost = 500;

    public async Task WorkAsync(ScheduledJob job, DateTime slot, CancellationToken ct)
    {
        var today = LocalTime.DayOf(clock.Now());
        var due = await db.Reorganisations.AsNoTracking().Where(r => r.State == ReorganisationState.Planned && r.Day <= today).OrderBy(r => r.Day).ThenBy(r => r.Id).Select(r => r.Id).Take(AtMost).ToListAsync(ct);
        foreach (var id in due)
        {
            await using var scope = scopes.CreateAsyncScope();
            if ((await scope.ServiceProvider.GetRequiredService<CarryOut>().RunAsync(id, Actor.Platform, ct)).Problem is { } problem)
                LogNotDone(id, problem.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Reorganisation} could not be carried out on its day: {Problem}")]
    private partial void LogNotDone(ReorganisationId reorganisation, string problem);
}
