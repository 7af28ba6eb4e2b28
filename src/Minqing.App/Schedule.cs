using Minqing.App.Running;
using Minqing.App.Administration.Reorganising;
using Minqing.App.Appeals.Events;
using Minqing.App.Notices;
using Minqing.App.Supervision.Reconciling;
using Minqing.Domain.Policy;

namespace Minqing.App;

/// <summary>What runs when.</summary>
public static class Schedule
{
    public static IReadOnlyList<ScheduledJob> Of(Profile profile) =>
    [
        .. profile.Rounds.Select(rule => new ScheduledJob($"{(rule.When.Day is null ? "daily" : "weekly")}-round {rule.Level.Name()} {rule.After?.Name()}".TrimEnd(), rule.When, typeof(MakeRounds), rule, AtWork: rule.When.Day is not null)),
        // Midnight of every day of the week.
        .. Enum.GetValues<DayOfWeek>().Select(day => new ScheduledJob($"reorganise {day}", new Weekly(day, 0), typeof(ReorganiseDue), day)),
        .. RemindByLink.Hours.Select(hour => new ScheduledJob($"remind-by-link {hour}", new Weekly(null, hour), typeof(RemindByLink), hour)),
        .. profile.Reconciliation is { } reconciliation ? (ScheduledJob[])[new("reconciliation", reconciliation.When, typeof(MakeReconciliations), reconciliation, AtWork: true)] : [],
    ];
}
