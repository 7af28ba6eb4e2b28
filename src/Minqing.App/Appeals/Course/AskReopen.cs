using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Course;

/// <summary>The reporter asks to take it up again.</summary>
public sealed class AskReopen(Acting acting)
{
    public Task<Result<StepDone>> RunAsync(string? number, string? code, string? reason, string? key, CancellationToken ct) =>
        RunAsync(number, code, reason, key, null, ct);

    /// <param name="part">Which part of it, by its number; null for the first.</param>
    public Task<Result<StepDone>> RunAsync(string? number, string? code, string? reason, string? key, int? part, CancellationToken ct)
    {
        var why = Writing.Optional(reason);
        return acting.AsReporterAsync(number, code, Sending.Of(key, Step.AskReopen, reason, $"{part}"), d => d.Report.AskReopen(d.Appeal, why, d.Hand, d.Rules, d.Above, d.Leader), part, ct);
    }
}
