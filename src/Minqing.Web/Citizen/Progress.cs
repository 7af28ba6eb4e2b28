using Minqing.App.Appeals.Course;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage.Media;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Citizen;

/// <summary>A report's course as the follow page shows it.</summary>
/// <param name="Media">What kind each attachment is.</param>
public sealed record Progress(CourseView Course, Rules Rules, IReadOnlyDictionary<MediaId, MediaKind> Media, string Code, DateTime Now)
{
    public string Number => ReportNumber.Grouped(Course.Report.Number);

    /// <summary>Whether it tells of several matters, each with a part of its own.</summary>
    public bool Several => Course.Parts.Count > 1;

    /// <summary>The number of the part that is shown; null where there is one.</summary>
    public int? Part => Several ? Course.Part : null;

    /// <summary>Each matter: its number, what it is, how it stands, and whether the person is asked about it.</summary>
    public IEnumerable<(int No, string Category, string Now, bool Asked)> Parts =>
        Course.Parts.Select(p => (p.No, p.Category, CourseWords.Now(Course.Report, p.Appeal, p.Lead), p.Appeal.Stage == Stage.FollowingUp && !Course.Report.HadTheirSay(p.Appeal)));

    public string Place => Course.Report.Place.Address;

    public string Sentence => CourseWords.Now(Course);

    /// <summary>By when the next thing happens; null when nothing is waited for.</summary>
    public DateTime? By => !CanRate && Next is [var first, ..] ? first.DueAt : null;

    /// <summary>How long it has taken, by the clock and by working days; null while it is a matter of hours.</summary>
    public string? Taken => Course.Times.Citizen >= TimeSpan.FromDays(1) ? $"{Spoken.Span(Course.Times.Citizen)}，其中工作日 {Course.Times.PolicyDays} 天" : null;

    public IReadOnlyList<(DateTime At, string Who, string Purpose)> Openings => CourseWords.Openings(Course);

    public DateTime? UrgeAgainAt =>
        Course.Report.UrgedAt?.AddHours(Rules.Profile.Handling.UrgeEveryHours) is { } again && again > Now && Course.Open.Contains(Step.Urge) ? again : null;

    public bool CanUrge => Can(Step.Urge) && UrgeAgainAt is null;

    /// <summary>Rated this round already: the form gives way to the thanks in the timeline.</summary>
    public bool CanRate => Can(Step.Rate) && !Course.Report.HadTheirSay(Course.Appeal);

    public bool CanReopen => Can(Step.AskReopen) && (ReopenUntil is not { } until || Now <= until);

    public bool ReopenNeedsReason => Course.Report.ReopenNeedsReason(Course.Appeal);

    public DateTime? ReopenUntil => (Course.Appeal.SettledAt ?? Course.Appeal.ClosedAt)?.AddDays(Rules.Profile.Handling.ReopenDays);

    public bool CanTellPressure => Can(Step.TellPressure) && Course.Report.FollowUps is [.., var last] && (Course.Report.PressureToldAt is not { } told || told < last.At);

    public Timeline Timeline
    {
        get
        {
            var told = CourseWords.Tell(Course);
            var last = Next.Count > 0 ? told.Count - 1 : -1;
            return new(
            [
                .. told.Select((step, i) => new TimelineStop(step.At, step.Text, step.Who, step.Said, Pictures(step), i == last ? StopState.Now : StopState.Done, Voices(step))),
                .. Next.Where(n => n.DueAt > Now).Select(n => new TimelineStop(n.DueAt, n.Text, State: StopState.Next)),
            ]);
        }
    }

    /// <summary>What the reporter gave is gone; number, place, course and ratings stay.</summary>
    public bool Erased => Course.Report.ErasedAt is not null;

    /// <summary>It held a secret: what was said is gone, who said it is still known for the notice.</summary>
    public bool Purged => Course.Appeal.PurgedAt is not null;

    public bool CanErase => (!Erased || (Purged && Course.Story.All(e => e.Fact<IdentityErased>() is null))) && (Course.Appeal.Ended || Course.Report.WithdrawnAt is not null);

    private IReadOnlyList<(ClockKind Kind, string Text, DateTime DueAt)> Next => CourseWords.Next(Course);

    public bool Can(Step step) => Course.Open.Contains(step);

    private IReadOnlyList<Picture> Pictures(ToldStep step) =>
        [.. Of(step, MediaKind.Photo).Select((m, i) => new Picture(Address(m, ""), Address(m, "&role=small"), $"您发来的第 {i + 1} 张照片"))];

    private IReadOnlyList<string> Voices(ToldStep step) => [.. Of(step, MediaKind.Voice).Select(m => Address(m, "&role=playable"))];

    private IEnumerable<MediaId> Of(ToldStep step, MediaKind kind) => (step.Media ?? []).Where(m => Media.TryGetValue(m, out var known) && known == kind);

    private string Address(MediaId media, string more) => $"/f/{Course.Report.Number}/media/{media.Value:N}?code={Code}{more}";
}
