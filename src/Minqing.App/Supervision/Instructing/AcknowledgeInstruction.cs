using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Supervision;

namespace Minqing.App.Supervision.Instructing;

/// <summary>Whom an instruction is for has read it.</summary>
public sealed class AcknowledgeInstruction(OnInstruction on)
{
    public Task<Result<Instruction>> RunAsync(Viewer viewer, InstructionId id, CancellationToken ct) =>
        on.RunAsync(viewer, id, (i, hand) => i.Acknowledge(hand), ct);
}
