using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Course;

/// <summary>The reporter takes the report back, all parts of it.</summary>
public sealed class WithdrawReport(Acting acting, ReportParts parts)
{
    public Task<Result<StepDone>> RunAsync(string? number, string? code, string? reason, string? key, CancellationToken ct) =>
        RunAsync(number, code, reason, key, null, ct);

    /// <param name="part">Which part of it, by its number; null for the first.</param>
    public Task<Result<StepDone>> RunAsync(string? number, string? code, string? reason, string? key, int? part, CancellationToken ct)
    {
        var why = Writing.Optional(reason);
        return acting.AsReporterAsync(number, code, Sending.Of(key, Step.Withdraw, reason), async d =>
            d.Report.Withdraw(d.Appeal, why, d.Case.Others(d.Report), d.Hand, d.Rules, [.. (await parts.BesideAsync(d.Case, d.Report.Id, ct)).Select(c => (c.Appeal, c.Others(d.Report)))]), part, ct);
    }
}
