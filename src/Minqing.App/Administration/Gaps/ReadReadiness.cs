using Minqing.App.Kernel;
using Minqing.App.Media.Tools;
using Minqing.App.People;
using Minqing.App.Regions.Printing;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;

namespace Minqing.App.Administration.Gaps;

/// <summary>What this installation still lacks: calendar years (O-07), tools for photos and voice, the printing of codes.</summary>
public sealed class ReadReadiness(Calendars calendars, MediaTools tools, TimeProvider clock)
{
    /// <summary>From October on somebody should look for the State Council's notice of the next year.</summary>
    private const int MonthsAhead = 3;

    public Task<Result<ReadinessNow>> RunAsync(Viewer viewer, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (!viewer.May(Permission.SeeOperations))
            return Task.FromResult<Result<ReadinessNow>>(new NotForYou(Permission.SeeOperations));

        var today = LocalTime.DayOf(clock.Now());
        var national = calendars.National;
        var soon = national.Missing(today, today.AddMonths(MonthsAhead)).Except(calendars.Missing(clock.Now())).ToList();
        return Task.FromResult<Result<ReadinessNow>>(new ReadinessNow(
            calendars.Missing(clock.Now()), soon, national.Years.Any() ? national.Years.Max() : null, tools.Pictures, tools.Voice, (Canvas.Missing() as PrintingNotInstalled)?.Package));
    }
}

/// <summary>What an installation has and lacks.</summary>
/// <param name="MissingYears">Years in use whose notice of holidays is not known: deadlines leave out weekends only.</param>
/// <param name="SoonMissing">Years that come soon and are not known yet.</param>
/// <param name="KnownTo">The last year known.</param>
/// <param name="PrintingLacks">The package without which no codes are printed; null when nothing lacks.</param>
public sealed record ReadinessNow(IReadOnlyList<int> MissingYears, IReadOnlyList<int> SoonMissing, int? KnownTo, bool Pictures, bool Voice, string? PrintingLacks);
