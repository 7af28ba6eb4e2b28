using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Supervision.Instructing;

/// <summary>A leader instructs on an appeal, point to point to a unit or a post.</summary>
public sealed class GiveInstruction(MinqingDb db, PrepareInstruction prepare, TimeProvider clock)
{
    public async Task<Result<InstructionId>> RunAsync(Viewer viewer, AppealId id, InstructionWanted wanted, CancellationToken ct)
    {
        var (words, prepared) = (Writing.Required(wanted.Words, "words"), await prepare.PlanAsync(viewer, id, ct));
        if ((prepared.Problem ?? words.Problem) is { } no)
        {
            return no;
        }

        var plan = prepared.Value;
        var days = wanted.Days ?? plan.Days;
        if (plan.Appeal.Ended)
        {
            return new NothingToInstruct(plan.Appeal.Stage);
        }

        if (days is < 1 or > Instruction.DaysAtMost)
        {
            return new DaysOutOfBounds("days", Instruction.DaysAtMost);
        }

        var found = wanted.Post is { } post ? plan.Addressees.FirstOrDefault(a => a.Post?.Value == post) : plan.Addressees.FirstOrDefault(a => a.Post is null && a.Unit.Value == wanted.Unit);
        if (found is not { } to)
        {
            return new NobodyToInstruct("to");
        }

        var by = viewer.HandAt(clock.Now()).As(plan.Author);
        var given = new InstructionGiven(id, plan.Appeal.Path, plan.Author.Role, plan.Level, to.Unit, to.Post, to.Post is not null, words.Value.Id, wanted.AnswerDue);
        var instruction = Instruction.Give(new(Guid.CreateVersion7()), given, words.Value, plan.Rule(days), plan.Rules.Timetable, by);
        db.ChangeTracker.Clear(); // what was only looked at is nothing to save
        db.Instructions.Add(instruction);
        await db.SaveChangesAsync(ct);
        return instruction.Id;
    }
}

/// <summary>What a leader wants: in words, of whom, within how many working days, with an answer or without.</summary>
/// <param name="Days">Null for the profile's limit.</param>
public sealed record InstructionWanted(string? Words, Guid? Unit, Guid? Post, int? Days, bool AnswerDue);
