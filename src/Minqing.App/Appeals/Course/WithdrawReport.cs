using Minqing.App.Kernel;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Course;

/// <summary>The reporter takes the report back.</summary>
public sealed class WithdrawReport(Acting acting)
{
    public Task<Result<StepDone>> RunAsync(string? number, string? code, string? reason, CancellationToken ct)
    {
        var why = Writing.Optional(reason);
        return acting.AsReporterAsync(number, code, d => d.Report.Withdraw(d.Appeal, why, d.Case.Others(d.Report), d.Hand, d.Rules), ct);
    }
}
