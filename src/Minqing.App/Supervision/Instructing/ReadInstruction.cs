using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.Kernel;

namespace Minqing.App.Supervision.Instructing;

/// <summary>One instruction with all that was written to and fro, for whom it concerns.</summary>
public sealed class ReadInstruction(MinqingDb db, InstructionRows rows, RuleBook rules, TimeProvider clock)
{
    public async Task<Result<InstructionView>> RunAsync(Viewer viewer, InstructionId id, CancellationToken ct)
    {
        if (await db.Instructions.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct) is not { } it || await AppealCase.LoadAsync(db, it.Appeal, ct) is not { } about || !InstructionSight.Sees(viewer, it, about.Appeal))
        {
            return new NoSuchInstruction();
        }

        if (!InstructionSight.IsFor(viewer, it) && !InstructionSight.Gave(viewer, it) && !viewer.Sees(about.Appeal))
        {
            return new NoSuchInstruction();
        }

        await db.NoteAccessAsync(viewer, about.Appeal, clock.Now(), ct);
        var row = (await rows.OfAsync([it], ct))[0];
        var texts = await db.Texts.AsNoTracking().Where(t => t.SubjectId == id.Value || t.Id == about.Appeal.Words).ToDictionaryAsync(t => t.Id, t => t.Words, ct);
        var journal = await db.Journal.AsNoTracking().Of([it.Subject]).OrderBy(j => j.Seq).Select(j => j.Body).ToListAsync(ct);
        var notes = journal.Select(b => Facts.Step(Facts.Parse(b))).SelectMany(s => s.Facts.Select(f => (Text: TextOf(f), Step: s)))
            .Where(n => n.Text is not null).Select(n => new InstructionNote(n.Step.By.At, n.Step.Step, n.Step.By.Actor.Role, texts.GetValueOrDefault(n.Text!.Value))).ToList();
        var hand = viewer.HandAt(clock.Now());
        return new InstructionView(
            it, row, PersonalData.Masked(texts.GetValueOrDefault(about.Appeal.Words)), about.Appeal.Address, notes,
            InstructionSight.IsFor(viewer, it), InstructionSight.Gave(viewer, it),
            rules.For(about.Appeal.Path).Workflow.Choose(Step.RateHandling, about.Appeal.Stage, hand, about.Appeal.StandingWith(null)).Ok && !about.Appeal.HandledBy(viewer.Person));
    }

    private static Guid? TextOf(DomainEvent fact) => fact switch
    {
        InstructionGiven f => f.Words,
        InstructionAnswered f => f.Words,
        InstructionSentBack f => f.Reason,
        _ => null,
    };
}

/// <summary>An instruction as a page shows it.</summary>
/// <param name="MayRate">Whether the viewer may rate the handling of the appeal as it stands.</param>
public sealed record InstructionView(Instruction It, InstructionRow Row, string? About, string Address, IReadOnlyList<InstructionNote> Notes, bool Mine, bool Given, bool MayRate)
{
    public bool MayAcknowledge => Mine && It.AcknowledgedAt is null;

    public bool MayAnswer => Mine && It.AnswerDue && It.State is not (InstructionState.Answered or InstructionState.Done);

    public bool MayJudge => Given && It.State == InstructionState.Answered;
}

/// <summary>Words of its course: given, answered, sent back.</summary>
public sealed record InstructionNote(DateTime At, string Step, string? Role, string? Words);
