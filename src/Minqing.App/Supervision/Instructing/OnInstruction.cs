using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Supervision.Instructing;

/// <summary>The one way a step is taken on an instruction: load it, let the domain decide, save; a lost race is run again.</summary>
public sealed class OnInstruction(MinqingDb db, TimeProvider clock)
{
    /// <param name="act">Decides; may bring along what is to be saved with it.</param>
    public Task<Result<Instruction>> RunAsync(Viewer viewer, InstructionId id, Func<Instruction, Hand, Task<Problem?>> act, CancellationToken ct) =>
        db.RacedAsync(() => OnceAsync(viewer, id, act, ct));

    public Task<Result<Instruction>> RunAsync(Viewer viewer, InstructionId id, Func<Instruction, Hand, Problem?> act, CancellationToken ct) =>
        RunAsync(viewer, id, (i, hand) => Task.FromResult(act(i, hand)), ct);

    private async Task<Result<Instruction>> OnceAsync(Viewer viewer, InstructionId id, Func<Instruction, Hand, Task<Problem?>> act, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is not { } instruction || !InstructionSight.Sees(viewer, instruction, await db.Appeals.AsNoTracking().SingleAsync(a => a.Id == instruction.Appeal, ct)))
        {
            return new NoSuchInstruction();
        }

        if (await act(instruction, viewer.HandAt(clock.Now())) is { } no)
        {
            return no;
        }

        await db.SaveChangesAsync(ct);
        return instruction;
    }

    private async Task<Instruction?> LoadAsync(InstructionId id, CancellationToken ct)
    {
        if (await db.Instructions.FirstOrDefaultAsync(i => i.Id == id, ct) is not { } instruction)
        {
            return null;
        }

        instruction.Attach(await db.Clocks.Where(c => c.SubjectId == id.Value).ToListAsync(ct));
        instruction.Attach(await db.Turns.Where(t => t.SubjectId == id.Value).ToListAsync(ct));
        return instruction;
    }
}
