using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Course;

/// <summary>The reporter says that somebody pressed them to change a rating.</summary>
public sealed class TellPressure(Acting acting)
{
    public Task<Result<StepDone>> RunAsync(string? number, string? code, string? text, string? key, CancellationToken ct) =>
        RunAsync(number, code, text, key, null, ct);

    /// <param name="part">Which part of it, by its number; null for the first.</param>
    public Task<Result<StepDone>> RunAsync(string? number, string? code, string? text, string? key, int? part, CancellationToken ct)
    {
        var words = Writing.Optional(text);
        return acting.AsReporterAsync(number, code, Sending.Of(key, Step.TellPressure, text), d => d.Report.TellPressure(d.Appeal, words, d.Hand, d.Rules), part, ct);
    }
}
