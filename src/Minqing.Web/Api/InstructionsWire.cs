using Minqing.App.Supervision.Instructing;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;

namespace Minqing.Web.Api;

/// <summary>An instruction to be given: to a unit, or to a post of one. <paramref name="Days"/> are working days; without them the profile's limit applies.</summary>
public sealed record InstructionRequest(string? Text, Guid? Unit, Guid? Post, int? Days, bool? AnswerDue);

/// <summary>Which instruction it became.</summary>
public sealed record InstructionIdBody(Guid Id);

/// <summary>Words: an answer, or why it does not do.</summary>
public sealed record AnswerRequest(string? Text);

/// <summary>The answer does; <paramref name="Rating"/> 1 (very good) to 5 rates the handling where that can be rated now.</summary>
public sealed record AcceptanceRequest(int? Rating, string? Text);

/// <summary>How far it is now.</summary>
public sealed record InstructionStateBody(InstructionState State, DateTime DueAt)
{
    internal static InstructionStateBody Of(Instruction i) => new(i.State, i.DueAt);
}

/// <summary>Instructions with the numbers of what is open.</summary>
public sealed record InstructionsBody(int Open, int Late, int Answered, IReadOnlyList<InstructionRowBody> Rows, string? Next)
{
    internal static InstructionsBody Of(InstructionPage page) => new(page.Open, page.Late, page.Answered, [.. page.Rows.Select(InstructionRowBody.Of)], page.Next);
}

/// <summary>One instruction as a line.</summary>
public sealed record InstructionRowBody(Guid Id, Guid Appeal, string? Text, string Leader, Role LeaderRole, string To, Role? ToRole, InstructionState State, bool AnswerDue, DateTime GivenAt, DateTime DueAt, DateTime? MissedAt, DateTime? DoneAt)
{
    internal static InstructionRowBody Of(InstructionRow r) => new(r.Id.Value, r.Appeal.Value, r.Words, r.Leader, r.LeaderRole, r.To, r.ToRole, r.State, r.AnswerDue, r.GivenAt, r.DueAt, r.MissedAt, r.DoneAt);
}

/// <summary>One instruction with what was written to and fro.</summary>
public sealed record InstructionBody(InstructionRowBody Instruction, string? About, string Place, IReadOnlyList<InstructionNote> Notes)
{
    internal static InstructionBody Of(InstructionView v) => new(InstructionRowBody.Of(v.Row), v.About, v.Address, v.Notes);
}
