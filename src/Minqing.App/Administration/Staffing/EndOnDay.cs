using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.App.People.Posts;
using Minqing.Domain.Kernel;

namespace Minqing.App.Administration.Staffing;

/// <summary>The holder leaves a post at the end of a day.</summary>
public sealed class EndOnDay(EndHolding end, TimeProvider clock)
{
    public Task<Result<Done>> RunAsync(Viewer viewer, PostId post, DateOnly? last, CancellationToken ct) => RunAsync(viewer, post, last, null, ct);

    /// <param name="seen">Whom the administrator saw in it.</param>
    /// <param name="last">The last day in office; now when it is today or null.</param>
    public Task<Result<Done>> RunAsync(Viewer viewer, PostId post, DateOnly? last, PersonId? seen, CancellationToken ct) =>
        end.RunAsync(viewer, post, last is null || last == LocalTime.DayOf(clock.Now()) ? null : LocalTime.ToUtc(last.Value, TimeSpan.FromDays(1)), seen, ct);
}
