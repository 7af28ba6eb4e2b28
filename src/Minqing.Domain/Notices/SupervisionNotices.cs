using Minqing.Domain.Kernel;
using Minqing.Domain.Appeals;
using Minqing.Domain.Supervision;

namespace Minqing.Domain.Notices;

/// <summary>Who is told of instructions. The third part of the table.</summary>
internal static class SupervisionNotices
{
    public static IEnumerable<NoticeWanted> For(DomainEvent fact, Matter matter) => fact switch
    {
        InstructionGiven { ToPost: true, Post: { } post } => [new(NoticeKind.Instructed, new KeyHolders(TurnKey.Of(post)), true, ClockKind.InstructionAnswer)],
        InstructionGiven given => [new(NoticeKind.Instructed, new KeyHolders(TurnKey.Of(given.Unit)), true, ClockKind.InstructionAnswer)],
        InstructionAnswered => matter.Instructor is { } leader ? [new(NoticeKind.InstructionAnswered, new KeyHolders(leader), false)] : [],
        InstructionSentBack => matter.Callers is [var addressee, ..] ? [new(NoticeKind.AnswerSentBack, new KeyHolders(addressee), true, ClockKind.InstructionAnswer)] : [],
        _ => [],
    };
}
