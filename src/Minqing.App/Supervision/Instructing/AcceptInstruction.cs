using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Supervision;
using Minqing.Storage;
using Minqing.Storage.Appeals;

namespace Minqing.App.Supervision.Instructing;

/// <summary>The leader takes the answer, and may rate the handling with it: both or nothing is saved (S-02, H-28).</summary>
public sealed class AcceptInstruction(MinqingDb db, OnInstruction on, RuleBook rules)
{
    public Task<Result<Instruction>> RunAsync(Viewer viewer, InstructionId id, int? rating, string? words, CancellationToken ct) =>
        on.RunAsync(viewer, id, async (i, hand) => i.Accept(hand) ?? (rating is { } given ? await RateAsync(i.Appeal, given, words, hand, ct) : null), ct);

    private async Task<Problem?> RateAsync(AppealId id, int rating, string? words, Hand hand, CancellationToken ct) =>
        Writing.Optional(words, "words") is var said && said.Problem is { } tooMuch ? tooMuch
        : await AppealCase.LoadAsync(db, id, ct) is not { } it ? new NoSuchAppeal()
        : it.Appeal.RateHandling(rating, said.Value, hand, rules.For(it.Appeal.Path));
}
