using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Course;

/// <summary>The reporter urges.</summary>
public sealed class UrgeReport(Acting acting)
{
    public Task<Result<StepDone>> RunAsync(string? number, string? code, string? key, CancellationToken ct) =>
        acting.AsReporterAsync(number, code, Sending.Of(key, Step.Urge), d => d.Report.Urge(d.Appeal, d.Hand, d.Rules), ct);
}
