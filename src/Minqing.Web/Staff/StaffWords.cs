using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Texts;

namespace Minqing.Web.Staff;

/// <summary>What things are called on the pages of those who handle. No code and no id is ever shown.</summary>
public static class StaffWords
{
    public static string Of(Stage stage) => Words.Say($"staff.stage.{stage.Name()}");

    public static string Of(Grade grade) => Words.Say($"staff.grade.{grade.Name()}");

    public static string Of(ClockKind kind) => Words.Say($"staff.clock.{kind.Name()}");

    public static string Of(Outcome outcome) => Words.Say($"staff.outcome.{outcome.Name()}.name");

    public static string Of(CallOutcome outcome) => Words.Say($"staff.call.{outcome.Name()}");

    public static string Of(RegionLevel level) => Words.Say($"staff.level.{level.Name()}");

    public static string Of(OrderRole role) => Words.Say($"staff.order-role.{role.Name()}");

    /// <summary>What a unit is to the appeal, and how far it is: one that disputes its task, and the centre that rules on it, are said as such.</summary>
    public static string Of(WorkOrder order) => order switch
    {
        { ToRule: true, Open: true } => Words.Say("staff.order.to-rule"),
        { Objection: not null, Open: true, State: OrderState.Raised } => $"{Of(order.Role)} · {Words.Say("staff.order.objected")}",
        _ => $"{Of(order.Role)} · {Of(order.State)}",
    };

    public static string Of(OrderState state) => Words.Say($"staff.order.{state.Name()}");

    /// <summary>On a button.</summary>
    public static string Of(Step step) => Words.Say($"staff.step.{step.Name()}");

    /// <summary>What it does, for whoever is about to take it; null where its name says it all.</summary>
    public static string? Means(Step step) => Words.Has($"staff.means.{step.Name()}") ? Words.Say($"staff.means.{step.Name()}") : null;

    /// <summary>After it was done.</summary>
    public static string Done(Step step) => Words.Say($"staff.done.{step.Name()}");

    /// <summary>As a choice.</summary>
    public static string Name(Urgency urgency) => Words.Say($"staff.urgency.{urgency.Name()}");

    /// <summary>Said only where somebody must hurry.</summary>
    public static string? Of(Urgency urgency) => urgency == Urgency.Normal ? null : Words.Say($"staff.urgency.{urgency.Name()}");

    public static string Role(string? role) => role is null ? Words.Say("staff.reporter") : CourseWords.Role(role);

    /// <summary>What somebody else did meanwhile.</summary>
    public static string Of(ChangedMeanwhile changed) =>
        Words.Say("staff.changed", ("Who", Role(changed.Role)), ("At", changed.At), ("What", StepName(changed.Step)));

    private static string StepName(string step) => Words.Has($"staff.done.{step}") ? Words.Say($"staff.step.{step}") : Words.Say(Words.Has($"staff.did.{step}") ? $"staff.did.{step}" : "staff.did.other", ("Times", ""));
}
