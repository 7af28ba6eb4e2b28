using Minqing.App.Appeals.Course;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Web.Texts;

/// <summary>The course of a report in the words of the person who made it. Pages and interfaces tell the same.</summary>
public static class CourseWords
{
    /// <summary>What happened, oldest first. Notes among those who handle, warnings and the like are not told.</summary>
    public static IReadOnlyList<ToldStep> Tell(CourseView course)
    {
        var (results, asked) = (new Dictionary<int, string?>(), (string?)null);
        var told = new List<ToldStep>();
        foreach (var entry in course.Story)
        {
            if (entry.Fact<ResultSubmitted>() is { } result)
            {
                results[result.Round] = entry.Words(result.Result);
            }

            // Whoever is made to wait longer learns why.
            asked = entry.Fact<ExtensionAsked>() is { } more ? entry.Words(more.Reason) : asked;
            if (Text(entry, course) is { } text && !ToldAlready(entry, course) && !Repeats(entry.Step, told))
            {
                told.Add(new(entry.At, entry.Step, text, Who(entry, text), entry.Fact<ClockExtended>() is null ? Said(entry, results) : asked, Media(entry)));
            }

            if (entry.Fact<RoundBegun>() is { No: > 1 } round)
            {
                told.Add(new(entry.At, entry.Step, Words.Say($"told.again.{round.Reason.Name()}")));
            }

            if (entry.Fact<StageMoved>() is { Stage: Stage.Settled })
            {
                told.Add(new(entry.At, entry.Step, Words.Say("told.settled")));
            }
        }

        return told;
    }

    // Each that goes into the same one stands in its journal; to the person they are together once.
    private static bool Repeats(string step, List<ToldStep> told) => step == "merge" && told.FindLast(t => t.Step is "merge" or "unmerge")?.Step == step;

    /// <summary>What is happening now, in one sentence.</summary>
    public static string Now(CourseView course) => Now(course.Report, course.Appeal, course.Lead);

    /// <summary>The same of one matter of a report.</summary>
    public static string Now(Report report, Appeal appeal, string? unit)
    {
        return (report.WithdrawnAt, appeal.Stage) switch
        {
            (not null, _) => Words.Say("now.withdrawn"),
            (_, Stage.Received or Stage.Screening or Stage.Dispatching or Stage.Handling) when WaitsForCall(report) => report switch
            {
                _ when report.Clocks.Any(c => c.Kind == ClockKind.FirstCall && c.MissedAt is not null) => Words.Say("now.waiting-late"),
                { Desk: not null } => Words.Say("now.waiting-desk"),
                { TakenByRole: { } role } => Words.Say("now.taken", ("Who", Role(role))),
                { HasPhone: true } => Words.Say("now.waiting-call"),
                _ => Words.Say("now.waiting-answer"),
            },
            (_, Stage.Handling) when unit is { } waits && Until(appeal) is { } until => Words.Say("now.suspended", ("Lead", waits), ("Day", until)),
            (_, Stage.Handling) => unit is { } lead ? Words.Say(appeal.Round > 1 ? "now.handling-again" : "now.handling", ("Lead", lead)) : Words.Say("now.received"),
            (_, Stage.FollowingUp) when Promised(appeal) is { } day => Words.Say("now.promised", ("Day", day)),
            (_, var stage) => Words.Say($"now.{stage.Name()}"),
        };
    }

    /// <summary>What comes, and by when: the clocks that matter to the person.</summary>
    public static IReadOnlyList<(ClockKind Kind, string Text, DateTime DueAt)> Next(CourseView course) =>
    [
        .. course.Running.Where(c => Words.Has($"next.{c.Kind.Name()}"))
            .DistinctBy(c => c.Kind)
            .Select(c => (c.Kind, Words.Say($"next.{c.Kind.Name()}"), c.DueAt)),
    ];

    /// <summary>Who saw the reporter's identity, when, and for what.</summary>
    public static IReadOnlyList<(DateTime At, string Who, string Purpose)> Openings(CourseView course) =>
    [
        .. from entry in course.Story
           let opened = entry.Fact<IdentityOpened>()
           where opened is not null
           select (entry.At, Who(entry, "") ?? "", Words.Say($"purpose.{opened.Purpose.Name()}")),
    ];

    public static string Role(string? role) => role is null ? "" : Words.Say($"role.{role}");

    /// <summary>The post beside its unit; a centre is not named twice.</summary>
    public static string Post(string? unit, string? role) => unit is not null && role is ("town-centre" or "county-centre" or "city-centre") ? "" : Role(role);

    // The last day of a stop is known to the clock that stands still.
    private static DateOnly? Until(Appeal appeal) =>
        appeal.Clocks.FirstOrDefault(c => c is { Kind: ClockKind.Handle, Runs: true, StoppedAt: not null })?.WakeAt is { } end ? LocalTime.DayOf(end) : null;

