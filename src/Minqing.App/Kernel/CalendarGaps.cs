using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Minqing.App.Kernel;

/// <summary>Says once a day which years in use have no calendar data yet, so that somebody adds the notice before deadlines are wrong.</summary>
public sealed partial class CalendarGaps(Calendars calendars, TimeProvider clock, ILogger<CalendarGaps> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var daily = new PeriodicTimer(TimeSpan.FromDays(1), clock);
        do
        {
            foreach (var year in calendars.Missing(clock.Now()))
            {
                LogMissing(year);
            }
        }
        while (await daily.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "The calendar of {Year} is not known: only weekends are left out of deadlines. Add calendar/CN/{Year}.csv to the data folder")]
    private partial void LogMissing(int year);
}
