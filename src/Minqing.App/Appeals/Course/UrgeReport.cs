using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Course;

/// <summary>The reporter urges.</summary>
public sealed class UrgeReport(Acting acting)
{
    public Task<Result<StepDone>> RunAsync(string? number, string? code, string? key, CancellationToken ct) =>
        RunAsync(number, code, key, null, ct);

    /// <param name="part">Which part of it, by its number; null for the first.</param>
    public Task<Result<StepDone>> RunAsync(string? number, string? code, string? key, int? part, CancellationToken ct) =>
        acting.AsReporterAsync(number, code, Sending.Of(key, Step.Urge, $"{part}"), d => d.Report.Urge(d.Appeal, d.Hand, d.Rules), part, ct);
}
