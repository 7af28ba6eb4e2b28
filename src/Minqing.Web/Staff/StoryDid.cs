using Minqing.App.Appeals.Course;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Texts;

namespace Minqing.Web.Staff;

/// <summary>Dispatching, working side by side, ruling and time in the story for staff: who it was given to, why, until when, and the words written.</summary>
internal static class StoryDid
{
    /// <summary>Null where the step is told without facts of its own.</summary>
    public static string? What(ChronicleEntry entry) => entry.Step switch
    {
        "assign" => Say("assign", ("Lead", Units(entry, OrderRole.Lead)), ("Beside", Units(entry, OrderRole.Co) is { Length: > 0 } beside ? Say("beside", ("Units", beside)) : "")),
        "split" => Split(entry),
        "join-event" when entry.Fact<EventJoined>() is { Event: null } => Say("left-event"),
        "transfer" => Say("transfer", ("Lead", Units(entry, OrderRole.Lead))),
        "add-co" => Say("add-co", ("Units", Units(entry, OrderRole.Co))),
        "whistle" => Say("whistle", ("Units", Units(entry, OrderRole.Whistled))),
        "act-first" => Say("act-first", ("Units", Units(entry, OrderRole.ActFirst))),
        "decide" => Ruled(entry),
        "raise-objection" when entry.Fact<ObjectionRaised>() is { } f => Say("raise-objection", Why("return", f.Reason)),
        "ask-extension" when entry.Fact<ExtensionAsked>() is { } f => Say(f.Lawful ? "ask-extension-law" : "ask-extension", ("Days", f.Days)),
        "grant-extension" when entry.Fact<ClockExtended>() is { } f => Say(entry.Fact<ExtensionDecided>() is { Lawful: true } ? "grant-extension-law" : "grant-extension", ("At", f.DueAt)),
        "suspend" when entry.Fact<AppealSuspended>() is { } f => Say("suspend", ("Day", LocalTime.DayOf(f.Until)), Why("suspend", f.Reason)),
        "refer" when entry.Fact<AppealReferred>() is { } f => Say("refer", ("Way", Words.Say($"told.way.{f.Way.Name()}")), ("To", f.To)),
        "decline" when entry.Fact<PurgeAsked>() is { } f => Say("decline-secret", Why("secret", f.Kind)),
        "decline" when entry.Fact<AppealDeclined>() is { } f => Say("decline", Why("route", f.Route)),
        "purge" when entry.Fact<AppealPurged>() is { } f => Say("purge", Why("secret", f.Kind)),
        "propose-invalid" when entry.Fact<InvalidProposed>() is { } f => Say("propose-invalid", Why("invalid", f.Reason)),
        "confirm-invalid" when entry.Fact<InvalidConfirmed>() is { } f => Say("confirm-invalid", Why("invalid", f.Reason)),
        "triage" when entry.Fact<AppealTriaged>() is { } f => Say("triage", ("General", f.General), ("Urgent", f.Urgent), ("Lawful", f.Lawful), ("PublicInterest", f.PublicInterest)),
        "visit" when entry.Fact<SiteVisited>() is { } f => f.Metres is { } away ? Say("visit-at", ("At", f.On), ("N", away)) : Say("visit", ("At", f.On)),
        "rate-handling" when entry.Fact<HandlingRated>() is { } f => Say("rate-handling", ("Rating", Words.Say($"rating.{f.Rating}"))),
        "restrict" when entry.Fact<AppealRestricted>() is { } f => Say(f.Sensitive ? "restrict-yes" : "restrict-no"),
        "urge-unit" when entry.Fact<UnitUrged>() is { } f => Words.Say("staff.did.urge-unit", ("Times", f.Times)),
        "unit-succeeded" when entry.Fact<UnitSucceeded>() is { } f => Words.Say("staff.did.unit-succeeded", ("From", entry.Names.Of(f.From)), ("To", entry.Names.Of(f.To))),
        _ => null,
    };

    /// <summary>The words written with a fact.</summary>
    public static IEnumerable<Guid?> Texts(DomainEvent fact) => fact switch
    {
        AppealTriaged f => [f.Words],
        AppealDeclined f => [f.Notice],
        PurgeAsked f => [f.Reason],
        PurgeRefused f => [f.Words],
        InvalidProposed f => [f.Words],
        InvalidRefused f => [f.Words],
        AppealRestricted f => [f.Reason],
        ObjectionRaised f => [f.Words],
        CoReported f => [f.Words],
        CoUrged f => [f.Words],
        SiteVisited f => [f.Present, f.Found],
        AppealReferred f => [f.Notice],
        OutsideAnswered f => [f.Words],
        ExtensionAsked f => [f.Reason],
        ExtensionDecided f => [f.Words],
        AppealSuspended f => [f.Words],
        SuspensionEnded f => [f.Words],
        SampledUndone f => [f.Reason],
        SamplePassed f => [f.Words],
        UnitUrged f => [f.Words],
        HandlingRated f => [f.Words],
        _ => [],
    };

    public static IReadOnlyList<MediaRef> Pictures(DomainEvent fact) => fact switch
    {
        CoReported f => f.Evidence,
        SiteVisited f => f.Evidence,
        _ => [],
    };

    // Where it comes from, and where it went; with the report it is told once.
    private static string? Split(ChronicleEntry entry) =>
        entry.About == SubjectKind.Report ? null
        : entry.Fact<AppealSplit>() is null ? Words.Say("staff.did.split")
        : Units(entry, OrderRole.Lead) is { Length: > 0 } lead ? Say("split-off", ("Lead", lead))
        : Say("split-off-to-screen");

    private static string Ruled(ChronicleEntry entry) =>
        Units(entry, OrderRole.Lead) is var lead && lead.Length == 0 ? Words.Say("staff.did.accept-raised")
        : entry.Fact<ObjectionRuled>() is { } ruled ? Say(ruled.Upheld ? "ruled-upheld" : "ruled-refused", ("Lead", lead))
        : Words.Say("staff.did.decide", ("Unit", lead));

    private static string Units(ChronicleEntry entry, OrderRole role) => CourseTold.Units(entry, role);

    private static (string, object?) Why<T>(string words, T reason)
        where T : struct, Enum => ("Why", Words.Say($"staff.{words}.{reason.Name()}"));

    private static string Say(string key, params ReadOnlySpan<(string, object?)> facts) => Words.Say($"staff.did-with.{key}", facts);
}
