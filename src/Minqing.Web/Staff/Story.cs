using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.Lists;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Staff;

/// <summary>The story of an appeal for those who handle it: who did what, by post and name, with the words written.</summary>
public static class Story
{
    public static Timeline Of(AppealView view) => new(Once(view.Story.Where(e => !ToldWith(e, view)).SelectMany(e => Stops(e, view))), NewestFirst: true);

    // A limit that is over is called again each day: the first time says it, the others are counted.
    private static List<TimelineStop> Once(IEnumerable<TimelineStop> stops)
    {
        var (kept, again) = (new List<TimelineStop>(), new Dictionary<int, int>());
        foreach (var stop in stops)
        {
            var first = kept.FindLastIndex(k => k.Who is not null || k.Said is not null || k.What == stop.What);
            if (first >= 0 && stop is { Who: null, Said: null } && kept[first] is { Who: null, Said: null } same && same.What == stop.What)
            {
                again[first] = again.GetValueOrDefault(first) + 1;
            }
            else
            {
                kept.Add(stop);
            }
        }

        return [.. kept.Select((k, i) => again.TryGetValue(i, out var times) ? k with { What = Words.Say("staff.did.times-again", ("What", k.What), ("Times", times)) } : k)];
    }

    // A step of the case that ends the reporters' clocks too is one thing that happened.
    private static bool ToldWith(ChronicleEntry entry, AppealView view) =>
        entry.About == SubjectKind.Report && Said(entry) is null && view.Story.Any(e => e.About == SubjectKind.Appeal && e.Step == entry.Step && e.At == entry.At);

    private static IEnumerable<TimelineStop> Stops(ChronicleEntry entry, AppealView view)
    {
        // The case of work begins with the report: one stop for both.
        if (What(entry, view) is { } what)
        {
            yield return new(entry.At, what, Who(entry), Said(entry), Pictures(entry, view));
        }

        foreach (var skipped in entry.Facts.OfType<LevelSkipped>())
        {
            yield return new(entry.At, Words.Say("staff.did.skipped", ("Unit", entry.Names.Of(skipped.Unit))));
        }

        foreach (var past in entry.Facts.OfType<DepartmentAddressed>())
        {
            yield return new(entry.At, Words.Say("staff.did.addressed", ("Unit", entry.Names.Of(past.Unit)), ("Centre", entry.Names.Of(past.Centre))));
        }

        if (entry.Fact<RoundBegun>() is { No: > 1 } round)
        {
            yield return new(entry.At, Words.Say("staff.did.again", ("No", round.No), ("Reason", Words.Say($"staff.reason.{round.Reason.Name()}"))));
        }

        if (entry.Fact<LeaderNamed>() is not null)
        {
            yield return new(entry.At, Words.Say("staff.did.leader-named"));
        }

        if (entry.Step != "rate-handling" && entry.Fact<HandlingRated>() is { } rated)
        {
            yield return new(entry.At, Words.Say("staff.did-with.rate-handling", ("Rating", Words.Say($"rating.{rated.Rating}"))), Who(entry));
        }

        if (entry.Fact<AppealSettled>() is not null)
        {
            yield return new(entry.At, Words.Say("staff.did.settled"));
        }
    }

