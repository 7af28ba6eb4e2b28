using Minqing.App.Kernel.Limiting;
using Minqing.Domain.Kernel;
using Minqing.Storage.Vault;

namespace Minqing.App.Appeals.Intake;

/// <summary>Holds back who sends far more reports than a person would: per device, code, phone and address (P-14).</summary>
public sealed class IntakeLimits(RateWindows windows, Settings settings, MasterKeys keys, RequestSender request)
{
    // Longer is no code; what somebody makes up shall not fill the memory.
    private const int LongestCode = 40;

    /// <param name="key">One key makes at most one report, so its retries are not counted.</param>
    public Problem? Take(string key, Submission s) => s.TakenBy is not null ? null : windows.Once($"report key {key}", () =>
        Of("address", request.Sender?.Address, settings.Limits.ReportsPerAddress)
        ?? Of("device", request.Sender?.Device, settings.Limits.ReportsPerDevice)
        ?? Of("code", s.SiteCode is { Length: <= LongestCode } code ? code : null, settings.Limits.ReportsPerCode)
        ?? Of("phone", PhoneOf(s), settings.Limits.ReportsPerPhone));

    private Problem? Of(string what, string? whose, int limit) => string.IsNullOrEmpty(whose) ? null : windows.Take($"report {what} {whose}", limit);

    // Only the keyed hash of a number is kept in memory.
    private string? PhoneOf(Submission s) => s.Phone is { } typed && PhoneNumber.Read(typed) is { Ok: true } phone ? Convert.ToHexString(keys.IndexOf(phone.Value)) : null;
}
