using System.Diagnostics.Metrics;

namespace Minqing.App.Running;

/// <summary>What the loops count.</summary>
public static class Meters
{
    private static readonly Meter Running = new("Minqing.Running");

    public static readonly Counter<long> Delivered = Running.CreateCounter<long>("minqing_outbox_delivered_total");

    public static readonly Counter<long> GivenUp = Running.CreateCounter<long>("minqing_outbox_given_up_total");

    public static readonly Counter<long> Fired = Running.CreateCounter<long>("minqing_clocks_fired_total");

    public static readonly Counter<long> FiredLate = Running.CreateCounter<long>("minqing_clocks_fired_late_total");
}