    private static string? What(ChronicleEntry entry, AppealView view) => entry.Step switch
    {
        "record-call" when entry.Fact<CallRecorded>() is { } call => Words.Say("staff.did.record-call", ("Outcome", StaffWords.Of(call.Outcome))),
        "urge" => Words.Say("staff.did.urge", ("Times", entry.Fact<ReportUrged>()?.Times)),
        "finish" when entry.Fact<ResultSubmitted>() is { } result => Words.Say("staff.did.finish", ("Outcome", StaffWords.Of(result.Outcome))),
        "pass-check" when entry.Fact<ResultAccepted>() is { } accepted => Words.Say("staff.did.pass-check", ("Outcome", StaffWords.Of(accepted.Verified))),
        "reject-result" when entry.Fact<ResultRejected>() is { } rejected => Words.Say($"staff.did.reject-result.{rejected.Kind.Name()}"),
        "follow-up" or "rate" when entry.Fact<FollowedUp>() is { } asked => FollowedUpAs(entry, asked),
        "accept" when entry.Fact<OrderIssued>() is { } order => Words.Say("staff.did.accept", ("Unit", entry.Names.Of(order.Unit))),
        "accept" => Words.Say("staff.did.accept-to-screen"),
        _ when StoryDid.What(entry) is { } did => did,
        "reclassify" when entry.Fact<AppealReclassified>() is { } now => Words.Say("staff.did.reclassify", ("Category", view.Rules.Profile.CategoryOf(now.Category).Name)),
        "clock-warned" when entry.Fact<ClockWarned>() is { } warned => Clock(entry, view, warned.No, warned.AfterDue ? "clock-missed" : "clock-warned"),
        "clock-missed" when entry.Fact<ClockMissed>() is { } missed => Clock(entry, view, missed.No, "clock-missed"),
        "clock-warned" or "clock-missed" or "rate" or "withdraw" or "follow-up" or "ask-reopen" when entry.About == SubjectKind.Appeal => null,
        "split" when entry.About == SubjectKind.Report => null,
        var step => Words.Has($"staff.did.{step}") ? Words.Say($"staff.did.{step}") : null,
    };

    private static string FollowedUpAs(ChronicleEntry entry, FollowedUp asked) =>
        (entry.Step == "rate" ? Words.Say("staff.did.rate") : asked.ByLink ? Words.Say("staff.did.kept-silent") : Words.Say("staff.did.follow-up", ("Outcome", StaffWords.Of(asked.Outcome))))
        + (asked.Result is { } rating ? $"（{Words.Say($"rating.{rating}")}）" : "");

    private static string? Clock(ChronicleEntry entry, AppealView view, int no, string text) =>
        view.Clocks.FirstOrDefault(c => c.No == no && c.SubjectId == entry.Subject) is { } clock ? Words.Say($"staff.did.{text}", ("Clock", StaffWords.Of(clock.Kind))) : null;

    private static string? Who(ChronicleEntry entry) =>
        string.Join(" · ", new[] { entry.ActorUnit, CourseWords.Post(entry.ActorUnit, entry.Actor.Role), entry.ActorName, entry.ActorFor is { } holder ? Words.Say("staff.did.for", ("Holder", holder)) : null }.Where(w => !string.IsNullOrEmpty(w))) is { Length: > 0 } who ? who : null;

    private static string? Said(ChronicleEntry entry) =>
        string.Join("\n", Texts(entry).Select(entry.Words).Append(entry.Fact<ResultRejected>()?.Sentence is { Length: > 0 } sentence ? $"“{sentence}”" : null).Where(w => !string.IsNullOrEmpty(w))) is { Length: > 0 } said ? said : null;

    private static IEnumerable<Guid?> Texts(ChronicleEntry entry) => entry.Facts.SelectMany(fact => fact switch
    {
        ReportReceived f => [f.Words],
        ReportSupplemented f => [f.Words],
        ReportWithdrawn f => [f.Words],
        ReopenAsked f => [f.Reason],
        CallRecorded f => [f.Said],
        ReporterMessaged f => [f.Words],
        FollowedUp f => [f.Words],
        PressureTold f => [f.Words],
        NoteWritten f => [f.Words],
        OrderMoved f => [f.Reason],
        OrderIssued f => [f.Requirement],
        ResultSubmitted f => [f.Result, f.Measures],
        ResultRejected f => [f.Reason],
        PromiseProofSubmitted f => [f.Proof],
        AppealReclassified f => [f.Reason],
        _ => StoryDid.Texts(fact),
    }).Distinct();

    private static IReadOnlyList<Picture>? Pictures(ChronicleEntry entry, AppealView view) =>
        view.Appeal.PurgedAt is not null ? null : entry.Facts.SelectMany(f => f switch
        {
            ReportSupplemented s when view.Case.Reports.All(r => r.Id.Value != entry.Subject || r.ErasedAt is null) => s.Media,
            ResultSubmitted s => s.Evidence,
            PromiseProofSubmitted s => s.Evidence,
            _ => StoryDid.Pictures(f),
        }).Select((m, i) => Shots.Picture(view.Appeal.Id, m.Id, i)).ToList() is { Count: > 0 } pictures ? pictures : null;
}
