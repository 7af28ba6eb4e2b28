using Minqing.App.Kernel.Limiting;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals;

/// <summary>Stops guessing: after some wrong pairs of number and query code, from one address or for one number, even the right one must wait.</summary>
public sealed class CodeGuard(RateWindows windows, Settings settings, RequestSender request)
{
    /// <param name="number">Empty for what cannot be a number: one person's slips hold nobody else up.</param>
    public Problem? Closed(string number) =>
        (number.Length == 0 ? null : windows.Full($"wrong number {number}", settings.Limits.WrongCodesPerNumber))
        ?? (request.Sender is { } sender ? windows.Full($"wrong address {sender.Address}", settings.Limits.WrongCodesPerAddress) : null);

    public void Wrong(string number)
    {
        if (number.Length > 0)
        {
            windows.Take($"wrong number {number}", int.MaxValue);
        }

        if (request.Sender is { } sender)
        {
            windows.Take($"wrong address {sender.Address}", int.MaxValue);
        }
    }
}
