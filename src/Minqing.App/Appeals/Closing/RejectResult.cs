using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Closing;

/// <summary>The checking level refuses the result, for its substance or its wording.</summary>
public sealed class RejectResult(Acting acting)
{
    private const int SentenceAtMost = 500;

    /// <param name="sentence">The sentence that is badly worded; needed for wording.</param>
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, RejectionKind kind, string? sentence, string? reason, string? seen, CancellationToken ct) =>
        RunAsync(viewer, id, kind, sentence, reason, null, seen, ct);

    /// <param name="rated">How it rates the handling, where it does.</param>
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, RejectionKind kind, string? sentence, string? reason, Evaluating? rated, string? seen, CancellationToken ct)
    {
        var why = Writing.Required(reason, "reason");
        if ((why.Problem ?? (kind == RejectionKind.Wording && string.IsNullOrWhiteSpace(sentence) ? new Missing("sentence") : null)
            ?? (Problem?)(sentence?.Length > SentenceAtMost ? new TooLong("sentence", SentenceAtMost) : null)) is { } no)
        {
            return no;
        }

        return await acting.AsStaffAsync(viewer, id, seen, d => d.Appeal.RejectResult(kind, sentence, why.Value, d.Hand, d.Rules, rated?.AsEvaluation(), d.Above), ct);
    }
}