    private static bool WaitsForCall(Report report) => report.ContactedAt is null && report.Clocks.Any(c => c.Kind == ClockKind.FirstCall && c.Runs);

    private static DateOnly? Promised(Appeal appeal) => appeal.Rounds is [.., var last] ? last.PromisedFor : null;

    private static string? Text(ChronicleEntry entry, CourseView course) => entry.Step switch
    {
        // What the person said is told of their report; the case of work repeats it.
        "receive" or "follow-up" or "rate" or "withdraw" or "ask-reopen" when entry.About == SubjectKind.Appeal => null,
        "record-call" when entry.Fact<CallRecorded>() is { } call => Words.Say($"told.record-call.{call.Outcome.Name()}", ("Who", Role(entry.Actor.Role))),
        "follow-up" when entry.Fact<FollowedUp>() is { ByLink: true, Finished: var last } => Words.Say(last ? "told.kept-silent.last" : "told.kept-silent.again"),
        "follow-up" when entry.Fact<FollowedUp>() is { } asked => Words.Say($"told.follow-up.{asked.Outcome.Name()}") + (asked.Result is { } rated ? Words.Say("told.rated", ("Rating", Rating(rated))) : ""),
        "rate" when entry.Fact<FollowedUp>() is { Result: { } result } => Words.Say("told.rate", ("Rating", Rating(result))),
        "join-event" when entry.Fact<EventJoined>() is { Event: null } => null,
        "split" when entry.About == SubjectKind.Appeal => null,
        "decline" or "confirm-invalid" when entry.About == SubjectKind.Report => null,
        "clock-missed" => Missed(entry, course),
        // A suspension may end by itself, an extension be granted when nothing runs any more.
        "grant-extension" when entry.Fact<ClockExtended>() is null || OwnLimit(entry, course) => null,
        _ when CourseTold.Text(entry) is { } text => text,
        var step when Words.Has($"told.{step}") => Words.Say($"told.{step}", ("Who", Role(entry.Actor.Role)), ("Unit", entry.ActorUnit)),
        _ => null,
    };

    // Whoever came with one that went into another has a limit of the law of their own.
    private static bool OwnLimit(ChronicleEntry entry, CourseView course) =>
        entry.Fact<ExtensionDecided>() is { Lawful: true } && course.Story.Any(e => e.Step == "law-followed" && e.At == entry.At && e.Fact<ClockExtended>() is not null && e.Subject == course.Report.Appeal.Value);

    // A step of the case that ends the reporters' clocks too is one thing that happened.
    private static bool ToldAlready(ChronicleEntry entry, CourseView course) =>
        entry.About == SubjectKind.Report && course.Story.Any(e => e.About == SubjectKind.Appeal && e.Step == entry.Step && e.At == entry.At && Text(e, course) is not null);

    private static string? Missed(ChronicleEntry entry, CourseView course) =>
        (entry.Fact<ClockMissed>(), entry.About) switch
        {
            (null, _) => null,
            ({ } miss, SubjectKind.Report) => course.Report.Clocks.Any(c => c.No == miss.No && c.Kind == ClockKind.FirstCall) ? Words.Say("told.missed.first-call") : null,
            ({ } miss, _) when entry.Subject == course.Appeal.Id.Value => course.Appeal.Clocks.Any(c => c.No == miss.No && c.Kind is ClockKind.Handle or ClockKind.Promise) ? Words.Say("told.missed.other") : null,
            _ => null,
        };

    // Unit and post, as far as the text has not named them.
    private static string? Who(ChronicleEntry entry, string text) =>
        string.Join(" · ", new[] { entry.ActorUnit, Post(entry.ActorUnit, entry.Actor.Role) }.Where(w => !string.IsNullOrEmpty(w) && !text.Contains(w, StringComparison.Ordinal))) is { Length: > 0 } who ? who : null;

    // What was noted of a call stays with those who handle; what is meant for the reporter, and their own words, is shown.
    private static string? Said(ChronicleEntry entry, Dictionary<int, string?> results) =>
        entry.Words(entry.Fact<ReportReceived>()?.Words)
        ?? entry.Words(entry.Fact<ReporterMessaged>()?.Words)
        ?? entry.Words(entry.Fact<ReportSupplemented>()?.Words)
        ?? entry.Words(entry.Fact<ReopenAsked>()?.Reason)
        ?? (entry.Fact<FollowedUp>() is { ByLink: true } rated ? entry.Words(rated.Words) : null)
        ?? CourseTold.Said(entry)
        ?? (entry.Fact<ResultAccepted>() is { } accepted ? results.GetValueOrDefault(accepted.Round) : null);

    private static IReadOnlyList<MediaId>? Media(ChronicleEntry entry) =>
        (entry.Fact<ReportReceived>()?.Media ?? entry.Fact<ReportSupplemented>()?.Media)?.Select(m => m.Id).ToList();

    private static string Rating(int value) => Words.Say($"rating.{value}");
}
