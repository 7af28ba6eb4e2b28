using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Course;

/// <summary>The reporter urges.</summary>
public sealed class UrgeReport(Acting acting)
{
    public Task<Result<StepDone>> RunAsync(string? number, string? code, CancellationToken ct) =>
        acting.AsReporterAsync(number, code, d => d.Report.Urge(d.Appeal, d.Hand, d.Rules), ct);
}
