using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Supervision;

namespace Minqing.App.Supervision.Instructing;

/// <summary>Whom an instruction is for answers it.</summary>
public sealed class AnswerInstruction(OnInstruction on)
{
    public async Task<Result<Instruction>> RunAsync(Viewer viewer, InstructionId id, string? answer, CancellationToken ct) =>
        Writing.Required(answer, "answer") is var words && words.Problem is { } no ? no : await on.RunAsync(viewer, id, (i, hand) => i.Reply(words.Value, hand), ct);
}
