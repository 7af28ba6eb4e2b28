using Minqing.App.Appeals.Course;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Web.Texts;

/// <summary>Dispatching, working side by side, ruling and time, told to the person who reported.</summary>
internal static class CourseTold
{
    /// <summary>Null where the step is told without facts of its own, or not at all.</summary>
    public static string? Text(ChronicleEntry entry) => entry.Step switch
    {
        "assign" or "transfer" => Say(entry, ("Lead", Units(entry, OrderRole.Lead))),
        "decide" => Units(entry, OrderRole.Lead) is { Length: > 0 } lead ? Say(entry, ("Lead", lead)) : Words.Say("told.decided", ("Unit", entry.ActorUnit)),
        "add-co" => Say(entry, ("Units", Units(entry, OrderRole.Co))),
        "whistle" => Say(entry, ("Units", Units(entry, OrderRole.Whistled))),
        "act-first" => Say(entry, ("Units", Units(entry, OrderRole.ActFirst))),
        "grant-extension" when entry.Fact<ExtensionDecided>() is { Lawful: true } => Lengthened(entry),
        "law-followed" when entry.Fact<ClockExtended>() is not null => Lengthened(entry),
        "grant-extension" => Say(entry, ("At", entry.Fact<ClockExtended>()?.DueAt)),
        "suspend" when entry.Fact<AppealSuspended>() is { } f => Say(entry, ("Day", LocalTime.DayOf(f.Until)), ("Why", Words.Say($"told.suspend-for.{f.Reason.Name()}"))),
        "unit-succeeded" when entry.Fact<UnitSucceeded>() is { } f => Say(entry, ("From", entry.Names.Of(f.From)), ("To", entry.Names.Of(f.To))),
        "refer" when entry.Fact<AppealReferred>() is { } f => Say(entry, ("Way", Words.Say($"told.way.{f.Way.Name()}")), ("To", f.To)),
        "decline" when entry.Fact<AppealDeclined>() is { } f => Say(entry, ("Why", Words.Say($"told.route.{f.Route.Name()}"))),
        "confirm-invalid" when entry.Fact<InvalidConfirmed>() is { } f => Say(entry, ("Why", Words.Say($"told.invalid.{f.Reason.Name()}"))),
        _ => null,
    };

    /// <summary>What was written to the person with it.</summary>
    public static string? Said(ChronicleEntry entry) => entry.Words(entry.Fact<AppealDeclined>()?.Notice) ?? entry.Words(entry.Fact<AppealReferred>()?.Notice);

    /// <summary>The units that a step gave an order of this role, by name.</summary>
    public static string Units(ChronicleEntry entry, OrderRole role) =>
        string.Join('、', entry.Facts.OfType<OrderIssued>().Where(o => o.Role == role).Select(o => entry.Names.Of(o.Unit)).Where(n => n.Length > 0));

    private static string Lengthened(ChronicleEntry entry) => Words.Say("told.grant-extension-law", ("At", entry.Fact<ClockExtended>()?.DueAt));

    private static string Say(ChronicleEntry entry, params ReadOnlySpan<(string, object?)> facts) => Words.Say($"told.{entry.Step}", facts);
}
