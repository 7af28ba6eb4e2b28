using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.FirstContact;

/// <summary>Writes to the reporter, in their thread.</summary>
public sealed class MessageReporter(Acting acting)
{
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, string? message, string? seen, CancellationToken ct) =>
        RunAsync(viewer, id, null, message, seen, ct);

    /// <param name="report">Which of its reporters, where there are several; null for the first.</param>
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, ReportId? report, string? message, string? seen, CancellationToken ct) =>
        Writing.Required(message, "message") is var words && words.Problem is { } no
            ? no
            : await acting.AsStaffAsync(viewer, id, seen, d => d.Report.Message(d.Appeal, words.Value, d.Hand, d.Rules), ct, report);
}
