using Minqing.App.Appeals.Course;
using Minqing.App.Supervision.Dockets;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Oversight;

/// <summary>What dockets, their steps and their parts are called.</summary>
public static class DocketWords
{
    public static string Of(DocketKind kind) => Words.Say($"docket.kind.{kind.Name()}");

    /// <summary>On the button that opens one.</summary>
    public static string Open(DocketKind kind) => Words.Say($"docket.open.{kind.Name()}");

    /// <summary>What comes of it, for whoever is about to open one.</summary>
    public static string About(DocketKind kind) => Words.Say($"docket.about.{kind.Name()}");

    public static string Of(DocketState state, DocketKind kind) =>
        Words.Has($"docket.state.{kind.Name()}.{state.Name()}") ? Words.Say($"docket.state.{kind.Name()}.{state.Name()}") : Words.Say($"docket.state.{state.Name()}");

    /// <summary>On a button: some kinds have a word of their own for a step.</summary>
    public static string Of(DocketStep step, DocketKind kind) =>
        Words.Has($"docket.step.{kind.Name()}.{step.Name()}") ? Words.Say($"docket.step.{kind.Name()}.{step.Name()}") : Words.Say($"docket.step.{step.Name()}");

    public static string Of(Stage stage) => Words.Say($"staff.stage.{stage.Name()}");

    /// <summary>Who did what, with the words written.</summary>
    public static Timeline Story(DocketView view) => new([.. view.Story.Where(e => e.Step != "clock-warned").Select(e => new TimelineStop(
        e.At, e.Step == "open-docket" ? Opened(e, view.Docket.Kind) : Said(e.Step, view.Docket.Kind), Who(e), string.Join("\n", Texts(e).Select(view.Text).Where(w => !string.IsNullOrEmpty(w))) is { Length: > 0 } said ? said : null, Pictures(view.Docket.Id, e)))], NewestFirst: true);

    /// <summary>Who acted, by unit, post and name.</summary>
    public static string? Who(ChronicleEntry entry) =>
        string.Join(" · ", new[] { entry.ActorUnit, CourseWords.Post(entry.ActorUnit, entry.Actor.Role), entry.ActorName }.Where(w => !string.IsNullOrEmpty(w))) is { Length: > 0 } who ? who : null;

    private static IReadOnlyList<Picture>? Pictures(DocketId docket, ChronicleEntry entry) =>
        entry.Facts.OfType<DocketShown>().FirstOrDefault()?.Media.Select((m, i) => new Picture($"/oversight/{docket.Value}/media/{m.Id.Value}", $"/oversight/{docket.Value}/media/{m.Id.Value}?small=true", $"第 {i + 1} 张照片")).ToList();

    private static string Opened(ChronicleEntry entry, DocketKind kind) => entry.Actor.Person is null && kind == DocketKind.Governance ? Words.Say("docket.did.proposed") : Open(kind);

    private static string Said(string step, DocketKind kind) =>
        Kebab.Parse<DocketStep>(step) is { } known ? Of(known, kind) : Words.Say($"docket.did.{step}");

    private static IEnumerable<Guid?> Texts(ChronicleEntry entry) => entry.Facts.SelectMany(fact => fact switch
    {
        DocketOpened f => [f.Words == f.Title ? null : f.Words],
        DocketMoved f => [f.Words],
        CauseFound f => [f.Words],
        DocketTaskSet f => [f.Requirement],
        DocketTaskAnswered f => [f.Words],
        DocketTaskAccepted f => [f.Words],
        DocketTaskReturned f => [f.Words],
        ProgressReported f => [f.Words],
        DocketVisited f => [f.Present, f.Found],
        MinutesKept f => [f.Present, f.Words],
        AnswerableNamed f => [f.Words],
        FindingMade f => [f.Words],
        _ => Array.Empty<Guid?>(),
    }).Distinct();
}
