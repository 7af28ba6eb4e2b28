using Minqing.App.Kernel;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Course;

/// <summary>The reporter adds words or photos.</summary>
public sealed class SupplementReport(Acting acting)
{
    public Task<Result<StepDone>> RunAsync(string? number, string? code, string? text, IReadOnlyList<Guid>? attachments, CancellationToken ct)
    {
        var (words, media) = (Writing.Optional(text), (attachments ?? []).Distinct().Select(id => new MediaId(id)).ToList());
        return acting.AsReporterAsync(number, code, d => words is null && media.Count == 0 ? new Missing("text") : d.Report.Supplement(d.Appeal, words, media, d.Hand, d.Rules), ct);
    }
}
