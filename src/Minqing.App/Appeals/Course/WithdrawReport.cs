using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Course;

/// <summary>The reporter takes the report back.</summary>
public sealed class WithdrawReport(Acting acting)
{
    public Task<Result<StepDone>> RunAsync(string? number, string? code, string? reason, string? key, CancellationToken ct)
    {
        var why = Writing.Optional(reason);
        return acting.AsReporterAsync(number, code, Sending.Of(key, Step.Withdraw, reason), d => d.Report.Withdraw(d.Appeal, why, d.Case.Others(d.Report), d.Hand, d.Rules), ct);
    }
}
