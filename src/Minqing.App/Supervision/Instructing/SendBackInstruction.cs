using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Supervision;

namespace Minqing.App.Supervision.Instructing;

/// <summary>The leader finds that the answer does not do.</summary>
public sealed class SendBackInstruction(OnInstruction on, RuleBook rules)
{
    public async Task<Result<Instruction>> RunAsync(Viewer viewer, InstructionId id, string? reason, CancellationToken ct) =>
        Writing.Required(reason, "reason") is var words && words.Problem is { } no ? no : await on.RunAsync(viewer, id, (i, hand) => i.SendBack(words.Value, rules.For(i.Path).Timetable, hand), ct);
}
