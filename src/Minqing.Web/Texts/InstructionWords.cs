using Minqing.App.Supervision.Instructing;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;

namespace Minqing.Web.Texts;

/// <summary>Instructions in words, the same on every page.</summary>
public static class InstructionWords
{
    public static string Of(Instruction it) => Of(it.State);

    public static string Of(InstructionState state) => Words.Say($"instruction.state.{state.Name()}");

    /// <summary>The leader by post and name.</summary>
    public static string Leader(InstructionRow row) => $"{CourseWords.Role(row.LeaderRole.Name())} {row.Leader}";

    /// <summary>The unit, and the post of it where it is for one alone.</summary>
    public static string To(InstructionRow row) => row.ToRole is { } role ? $"{row.To} {CourseWords.Role(role.Name())}" : row.To;

    public static string Did(InstructionNote note) => $"{(note.Role is { } role ? CourseWords.Role(role) : "")} {Words.Say($"instruction.did.{note.Step}")}";
}
