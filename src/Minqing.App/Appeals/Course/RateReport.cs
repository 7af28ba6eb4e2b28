using Minqing.App.Appeals.FollowingUp;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Course;

/// <summary>The reporter rates by link.</summary>
public sealed class RateReport(Acting acting)
{
    public Task<Result<StepDone>> RunAsync(string? number, string? code, Rated rated, string? key, CancellationToken ct) =>
        RunAsync(number, code, rated, key, null, ct);

    /// <param name="part">Which part of it, by its number; null for the first.</param>
    public Task<Result<StepDone>> RunAsync(string? number, string? code, Rated rated, string? key, int? part, CancellationToken ct)
    {
        var answer = (rated with { Outcome = CallOutcome.Reached }).AsAnswer();
        return acting.AsReporterAsync(number, code, Sending.Of(key, Step.Rate, rated.ToString(), $"{part}"), d => d.Report.Rate(d.Appeal, answer, d.Hand, d.Rules, d.Case.Others(d.Report), d.Above, d.Leader), part, ct);
    }
}
