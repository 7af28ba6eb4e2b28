using Minqing.App.Appeals.Course;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Staff;

/// <summary>What somebody asked for, before the eyes of whoever answers it: why it is disputed, how many days are wanted, why it should be no appeal.</summary>
/// <param name="Said">In their own words; null where they wrote none, or it was erased.</param>
/// <param name="Who">Null where nobody in particular asked.</param>
public sealed record Plea(string What, string? Said = null, string? Who = null, DateTime? At = null)
{
    /// <summary>What the step answers; null where it answers nothing.</summary>
    public static Plea? Of(AppealSheet it, Step answer) => answer switch
    {
        Step.Decide when Lead(it)?.Objection is { } reason => By<ObjectionRaised>(it, Say("objection", ("Reason", Words.Say($"staff.return.{reason.Name()}"))), f => f.Words),
        Step.Decide => new(Say("to-and-fro")),
        Step.GrantExtension or Step.RefuseExtension when it.Appeal.AskedExtension is { } asked => By<ExtensionAsked>(it, Say(it.Appeal.IsLawful(asked) ? "extension-law" : "extension", ("Days", asked.Days), ("Due", Due(it, asked))), f => f.Reason),
        Step.ConfirmInvalid or Step.KeepValid when it.Appeal.InvalidReason is { } reason => By<InvalidProposed>(it, Say("invalid", ("Reason", Words.Say($"staff.invalid.{reason.Name()}"))), f => f.Words),
        Step.AgreePurge or Step.RefusePurge when it.Appeal.PurgeKind is { } kind => By<PurgeAsked>(it, Say("purge", ("Kind", Words.Say($"staff.secret.{kind.Name()}"))), f => f.Reason),
        _ => null,
    };

    private static Plea By<T>(AppealSheet it, string what, Func<T, Guid> words)
        where T : DomainEvent =>
        it.View.Story.LastOrDefault(e => e.Fact<T>() is not null) is { } entry ? new(what, it.Text(words(entry.Fact<T>()!)), Name(entry), entry.At) : new(what);

    private static string Name(ChronicleEntry entry) => string.Join(' ', new[] { entry.ActorUnit, entry.ActorName }.OfType<string>());

    private static string Due(AppealSheet it, ExtensionRequest asked) => it.Appeal.Clocks.FirstOrDefault(c => c.No == asked.Clock) is { } clock ? Spoken.Limit(clock.DueAt) : "";

    private static WorkOrder? Lead(AppealSheet it) => it.Appeal.Orders.LastOrDefault(o => o is { Open: true, Role: OrderRole.Lead });

    private static string Say(string key, params (string, object?)[] facts) => Words.Say($"staff.plea.{key}", facts);
}
