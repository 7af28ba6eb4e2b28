using Minqing.App.Kernel.Limiting;
using Minqing.Domain.Kernel;
using Minqing.Storage.Vault;

namespace Minqing.App.Appeals.Intake;

/// <summary>Holds back who sends far more reports than a person would: per device, code, phone and address (P-14). Behind one code or one address there may be a crowd: there each shows that a person writes.</summary>
public sealed class IntakeLimits(RateWindows windows, Settings settings, MasterKeys keys, RequestSender request, HumanCheck humans)
{
    // Longer is no code; what somebody makes up shall not fill the memory.
    private const int LongestCode = 40;

    // How many tries a crowd has of which everybody answers, the asking counted.
    private const int OfPeople = 8;

    /// <param name="key">One key makes at most one report, so its retries are not counted.</param>
    public Problem? Take(string key, Submission s) => s.TakenBy is not null ? null : windows.Once($"report key {key}", () =>
        OfOne("device", request.Sender?.Device, settings.Limits.ReportsPerDevice)
        ?? OfOne("phone", PhoneOf(s), settings.Limits.ReportsPerPhone)
        ?? OfMany(s));

    private Problem? OfMany(Submission s)
    {
        var crowded = false;
        foreach (var (what, whose, limit) in Crowds(s))
        {
            if (OfOne(what, whose, limit) is null)
            {
                continue;
            }

            if (windows.Full(NameOf(what, whose), OfPeople * limit) is { } wait)
            {
                return wait;
            }

            crowded = true;
        }

        return crowded ? humans.Check(s.Proof) : null;
    }

    private IEnumerable<(string What, string? Whose, int Limit)> Crowds(Submission s) =>
    [
        ("address", request.Sender?.Address, settings.Limits.ReportsPerAddress),
        ("code", s.SiteCode is { Length: <= LongestCode } code ? code : null, settings.Limits.ReportsPerCode),
        ("all", "all", settings.Limits.ReportsInAll),
    ];

    private Problem? OfOne(string what, string? whose, int limit) => string.IsNullOrEmpty(whose) ? null : windows.Take(NameOf(what, whose), limit);

    private static string NameOf(string what, string? whose) => $"report {what} {whose}";

    // Only the keyed hash of a number is kept in memory.
    private string? PhoneOf(Submission s) => s.Phone is { } typed && PhoneNumber.Read(typed) is { Ok: true } phone ? Convert.ToHexString(keys.IndexOf(phone.Value)) : null;
}
