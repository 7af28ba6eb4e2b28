using Minqing.App.Kernel.Limiting;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Storage.Vault;

namespace Minqing.App.Appeals.Desk;

/// <summary>How many different numbers one member of staff looks up: as many as people can call, not as many as a list of numbers holds (P-14).</summary>
public sealed class CallerLimits(RateWindows windows, Settings settings, MasterKeys keys)
{
    // The page asks again with each word typed: one number counts once. Only its keyed hash is kept in memory.
    public Problem? Take(Viewer viewer, PhoneNumber phone) => windows.Once(
        $"caller {viewer.Person.Value} {Convert.ToHexString(keys.IndexOf(phone))}",
        () => windows.Take($"callers of {viewer.Person.Value}", settings.Limits.CallersPerOperator));
}
