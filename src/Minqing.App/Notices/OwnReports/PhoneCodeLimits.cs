using Minqing.App.Kernel.Limiting;
using Minqing.Domain.Kernel;

namespace Minqing.App.Notices.OwnReports;

/// <summary>How often a code may be asked for: per address on this node, per number on all of them. A stranger's phone is not made to ring all day.</summary>
public sealed class PhoneCodeLimits(RateWindows windows, Settings settings, RequestSender request)
{
    public static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private const int PerDay = 10;
    private const int AtOnce = 3;
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(10);

    public Problem? Take() => request.Sender is { } sender ? windows.Take($"phone code address {sender.Address}", settings.Limits.PhoneCodesPerAddress) : null;

    /// <param name="asked">When codes for the number were asked for within a day, oldest first.</param>
    public static TooManyRequests? Wait(IReadOnlyList<DateTime> asked, DateTime now) =>
        asked.Count >= PerDay ? new(asked[^PerDay] + Day - now)
        : asked.Count >= AtOnce && asked[^AtOnce] + Short is var free && free > now ? new(free - now)
        : null;
}
